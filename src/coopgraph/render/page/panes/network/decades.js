// Small multiples: the same picture once a decade, each node at its place; a click opens a decade.

const SMALL_RATIO = 1.5;

function drawDecades() {
  const host = element('decades');
  if (host.hidden === state.decades) {
    host.hidden = !state.decades;
    stage.hidden = state.decades;
  }
  if (!state.decades) return;
  const focused = host.contains(document.activeElement) && document.activeElement.dataset.begin;
  const grid = decadesKnown().map(makeDecade);
  host.replaceChildren(...grid.map(({ button }) => button));
  for (const { button, shown } of grid) drawSmall(button.firstChild, shown);
  if (focused) host.querySelector(`[data-begin="${focused}"]`)?.focus();
}

function makeDecade([first, last]) {
  const shown = tiesDuring(firstDay(first), lastDay(last));
  const actors = new Set(shown.flatMap((tie) => [tie.from, tie.to])).size;
  const canvas = make('canvas', { 'aria-hidden': 'true' });
  const years = make('strong', {}, first === last ? String(first) : `${first}–${last}`);
  const text = `${counted(nodesKey(), actors)}, ${counted('ties', shown.length)}`;
  const button = make('button', { type: 'button', title: word('decades.open') }, canvas, years);
  button.append(make('span', { class: 'number' }, text));
  button.dataset.begin = first;
  button.addEventListener('click', () => {
    Object.assign(state, { decades: false });
    setYears(first, last);
    refresh();
    focusPane();
  });
  return { button, shown };
}

// Dots and hairlines: what changes from one decade to the next is where they are.
function drawSmall(canvas, shown) {
  const width = canvas.clientWidth || 200;
  const height = Math.round(width / SMALL_RATIO);
  const ratio = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  const place = smallPlaces(width, height);
  const path = new Path2D();
  const here = new Set();
  for (const { line } of shown) {
    const [a, b] = [place(line.a), place(line.b)];
    path.moveTo(a.x, a.y);
    path.lineTo(b.x, b.y);
    here.add(line.a).add(line.b);
  }
  context.strokeStyle = theme.bar;
  context.lineWidth = 0.8;
  context.globalAlpha = 0.7;
  context.stroke(path);
  context.globalAlpha = 1;
  for (const node of drawnNodes) {
    if (!here.has(node)) continue;
    const { x, y } = place(node);
    context.fillStyle = nodeColour(node);
    context.beginPath();
    context.arc(x, y, 1.4 * sizeFactor(node), 0, 2 * Math.PI);
    context.fill();
  }
}

function smallPlaces(width, height) {
  const all = extent(drawnNodes.map(({ px }) => px), drawnNodes.map(({ py }) => py));
  const scale = Math.min((width - 12) / all.width, (height - 12) / all.height);
  return ({ px, py }) => ({
    x: width / 2 + (px - all.middle.x) * scale,
    y: height / 2 + (py - all.middle.y) * scale,
  });
}

// All small pictures on one canvas, in their grid, each with its years and numbers.
function decadesCanvas() {
  const host = element('decades');
  const ratio = window.devicePixelRatio || 1;
  const canvas = make('canvas');
  Object.assign(canvas, { width: host.scrollWidth * ratio, height: host.scrollHeight * ratio });
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.fillStyle = theme.ink;
  context.font = `14px ${theme.font}`;
  for (const button of host.children) {
    const small = button.firstChild;
    const [left, top] = [small.offsetLeft, small.offsetTop]; // in the grid, which is positioned
    context.drawImage(small, left, top, small.clientWidth, small.clientHeight);
    const text = [...button.children].slice(1).map((part) => part.textContent);
    context.fillText(text.join(' · '), left, top + small.clientHeight + 18);
  }
  return canvas;
}
