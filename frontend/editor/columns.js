// What the columns of an answer are: names of things, dates, numbers, texts.
import { shortened } from './prefixes.js';
import { spokenDate } from './spoken_dates.js';
import { language, number, words } from './words.js';

const EDTF = 'http://id.loc.gov/datatypes/edtf/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMBERS = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long'].map((name) => XSD + name));
const DATES = new Set(['date', 'gYear', 'gYearMonth', 'dateTime'].map((name) => XSD + name));
const LOOKS_DATED = /^\d{4}(-\d\d){1,2}([?~%])?$|^\d{4}(-\d\d){0,2}[?~%]?\/(\.\.|\d{4}.*)?$/;
const SCHEME = 'https://w3id.org/coopgraph/scheme/';

// A column for each variable; one that only names another (actor, actorLabel) is shown with it.
export function readColumns(variables, rows, titles = {}) {
  const names = new Set(variables);
  const columns = variables
    .filter((name) => !(name.endsWith('Label') && names.has(name.slice(0, -5))))
    .map((name) => ({ name, label: names.has(`${name}Label`) ? `${name}Label` : null }));
  for (const column of columns) {
    column.kind = kindOf(column.name, rows);
    column.title = titles[column.name]?.[language] ?? column.name;
  }
  return columns;
}

function kindOf(name, rows) {
  const terms = rows.map((row) => row[name]).filter(Boolean);
  if (!terms.length) return 'text';
  if (terms.every((term) => term.type === 'uri')) return terms.every((term) => term.value.startsWith(SCHEME)) ? 'concept' : 'thing';
  if (terms.every((term) => NUMBERS.has(term.datatype))) return isYear(name, terms) ? 'year' : 'number';
  if (terms.every((term) => term.datatype === XSD + 'boolean')) return 'yesno';
  if (terms.every(isDate)) return 'date';
  return 'text';
}

// A year is not counted in thousands, nor drawn as an amount.
function isYear(name, terms) {
  return /year|decade/i.test(name) && terms.every(({ value }) => /^[12]\d{3}$/.test(value));
}

function isDate(term) {
  return term.datatype?.startsWith(EDTF) || DATES.has(term.datatype) || (term.type !== 'uri' && LOOKS_DATED.test(term.value));
}

// What a cell says to a person.
export function cellText(row, column) {
  const term = row[column.name];
  const label = column.label && row[column.label];
  if (label) return label.value;
  if (!term) return '';
  if (term.type === 'uri') return shortened(term.value);
  if (column.kind === 'number') return number(Number(term.value));
  if (column.kind === 'yesno') return term.value === 'true' || term.value === '1' ? words.yes : words.no;
  if (column.kind === 'date') return spokenDate(term.value);
  return term.value;
}

// The key by which two cells are the same thing.
export function cellKey(row, column) {
  return row[column.name]?.value ?? (column.label && row[column.label]?.value) ?? '';
}

export function hasValue(row, column) {
  return cellKey(row, column) !== '';
}

// Columns that name something, things before concepts before texts.
export function namingColumns(columns) {
  const ranks = ['thing', 'text', 'concept'];
  return columns.filter((one) => ranks.includes(one.kind))
    .sort((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind));
}
