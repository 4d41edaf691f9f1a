// The picture as SVG: what is seen, all of it, whatever part the camera shows; text stays text.
// Places are those of the layout, so the same choices give the same file on every screen.

const SVG_WIDTH = 1600;
const SVG_HEIGHT = 1000;
const SVG_MARGIN = 60;
const SVG_SIZE = 15; // of a name: 7 pt on a sheet of A4 that lies on its side
const SVG_LETTER = 8.2; // width of a letter of that size, roughly: no screen is asked
const SVG_LEADING = 17;
const SVG_NAMED = 150; // the strongest, of which those are named that find room
let svgBase = 12; // radius of the smallest mark: set with the places

function networkSvg() {
  const place = svgPlaces();
  const picture = makeSvg('svg', {
    viewBox: `0 0 ${SVG_WIDTH} ${SVG_HEIGHT}`,
    width: SVG_WIDTH,
    height: SVG_HEIGHT,
    'font-family': 'Liberation Sans, Arial, Helvetica, sans-serif',
    'font-size': SVG_SIZE,
  });
  picture.append(makeSvg('rect', { width: SVG_WIDTH, height: SVG_HEIGHT, fill: theme.paper }));
  picture.append(svgLines(place), svgNodes(place), svgNames(place));
  return picture;
}

// One axis is stretched against the other no more than on the page: neighbours may lie in a row.
function svgPlaces() {
  const fitted = fittedNodes();
  svgBase = Math.max(3, Math.min(12, 130 / Math.sqrt(fitted.length || 1)));
  const x = extent(fitted.map((node) => node.x), fitted.map((node) => node.y));
  const [wide, high] = [(SVG_WIDTH - 4 * SVG_MARGIN) / x.width, (SVG_HEIGHT - 2 * SVG_MARGIN) / x.height];
  const across = Math.min(wide, high * MOST_STRETCH);
  const down = Math.min(high, wide / LEAST_STRETCH);
  const round = (value) => Math.round(10 * value) / 10;
  return (node) => ({
    x: round(SVG_WIDTH / 2 + (node.x - x.middle.x) * across),
    y: round(SVG_HEIGHT / 2 + (node.y - x.middle.y) * down),
  });
}

function svgLines(place) {
  const group = makeSvg('g', { fill: 'none', 'stroke-linecap': 'round' });
  const inOrder = [...seen.lines].sort((one, other) => compare(one.id, other.id));
  for (const line of inOrder) {
    const [a, b] = [place(line.a), place(line.b)];
    const d = `M${a.x} ${a.y}L${b.x} ${b.y}`;
    const width = Math.max(0.75, line.width * 0.6);
    if (line.contested) {
      const amber = legend.doubts.contested.outline;
      group.append(makeSvg('path', { d, stroke: amber, 'stroke-width': width + 4 }));
      group.append(makeSvg('path', { d, stroke: theme.paper, 'stroke-width': width + 2 }));
    }
    const dashes = { dashed: '6 5', dotted: '0 6' }[line.dash];
    const path = makeSvg('path', {
      d,
      stroke: line.colour,
      'stroke-width': line.dash === 'dotted' ? 3 : width,
      'stroke-opacity': line.opacity,
      ...(dashes ? { 'stroke-dasharray': dashes } : {}),
    });
    const title = makeSvg('title');
    title.textContent = `${nameOf(line.a)} – ${nameOf(line.b)}, ${counted('facts', line.number)}`;
    path.append(title);
    group.append(path);
  }
  return group;
}

function svgNodes(place) {
  const group = makeSvg('g', { 'text-anchor': 'middle', 'font-weight': 700, fill: '#FFFFFF' });
  for (const node of nodes) {
    if (!seen.nodes.has(node)) continue;
    const { x, y } = place(node);
    const size = svgRadius(node);
    const mark = makeSvg('g', { transform: `translate(${x} ${y})` });
    const title = makeSvg('title');
    title.textContent = nameOf(node);
    mark.append(
      title,
      makeSvg('path', {
        d: legend.shapes[node.mark].outline,
        transform: `scale(${size})`,
        fill: nodeColour(node),
        stroke: theme.paper,
        'stroke-width': 0.3,
      }),
    );
    if (size >= 6) {
      const letter = makeSvg('text', { y: Math.round(size * 3.6) / 10, 'font-size': size });
      letter.textContent = nodeLetter(node);
      mark.append(letter);
    }
    group.append(mark);
  }
  return group;
}

function svgRadius(node) {
  return Math.round(10 * svgBase * sizeFactor(node)) / 10;
}

// The rule of drawLabels(): the strongest first, each at the first spot that is free; no name lies on
// another one, that of the ten strongest on a mark if need be, a pinned one is written in any case.
function svgNames(place) {
  const group = makeSvg('g', { 'text-anchor': 'middle', fill: theme.ink, 'paint-order': 'stroke' });
  group.setAttribute('stroke', theme.paper);
  group.setAttribute('stroke-width', '3');
  const shown = nodesByStrength.filter((node) => seen.nodes.has(node));
  const marks = shown.slice(0, MOST_BOXES).map((node) => svgMarkBox(node, place(node)));
  const pinned = shown.filter((node) => state.pinned.has(node.id));
  const strongest = shown.length > FEW_NODES ? shown.slice(0, 10) : [];
  const taken = [];
  for (const node of new Set([...pinned, ...shown.slice(0, SVG_NAMED)])) {
    const rows = wrapped(shortLabel(nameOf(node)));
    const spots = svgSpots(rows, svgMarkBox(node, place(node)));
    const kept = state.pinned.has(node.id);
    const open = spots.filter((box) => onSheet(box) && !taken.some((other) => overlap(box, other)));
    const clear = open.find((box) => !marks.some((o) => o.node !== node && overlap(box, o)));
    const strong = kept || strongest.includes(node);
    const spot = clear || (strong && open[0]) || (kept && (spots.find(onSheet) || spots[0]));
    if (!spot) continue;
    taken.push(spot);
    group.append(svgName(rows, spot));
  }
  return group;
}

function svgMarkBox(node, { x, y }) {
  const reach = svgRadius(node);
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach, node };
}

// Under, over, beside.
function svgSpots(rows, { left, top, right, bottom }) {
  const width = Math.max(...rows.map((row) => [...row].length)) * SVG_LETTER;
  const height = rows.length * SVG_LEADING;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const box = (x0, y0) => ({ left: x0, top: y0, right: x0 + width, bottom: y0 + height });
  return [
    box(x - width / 2, bottom + 1),
    box(x - width / 2, top - 1 - height),
    box(right + 4, y - height / 2),
    box(left - 4 - width, y - height / 2),
  ];
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function onSheet({ left, top, right, bottom }) {
  return left >= 0 && top >= 0 && right <= SVG_WIDTH && bottom <= SVG_HEIGHT;
}

// One name stays one text, also in two rows.
function svgName(rows, { left, right, top }) {
  const round = (value) => Math.round(10 * value) / 10;
  const x = round((left + right) / 2);
  const baseline = (i) => round(top + SVG_LEADING * (i + 0.75));
  const name = makeSvg('text', { x, y: baseline(0) });
  const [only, ...others] = rows;
  name.textContent = others.length ? `${only} ` : only;
  others.forEach((row, i) => {
    const next = makeSvg('tspan', { x, y: baseline(i + 1) });
    next.textContent = row;
    name.append(next);
  });
  return name;
}
