// The picture of a large network: WebGL (sigma) draws dots and plain lines for thousands of actors.
// Where few are in sight, shapes, letters and marks of doubt are drawn over them, as in a small one.

const FEW_IN_SIGHT = { nodes: 400, lines: 800 };
const SMALLEST = 0.04; // share of the opening scale
const LARGEST = 60;
let renderer = null;
let overlay = null;
let dressed = null; // what the dots and lines were last dressed for
const tints = new Map();

function openPicture() {
  placeNodes();
  camera.measuredAtOne = 1;
  dress();
  renderer = new SigmaKit.Sigma(largeGraph(), element('canvas'), {
    renderLabels: false, // drawLabels() does it
    defaultNodeType: 'point',
    defaultEdgeType: 'line',
    nodeProgramClasses: { point: SigmaKit.NodePointProgram },
    edgeProgramClasses: { line: SigmaKit.EdgeLineProgram },
    nodeReducer: dressNode,
    edgeReducer: dressEdge,
    zoomToSizeRatioFunction: (ratio) => baseRadius(1) / baseRadius(ratio),
    stagePadding: 0,
    zIndex: false, // sorting thousands of lines costs more than it shows
    allowInvalidContainer: true,
    minEdgeThickness: 0.5,
    enableCameraRotation: false,
    inertiaDuration: calm.matches ? 0 : 200,
    zoomDuration: calm.matches ? 0 : 150,
  });
  overlay = renderer.createCanvas('names', { beforeLayer: 'mouse' });
  renderer.on('afterRender', drawOver);
  renderer.getMouseCaptor().on('click', ({ x, y }) => select(pick(toLayout({ x, y }), 8)));
  renderer.getTouchCaptor().on('tap', ({ touches: [{ x, y }] }) => select(pick(toLayout({ x, y }), 16)));
  for (const motion of ['mousedown', 'wheel']) renderer.getMouseCaptor().on(motion, cameraMoved);
  renderer.getTouchCaptor().on('touchdown', cameraMoved);
  fit();
  camera.openingScale = camera.scale;
  watchStage();
}

function largeGraph() {
  const graph = new SigmaKit.UndirectedGraph();
  for (const node of drawnNodes) {
    graph.addNode(node.id, { x: node.px, y: -node.py, size: 1, color: '#000', node });
  }
  for (const line of lines) {
    if (line.a !== line.b && line.a.drawn && line.b.drawn) {
      graph.addEdgeWithKey(line.id, line.a.id, line.b.id, { size: 1, color: '#000', line });
    }
  }
  return graph;
}

// The radius of a plain dot when the camera is this many times as far as at the opening.
function baseRadius(ratio) {
  const scale = camera.measuredAtOne / ratio;
  return Math.max(1.8, Math.min(12, scale * camera.spacing * 0.16));
}

function dressNode(id, { x, y, node }) {
  const near = dressed.near;
  const faded = near !== null && !near.has(node);
  const colour = nodeColour(node);
  return {
    x,
    y,
    hidden: !seen.nodes.has(node),
    size: baseRadius(1) * sizeFactor(node),
    color: faded ? tint(colour, 0.22) : colour,
  };
}

function dressEdge(id, { line }) {
  const hidden = !line.seen.length;
  if (hidden) return { hidden, size: 1, color: '#000' };
  const faded = dressed.lines !== null && !dressed.lines.has(line);
  const chosen = dressed.lines !== null && !faded;
  const alpha = chosen ? 1 : dressed.alpha * line.opacity * (faded ? 0.2 : 1);
  return { hidden, size: 1, color: tint(line.contested ? legend.doubts.contested.outline : line.colour, alpha) };
}

// A colour of the theme or the legend, with this much of it: multiplied, as sigma blends it.
function tint(colour, alpha) {
  const key = `${colour} ${alpha.toFixed(2)}`;
  if (!tints.has(key)) {
    const [r, g, b] = [1, 3, 5].map((at) =>
      Math.round(alpha * parseInt(colour.slice(at, at + 2), 16)),
    );
    tints.set(key, `rgba(${r},${g},${b},${alpha.toFixed(2)})`);
  }
  return tints.get(key);
}

function drawPicture() {
  if (!renderer || state.decades) return;
  dress();
  renderer.refresh({ skipIndexation: true, schedule: true });
}

// The thicker the thicket, the lighter its lines.
function dress() {
  dressed = {
    near: nearSelected(),
    lines: selectedLines(),
    alpha: Math.max(0.06, Math.min(0.8, Math.sqrt(250 / Math.max(1, seen.lines.length)))),
  };
}

function cameraMoved() {
  camera.moved = true;
}

