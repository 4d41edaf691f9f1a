// The picture of a large network: WebGL (sigma) draws dots and plain lines for thousands of actors.
// Where few are in sight, shapes, letters and marks of doubt are drawn over them, as in a small one.

const FEW_IN_SIGHT = { nodes: 400, lines: 800 };
const SMALLEST = 0.04; // share of the opening scale
const LARGEST = 60;
let renderer = null;
let overlay = null;
let pointing = 0;
let dressed = null; // what the dots and lines are dressed for
let dots = []; // by their number, which is their key for sigma: no id can disturb it
let strokes = [];
const tints = new Map(); // colour -> how much of it, in hundredths -> as sigma reads it

// Plain lines, all of them lighter by one number: a thicker thicket needs no line changed.
class PlainLines extends SigmaKit.EdgeLineProgram {
  getDefinition() {
    const usual = super.getDefinition();
    const FRAGMENT_SHADER_SOURCE = `
      precision mediump float;
      varying vec4 v_color;
      uniform float u_strength;
      void main(void) {
        gl_FragColor = v_color * u_strength;
      }
    `;
    return { ...usual, FRAGMENT_SHADER_SOURCE, UNIFORMS: [...usual.UNIFORMS, 'u_strength'] };
  }

  setUniforms(params, info) {
    super.setUniforms(params, info);
    info.gl.uniform1f(info.uniformLocations.u_strength, dressed.lines ? 1 : dressed.alpha);
  }
}

// Plain dots, drawn once: sigma would draw them again to know by a colour what the pointer is on.
class PlainDots extends SigmaKit.NodePointProgram {
  constructor(gl, picked, sigma) {
    super(gl, null, sigma);
  }
}

function openPicture() {
  placeNodes();
  camera.measuredAtOne = 1;
  camera.origin = { x: 0, y: 0 };
  dress();
  if (!drawsWebgl()) {
    const text = make('p', { class: 'help', 'data-word': 'network.without' }, word('network.without'));
    element('canvas').append(text);
    return; // all the rest of the page works: period, search, panel, table, SVG
  }
  renderer = new SigmaKit.Sigma(largeGraph(), element('canvas'), sigmaSettings());
  renderer.getNodeAtPosition = () => null; // pick() knows, without waiting for the graphics card
  overlay = renderer.createCanvas('names', { beforeLayer: 'mouse' });
  renderer.on('afterRender', drawOver);
  renderer.getMouseCaptor().on('click', ({ x, y }) => select(pick(toLayout({ x, y }), 8)));
  renderer.getTouchCaptor().on('tap', ({ touches: [{ x, y }] }) => select(pick(toLayout({ x, y }), 16)));
  for (const motion of ['mousedown', 'wheel']) renderer.getMouseCaptor().on(motion, cameraMoved);
  renderer.getTouchCaptor().on('touchdown', cameraMoved);
  fit();
  watchStage();
}

function sigmaSettings() {
  return {
    renderLabels: false, // drawLabels() does it
    defaultNodeType: 'point',
    defaultEdgeType: 'line',
    nodeProgramClasses: { point: PlainDots },
    edgeProgramClasses: { line: PlainLines },
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
  };
}

function drawsWebgl() {
  const canvas = make('canvas');
  return Boolean(canvas.getContext('webgl2') || canvas.getContext('webgl'));
}

function largeGraph() {
  const graph = new SigmaKit.UndirectedGraph();
  const numbers = new Map(drawnNodes.map((node, number_) => [node, number_]));
  dots = drawnNodes.map((node) => ({ node, x: node.px, y: -node.py, look: null, reach: 0 }));
  const drawn = lines.filter(({ a, b }) => a !== b && a.drawn && b.drawn);
  strokes = drawn.map((line) => ({ line, look: null }));
  dots.forEach((dot, number_) => graph.addNode(number_, dot));
  strokes.forEach((one, number_) => {
    graph.addEdgeWithKey(number_, numbers.get(one.line.a), numbers.get(one.line.b), one);
  });
  dots.forEach(wearDot);
  strokes.forEach(wearStroke);
  return graph;
}

// The radius of a plain dot when the camera is this many times as far as at the opening.
function baseRadius(ratio) {
  const scale = camera.measuredAtOne / ratio;
  return Math.max(1.8, Math.min(12, scale * camera.spacing * 0.16));
}

function dressNode(key) {
  const { x, y, look, reach } = dots[key];
  return { x, y, hidden: look === null, size: reach, color: look || '#000' };
}

function dressEdge(key) {
  const { look } = strokes[key];
  return { hidden: look === null, size: 1, color: look || '#000' };
}

