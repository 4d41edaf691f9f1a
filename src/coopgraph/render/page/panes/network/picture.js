// The picture: vis-network keeps the camera and draws the nodes; lines and names are drawn around it.

const camera = { scale: 1, openingScale: 1, spacing: 100, width: 0, height: 0, moved: false, ego: null };
const pointed = { node: null, line: null };
const stage = element('stage');
let network = null;
let drawing = 0;
let resizing = 0;

const OPTIONS = {
  autoResize: false, // resize() does it, and fits the picture
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { dragNodes: false, hover: false, selectable: false, tooltipDelay: 1e9 },
  nodes: { shape: 'custom', ctxRenderer: renderNode, fixed: true, chosen: false },
};

function openPicture() {
  placeNodes();
  network = new vis.Network(element('canvas'), placedNodes(), OPTIONS);
  element('canvas').firstElementChild.tabIndex = -1; // the stage has the focus, once
  network.on('beforeDrawing', (context) => {
    measureCamera();
    drawLines(context, camera.scale);
  });
  network.on('afterDrawing', (context) => drawLabels(context, pixelRatio(context)));
  network.on('click', ({ pointer }) => select(pick(pointer.canvas, 8)));
  network.on('dragStart', () => {
    camera.moved = true;
  });
  network.on('zoom', () => {
    camera.moved = true;
  });
  stage.addEventListener('pointermove', point);
  stage.addEventListener('pointerleave', () => hover({ node: null, line: null }));
  fit();
  camera.openingScale = camera.scale;
  new ResizeObserver(resizeSoon).observe(stage);
}

function placedNodes() {
  return {
    nodes: new vis.DataSet(drawnNodes.map(({ id, px, py }) => ({ id, x: px, y: py }))),
    edges: new vis.DataSet(),
  };
}

// Other nodes and other places: the camera starts again.
function swapPicture() {
  Object.assign(pointed, { node: null, line: null });
  placeNodes();
  network.setData(placedNodes());
  camera.moved = false;
  fit();
  camera.openingScale = camera.scale;
}

function resizeSoon() {
  clearTimeout(resizing);
  resizing = setTimeout(resize, 120);
}

// A new size shows every node again, unless the reader has chosen what to look at.
function resize() {
  if (stage.clientWidth === camera.width && stage.clientHeight === camera.height) return;
  if (!stage.clientWidth || !stage.clientHeight) return;
  network.setSize();
  if (!camera.moved) fit();
  network.redraw();
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

function drawPicture() {
  if (drawing || !network || state.decades) return;
  drawing = requestAnimationFrame(() => {
    drawing = 0;
    network.redraw();
  });
}

function measureCamera() {
  camera.scale = network.getScale();
  camera.width = stage.clientWidth;
  camera.height = stage.clientHeight;
  camera.origin = network.canvasToDOM({ x: 0, y: 0 });
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

// Show every node that is drawn, or near the actor that is alone with its neighbours, with room for
// names at the edges.
function fit() {
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
  camera.moved = false;
  network.moveTo({ position: middle, scale });
  measureCamera();
}

function zoomBy(factor) {
  camera.moved = true;
  network.moveTo({ scale: Math.max(0.05, Math.min(12, network.getScale() * factor)) });
}

function centreOn(node) {
  camera.moved = true;
  network.moveTo({ position: { x: node.px, y: node.py } });
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
  const place = network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  hover({ node: null, line: null, ...pick(place, 6) });
}

function hover({ node, line }) {
  if (pointed.node === node && pointed.line === line) return;
  Object.assign(pointed, { node, line });
  stage.classList.toggle('over', Boolean(node || line));
  drawPicture();
}

addPane('network', {
  open: openPicture,
  draw() {
    if (camera.ego !== state.ego) {
      camera.ego = state.ego;
      camera.moved = false;
      fit();
    }
    drawDecades();
    drawPicture();
  },
  swap: swapPicture,
  fit: () => fit(),
  zoom: zoomBy,
  reveal(node) {
    if (seen.nodes.has(node) && !onScreen(node)) centreOn(node);
  },
  focus: () => stage.focus(),
  canvas: () => (state.decades ? decadesCanvas() : stage.querySelector('canvas')),
  svg: () => networkSvg(),
});
