// The answer as a timeline: a bar from the first to the last moment that each date may mean.
import { cellText, hasValue, namingColumns } from '../columns.js';
import { chooser, cut, draw, make, note } from '../dom.js';
import { spokenDate, yearsOf } from '../spoken_dates.js';
import { words } from '../words.js';

const MOST = 150;
const ROW = 24;
const TOP = 32;

// Is there a date to draw?
export function fillsTimeline({ columns, rows }) {
  const date = columns.find((one) => one.kind === 'date');
  return Boolean(date) && marksOf(rows, date).marks.length > 0;
}

export function drawTimeline(host, { columns, rows }, state) {
  const dated = columns.filter((one) => one.kind === 'date');
  if (!dated.length) return host.replaceChildren(note(words.noTimeline));
  const date = dated.find((one) => one.name === state.date) ?? dated[0];
  const naming = namingColumns(columns);
  const label = naming.find((one) => one.name === state.label) ?? naming[0];
  const redraw = (change) => drawTimeline(host, { columns, rows }, Object.assign(state, change));
  const controls = make('div', { class: 'controls' },
    chooser(words.date, dated.map((one) => [one.name, one.title]), date.name, (name) => redraw({ date: name })),
    label ? chooser(words.label, naming.map((one) => [one.name, one.title]), label.name, (name) => redraw({ label: name })) : null);
  host.replaceChildren(controls);
  const { marks, undated } = marksOf(rows, date, label);
  if (undated) host.append(note(words.undated(undated)));
  if (!marks.length) return undefined;
  if (marks.length > MOST) host.append(note(words.firstMarks(MOST, marks.length)));
  host.append(picture(marks.slice(0, MOST), Math.max(320, host.clientWidth)), note(words.timelineOf(marks.length)));
  return undefined;
}

function marksOf(rows, date, label) {
  const seen = new Set();
  const marks = [];
  let undated = 0;
  for (const row of rows) {
    const edtf = hasValue(row, date) ? row[date.name].value : '';
    const { first, last } = yearsOf(edtf);
    if (first === null && last === null) {
      undated += 1;
      continue;
    }
    const name = label ? cellText(row, label) : '';
    if (seen.has(name + edtf)) continue;
    seen.add(name + edtf);
    marks.push({ name, edtf, first, last, sure: !/[?~%X]/.test(edtf) });
  }
  marks.sort((a, b) => (a.first ?? a.last) - (b.first ?? b.last) || (a.last ?? 1e9) - (b.last ?? 1e9) || (a.name < b.name ? -1 : 1));
  return { marks, undated };
}

function picture(marks, width) {
  const height = TOP + marks.length * ROW + 8;
  const label = words.timelineOf(marks.length);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label, class: 'picture' });
  const gutter = Math.min(width * 0.42, 260);
  const ends = marks.flatMap(({ first, last }) => [first, last]).filter((year) => year !== null);
  const [least, most] = [Math.floor(Math.min(...ends)), Math.max(Math.ceil(Math.max(...ends)), Math.floor(Math.min(...ends)) + 1)];
  const at = (year) => gutter + ((year - least) / (most - least)) * (width - gutter - 12);
  for (const year of ticks(least, most, (width - gutter) / 60)) {
    svg.append(draw('line', { x1: at(year), y1: TOP - 8, x2: at(year), y2: height, class: 'grid' }));
    svg.append(draw('text', { x: at(year), y: 16, 'text-anchor': 'middle', class: 'tick' }, String(year)));
  }
  marks.forEach((mark, index) => svg.append(...bar(mark, TOP + index * ROW, at, [least, most], gutter)));
  return svg;
}

function bar({ name, edtf, first, last, sure }, y, at, [least, most], gutter) {
  const [from, to] = [at(first ?? least), at(last ?? most)];
  const open = first === null || last === null;
  const kind = ['bar', sure ? '' : 'unsure', open ? 'open' : ''].filter(Boolean).join(' ');
  const title = draw('title', {}, `${name} – ${spokenDate(edtf)}`);
  return [
    draw('text', { x: gutter - 8, y: y + 15, 'text-anchor': 'end', class: 'name' }, cut(name, Math.floor(gutter / 7.8))),
    draw('rect', { x: from, y: y + 5, width: Math.max(4, to - from), height: ROW - 12, rx: 2, class: kind }, title),
  ];
}

function ticks(least, most, count) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => (most - least) / one <= Math.max(2, count)) ?? 200;
  const years = [];
  for (let year = Math.ceil(least / step) * step; year <= most; year += step) years.push(year);
  return years;
}