// Put on the look of the moment, null where it is not seen; true if that is another one.
function wearDot(dot) {
  const { node, look, reach } = dot;
  const shown = seen.nodes.has(node);
  if (dressed.asBefore && shown === (look !== null)) return false;
  const faded = dressed.near !== null && !dressed.near.has(node);
  dot.look = shown ? tint(nodeColour(node), faded ? 0.22 : 1) : null;
  if (shown) dot.reach = dressed.base * sizeFactor(node);
  return dot.look !== look || dot.reach !== reach;
}

function wearStroke(one) {
  const worn = one.look;
  one.look = strokeLook(one.line);
  return one.look !== worn;
}

// Beside a selection, the strength of the thicket is in the looks; without one, PlainLines adds it.
function strokeLook(line) {
  if (!line.seen.length) return null;
  const colour = line.contested ? legend.doubts.contested.outline : line.colour;
  if (dressed.lines === null) return tint(colour, line.opacity);
  return tint(colour, dressed.lines.has(line) ? 1 : dressed.alpha * line.opacity * 0.2);
}

// A colour of the theme or the legend, with this much of it: multiplied, as sigma blends it.
function tint(colour, alpha) {
  if (!tints.has(colour)) tints.set(colour, []);
  const known = tints.get(colour);
  const hundredths = Math.round(100 * alpha);
  known[hundredths] ??= tinted(colour, hundredths / 100);
  return known[hundredths];
}

function tinted(colour, alpha) {
  const parts = [1, 3, 5].map((at) => Math.round(alpha * parseInt(colour.slice(at, at + 2), 16)));
  return `rgba(${parts.join()},${alpha.toFixed(2)})`;
}

// Only what looks another way than before is told to sigma: a step of the slider changes little.
function drawPicture() {
  if (!renderer || state.decades) return;
  dress();
  const partialGraph = { nodes: keysOf(dots, wearDot), edges: keysOf(strokes, wearStroke) };
  renderer.refresh({ partialGraph, skipIndexation: true, schedule: true });
}

// What the pointer is on has changed: dots and lines stay as they are, names and rings do not.
function drawPointed() {
  if (!renderer || state.decades || pointing) return;
  pointing = requestAnimationFrame(() => {
    pointing = 0;
    if (!state.decades) drawOver();
  });
}

function keysOf(all, isChanged) {
  const keys = [];
  for (let key = 0; key < all.length; key += 1) if (isChanged(all[key])) keys.push(String(key));
  return keys;
}

// The thicker the thicket, the lighter its lines.
function dress() {
  const near = nearSelected();
  const style = [state.projection, state.colourBy, state.sizeBy, theme.paper, baseRadius(1)].join();
  dressed = {
    near,
    style,
    asBefore: dressed !== null && dressed.near === near && dressed.style === style,
    lines: selectedLines(),
    alpha: Math.max(0.06, Math.min(0.8, Math.sqrt(250 / Math.max(1, seen.lines.length)))),
    base: baseRadius(1),
  };
}

function cameraMoved() {
  camera.moved = true;
}

// As the camera is, which may not yet be as it was last drawn.
function atPresent() {
  return { cameraState: renderer.getCamera().getState() };
}

function measureCamera() {
  camera.width = stage.clientWidth;
  camera.height = stage.clientHeight;
  camera.origin = renderer.graphToViewport({ x: 0, y: 0 }, atPresent());
  const along = renderer.graphToViewport({ x: 1000, y: 0 }, atPresent());
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
  for (const node of near.nodes || []) {
    context.save();
    drawNode(context, node);
    context.restore();
  }
  drawChosen(context);
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
  if (!renderer) return;
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
  const framed = renderer.viewportToFramedGraph(place, atPresent());
  view.setState({ x: framed.x, y: framed.y, ratio: camera.scale / scale, angle: 0 });
  measureCamera();
}

function zoomBy(factor) {
  if (!renderer) return;
  camera.moved = true;
  const view = renderer.getCamera();
  const [near, far] = [1 / LARGEST, 1 / SMALLEST];
  view.setState({ ratio: Math.max(near, Math.min(far, view.getState().ratio / factor)) });
}

function centreOn(node) {
  if (!renderer) return;
  camera.moved = true;
  measureCamera();
  renderer.getCamera().setState(renderer.viewportToFramedGraph(toScreen(node), atPresent()));
}

function resizePicture() {
  renderer.resize();
  if (!camera.moved) fit();
  drawPicture();
}

// Other nodes and other places: the camera starts again.
function swapPicture() {
  Object.assign(pointed, { node: null, line: null });
  dress();
  if (!renderer) return;
  renderer.setGraph(largeGraph());
  fit();
}