function measureCamera() {
  camera.width = stage.clientWidth;
  camera.height = stage.clientHeight;
  camera.origin = renderer.graphToViewport({ x: 0, y: 0 });
  const along = renderer.graphToViewport({ x: 1000, y: 0 });
  camera.scale = (along.x - camera.origin.x) / 1000;
}

// Over the dots: names, and where few are in sight also shapes and lines with all their marks.
function drawOver() {
  measureCamera();
  const ratio = window.devicePixelRatio || 1;
  sizeOverlay(ratio);
  const context = overlay.getContext('2d');
  const near = inSight();
  const layers = renderer.getCanvases();
  layers.edges.style.visibility = near.lines ? 'hidden' : 'visible';
  layers.nodes.style.visibility = near.nodes ? 'hidden' : 'visible';
  context.save();
  context.scale(ratio, ratio);
  context.translate(camera.origin.x, camera.origin.y);
  context.scale(camera.scale, camera.scale);
  if (near.lines) drawLines(context, camera.scale, near.lines);
  else drawHalo(context, camera.scale);
  for (const node of near.nodes || chosenNodes()) {
    context.save();
    drawNode(context, node, node.px, node.py);
    context.restore();
  }
  drawLabels(context, ratio);
  context.restore();
}

function sizeOverlay(ratio) {
  const [width, height] = [Math.round(camera.width * ratio), Math.round(camera.height * ratio)];
  overlay.width = width; // setting it clears it, too
  overlay.height = height;
  overlay.style.width = `${camera.width}px`;
  overlay.style.height = `${camera.height}px`;
}

// The nodes and the lines in sight, where they are few enough to be drawn in full; null otherwise.
function inSight() {
  const nodesNear = few(seen.nodes, (node) => node.drawn && onScreen(node), FEW_IN_SIGHT.nodes);
  return { nodes: nodesNear, lines: few(seen.lines, mayCross, FEW_IN_SIGHT.lines) };
}

function few(all, isIn, most) {
  const found = [];
  for (const one of all) {
    if (!isIn(one)) continue;
    found.push(one);
    if (found.length > most) return null;
  }
  return found;
}

// Whether the box of a line touches the screen: some lines that pass by a corner do not cross it.
function mayCross({ a, b }) {
  const [from, to] = [toScreen(a), toScreen(b)];
  if (Math.max(from.x, to.x) < 0 || Math.min(from.x, to.x) > camera.width) return false;
  return Math.max(from.y, to.y) >= 0 && Math.min(from.y, to.y) <= camera.height;
}

function fit() {
  const { middle, scale } = wholeView();
  lookAt(middle, scale);
  camera.moved = false;
}

function lookAt({ x, y }, scale) {
  const view = renderer.getCamera();
  view.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  renderer.resize();
  measureCamera();
  camera.measuredAtOne = camera.scale;
  const place = { x: camera.origin.x + x * camera.scale, y: camera.origin.y + y * camera.scale };
  const framed = renderer.viewportToFramedGraph(place);
  view.setState({ x: framed.x, y: framed.y, ratio: camera.scale / scale, angle: 0 });
  measureCamera();
}

function zoomBy(factor) {
  camera.moved = true;
  const view = renderer.getCamera();
  const [near, far] = [1 / LARGEST, 1 / SMALLEST];
  view.setState({ ratio: Math.max(near, Math.min(far, view.getState().ratio / factor)) });
}

function centreOn(node) {
  camera.moved = true;
  renderer.getCamera().setState(renderer.viewportToFramedGraph(toScreen(node)));
}

function resizePicture() {
  renderer.resize();
  if (!camera.moved) fit();
  renderer.refresh({ skipIndexation: true });
}

// Other nodes and other places: the camera starts again.
function swapPicture() {
  Object.assign(pointed, { node: null, line: null });
  placeNodes();
  dress();
  renderer.setGraph(largeGraph());
  fit();
  camera.openingScale = camera.scale;
}

// Everything on one canvas, for the PNG.
function pictureCanvas() {
  const whole = document.createElement('canvas');
  const ratio = window.devicePixelRatio || 1;
  whole.width = Math.round(camera.width * ratio);
  whole.height = Math.round(camera.height * ratio);
  const context = whole.getContext('2d');
  renderer.render(); // what WebGL drew is only there in the same turn
  const canvases = renderer.getCanvases();
  for (const layer of ['edges', 'nodes', 'names']) {
    const drawn = canvases[layer] || overlay;
    if (drawn.style.visibility !== 'hidden') context.drawImage(drawn, 0, 0, whole.width, whole.height);
  }
  return whole;
}
