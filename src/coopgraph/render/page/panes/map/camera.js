// The camera of the map: which part of the scene (both panels) is seen, and how large.

// Panels beside each other; under each other where the pane is narrow and high.
function layPanels() {
  const { panels } = payload.extras.map;
  const [width, height] = [atlas.host.clientWidth, atlas.host.clientHeight];
  const stacked = width < height * 0.8;
  let at = 0;
  for (const [name, panel] of Object.entries(panels)) {
    atlas.offsets[name] = stacked ? { x: 0, y: at } : { x: at, y: 0 };
    at += (stacked ? panel.height : panel.width) + MAP_GAP;
  }
  const sizes = Object.values(panels);
  const across = Math.max(...sizes.map((panel) => (stacked ? panel.width : panel.height)));
  atlas.scene = stacked
    ? { width: across, height: at - MAP_GAP }
    : { width: at - MAP_GAP, height: across };
  if (stacked === atlas.stacked) return;
  atlas.stacked = stacked;
  for (const [name, group] of Object.entries(atlas.panels)) {
    const { x, y } = atlas.offsets[name];
    group.setAttribute('transform', `translate(${x} ${y})`);
  }
  layArcs();
}

function fitMap(view = atlas.view) {
  const { panels } = payload.extras.map;
  const panel = panels[view];
  atlas.view = view;
  const box = middleOf(
    panel
      ? { ...atlas.offsets[view], width: panel.width, height: panel.height }
      : { x: 0, y: 0, ...atlas.scene },
  );
  const [width, height] = [atlas.host.clientWidth, atlas.host.clientHeight];
  const scale = Math.min(width / box.width, height / box.height);
  const { camera } = atlas;
  camera.scale = scale;
  camera.x = (width - box.width * scale) / 2 - box.x * scale;
  camera.y = (height - box.height * scale) / 2 - box.y * scale;
  camera.moved = false;
  if (view === 'both') atlas.opening = scale;
}

// The panels are higher than what must be seen, so that the land runs on to the edges of the pane.
function middleOf(box) {
  if (atlas.stacked && atlas.view === 'both') return box;
  return { ...box, y: box.y + (box.height - MAP_HIGH) / 2, height: MAP_HIGH };
}

function zoomMap(factor, at) {
  const { camera } = atlas;
  const { x, y } = at || zoomCentre();
  const scale = Math.max(atlas.opening * 0.6, Math.min(atlas.opening * 40, camera.scale * factor));
  const share = scale / camera.scale;
  camera.x = x - (x - camera.x) * share;
  camera.y = y - (y - camera.y) * share;
  camera.scale = scale;
  camera.moved = true;
  showCamera();
}

// Buttons and keys zoom to the place that is selected or under the keyboard, else to the middle.
function zoomCentre() {
  const place = atlas.chosenPlace || (atlas.current?.facts.length ? atlas.current : null);
  if (place?.panel && isOnMap(place)) return onMap(place);
  return { x: atlas.host.clientWidth / 2, y: atlas.host.clientHeight / 2 };
}

function moveMap(dx, dy) {
  atlas.camera.x += dx;
  atlas.camera.y += dy;
  atlas.camera.moved = true;
  showCamera();
}

function onMap(place) {
  const { x, y } = onScene(place);
  const { camera } = atlas;
  return { x: camera.x + x * camera.scale, y: camera.y + y * camera.scale };
}

function isOnMap(place) {
  const { x, y } = onMap(place);
  return x > 0 && y > 0 && x < atlas.host.clientWidth && y < atlas.host.clientHeight;
}

function centreMap(place) {
  const { x, y } = onMap(place);
  moveMap(atlas.host.clientWidth / 2 - x, atlas.host.clientHeight / 2 - y);
}

// The scene moves as a whole; circles and names keep their size.
function showCamera() {
  const { scale, x, y } = atlas.camera;
  laySharers();
  const at = `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)})`;
  atlas.ground.setAttribute('transform', at);
  atlas.lines.setAttribute('transform', at);
  for (const place of atlas.places) movePlace(place);
  showNames();
  showScale();
  showHeadings();
  for (const button of atlas.views.children) {
    const current = !atlas.camera.moved && button.dataset.view === atlas.view;
    button.setAttribute('aria-pressed', String(current));
  }
}

// The name of each shore in the upper corner of its panel, as far as it is in sight.
function showHeadings() {
  const { camera, headings, offsets } = atlas;
  for (const [name, text] of Object.entries(headings)) {
    const { x, y } = offsets[name];
    const left = Math.max(0, camera.x + x * camera.scale);
    const width = payload.extras.map.panels[name].width * camera.scale;
    const right = camera.x + x * camera.scale + width;
    text.setAttribute('x', (left + 14).toFixed(1));
    text.setAttribute('y', (Math.max(0, camera.y + y * camera.scale) + 24).toFixed(1));
    text.setAttribute('display', right - left < 120 ? 'none' : 'inline');
  }
}

// Circles grow a little as the map comes nearer.
function movePlace(place) {
  const { x, y } = onMap(place);
  place.mark.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  const radius = placeRadius(place);
  if (radius === place.radius) return;
  place.radius = radius;
  place.circle.setAttribute('r', radius.toFixed(1));
  place.ring.setAttribute('r', (radius + 3).toFixed(1));
}

// A round number of kilometres that takes about a hundred pixels: the same for both panels.
function showScale() {
  const { scale } = atlas.camera;
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter((km) => km * scale <= 110).pop() || 1;
  const length = round * scale;
  const y = atlas.host.clientHeight - 14;
  atlas.scaleLine.setAttribute('d', `M14 ${y - 5}V${y}H${(14 + length).toFixed(1)}V${y - 5}`);
  atlas.scaleLine.setAttribute('stroke', theme.quiet);
  atlas.scaleText.setAttribute('y', y - 5);
  atlas.scaleText.setAttribute('x', 20);
  atlas.scaleText.setAttribute('fill', theme.quiet);
  atlas.scaleText.textContent = `${number(round)} km`;
}
