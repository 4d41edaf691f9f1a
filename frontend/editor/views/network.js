// The answer as a network: two columns that name things, a tie for each row.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { cellKey, cellText, hasValue, namingColumns } from '../columns.js';
import { chooser, cut, draw, make, note } from '../dom.js';
import { words } from '../words.js';

const MOST = 300;
const ROUNDS = 300;
const NAMED = 24; // so many nodes have their name beside them, the strongest first
const HEIGHT = 560;
const MARGIN = 24;
const GAP = 10; // pixels between two nodes at least, where there is room

// Is there a tie to draw?
export function fillsNetwork({ columns, rows }) {
  const [from, to] = namingColumns(columns);
  return Boolean(to) && rows.some((row) => hasValue(row, from) && hasValue(row, to) && cellKey(row, from) !== cellKey(row, to));
}

export function drawNetwork(host, { columns, rows }, state) {
  const naming = namingColumns(columns);
  if (naming.length < 2) return host.replaceChildren(note(words.noNetwork));
  const from = naming.find((one) => one.name === state.from) ?? naming[0];
  const to = naming.find((one) => one.name === state.to && one !== from) ?? naming.find((one) => one !== from);
  const redraw = (change) => drawNetwork(host, { columns, rows }, Object.assign(state, change));
  const options = naming.map((one) => [one.name, one.title]);
  const controls = make('div', { class: 'controls' },
    chooser(words.from, options, from.name, (name) => redraw({ from: name })),
    chooser(words.to, options, to.name, (name) => redraw({ to: name })));
  const { graph, all, apart } = networkOf(rows, from, to);
  host.replaceChildren(controls);
  if (all > graph.order) host.append(note(words.firstMarks(graph.order, all)));
  if (!graph.order) return undefined;
  if (apart) host.append(legend(from.title, to.title));
  host.append(picture(graph, Math.max(320, host.clientWidth)), note(words.networkOf(graph.order, graph.size)));
  return undefined;
}

function legend(...titles) {
  const marks = [
    draw('circle', { cx: 8, cy: 8, r: 6, class: 'node from' }),
    draw('rect', { x: 2, y: 2, width: 12, height: 12, rx: 2, class: 'node to' }),
  ];
  return make('p', { class: 'note legend' }, ...titles.map((title, index) => make('span', {},
    draw('svg', { width: 16, height: 16, class: 'picture', 'aria-hidden': 'true' }, marks[index]), title)));
}

function networkOf(rows, from, to) {
  const whole = new Graph({ type: 'undirected' });
  for (const row of rows) {
    if (!hasValue(row, from) || !hasValue(row, to)) continue;
    const ends = [[from, 'from'], [to, 'to']].map(([column, side]) => {
      const key = cellKey(row, column);
      const before = whole.hasNode(key) ? whole.getNodeAttribute(key, 'side') : side;
      whole.mergeNode(key, { label: cellText(row, column), side: before === side ? side : 'both' });
      return key;
    });
    if (ends[0] === ends[1]) continue;
    whole.updateEdge(...ends, (old) => ({ weight: (old.weight ?? 0) + 1 }));
  }
  // where the same things are in both columns, there are no two kinds to tell apart
  const apart = !whole.someNode((node, { side }) => side === 'both');
  if (!apart) whole.forEachNode((node) => whole.setNodeAttribute(node, 'side', 'from'));
  const kept = whole.nodes().sort((a, b) => whole.degree(b) - whole.degree(a) || (a < b ? -1 : 1)).slice(0, MOST);
  const inside = new Set(kept);
  const graph = whole.copy();
  for (const node of whole.nodes()) if (!inside.has(node)) graph.dropNode(node);
  place(graph);
  return { graph, all: whole.order, apart };
}

