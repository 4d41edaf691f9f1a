// The map by mouse, fingers and keyboard.

function steerMap() {
  const { host, svg } = atlas;
  host.addEventListener('wheel', wheelMap, { passive: false });
  host.addEventListener('pointerdown', dragMap);
  svg.addEventListener('click', (event) => {
    if (atlas.dragged) return;
    const mark = event.target.closest('.map-place');
    if (mark) selectPlace(mark.place);
    else if (event.target.arc) selectArc(event.target.arc);
    else select(null);
  });
  svg.addEventListener('keydown', walkMap);
  svg.addEventListener('pointerover', (event) => {
    const place = event.target.closest?.('.map-place')?.place || null;
    if (place === atlas.pointed) return;
    atlas.pointed = place;
    showNames();
  });
  svg.addEventListener('focusin', (event) => {
    const mark = event.target.closest('.map-place');
    if (mark) holdPlaceStop(mark.place);
  });
}

function selectPlace(place) {
  atlas.current = place;
  const [only, ...others] = place.nodes;
  if (only && !others.length && !place.held.length && !place.area) select({ node: only });
  else select({ group: placeGroup(place) });
}

function wheelMap(event) {
  event.preventDefault();
  const box = atlas.host.getBoundingClientRect();
  const at = { x: event.clientX - box.left, y: event.clientY - box.top };
  zoomMap(event.deltaY < 0 ? 1.2 : 1 / 1.2, at);
}

const mapFingers = new Map();

// One finger or the mouse moves the map, two fingers zoom.
function dragMap(event) {
  if (event.button) return;
  if (!mapFingers.size) atlas.dragged = false;
  mapFingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const follow = (moved) => {
    if (mapFingers.has(moved.pointerId)) followFinger(moved);
  };
  const end = ({ pointerId }) => {
    mapFingers.delete(pointerId);
    if (mapFingers.size) return;
    for (const [name, act] of heard) window.removeEventListener(name, act);
  };
  const heard = [
    ['pointermove', follow],
    ['pointerup', end],
    ['pointercancel', end],
  ];
  if (mapFingers.size === 1) for (const [name, act] of heard) window.addEventListener(name, act);
}

function followFinger({ pointerId, clientX, clientY }) {
  const before = [...mapFingers.values()];
  const last = mapFingers.get(pointerId);
  const [dx, dy] = [clientX - last.x, clientY - last.y];
  if (!atlas.dragged && Math.hypot(dx, dy) < 4) return; // a click may tremble
  atlas.dragged = true;
  mapFingers.set(pointerId, { x: clientX, y: clientY });
  if (before.length < 2) {
    moveMap(dx, dy);
    return;
  }
  const now = [...mapFingers.values()];
  const spread = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
  const box = atlas.host.getBoundingClientRect();
  const at = { x: (now[0].x + now[1].x) / 2 - box.left, y: (now[0].y + now[1].y) / 2 - box.top };
  zoomMap(spread(now) / spread(before), at);
}

// One place is in the order of the Tab key: that of the keyboard, else the strongest.
function keepPlaceStop() {
  const stop = atlas.current?.facts.length ? atlas.current : atlas.ordered[0];
  for (const place of atlas.places) {
    place.mark.setAttribute('tabindex', place === stop ? '0' : '-1');
  }
}

function holdPlaceStop(place) {
  atlas.current = place;
  keepPlaceStop();
}

const MAP_DIRECTIONS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const MAP_KEYS = {
  '+': () => zoomMap(1.25),
  '=': () => zoomMap(1.25),
  '-': () => zoomMap(0.8),
  0: () => inPane('fit'),
  Escape: () => select(null),
};

function walkMap(event) {
  const place = event.target.closest('.map-place')?.place;
  if (event.ctrlKey || event.metaKey || event.altKey || !place) return;
  if (MAP_DIRECTIONS[event.key]) goToPlace(placeTowards(place, MAP_DIRECTIONS[event.key]));
  else if (event.key === 'Enter' || event.key === ' ') {
    selectPlace(place);
    element('known-body').focus({ preventScroll: true });
  } else if (MAP_KEYS[event.key]) MAP_KEYS[event.key]();
  else return;
  event.preventDefault();
}

// The place that lies best in the direction and near.
function placeTowards(from, [dx, dy]) {
  const here = onMap(from);
  let best = null;
  for (const place of atlas.ordered) {
    const { x, y } = onMap(place);
    const along = (x - here.x) * dx + (y - here.y) * dy;
    const across = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    if (place === from || along <= 0 || across > 2.5 * along) continue;
    const cost = along + 2 * across;
    if (!best || cost < best.cost) best = { cost, place };
  }
  return best?.place;
}

function goToPlace(place) {
  if (!place) return;
  if (!isOnMap(place)) centreMap(place);
  holdPlaceStop(place);
  place.mark.focus({ preventScroll: true });
}
