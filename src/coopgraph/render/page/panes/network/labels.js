// Draw the names over the nodes, the strongest first; a name that would lie on another one yields.

const LABEL_SIZE = 13;
const LABEL_LEADING = 16;
const WRAP_FROM = 17;
const FEW_NODES = 60;
const FEW_LINES = 200;
const CELL = 80;
const MOST_BOXES = 2000; // beyond, the rest are dots that a name may cover
const blocks = new Map();

// Called with the canvas in layout coordinates; works in pixels of the screen.
function drawLabels(context, ratio) {
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `500 ${LABEL_SIZE}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const placed = new Boxes();
  const near = nearSelected();
  const shown = nodesInSight(near === null && !state.pinned.size ? MOST_BOXES : Infinity);
  for (const node of shown.slice(0, MOST_BOXES)) placed.add(nodeBox(node));
  const chosen = selectedEnds().filter((node) => seen.nodes.has(node) && onScreen(node));
  for (const node of chosen) placed.add({ ...nodeBox(node), bare: true });
  const pinned = new Set([...chosen, ...shown.filter((node) => state.pinned.has(node.id))]);
  const strongest = new Set((near ? shown.filter((node) => near.has(node)) : shown).slice(0, 10));
  const crowded = shown.length > FEW_NODES;
  for (const node of new Set([...pinned, ...labelled(shown, near)])) {
    const kept = pinned.has(node);
    const faded = near !== null && !near.has(node) && node !== pointed.node && !kept;
    const strong = kept || standsOut(node) || (crowded && strongest.has(node));
    if (!faded) placeLabel(context, placed, node, strong, kept);
  }
  context.restore();
}

// The strongest first, at most so many.
function nodesInSight(most) {
  const shown = [];
  for (const node of nodesByStrength) {
    if (shown.length >= most) break;
    if (seen.nodes.has(node) && onScreen(node)) shown.push(node);
  }
  return shown;
}

// At the opening the ten strongest of a large network are named, and more as the reader comes nearer.
function labelled(shown, near) {
  const nearer = (camera.scale / camera.openingScale) ** 2;
  const budget = drawnNodes.length <= FEW_NODES ? FEW_NODES : Math.round(10 * Math.max(1, nearer));
  const wanted = chosenNodes().filter((node) => seen.nodes.has(node));
  const close = near ? shown.filter((node) => near.has(node)).slice(0, FEW_NODES) : [];
  return new Set([...wanted, ...close, ...shown.slice(0, Math.min(budget, 400))]);
}

// What is selected and what the pointer is on.
function chosenNodes() {
  const { selected } = state;
  const all = [selected?.node, selected?.line?.a, selected?.line?.b];
  all.push(pointed.node, pointed.line?.a, pointed.line?.b);
  return all.filter(Boolean);
}

// The actor that is selected, or those at the ends: written in any case, and covered by no name.
function selectedEnds() {
  const { node, line, path } = state.selected || {};
  return [node, line?.a, line?.b, ...(path || [])].filter((end) => end?.drawn);
}

function standsOut(node) {
  return chosenNodes().includes(node);
}

// In a thicket the strongest are named over other nodes, but never over another name.
// A name that the reader has pinned, or whose actor is selected, is written whatever it lies on.
function placeLabel(context, placed, node, strong, kept) {
  const block = labelBlock(context, nameOf(node));
  const spots = labelSpots(node, block);
  let free = spots.filter((box) => placed.free(box, node, false));
  if (!free.length && strong) free = spots.filter((box) => placed.free(box, node, true));
  if (!free.length && !kept) return;
  const spot = free.length ? clearest(free) : spots.find(isInside) || spots[0];
  placed.add(spot);
  const x = (spot.left + spot.right) / 2;
  block.rows.forEach((row, i) => {
    const y = spot.top + 1 + LABEL_LEADING * (i + 0.5);
    context.strokeStyle = theme.paper;
    context.lineWidth = 4;
    context.strokeText(row, x, y);
    context.fillStyle = theme.ink;
    context.fillText(row, x, y);
  });
}

// A name in one or two rows, cut at 28 characters; each row keeps its direction to itself.
function labelBlock(context, label) {
  if (!blocks.has(label)) {
    const rows = wrapped(shortLabel(label)).map((row) => `\u2068${row}\u2069`);
    const width = Math.max(...rows.map((row) => context.measureText(row).width)) + 4;
    blocks.set(label, { rows, width, height: rows.length * LABEL_LEADING + 2 });
  }
  return blocks.get(label);
}

function wrapped(label) {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  if (label.length < WRAP_FROM || !spaces.length) return [label];
  const uneven = (index) => Math.abs(label.length - 2 * index);
  const at = spaces.reduce((a, b) => (uneven(b) < uneven(a) ? b : a));
  return [label.slice(0, at), label.slice(at + 1)];
}

// Under, over, beside, then at the corners.
function labelSpots(node, { width, height }) {
  const { x, y } = toScreen(node);
  const gap = nodeRadius(node) * 1.1 + 2;
  const slant = gap * 0.75;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x - width / 2, y + gap),
    box(x - width / 2, y - gap - height),
    box(x + gap + 2, y - height / 2),
    box(x - gap - 2 - width, y - height / 2),
    box(x + slant, y + slant),
    box(x - slant - width, y + slant),
    box(x + slant, y - slant - height),
    box(x - slant - width, y - slant - height),
  ];
}

// The spot that the fewest lines cross; the first of several, and simply the first in a thicket.
function clearest(spots) {
  if (seen.lines.length > FEW_LINES) return spots[0];
  const ends = seen.lines.map(({ a, b }) => [toScreen(a), toScreen(b)]);
  const crossings = spots.map((box) => ends.filter(([a, b]) => crosses(box, a, b)).length);
  return spots[crossings.indexOf(Math.min(...crossings))];
}

// Whether the line from a to b touches the box: cut it at the four sides in turn.
function crosses(box, a, b) {
  let [from, to] = [0, 1];
  const cuts = [
    [b.x - a.x, box.left - a.x, box.right - a.x],
    [b.y - a.y, box.top - a.y, box.bottom - a.y],
  ];
  for (const [step, low, high] of cuts) {
    if (Math.abs(step) < 1e-9) {
      if (low > 0 || high < 0) return false;
    } else {
      from = Math.max(from, Math.min(low / step, high / step));
      to = Math.min(to, Math.max(low / step, high / step));
    }
  }
  return from < to;
}

function nodeBox(node) {
  const { x, y } = toScreen(node);
  const reach = nodeRadius(node);
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach, node };
}

function isInside({ left, top, right, bottom }) {
  return left >= 0 && top >= 0 && right <= camera.width && bottom <= camera.height;
}

// Boxes that are taken, in a grid, so that asking stays quick with thousands of nodes.
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  *keys({ left, top, right, bottom }) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
        yield column * 4096 + row;
      }
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box, owner, overNodes) {
    if (!isInside(box)) return false;
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        const apart =
          other.right <= box.left ||
          other.left >= box.right ||
          other.bottom <= box.top ||
          other.top >= box.bottom;
        if (apart || other.node === owner || (overNodes && other.node && !other.bare)) continue;
        return false;
      }
    }
    return true;
  }
}
