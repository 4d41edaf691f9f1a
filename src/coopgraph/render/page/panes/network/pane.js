// The network as a pane: what the page asks of it, whichever way it is drawn.

const NEAREST = 30; // pixels between the actor that was searched for and the next one, at least
const NEARER = 8; // times the opening scale that a search goes to, at most
const owed = { swap: false, fit: false }; // what waits until the picture is on the page again

addPane('network', {
  hint: 'network.hint',
  keys: 'network.keys',
  open: openPicture,
  draw: drawNetwork,
  swap() {
    placeNodes();
    owed.swap = true;
  },
  fit() {
    owed.fit = true;
    if (!state.decades) settle();
  },
  zoom: (factor) => state.decades || zoomBy(factor),
  reveal,
  focus: () => stage.focus(),
  canvas: () => decadesCanvas(),
  svg: () => networkSvg(),
});

function drawNetwork() {
  if (camera.ego !== state.ego) {
    camera.ego = state.ego;
    owed.fit = true;
  }
  drawDecades();
  if (state.decades) return; // without room nothing can be fitted to it
  settle();
  drawPicture();
}

function settle() {
  if (owed.swap) swapPicture();
  else if (owed.fit) fit();
  Object.assign(owed, { swap: false, fit: false });
}

// Bring an actor into sight, and near enough to be told from those beside it.
function reveal(node) {
  if (state.decades || !seen.nodes.has(node)) return;
  const nearer = NEAREST / (nearestTo(node) * camera.scale);
  const most = (NEARER * camera.openingScale) / camera.scale;
  if (nearer <= 1 || most <= 1) {
    if (!onScreen(node)) centreOn(node);
    return;
  }
  centreOn(node);
  zoomBy(Math.min(nearer, most));
}

function nearestTo(node) {
  let least_ = Infinity;
  for (const other of seen.nodes) {
    if (other === node) continue;
    least_ = Math.min(least_, Math.hypot(other.px - node.px, other.py - node.py));
  }
  return least_;
}
