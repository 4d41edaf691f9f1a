// Where the picture is looked at from, and what lies where: the same for both ways of drawing it.
// picture.js (vis-network) or large.js (WebGL) moves the camera and measures where it is.

const [LEAST_STRETCH, MOST_STRETCH] = [0.55, 1.8]; // of one axis against the other
const camera = {
  scale: 1,
  openingScale: 1,
  spacing: 100,
  width: 0,
  height: 0,
  size: '', // of the stage, as the picture was last fitted to it
  moved: false,
  ego: null,
};
const stage = element('stage');
let resizing = 0;

function watchStage() {
  stage.addEventListener('pointermove', point);
  stage.addEventListener('pointerleave', () => hover({ node: null, line: null }));
  camera.size = stageSize();
  new ResizeObserver(resizeSoon).observe(stage);
}

function resizeSoon() {
  clearTimeout(resizing);
  resizing = setTimeout(resize, 120);
}

// A new size shows every node again, unless the reader has chosen what to look at.
function resize() {
  if (stageSize() === camera.size || !stage.clientWidth || !stage.clientHeight) return;
  camera.size = stageSize();
  resizePicture();
}

function stageSize() {
  return `${stage.clientWidth} ${stage.clientHeight}`;
}

// Use the room there is: stretch the layout once, at the opening, towards the shape of the stage.
// What the opening shows is measured here, so that it is the same if a link opens a part of it.
function placeNodes() {
  const { width, height } = extent(
    drawnNodes.map(({ x }) => x),
    drawnNodes.map(({ y }) => y),
  );
  const { x, y } = roomForNodes();
  const wanted = width > 1 && height > 1 ? x / width / (y / height) : 1;
  const stretch = Math.max(LEAST_STRETCH, Math.min(MOST_STRETCH, wanted));
  for (const node of drawnNodes) {
    node.px = node.x * Math.sqrt(stretch);
    node.py = node.y / Math.sqrt(stretch);
  }
  picking.of = null;
  camera.spacing = spacingOf(drawnNodes);
  camera.openingScale = viewOf(drawnNodes, 1.5).scale;
}

// The stage without its margins, which are for the names of the outermost actors; as it last was
// where the decades have its place.
function roomForNodes() {
  const width = stage.clientWidth || camera.width;
  const height = stage.clientHeight || camera.height;
  return { x: Math.max(80, width - Math.min(160, width * 0.24)), y: Math.max(80, height - 128) };
}

function extent(xs, ys) {
  const [left, right, top, bottom] = [least(xs), greatest(xs), least(ys), greatest(ys)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return { middle, width: right - left || 1, height: bottom - top || 1 };
}

function pixelRatio(context) {
  return context.canvas.width / (context.canvas.clientWidth || 1);
}

function toScreen({ px, py }) {
  return { x: camera.origin.x + px * camera.scale, y: camera.origin.y + py * camera.scale };
}

function onScreen(node) {
  const { x, y } = toScreen(node);
  return x > -40 && y > -40 && x < camera.width + 40 && y < camera.height + 40;
}

function toLayout({ x, y }) {
  return { x: (x - camera.origin.x) / camera.scale, y: (y - camera.origin.y) / camera.scale };
}

// The nodes that the picture is fitted to: all that are drawn, so that a period moves nothing; those
// that are left where the reader asked for neighbours only, or took some out.
function fittedNodes() {
  const narrowed = state.ego !== null || state.hidden.size > 0;
  const left = narrowed ? drawnNodes.filter((node) => seen.nodes.has(node)) : drawnNodes;
  return left.length ? left : drawnNodes;
}

// What to look at to see them, with room for names at the edges; marks are smaller where they crowd.
function wholeView() {
  const fitted = fittedNodes();
  camera.spacing = Math.min(spacingOf(drawnNodes), spacingOf(fitted));
  return viewOf(fitted, state.ego ? 6 : 1.5);
}

function viewOf(fitted, largest) {
  const { middle, width, height } = placesOf(fitted);
  const room = roomForNodes();
  return { middle, scale: fitted.length ? Math.min(largest, room.x / width, room.y / height) : 1 };
}

function placesOf(some) {
  return extent(
    some.map(({ px }) => px),
    some.map(({ py }) => py),
  );
}

function spacingOf(fitted) {
  const { width, height } = placesOf(fitted);
  const area = Math.max(width * height, Math.max(width, height) ** 2 / 4);
  return fitted.length < 3 ? 400 : Math.sqrt(area / fitted.length);
}
