// The answer as a table: sorted by a click, with names as links.
import { cellText } from '../columns.js';
import { make, note } from '../dom.js';
import { language, words } from '../words.js';

const AT_ONCE = 200;
const OURS = 'https://w3id.org/coopgraph/id/';

export function drawTable(host, { columns, rows }, state) {
  const shown = state.rows ?? AT_ONCE;
  const ordered = sorted(rows, columns, state.sort);
  const redraw = (change) => drawTable(host, { columns, rows }, Object.assign(state, change));
  const head = make('tr', {}, ...columns.map((column) => heading(column, state.sort, redraw)));
  const body = ordered.slice(0, shown).map((row) => make('tr', {}, ...columns.map((column) => cell(row, column))));
  const table = make('table', {}, make('thead', {}, head), make('tbody', {}, ...body));
  const frame = make('div', { class: 'frame', tabindex: '0', role: 'region', 'aria-label': words.table }, table);
  host.replaceChildren(frame);
  if (rows.length > shown) {
    const more = make('button', { type: 'button', onclick: () => redraw({ rows: shown + 1000 }) }, words.moreRows);
    host.append(make('p', { class: 'note' }, words.firstRows(shown, rows.length), ' ', more));
  }
}

function heading(column, sort, redraw) {
  const down = sort?.name === column.name && !sort.down;
  const order = sort?.name !== column.name ? 'none' : sort.down ? 'descending' : 'ascending';
  const sign = { none: '', ascending: '↑', descending: '↓' }[order];
  const attributes = { type: 'button', title: words.sort, onclick: () => redraw({ sort: { name: column.name, down } }) };
  const button = make('button', attributes, column.title, make('span', { 'aria-hidden': 'true' }, sign));
  return make('th', { scope: 'col', 'aria-sort': order, class: column.kind }, button);
}

function cell(row, column) {
  const text = cellText(row, column);
  const term = row[column.name];
  const speech = (column.label && row[column.label]?.['xml:lang']) || term?.['xml:lang'];
  const attributes = { class: column.kind, lang: speech && speech !== language ? speech : undefined };
  return make('td', attributes, term?.type === 'uri' ? link(term.value, text) : text);
}

// A record of ours leads to what the graph says of it, an address elsewhere to its page.
function link(iri, text) {
  if (iri.startsWith(OURS)) return make('a', { href: `#about=${encodeURIComponent(iri)}`, title: `${words.about} (${iri})` }, text);
  if (/^https?:\/\//.test(iri) && !iri.startsWith('https://w3id.org/coopgraph/')) {
    return make('a', { href: iri, rel: 'noopener noreferrer', target: '_blank' }, text);
  }
  return make('span', { title: iri }, text);
}

function sorted(rows, columns, sort) {
  const column = columns.find((one) => one.name === sort?.name);
  if (!column) return rows;
  const sign = sort.down ? -1 : 1;
  const collator = new Intl.Collator(language, { numeric: true });
  const value = (row) => (column.kind === 'date' ? row[column.name]?.value ?? '' : cellText(row, column));
  const compare = column.kind === 'number'
    ? (a, b) => Number(a[column.name]?.value ?? -Infinity) - Number(b[column.name]?.value ?? -Infinity)
    : (a, b) => collator.compare(value(a), value(b));
  return rows.toSorted((a, b) => sign * compare(a, b));
}

export function drawEmpty(host) {
  host.replaceChildren(note(words.empty));
}
