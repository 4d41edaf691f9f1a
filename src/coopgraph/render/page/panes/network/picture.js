// The picture: vis-network keeps the camera and draws the nodes; lines and names are drawn around it.

let network = null;
let drawing = 0;

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
  network.on('afterDrawing', (context) => {
    drawChosen(context);
    drawLabels(context, pixelRatio(context));
  });
  network.on('click', ({ pointer }) => select(pick(pointer.canvas, 8)));
  for (const motion of ['dragStart', 'zoom']) {
    network.on(motion, () => {
      camera.moved = true;
    });
  }
  fit();
  watchStage();
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
  network.setData(placedNodes());
  fit();
}

function resizePicture() {
  network.setSize();
  if (!camera.moved) fit();
  network.redraw();
}

function drawPicture() {
  if (drawing || !network || state.decades) return;
  drawing = requestAnimationFrame(() => {
    drawing = 0;
    network.redraw();
  });
}

// What the pointer is on has changed, and nothing else.
function drawPointed() {
  drawPicture();
}

function measureCamera() {
  camera.scale = network.getScale();
  camera.width = stage.clientWidth;
  camera.height = stage.clientHeight;
  camera.origin = network.canvasToDOM({ x: 0, y: 0 });
}

function fit() {
  const { middle, scale } = wholeView();
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
