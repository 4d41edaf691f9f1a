// Where the picture is looked at from, and what lies where: the same for both ways of drawing it.
// picture.js (vis-network) or large.js (WebGL) moves the camera and measures where it is.

const camera = { scale: 1, openingScale: 1, spacing: 100, width: 0, height: 0, moved: false, ego: null };
const pointed = { node: null, line: null };
const stage = element('stage');
let resizing = 0;

function watchStage() {
  stage.addEventListener('pointermove', point);
  stage.addEventListener('pointerleave', () => hover({ node: null, line: null }));
  new ResizeObserver(resizeSoon).observe(stage);
}

function resizeSoon() {
  clearTimeout(resizing);
  resizing = setTimeout(resize, 120);
}

// A new size shows every node again, unless the reader has chosen what to look at.
function resize() {
  if (stage.clientWidth === camera.width && stage.clientHeight === camera.height) return;
  if (!stage.clientWidth || !stage.clientHeight) return;
  resizePicture();
}

// Use the room there is: stretch the layout once, at the opening, towards the shape of the stage.
function placeNodes() {
  const { width, height } = extent(
    drawnNodes.map(({ x }) => x),
    drawnNodes.map(({ y }) => y),
  );
  const { x, y } = roomForNodes();
  const wanted = width > 1 && height > 1 ? x / width / (y / height) : 1;
  const stretch = Math.max(0.55, Math.min(1.8, wanted));
  for (const node of drawnNodes) {
    node.px = node.x * Math.sqrt(stretch);
    node.py = node.y / Math.sqrt(stretch);
  }
}

// The stage without its margins, which are for the names of the outermost actors.
function roomForNodes() {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
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

// What to look at to see every node that is drawn, or those near the actor that is alone with its
// neighbours, with room for names at the edges.
function wholeView() {
  const alone = state.ego !== null;
  const fitted = alone ? drawnNodes.filter((node) => seen.nodes.has(node)) : drawnNodes;
  const { middle, width, height } = extent(
    fitted.map(({ px }) => px),
    fitted.map(({ py }) => py),
  );
  const room = roomForNodes();
  const scale = fitted.length ? Math.min(alone ? 6 : 1.5, room.x / width, room.y / height) : 1;
  const area = Math.max(width * height, Math.max(width, height) ** 2 / 4);
  if (!alone) camera.spacing = fitted.length < 3 ? 400 : Math.sqrt(area / fitted.length);
  return { middle, scale };
}

// The node, else the line, under a place of the layout.
function pick(place, reach) {
  let best = { distance: Infinity };
  for (const node of seen.nodes) {
    const distance = Math.hypot(node.px - place.x, node.py - place.y) * camera.scale;
    if (distance <= nodeRadius(node) + 4 && distance < best.distance) best = { distance, node };
  }
  if (best.node) return { node: best.node };
  for (const line of seen.lines) {
    const distance = distanceToLine(place, line) * camera.scale;
    if (distance <= reach && distance < best.distance) best = { distance, line };
  }
  return best.line ? { line: best.line } : null;
}

function distanceToLine({ x, y }, { a, b }) {
  const [dx, dy] = [b.px - a.px, b.py - a.py];
  const length = dx * dx + dy * dy || 1;
  const along = Math.max(0, Math.min(1, ((x - a.px) * dx + (y - a.py) * dy) / length));
  return Math.hypot(x - a.px - along * dx, y - a.py - along * dy);
}

function point(event) {
  if (event.pointerType === 'touch' || event.buttons) return;
  const box = stage.getBoundingClientRect();
  const place = toLayout({ x: event.clientX - box.left, y: event.clientY - box.top });
  hover({ node: null, line: null, ...pick(place, 6) });
}

function hover({ node, line }) {
  if (pointed.node === node && pointed.line === line) return;
  Object.assign(pointed, { node, line });
  stage.classList.toggle('over', Boolean(node || line));
  drawPicture();
}
