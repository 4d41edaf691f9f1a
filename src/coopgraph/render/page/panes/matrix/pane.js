// The pane of the matrix: two choices and a table, of which a step of the slider changes few cells.

const MATRIX_BY = ['actors', 'places', 'themes', 'decades'];
const MATRIX_ORDERS = ['shore', 'strength', 'name'];

const matrixPane = {
  by: 'actors',
  order: 'shore',
  plan: null,
  begin: true, // whether the next drawing begins where the cells are
  grid: [], // rows of elements, headings included
  shown: new Map(), // place of a cell -> {look, number, cell}
};

function openMatrix(host) {
  const choices = [
    ['by', MATRIX_BY],
    ['order', MATRIX_ORDERS],
  ].map(([name, options]) => makeMatrixChoice(name, options));
  matrixPane.help = make('p', { class: 'help matrix-help' });
  matrixPane.scroll = make('div', { class: 'matrix-scroll' });
  host.append(make('div', { class: 'matrix-top' }, ...choices, matrixPane.help), matrixPane.scroll);
  matrixPane.scroll.addEventListener('keydown', walkMatrix);
  matrixPane.scroll.addEventListener('click', ({ target }) => {
    chooseInMatrix(target.closest('th, td'));
  });
  matrixPane.scroll.addEventListener('pointerover', nameMatrixCell);
  speakMatrix();
}

function makeMatrixChoice(name, options) {
  const choice = make('select', { id: `matrix-${name}` });
  matrixPane[`${name}Choice`] = { choice, options, label: make('span', {}) };
  choice.addEventListener('change', () => {
    matrixPane[name] = choice.value;
    swapMatrix();
    drawMatrix();
    writeLink();
  });
  return make('label', {}, matrixPane[`${name}Choice`].label, choice);
}

function speakMatrix() {
  for (const name of ['by', 'order']) {
    const { choice, options, label } = matrixPane[`${name}Choice`];
    label.textContent = word(`matrix.${name}`);
    choice.replaceChildren(
      ...options.map((value) => make('option', { value }, word(`matrix.${name}.${value}`))),
    );
    choice.value = matrixPane[name];
  }
  matrixPane.help.textContent = word('matrix.help');
  buildMatrix();
}

// Other rows and columns: what was in sight is no more.
function swapMatrix() {
  matrixPane.begin = true;
  buildMatrix();
}

// The table with its headings and empty cells.
function buildMatrix() {
  const { by, order } = matrixPane;
  matrixPane.plan = matrixPlan(by, order);
  matrixPane.shown = new Map();
  const { rows, columns, all } = matrixPane.plan;
  const text = { by: word(`matrix.by.${by}`), rows: number(rows.length), all: number(all) };
  const head = make('tr', {}, make('td', { class: 'matrix-corner' }));
  const headings = columns.map((column) => columnHeading(column, by));
  matrixPane.grid = [[head.firstChild, ...headings]];
  head.append(...headings);
  const body = make('tbody', {});
  rows.forEach((row, place) => body.append(matrixRow(row, place)));
  const caption = make('caption', { class: 'unseen' }, word('matrix.caption', text));
  const table = make('table', { class: 'matrix', role: 'grid' });
  table.append(caption, make('thead', {}, head), body);
  matrixPane.scroll.replaceChildren(table);
  const [, firstRow] = matrixPane.grid;
  if (firstRow?.[1]) firstRow[1].tabIndex = 0;
}

function columnHeading(column, by) {
  const name = said(matrixWords(column, by));
  const words = make('span', { dir: 'auto' }, matrixCut(name));
  const heading = make('th', { scope: 'col', tabindex: '-1' }, words);
  heading.title = name;
  if (column.node) heading.prepend(matrixIcon(column.node, by));
  return heading;
}

function matrixRow(row, place) {
  const { by, order, plan } = matrixPane;
  const name = said(matrixWords(row, by));
  const heading = make('th', { scope: 'row', tabindex: '-1' });
  heading.append(matrixIcon(row.node, by), make('span', { dir: 'auto' }, matrixCut(name)));
  heading.title = name;
  const cells = plan.columns.map(() => make('td', { tabindex: '-1' }));
  matrixPane.grid.push([heading, ...cells]);
  const line = make('tr', {}, heading, ...cells);
  const before = plan.rows[place - 1];
  const other = Boolean(before) && before.node.side !== row.node.side;
  line.classList.toggle('shore', order === 'shore' && other);
  return line;
}

