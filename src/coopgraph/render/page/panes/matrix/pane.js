// The pane of the matrix: two choices and a table, of which a step of the slider changes few cells.

const matrixPane = {
  by: 'actors',
  order: 'shore',
  plan: null,
  columns: [],
  grid: [], // rows of elements, headings included
  shown: new Map(), // place of a cell -> {look, number, cell}
};

function openMatrix(host) {
  const choices = [
    ['by', ['actors', 'places', 'themes', 'decades']],
    ['order', ['shore', 'strength', 'name']],
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
    buildMatrix();
    drawMatrix();
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

// The table with its headings and empty cells.
function buildMatrix() {
  const { by, order } = matrixPane;
  matrixPane.plan = matrixPlan(by, order);
  matrixPane.columns = matrixColumns(matrixPane.plan);
  matrixPane.shown = new Map();
  const { rows, all } = matrixPane.plan;
  const text = { by: word(`matrix.by.${by}`), rows: number(rows.length), all: number(all) };
  const head = make('tr', {}, make('td', { class: 'matrix-corner' }));
  const headings = matrixPane.columns.map((column) => columnHeading(column, by));
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
  const name = matrixLabel(column, by);
  const words = make('span', { dir: 'auto' }, matrixCut(name));
  const heading = make('th', { scope: 'col', tabindex: '-1' }, words);
  heading.title = name;
  if (column.node) heading.prepend(matrixIcon(column.node, by));
  return heading;
}

function matrixRow(row, place) {
  const { by, order, plan, columns } = matrixPane;
  const name = matrixName(row, by);
  const heading = make('th', { scope: 'row', tabindex: '-1' });
  heading.append(matrixIcon(row.node, by), make('span', { dir: 'auto' }, matrixCut(name)));
  heading.title = name;
  const cells = columns.map(() => make('td', { tabindex: '-1' }));
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
  const { plan, columns, grid } = matrixPane;
  const cells = countMatrix(plan, columns);
  const shown = new Map();
  const width = columns.length;
  for (const [place, cell] of cells) {
    const look = matrixLook(cell);
    shown.set(place, { look, number: cell.facts.size, cell });
    const before = matrixPane.shown.get(place);
    if (before?.look === look && before.number === cell.facts.size) continue;
    const box = grid[Math.floor(place / width) + 1][(place % width) + 1];
    box.className = look;
    box.textContent = cell.facts.size;
  }
  for (const place of matrixPane.shown.keys()) {
    if (shown.has(place)) continue;
    const box = grid[Math.floor(place / width) + 1][(place % width) + 1];
    box.className = '';
    box.textContent = '';
  }
  matrixPane.shown = shown;
  markMatrix();
}

// What is selected has the accent: one cell, or the row and the column of an actor.
function markMatrix() {
  for (const marked of matrixPane.scroll.querySelectorAll('[aria-selected=true]')) {
    marked.removeAttribute('aria-selected');
  }
  const { plan, columns, grid } = matrixPane;
  const { selected } = state;
  if (!selected) return;
  for (const [place, { cell }] of matrixPane.shown) {
    const { line, fact } = selected;
    const chosen = line ? cell.lines.includes(line) : fact && cell.facts.has(fact);
    if (!chosen) continue;
    const box = grid[Math.floor(place / columns.length) + 1][(place % columns.length) + 1];
    box.setAttribute('aria-selected', 'true');
  }
  plan.rows.forEach((row, place) => {
    if (row.node === selected.node) grid[place + 1][0].setAttribute('aria-selected', 'true');
  });
}

function matrixPlaceOf(box) {
  const row = matrixPane.grid.findIndex((boxes) => boxes.includes(box));
  return [row, row < 0 ? -1 : matrixPane.grid[row].indexOf(box)];
}

function chooseInMatrix(box) {
  const [row, column] = matrixPlaceOf(box);
  if (row < 0) return;
  enterMatrix(box);
  const { plan, columns } = matrixPane;
  if (row && column) {
    const shown = matrixPane.shown.get((row - 1) * columns.length + column - 1);
    if (!shown) return;
    const [line] = [...shown.cell.lines].sort((a, b) => b.number - a.number);
    select(line ? { line } : { node: plan.rows[row - 1].node });
  } else {
    const node = row ? plan.rows[row - 1].node : columns[column - 1]?.node;
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
  box.title = matrixCellText(row, column);
}

function matrixCellText(row, column) {
  const { plan, columns, by } = matrixPane;
  const shown = matrixPane.shown.get((row - 1) * columns.length + column - 1);
  return word('matrix.cell', {
    row: matrixName(plan.rows[row - 1], by),
    column: matrixLabel(columns[column - 1], by),
    facts: counted('facts', shown?.number || 0),
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
  if (aim[0] && aim[1]) announce(matrixCellText(...aim));
}

function revealInMatrix(node) {
  const row = matrixPane.plan.rows.findIndex((one) => one.node === node);
  matrixPane.grid[row + 1]?.[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

addPane('matrix', {
  hint: 'matrix.hint',
  keys: 'matrix.keys',
  open: openMatrix,
  draw: drawMatrix,
  speak: speakMatrix,
  swap: buildMatrix,
  reveal: (node) => matrixPane.plan.rows.some((row) => row.node === node) && revealInMatrix(node),
  svg: () => {
    matrixPane.scroll.scrollTo(0, 0); // the headings stand where they belong
    return traced(matrixPane.scroll.firstElementChild);
  },
  focus: () => matrixPane.scroll.querySelector('[tabindex="0"]')?.focus(),
});
