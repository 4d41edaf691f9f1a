// The axis of the timeline: days to places, and where its years are written.

const timelineTouch = window.matchMedia('(pointer: coarse)').matches;

const TIMELINE = {
  row: timelineTouch ? 28 : 18, // pixels from bar to bar
  head: timelineTouch ? 44 : 26, // the line with the name of a lane: a finger must meet it
  axis: 28,
  least: 24, // of the counts of a folded lane, in height
  most: 96,
  bar: 6,
  line: 4, // how far under the middle of its row a bar lies: labels stand over long bars
  fade: 36, // how far an open end runs out
  reach: 7, // half of the room of a sign
  letter: 5.9, // the room of one letter of a label
  label: 28, // letters
  gap: 5,
  tick: 56, // the least room between two years
};

function timelineDay(day) {
  const [year, month, date] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 864e5;
}

// From the first to after the last day of the period, on so many pixels.
function timelineAxis(width) {
  const from = timelineDay(periodBegin());
  const to = Math.max(from, timelineDay(periodEnd())) + 1;
  return { from, to, width, x: (day) => ((day - from) / (to - from)) * width };
}

// Years that are round and far enough apart; months where a year is wide.
function timelineTicks(axis) {
  const first = new Date(axis.from * 864e5).getUTCFullYear();
  const last = new Date((axis.to - 1) * 864e5).getUTCFullYear();
  const yearWidth = axis.width / ((axis.to - axis.from) / 365.25);
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => years * yearWidth >= TIMELINE.tick) || 200;
  const ticks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push({ x: axis.x(timelineDay(firstDay(year))), text: String(year), year: true });
    if (yearWidth >= 4 * TIMELINE.tick) ticks.push(...timelineQuarters(axis, year));
  }
  return ticks.filter(({ x }) => x >= -0.5 && x < axis.width - 8);
}

function timelineQuarters(axis, year) {
  const locale = state.language === 'fr' ? 'fr-FR' : 'en-GB';
  return [3, 6, 9].map((month) => {
    const day = Date.UTC(year, month, 1);
    const text = new Date(day).toLocaleDateString(locale, { month: 'short', timeZone: 'UTC' });
    return { x: axis.x(day / 864e5), text, year: false };
  });
}