function matrixIcon(node, by) {
  if (by === 'places') return sideIcon(node.side);
  return shapeIcon(node.mark, legend.sides[node.side].colour);
}

function matrixCut(name) {
  return name.length > 28 ? `${name.slice(0, 27).trimEnd()}…` : name;
}

function drawMatrix() {
  const { plan } = matrixPane;
  const shown = new Map();
  for (const [place, cell] of countMatrix(plan)) {
    const look = matrixLook(cell);
    const n = cell.facts.size;
    shown.set(place, { look, number: n, cell });
    const before = matrixPane.shown.get(place);
    if (before?.look === look && before.number === n) continue;
    const box = matrixBox(place);
    box.className = look;
    if (before?.number === n) continue;
    box.textContent = n;
    box.setAttribute('aria-label', matrixCellText(place, n));
  }
  for (const place of matrixPane.shown.keys()) {
    if (shown.has(place)) continue;
    const box = matrixBox(place);
    box.className = '';
    box.textContent = '';
    box.removeAttribute('aria-label');
    box.removeAttribute('title');
  }
  matrixPane.shown = shown;
  markMatrix();
  if (matrixPane.begin) beginMatrix();
}

// The element of a cell, by its place in the plan.
function matrixBox(place) {
  const wide = matrixPane.plan.columns.length;
  return matrixPane.grid[Math.floor(place / wide) + 1][(place % wide) + 1];
}

// Scroll to what is selected, else to where the cells are; later, while nothing is laid out (in a
// frame that nobody sees yet).
function beginMatrix() {
  const { scroll, grid, plan, shown } = matrixPane;
  const [corner, cell] = [grid[0][0], grid[1]?.[1]];
  if (!cell) return;
  scroll.style.scrollPadding = `${corner.offsetHeight}px 0 0 ${corner.offsetWidth}px`;
  const [high, wide] = [cell.offsetHeight, cell.offsetWidth];
  matrixPane.begin = !high || !wide;
  if (matrixPane.begin) {
    enterMatrix(cell);
    return;
  }
  const room = [
    Math.max(1, Math.floor((scroll.clientHeight - corner.offsetHeight) / high)),
    Math.max(1, Math.floor((scroll.clientWidth - corner.offsetWidth) / wide)),
  ];
  const chosen = scroll.querySelector('td[aria-selected=true]');
  const [line, place] = chosen ? matrixPlaceOf(chosen).map((n) => n - 1) : [-1, -1];
  const { row, column } = chosen
    ? { row: line - Math.floor(room[0] / 2), column: place - Math.floor(room[1] / 2) }
    : matrixWindow(shown, [plan.rows.length, plan.columns.length], room);
  scroll.scrollTo(column * wide, row * high);
  enterMatrix(chosen || firstFilledFrom(row, column) || cell);
}

function firstFilledFrom(row, column) {
  const { plan, shown } = matrixPane;
  const inSight = [...shown.keys()].filter((place) => {
    const [y, x] = [Math.floor(place / plan.columns.length), place % plan.columns.length];
    return y >= row && x >= column;
  });
  return inSight.length ? matrixBox(Math.min(...inSight)) : null;
}

// What is selected has the accent: one cell, or the row and the column of an actor.
function markMatrix() {
  for (const marked of matrixPane.scroll.querySelectorAll('[aria-selected=true]')) {
    marked.removeAttribute('aria-selected');
  }
  const { plan, grid } = matrixPane;
  const { selected } = state;
  if (!selected) return;
  for (const [place, { cell }] of matrixPane.shown) {
    const { line, fact, group } = selected;
    const chosen = group
      ? group.key === matrixKeyAt(place)
      : line
        ? cell.lines.includes(line)
        : fact && cell.facts.has(fact);
    if (chosen) matrixBox(place).setAttribute('aria-selected', 'true');
  }
  plan.rows.forEach((row, place) => {
    if (row.node === selected.node) grid[place + 1][0].setAttribute('aria-selected', 'true');
  });
}

function matrixPlaceOf(box) {
  const row = matrixPane.grid.findIndex((boxes) => boxes.includes(box));
  return [row, row < 0 ? -1 : matrixPane.grid[row].indexOf(box)];
}