// Always the same places for the same answer: the start is a spiral in the order of the nodes.
function place(graph) {
  graph.nodes().forEach((node, index) => {
    const angle = index * 2.399963;
    graph.mergeNodeAttributes(node, { x: Math.sqrt(index + 1) * Math.cos(angle), y: Math.sqrt(index + 1) * Math.sin(angle) });
  });
  if (graph.order < 2) return;
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.6, scalingRatio: 12, strongGravityMode: true, barnesHutOptimize: graph.order > 150 };
  forceAtlas2.assign(graph, { iterations: ROUNDS, settings });
}

function picture(graph, width) {
  const label = words.networkOf(graph.order, graph.size);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': label, class: 'picture' });
  const spot = scaled(graph, width);
  graph.forEachEdge((edge, { weight }, a, b) => {
    const [p, q] = [spot(a), spot(b)];
    svg.append(draw('line', { x1: p.x, y1: p.y, x2: q.x, y2: q.y, class: 'tie', 'stroke-width': Math.min(6, 1 + Math.log2(weight)) }));
  });
  const ranked = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1));
  for (const node of ranked.toReversed()) svg.append(disc(graph, node, spot(node)));
  for (const name of placed(graph, ranked, spot, width)) svg.append(name);
  return svg;
}

function disc(graph, node, { x, y }) {
  const { label, side } = graph.getNodeAttributes(node);
  const r = radius(graph, node);
  const title = draw('title', {}, label);
  if (side === 'from') return draw('circle', { cx: x, cy: y, r, class: 'node from' }, title);
  return draw('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, rx: 2, class: 'node to' }, title);
}

// Names that would lie on one another yield: the stronger node keeps its name.
function placed(graph, ranked, spot, width) {
  const taken = [];
  const texts = [];
  for (const node of ranked) {
    if (texts.length >= NAMED) break;
    const { x, y } = spot(node);
    const text = cut(graph.getNodeAttribute(node, 'label'));
    const r = radius(graph, node);
    const long = text.length * 6.6;
    const right = x + r + 4 + long < width;
    const box = { left: right ? x + r + 4 : x - r - 4 - long, top: y - 8, long, high: 16 };
    const clash = taken.some((one) => box.left < one.left + one.long && one.left < box.left + box.long
      && box.top < one.top + one.high && one.top < box.top + box.high);
    if (clash || box.left < 0) continue;
    taken.push(box);
    texts.push(draw('text', { x: right ? box.left : x - r - 4, y: y + 4, 'text-anchor': right ? 'start' : 'end', class: 'name' }, text));
  }
  return texts;
}

// Nodes that would lie on one another are pushed apart, a little in each round.
function spread(spots, width) {
  for (let round = 0; round < 80; round += 1) {
    for (let i = 0; i < spots.length; i += 1) {
      for (let j = i + 1; j < spots.length; j += 1) {
        const [p, q] = [spots[i], spots[j]];
        const [dx, dy] = [q.x - p.x || 0.1, q.y - p.y || 0.1];
        const far = Math.hypot(dx, dy);
        const push = (p.r + q.r + GAP - far) / 2;
        if (push <= 0) continue;
        p.x -= (dx / far) * push * 0.5;
        p.y -= (dy / far) * push * 0.5;
        q.x += (dx / far) * push * 0.5;
        q.y += (dy / far) * push * 0.5;
      }
    }
    for (const spot of spots) {
      spot.x = Math.min(width - MARGIN, Math.max(MARGIN, spot.x));
      spot.y = Math.min(HEIGHT - MARGIN, Math.max(MARGIN, spot.y));
    }
  }
}

function scaled(graph, width) {
  const xs = graph.mapNodes((node, one) => one.x);
  const ys = graph.mapNodes((node, one) => one.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = (width - 2 * MARGIN) / (right - left || 1);
  const down = (HEIGHT - 2 * MARGIN) / (bottom - top || 1);
  const spots = new Map(graph.mapNodes((node, { x, y }) => [node, {
    x: MARGIN + (x - left) * across, y: MARGIN + (y - top) * down, r: radius(graph, node),
  }]));
  spread([...spots.values()], width);
  return (node) => spots.get(node);
}

function radius(graph, node) {
  return 3 + 2 * Math.log2(1 + graph.degree(node));
}
