// The network as a pane: what the page asks of it, whichever way it is drawn.

addPane('network', {
  hint: 'network.hint',
  keys: 'network.keys',
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
  canvas: () => (state.decades ? decadesCanvas() : pictureCanvas()),
  svg: () => networkSvg(),
});