function matrixKeyAt(place) {
  const { by, plan } = matrixPane;
  const wide = plan.columns.length;
  return matrixGroupKey(by, plan.rows[Math.floor(place / wide)], plan.columns[place % wide]);
}

// A cell opens all that it counts: one line, as everywhere on the page, or a group of its own.
function chooseInMatrix(box) {
  const [row, column] = matrixPlaceOf(box);
  if (row < 0) return;
  enterMatrix(box);
  const { plan } = matrixPane;
  if (row && column) {
    if (!box.textContent) return;
    const group = matrixGroup(plan, plan.rows[row - 1], plan.columns[column - 1]);
    const [line, ...others] = group.lines;
    select(group.pairs && !others.length ? { line } : { group });
  } else {
    const node = row ? plan.rows[row - 1].node : plan.columns[column - 1]?.node;
    if (node && matrixPane.by !== 'places') select({ node });
  }
}

function enterMatrix(box) {
  for (const other of matrixPane.scroll.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
  box.tabIndex = 0;
}

function nameMatrixCell(event) {
  const box = event.target.closest('td');
  const [row, column] = box ? matrixPlaceOf(box) : [-1, -1];
  if (row < 1 || column < 1 || !box.textContent) return;
  box.title = box.getAttribute('aria-label');
}

// Who with whom, and how much: the name of a cell that is filled, and what is said of an empty one.
function matrixCellText(place, n) {
  const { plan, by } = matrixPane;
  const wide = plan.columns.length;
  return word('matrix.cell', {
    row: said(matrixWords(plan.rows[Math.floor(place / wide)], by)),
    column: said(matrixWords(plan.columns[place % wide], by)),
    facts: counted('facts', n),
  });
}

// The grid pattern: arrows, Home and End in the row, with Ctrl in the table; Enter selects.
function walkMatrix(event) {
  const [row, column] = matrixPlaceOf(event.target);
  if (row < 0) return;
  const { grid } = matrixPane;
  const [lastRow, lastColumn] = [grid.length - 1, grid[0].length - 1];
  const aim = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    PageDown: [Math.min(lastRow, row + 10), column],
    PageUp: [Math.max(1, row - 10), column],
    Home: [event.ctrlKey ? 1 : row, event.ctrlKey ? 1 : 0],
    End: [event.ctrlKey ? lastRow : row, lastColumn],
  }[event.key];
  if (event.key === 'Enter' || event.key === ' ') chooseInMatrix(event.target);
  else if (!aim) return;
  event.preventDefault();
  const box = aim && grid[aim[0]]?.[aim[1]];
  if (!box || box === grid[0][0]) return;
  enterMatrix(box);
  box.focus();
  const place = (aim[0] - 1) * matrixPane.plan.columns.length + aim[1] - 1;
  if (aim[0] && aim[1] && !box.textContent) announce(matrixCellText(place, 0));
}

function revealInMatrix(node) {
  const row = matrixPane.plan.rows.findIndex((one) => one.node === node);
  matrixPane.grid[row + 1]?.[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// That of the cell which is selected, else actors with actors.
function usualCrossing() {
  return findMatrixCell(state.selected?.group?.key)?.by || MATRIX_BY[0];
}

addPane('matrix', {
  hint: 'matrix.hint',
  keys: 'matrix.keys',
  open: openMatrix,
  draw: drawMatrix,
  speak: speakMatrix,
  swap: swapMatrix,
  find: (key) => findMatrixCell(key)?.group || null,
  reveal: (node) => matrixPane.plan.rows.some((row) => row.node === node) && revealInMatrix(node),
  told(put) {
    put('cross', matrixPane.by, usualCrossing());
    put('order', matrixPane.order, MATRIX_ORDERS[0]);
  },
  read(among) {
    const { by, order } = matrixPane;
    matrixPane.by = among('cross', MATRIX_BY, usualCrossing());
    matrixPane.order = among('order', MATRIX_ORDERS, MATRIX_ORDERS[0]);
    if (by !== matrixPane.by || order !== matrixPane.order) matrixPane.begin = true;
  },
  svg: () => {
    matrixPane.scroll.scrollTo(0, 0); // the headings stand where they belong
    return traced(matrixPane.scroll.firstElementChild);
  },
  focus: () => matrixPane.scroll.querySelector('[tabindex="0"]')?.focus(),
});
