// A folded lane: how many of its items touch each year. Counts that are sure are full, possible ones
// light, those of what was only planned or cancelled hollow and dotted. render/timeline_layout.py
// counts the same for the still picture.

const BAND_PARTS = ['sure', 'possible', 'planned'];
const BAND_STEP = 12; // the most that one item adds in height

// Numbers by year of the axis, and the fullest year. A bound that nobody knows is that of the axis.
function bandCounts(items) {
  const [first, last] = [beginYear(), endYear()];
  const sums = BAND_PARTS.map(() => new Array(last - first + 2).fill(0));
  const add = (part, from, to) => {
    if (from === null || to === null || from > to || to < first || from > last) return;
    sums[part][Math.max(first, from) - first] += 1;
    sums[part][Math.min(last, to) - first + 1] -= 1;
  };
  for (const { fact, years } of items) {
    const [earliestBegin, latestBegin, earliestEnd, latestEnd] = years;
    const held = !notHeld(fact);
    add(held ? 1 : 2, earliestBegin ?? first, latestEnd ?? last); // what is sure is also possible
    if (held) add(0, latestBegin, earliestEnd);
  }
  return withFullest(sums, first, last);
}

function withFullest([sure, possible, planned], first, last) {
  const years = [];
  let fullest = null;
  const running = [0, 0, 0];
  for (let year = first; year <= last; year += 1) {
    [sure, possible, planned].forEach((sum, part) => {
      running[part] += sum[year - first];
    });
    const counts = [running[0], running[1] - running[0], running[2]];
    const all = running[1] + running[2];
    years.push({ year, counts, all });
    if (all > (fullest?.all ?? 0)) fullest = { year, all };
  }
  return { years, fullest };
}

function makeBand(lane, chosen) {
  const { axis, band } = timeline;
  const base = lane.y + TIMELINE.head + band - 3;
  const scale = Math.min(BAND_STEP, (band - 6) / Math.max(1, lane.counts.fullest?.all ?? 0));
  const parts = BAND_PARTS.flatMap((part, i) =>
    bandColours(lane).map((colour, stripe, colours) =>
      makeSvg('path', {
        d: bandPath(lane.counts.years, i, { base, scale, stripe, of: colours.length }),
        'data-part': part,
        ...bandLook(part, colour),
      }),
    ),
  );
  const drawn = parts.filter((path) => path.getAttribute('d'));
  const all = makeSvg('g', chosen ? { opacity: 0.3 } : {}, ...drawn);
  const line = makeSvg('path', { d: `M0 ${base + 0.5}H${axis.width}`, stroke: theme.hair });
  const marks = chosen ? [makeChosenBand(lane, chosen, { base, scale })] : [];
  return makeSvg('g', { class: 'tl-band', 'aria-hidden': 'true' }, line, all, ...marks);
}

// Both shores side by side where both take part: each of them as often as the other.
function bandColours({ side }) {
  const of = side === 'both' ? ['france', 'quebec'] : side ? [side] : [];
  return of.length ? of.map((key) => legend.sides[key].colour) : [theme.bar];
}

function bandLook(part, colour) {
  if (part === 'sure') return { fill: colour };
  if (part === 'possible') return { fill: colour, 'fill-opacity': 0.4 };
  return { fill: 'none', stroke: colour, 'stroke-width': 1, 'stroke-dasharray': '1 2' };
}

// One part of the counts, a box a year on top of the parts before it.
function bandPath(years, part, { base, scale, stripe, of, least = 0 }) {
  const boxes = years.map(({ year, counts }) => {
    if (!counts[part]) return '';
    const below = counts.slice(0, part).reduce((sum, n) => sum + n, 0);
    const [left, right] = yearEnds(year);
    const gap = Math.min(1, (right - left) / 6);
    const wide = (right - left - 2 * gap) / of;
    const x = left + gap + stripe * wide;
    const bottom = base - below * scale;
    const top = bottom - Math.max(least, counts[part] * scale);
    const [a, b, c, d] = [x, x + wide, bottom, top].map((one) => Math.round(one * 10) / 10);
    return `M${a} ${c}V${d}H${b}V${c}Z`;
  });
  return boxes.join('');
}

function yearEnds(year) {
  const { axis } = timeline;
  const cut = (x) => Math.max(0, Math.min(axis.width, x));
  return [year, year + 1].map((one) => cut(axis.x(timelineDay(firstDay(one)))));
}

// What is selected, of all in the lane: never so low that it is not seen.
function makeChosenBand(lane, chosen, place) {
  const { years } = bandCounts(lane.items.filter(({ fact }) => chosen.has(fact)));
  const whole = years.map(({ year, all }) => ({ year, counts: [all] }));
  const d = bandPath(whole, 0, { ...place, stripe: 0, of: 1, least: 3 });
  return makeSvg('path', { d, fill: theme.accent, class: 'tl-chosen' });
}
