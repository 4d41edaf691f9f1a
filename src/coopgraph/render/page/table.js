// The table twin: the ties that are seen, in words, sortable, in step with choices and selection.

const COLUMNS = ['source', 'tie', 'target', 'date', 'doubt', 'evidence'];
const orders = new Map(); // column and language -> all ties, sorted by it
const rowsShown = new Map(); // tie -> its row, for the selection

const CELLS = {
  source: (tie) => nameOf(tie.from),
  tie: (tie) => said(tie.label),
  target: (tie) => nameOf(tie.to),
  date: (tie) => said(tie.rest.date),
  doubt: (tie) => tie.doubts.map((doubt) => said(legend.doubts[doubt].words)).join(', '),
  evidence: (tie) => [...publishersOf(tie.rest)].join(', '),
};

// Each once, however many of its pages say it.
function publishersOf(fact) {
  return new Set(fact.evidence.map(({ publisher }) => publisher).filter(Boolean));
}

function openTable() {
  element('twin-more').addEventListener('click', () => change({ rows: state.rows + 500 }));
  element('twin-body').addEventListener('click', (event) => {
    const row = event.target.closest('tr');
    if (row) select({ line: tieById.get(row.dataset.tie).line });
  });
  bindBox('only-selection', (on) => change({ onlySelection: on }));
}

function showTable() {
  showHead();
  showRows(state.rows);
}

function showHead() {
  const head = element('twin-head');
  const focused = document.activeElement?.dataset?.column;
  head.replaceChildren(...COLUMNS.map(makeHead));
  if (focused) head.querySelector(`[data-column="${focused}"]`)?.focus();
  element('twin-caption').textContent = announcement();
}

function makeHead(column) {
  const sorted = state.sort.column === column;
  const direction = state.sort.descending ? 'descending' : 'ascending';
  const name = word(`table.${column}`);
  const arrow = sorted ? (state.sort.descending ? ' ↓' : ' ↑') : '';
  const button = make(
    'button',
    { type: 'button', title: word('table.sort', { column: name }) },
    name,
  );
  button.append(make('span', { 'aria-hidden': 'true' }, arrow));
  button.dataset.column = column;
  button.addEventListener('click', () => {
    change({ sort: { column, descending: sorted && !state.sort.descending } });
  });
  return make('th', { scope: 'col', 'aria-sort': sorted ? direction : 'none' }, button);
}

// Of a fact, its own ties: the two actors may have many others.
function isChosen(tie, chosen) {
  const { fact } = state.selected;
  return fact ? tie.rest === fact : chosen.has(tie.line);
}

function rowTies() {
  const chosen = selectedLines();
  const wanted =
    chosen && state.onlySelection ? seen.ties.filter((tie) => isChosen(tie, chosen)) : seen.ties;
  if (!state.sort.column) return wanted;
  const kept = new Set(wanted);
  const rows = orderBy(state.sort.column).filter((tie) => kept.has(tie));
  return state.sort.descending ? rows.reverse() : rows;
}

// Sorting by words is slow with many ties: done once for a column and language.
function orderBy(column) {
  const key = `${state.projection} ${column} ${state.language}`;
  if (!orders.has(key)) {
    const { compare: byWords } = new Intl.Collator(state.language, { numeric: true });
    const value = column === 'date' ? (tie) => firstKnown(tie.rest) : CELLS[column];
    const values = new Map(ties.map((tie) => [tie, value(tie)]));
    orders.set(key, [...ties].sort((a, b) => byWords(values.get(a), values.get(b))));
  }
  return orders.get(key);
}

function showRows(limit) {
  const wanted = rowTies();
  const chosen = selectedLines();
  element('twin-body').replaceChildren(
    ...wanted.slice(0, limit).map((tie) => makeRow(tie, chosen)),
  );
  const further = Math.max(0, wanted.length - limit);
  element('twin-more').hidden = further === 0;
  element('twin-more').textContent = word('table.more', { n: number(further) });
  element('twin-scroll').hidden = wanted.length === 0;
  element('twin-empty').hidden = wanted.length > 0;
  element('twin-empty').textContent = emptyText();
  element('selection-choice').hidden = chosen === null;
  element('only-selection').checked = state.onlySelection;
}

function makeRow(tie, chosen) {
  const row = make('tr');
  row.dataset.tie = tie.id;
  if (chosen && isChosen(tie, chosen)) row.classList.add('chosen');
  for (const column of COLUMNS) {
    const cell = make('td', { dir: 'auto', 'data-name': word(`table.${column}`) });
    const text = CELLS[column](tie);
    if (column === 'tie') {
      const current = state.selected?.line === tie.line;
      cell.append(make('button', { type: 'button', 'aria-current': String(current) }, text));
    } else cell.textContent = text;
    row.append(cell);
  }
  return row;
}

function emptyText() {
  if (!nodes.length) return word('empty.view');
  const { firstYear, lastYear } = payload;
  const years = { period: periodText(), first: firstYear, last: lastYear };
  return word(outsideData(state.begin, state.end) ? 'empty.outside' : 'empty.seen', years);
}
