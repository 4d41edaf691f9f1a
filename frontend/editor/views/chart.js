// The answer as a chart: a bar for each row, as long as its number.
import { cellText, hasValue } from '../columns.js';
import { chooser, cut, draw, make, note } from '../dom.js';
import { number, words } from '../words.js';

const MOST = 80;
const ROW = 24;
const HEIGHT = 360; // of columns that stand

// Is there a number to draw, and something that it is the number of?
export function fillsChart({ columns }) {
  const value = columns.find((one) => one.kind === 'number');
  return columns.some((one) => one !== value && one.kind !== 'yesno') && Boolean(value);
}

export function drawChart(host, { columns, rows }, state) {
  const numbers = columns.filter((one) => one.kind === 'number');
  const value = numbers.find((one) => one.name === state.value) ?? largest(numbers, rows);
  const labels = columns.filter((one) => one !== value && one.kind !== 'yesno');
  if (!value || !labels.length) return host.replaceChildren(note(words.noChart));
  const label = labels.find((one) => one.name === state.label) ?? labels.find((one) => one.kind !== 'number') ?? labels[0];
  const redraw = (change) => drawChart(host, { columns, rows }, Object.assign(state, change));
  const controls = make('div', { class: 'controls' },
    chooser(words.label, labels.map((one) => [one.name, one.title]), label.name, (name) => redraw({ label: name })),
    chooser(words.value, numbers.map((one) => [one.name, one.title]), value.name, (name) => redraw({ value: name })));
  const bars = rows.filter((row) => hasValue(row, value))
    .map((row) => ({ name: cellText(row, label), value: Number(row[value.name].value) }));
  host.replaceChildren(controls);
  if (bars.length > MOST) host.append(note(words.firstMarks(MOST, bars.length)));
  const width = Math.max(320, host.clientWidth);
  const picture = label.kind === 'year' ? standing : lying;
  host.append(picture(bars.slice(0, MOST), width), note(words.chartOf(bars.length)));
  return undefined;
}

// Of several numbers, the one that there is most to see of.
function largest(numbers, rows) {
  const sum = ({ name }) => rows.reduce((all, row) => all + Math.abs(Number(row[name]?.value ?? 0)), 0);
  return numbers.toSorted((a, b) => sum(b) - sum(a))[0];
}

function frame(width, height, many) {
  return draw('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': words.chartOf(many), class: 'picture' });
}

function title({ name, value }) {
  return draw('title', {}, `${name} – ${number(value)}`);
}

function highest(bars) {
  return Math.max(...bars.map(({ value }) => Math.abs(value)), 1e-9);
}

function lying(bars, width) {
  const svg = frame(width, bars.length * ROW + 8, bars.length);
  const longest = Math.max(...bars.map(({ name }) => name.length), 4);
  const gutter = Math.min(width * 0.42, 300, longest * 7.5 + 16);
  const [most, room] = [highest(bars), width - gutter - 84];
  bars.forEach((bar, index) => {
    const y = index * ROW + 4;
    const long = (Math.abs(bar.value) / most) * room;
    const kind = bar.value < 0 ? 'bar unsure' : 'bar';
    svg.append(
      draw('text', { x: gutter - 8, y: y + 15, 'text-anchor': 'end', class: 'name' }, cut(bar.name, Math.floor(gutter / 7.8))),
      draw('rect', { x: gutter, y: y + 3, width: Math.max(1, long), height: ROW - 8, rx: 2, class: kind }, title(bar)),
      draw('text', { x: gutter + long + 6, y: y + 15, class: 'tick' }, number(bar.value)),
    );
  });
  return svg;
}

// Years go from left to right, each in its place: a year without a row leaves a gap.
function standing(bars, width) {
  const svg = frame(width, HEIGHT, bars.length);
  const years = bars.map(({ name }) => Number(name));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [left, top, bottom] = [48, 12, HEIGHT - 28];
  const step = (width - left - 8) / (last - first + 1);
  const most = highest(bars);
  for (const tick of ticks(most)) {
    const y = bottom - (tick / most) * (bottom - top);
    svg.append(
      draw('line', { x1: left, x2: width - 8, y1: y, y2: y, class: 'grid' }),
      draw('text', { x: left - 8, y: y + 4, 'text-anchor': 'end', class: 'tick' }, number(tick)),
    );
  }
  for (const bar of bars) {
    const high = (Math.abs(bar.value) / most) * (bottom - top);
    const x = left + (Number(bar.name) - first) * step + step * 0.12;
    svg.append(draw('rect', { x, y: bottom - high, width: Math.max(1, step * 0.76), height: high, class: 'bar' }, title(bar)));
  }
  const every = [1, 2, 5, 10, 20, 50, 100].find((one) => one * step >= 44) ?? 200;
  for (let year = Math.ceil(first / every) * every; year <= last; year += every) {
    const x = left + (year - first + 0.5) * step;
    svg.append(draw('text', { x, y: HEIGHT - 8, 'text-anchor': 'middle', class: 'tick' }, String(year)));
  }
  return svg;
}

function ticks(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].map((one) => (one * power) / 5).find((one) => most / one <= 6) ?? power * 2;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
