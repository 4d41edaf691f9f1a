// What is under the pointer. Places lie one after the other in arrays, so that a look at each of
// tens of thousands costs a fraction of a millisecond, whatever the period shows of them.

const WIDEST = 34; // pixels from the middle of the largest mark to where it still is meant
const pointed = { node: null, line: null };
const picking = { of: null, nodes: [], lines: [], x: null, y: null, ax: null, ay: null, bx: null, by: null };

// The node, else the line, under a place of the layout.
function pick(place, reach) {
  if (picking.of !== lines) readPlaces();
  const node = pickNode(place);
  if (node) return { node };
  const line = pickLine(place, reach);
  return line ? { line } : null;
}

// Where everything stands, until the next layout.
function readPlaces() {
  const all = (things, read) => Float64Array.from(things, read);
  const drawnLines = lines.filter(({ a, b }) => a.drawn && b.drawn);
  Object.assign(picking, {
    of: lines,
    nodes: drawnNodes,
    lines: drawnLines,
    x: all(drawnNodes, ({ px }) => px),
    y: all(drawnNodes, ({ py }) => py),
    ax: all(drawnLines, ({ a }) => a.px),
    ay: all(drawnLines, ({ a }) => a.py),
    bx: all(drawnLines, ({ b }) => b.px),
    by: all(drawnLines, ({ b }) => b.py),
  });
}

function pickNode(place) {
  const { nodes: all, x, y } = picking;
  const far = WIDEST / camera.scale;
  let best = { distance: Infinity, node: null };
  for (let i = 0; i < all.length; i += 1) {
    if (Math.abs(x[i] - place.x) > far || Math.abs(y[i] - place.y) > far) continue;
    const node = all[i];
    if (!seen.nodes.has(node)) continue;
    const distance = Math.hypot(x[i] - place.x, y[i] - place.y) * camera.scale;
    if (distance <= nodeRadius(node) + 4 && distance < best.distance) best = { distance, node };
  }
  return best.node;
}

function pickLine(place, reach) {
  const { lines: all, ax, ay, bx, by } = picking;
  const far = reach / camera.scale;
  const [left, right, top, bottom] = [place.x - far, place.x + far, place.y - far, place.y + far];
  let best = { distance: Infinity, line: null };
  for (let i = 0; i < all.length; i += 1) {
    if ((ax[i] < left && bx[i] < left) || (ax[i] > right && bx[i] > right)) continue;
    if ((ay[i] < top && by[i] < top) || (ay[i] > bottom && by[i] > bottom)) continue;
    if (!all[i].seen.length) continue;
    const distance = distanceToLine(place, ax[i], ay[i], bx[i] - ax[i], by[i] - ay[i]);
    if (distance <= far && distance < best.distance) best = { distance, line: all[i] };
  }
  return best.line;
}

// From a place to the line that starts at (ax, ay) and goes by (dx, dy).
function distanceToLine({ x, y }, ax, ay, dx, dy) {
  const length = dx * dx + dy * dy || 1;
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const [across, down] = [x - ax - along * dx, y - ay - along * dy];
  return Math.sqrt(across * across + down * down);
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
  drawPointed();
}
