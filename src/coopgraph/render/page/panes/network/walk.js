// The picture by keyboard: arrows walk from an actor to the neighbour in that direction.

const DIRECTIONS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const PICTURE_KEYS = {
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  0: () => fit(),
  Escape: () => select(null),
  p: () => onSelected(pinNode),
  h: () => onSelected(hideNode),
  n: () => onSelected((node) => change({ ego: state.ego ? null : { node, steps: 1 } })),
  u: () => widen(),
  Enter: () => state.selected && element('known-body').focus({ preventScroll: true }),
};

stage.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (DIRECTIONS[event.key]) walk(DIRECTIONS[event.key]);
  else if (PICTURE_KEYS[event.key]) PICTURE_KEYS[event.key]();
  else return;
  event.preventDefault();
});

function onSelected(act) {
  if (state.selected?.node?.drawn) act(state.selected.node);
}

function walk(direction) {
  const chosen = state.selected?.node || state.selected?.line?.a;
  const from = chosen?.drawn ? chosen : null;
  const next = from ? neighbourTowards(from, direction) : strongestSeen();
  if (!next) return;
  change({ selected: { node: next } });
  if (!onScreen(next)) centreOn(next);
  announce(`${nameOf(next)}, ${counted('ties', tiesOf(next).length)}`);
}

function strongestSeen() {
  return nodesByStrength.find((node) => seen.nodes.has(node));
}

// Among the neighbours on that side, the one that lies best in the direction and near; if there is
// none, any actor there, so that actors without ties can be reached too.
function neighbourTowards(from, direction) {
  const neighbours = from.lines
    .filter((line) => line.seen.length)
    .map((line) => otherEnd(line, from));
  return nearestTowards(from, direction, neighbours) || nearestTowards(from, direction, seen.nodes);
}

function nearestTowards(from, [dx, dy], candidates) {
  let best = null;
  for (const other of candidates) {
    const [x, y] = [other.px - from.px, other.py - from.py];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (other === from || along <= 0 || across > 2.5 * along) continue;
    const cost = along + 2 * across;
    if (!best || cost < best.cost) best = { cost, other };
  }
  return best?.other;
}
