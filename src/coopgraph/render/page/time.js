// Whether a fact may, or must, touch the period. The same rules as coopgraph.dates, on ISO days,
// which compare as text. A bound that is null is unknown; a side of the period that is null, open.

const UNKNOWN = [null, null, null, null];

function hasBound(bounds) {
  return Boolean(bounds[0] || bounds[1] || bounds[2] || bounds[3]);
}

function possiblyDuring(bounds, begin, end) {
  const [earliestBegin, latestEnd] = [bounds[0], bounds[3]];
  if (!hasBound(bounds)) return false;
  if (end && earliestBegin && earliestBegin > end) return false;
  return !(begin && latestEnd && latestEnd < begin);
}

function certainlyDuring(bounds, begin, end) {
  const [latestBegin, earliestEnd] = [bounds[1], bounds[2]];
  if (!latestBegin || !earliestEnd) return false;
  return (!end || latestBegin <= end) && (!begin || earliestEnd >= begin);
}

// How many facts touch each year, surely and possibly: ranges of years, summed at the end.
function factsByYear(wanted) {
  const { firstYear, lastYear } = payload;
  const years = lastYear - firstYear + 1;
  const sure = new Array(years + 1).fill(0);
  const possible = new Array(years + 1).fill(0);
  const add = (sums, from, to) => {
    const first = Math.max(0, from - firstYear);
    const last = Math.min(years - 1, to - firstYear);
    if (first > last) return;
    sums[first] += 1;
    sums[last + 1] -= 1;
  };
  for (const fact of wanted) {
    const [earliestBegin, latestBegin, earliestEnd, latestEnd] = knownBounds(fact).map(yearOf);
    if (!knownBounds(fact).some(Boolean)) continue;
    add(possible, earliestBegin ?? firstYear, latestEnd ?? lastYear);
    if (latestBegin !== null && earliestEnd !== null) add(sure, latestBegin, earliestEnd);
  }
  for (let i = 1; i < years; i += 1) {
    sure[i] += sure[i - 1];
    possible[i] += possible[i - 1];
  }
  return Array.from({ length: years }, (_, i) => ({
    year: firstYear + i,
    sure: sure[i],
    possible: possible[i] - sure[i],
  }));
}

function yearOf(day) {
  return day ? Number(day.slice(0, 4)) : null;
}
