// Draw the names over the nodes, the strongest first; a name that would lie on another one yields.

const LABEL_LENGTH = 28;
const LABEL_SIZE = 13;
const LABEL_HEIGHT = 18;
const FEW_NODES = 60;
const CELL = 80;
const widths = new Map();

// Called with the canvas in layout coordinates; works in pixels of the screen.
function drawLabels(context, ratio) {
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `500 ${LABEL_SIZE}px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const placed = new Boxes();
  const shown = nodesByStrength.filter((node) => seen.nodes.has(node) && onScreen(node));
  for (const node of shown) placed.add(nodeBox(node));
  const near = nearSelected();
  for (const node of labelled(shown, near)) {
    const faded = near !== null && !near.has(node);
    if (!faded) placeLabel(context, placed, node);
  }
  context.restore();
}

// At the opening the ten strongest of a large network are named, and more as the reader comes nearer.
function labelled(shown, near) {
  const nearer = (camera.scale / camera.openingScale) ** 2;
  const budget = nodes.length <= FEW_NODES ? FEW_NODES : Math.round(10 * Math.max(1, nearer));
  const first = [state.selected?.node, pointed.node, pointed.line?.a, pointed.line?.b];
  first.push(state.selected?.line?.a, state.selected?.line?.b);
  const wanted = first.filter((node) => node && seen.nodes.has(node));
  const close = near ? shown.filter((node) => near.has(node)).slice(0, FEW_NODES) : [];
  return new Set([...wanted, ...close, ...shown.slice(0, Math.min(budget, 400))]);
}

function placeLabel(context, placed, node) {
  const text = `\u2068${shortLabel(said(node.label))}\u2069`;
  if (!widths.has(text)) widths.set(text, context.measureText(text).width);
  const width = widths.get(text);
  const spot = labelSpots(node, width).find((box) => placed.free(box, node));
  if (!spot) return;
  placed.add(spot);
  const [x, y] = [spot.left + 2, spot.top + LABEL_HEIGHT / 2];
  context.strokeStyle = theme.paper;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = theme.ink;
  context.fillText(text, x, y);
}

function labelSpots(node, width) {
  const { x, y } = toScreen(node);
  const gap = nodeRadius(node) * 1.15 + 3;
  const box = (left, top) => ({ left, top, right: left + width + 4, bottom: top + LABEL_HEIGHT });
  const half = width / 2 + 2;
  return [
    box(x - half, y + gap),
    box(x - half, y - gap - LABEL_HEIGHT),
    box(x + gap, y - LABEL_HEIGHT / 2),
    box(x - gap - width - 4, y - LABEL_HEIGHT / 2),
  ];
}

function nodeBox(node) {
  const { x, y } = toScreen(node);
  const reach = nodeRadius(node);
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach, node };
}

function shortLabel(label) {
  const letters = [...label];
  if (letters.length <= LABEL_LENGTH) return label;
  const kept = letters.slice(0, LABEL_LENGTH - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${(space > LABEL_LENGTH * 0.6 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

// Boxes that are taken, in a grid, so that asking stays quick with thousands of nodes.
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  * keys({ left, top, right, bottom }) {
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

  free(box, owner) {
    if (box.left < 0 || box.top < 0 || box.right > camera.width || box.bottom > camera.height) {
      return false;
    }
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        const apart = other.right <= box.left || other.left >= box.right
          || other.bottom <= box.top || other.top >= box.bottom;
        if (!apart && other.node !== owner) return false;
      }
    }
    return true;
  }
}
