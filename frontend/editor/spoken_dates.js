// Dates as people say them, from EDTF: what is too intricate for a table stays as it is written.
import { language, words } from './words.js';

const ONE = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/;
const SEASONS = 21;

export function spokenDate(edtf) {
  if (edtf.includes('/')) return spokenInterval(edtf.split('/'));
  return spokenOne(edtf) ?? edtf;
}

function spokenInterval([from, to]) {
  const [first, last] = [spokenOne(from), spokenOne(to)];
  if (first && last) return words.span(first, last);
  if (first) return words.since(first);
  return last ? words.until(last) : `${from}/${to}`;
}

function spokenOne(text) {
  const match = ONE.exec(text);
  if (!match) return null;
  const [, year, month, day, mark] = match;
  const plain = spokenParts(Number(year), Number(month ?? 0), Number(day ?? 0));
  if (mark === '?') return words.maybe(plain);
  if (mark === '~') return words.around(plain);
  return mark === '%' ? words.maybe(words.around(plain)) : plain;
}

function spokenParts(year, month, day) {
  if (!month) return String(year);
  if (month >= SEASONS) return `${words.seasons[month - SEASONS]} ${year}`;
  const form = day ? { day: 'numeric', month: 'long', year: 'numeric' } : { month: 'long', year: 'numeric' };
  const date = new Date(Date.UTC(year, month - 1, day || 1));
  const said = date.toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', { ...form, timeZone: 'UTC' });
  return said.replace(/^1 /, language === 'fr' ? '1er ' : '1 ');
}

// The first and the last moment that a date may mean, in years; null where that is open or unknown.
export function yearsOf(edtf) {
  const [from, to] = edtf.includes('/') ? edtf.split('/') : [edtf, edtf];
  return { first: yearOf(from, false), last: yearOf(to, true) };
}

function yearOf(text, end) {
  const match = /^(-?[\dX]{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (!match) return null;
  const year = Number(match[1].replaceAll('X', end ? '9' : '0'));
  const month = Number(match[2] ?? 0);
  const day = Number(match[3] ?? 0);
  if (!month) return year + (end ? 1 : 0);
  if (month >= SEASONS) return year + ((month - SEASONS) + (end ? 1 : 0)) / 4 + 0.2;
  if (!day) return year + (month - 1 + (end ? 1 : 0)) / 12;
  return year + (month - 1) / 12 + (day - (end ? 0 : 1)) / 372;
}
