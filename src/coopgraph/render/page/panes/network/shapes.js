// Draw the nodes: shape for the kind, colour for the shore, a letter where there is room.

const outlines = new Map(
  Object.entries(legend.shapes).map(([shape, { outline }]) => [shape, new Path2D(outline)]),
);

// vis-network calls this for every node it has to draw, in the coordinates of the layout; its own
// places are whole numbers, and would miss the ends of the lines from near by.
function renderNode({ ctx: context, id }) {
  const node = nodeById.get(id);
  return { drawNode: () => seen.nodes.has(node) && drawNode(context, node) };
}

function drawNode(context, node) {
  const radius = nodeRadius(node);
  const size = radius / camera.scale;
  const near = nearSelected();
  const faded = near !== null && !near.has(node);
  const path = outlines.get(node.mark);
  context.translate(node.px, node.py);
  context.scale(size, size);
  context.lineJoin = 'round';
  if (node === state.selected?.node || node === pointed.node) {
    ring(context, path, theme.accent, 9 / radius);
    ring(context, path, theme.paper, 5 / radius);
  } else if (radius > 5) {
    ring(context, path, theme.paper, 4 / radius);
  }
  if (faded) {
    context.fillStyle = theme.paper; // no line shines through
    context.fill(path);
    context.globalAlpha = 0.22;
  }
  context.fillStyle = nodeColour(node);
  context.fill(path);
  const smallest = state.colourBy === 'side' ? 9 : 6.5;
  if (radius >= smallest && !faded) drawLetter(context, nodeLetter(node), node.mark);
}

// What is selected and what the pointer is on lie over all other nodes, whatever their order.
function drawChosen(context) {
  for (const node of new Set(chosenNodes())) {
    if (!node.drawn || !seen.nodes.has(node)) continue;
    context.save();
    drawNode(context, node);
    context.restore();
  }
}

function ring(context, path, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

function drawLetter(context, letter, shape) {
  context.fillStyle = '#FFFFFF';
  context.font = `700 ${letter.length > 1 ? 0.8 : 1}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(letter, 0, shape === 'mission' ? 0.3 : 0.08);
}

// In pixels of the screen: larger with zoom, up to a size that reads well; larger with more ties.
function nodeRadius(node) {
  const room = camera.scale * camera.spacing * 0.16;
  const base = Math.max(1.8, Math.min(12, room));
  return base * sizeFactor(node);
}

// The nodes that stay in full when something is selected; null when nothing is.
function nearSelected() {
  if (state.selected === nearSelected.of && seen.path === nearSelected.by) return nearSelected.found;
  nearSelected.of = state.selected;
  nearSelected.by = seen.path;
  nearSelected.found = selectedNodes();
  return nearSelected.found;
}
nearSelected.of = null;
nearSelected.by = null;
nearSelected.found = null;
