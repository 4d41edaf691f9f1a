// The bars over the slider: dated facts a year, sure ones dark, possible ones light on top.

function showBars() {
  const years = yearsOfChoice();
  if (years !== showBars.drawn) drawBars(years);
  const outside = outsideData(state.begin, state.end);
  const knownYear = yearOf(payload.knownUntil);
  years.forEach(({ year }, i) => {
    const inside = !outside && year >= beginYear() && year <= endYear();
    const future = knownYear && year > knownYear ? ' future' : '';
    const look = `${inside ? 'inside' : 'outside'}${future}`;
    const bar = element('bars').children[i];
    if (bar.getAttribute('class') !== look) bar.setAttribute('class', look);
  });
}
showBars.years = new Map();
showBars.drawn = null;

// The numbers of every year: counted again only when a choice has changed, not with the period.
function yearsOfChoice() {
  const choice = [projection, state.kindsOff, state.sidesOff, state.inferred];
  const { last } = yearsOfChoice;
  if (!last || choice.some((part, i) => part !== last.choice[i])) {
    yearsOfChoice.last = { choice, years: factsByYear(factsOfChoice()) };
  }
  return yearsOfChoice.last.years;
}
yearsOfChoice.last = null;

function factsOfChoice() {
  const wanted = new Set();
  for (const tie of ties) {
    const off = state.kindsOff.has(tie.kind) || !sideOn(tie.line.a) || !sideOn(tie.line.b);
    if (!off && !leftOut(tie)) wanted.add(tie.rest);
  }
  for (const node of nodes) {
    if (sideOn(node)) for (const fact of node.facts) wanted.add(fact);
  }
  for (const fact of wanted) if (!fact.tied && leftOut(fact)) wanted.delete(fact);
  return wanted;
}

function drawBars(years) {
  showBars.drawn = years;
  showBars.years = new Map(years.map((one) => [one.year, one]));
  const highest = Math.max(1, ...years.map(({ sure, possible }) => sure + possible));
  const chart = element('bars');
  chart.setAttribute('viewBox', `0 0 ${years.length} 100`);
  const bars = years.map(({ sure, possible }, i) => {
    const tops = [(100 * sure) / highest, (100 * (sure + possible)) / highest];
    const parts = [makeBar(i, 0, tops[0], 'sure'), makeBar(i, tops[0], tops[1], 'possible')];
    return makeSvg('g', {}, ...parts);
  });
  chart.replaceChildren(...bars);
}

function yearNumbers(year) {
  const { sure, possible } = showBars.years.get(year) || { sure: 0, possible: 0 };
  return word('period.bar', { year, sure: number(sure), possible: number(possible) });
}

// The numbers of the year under the pointer or the thumb that has the focus.
function openNumbers() {
  track.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch') showNumbers(Math.floor(yearAt(event)));
  });
  track.addEventListener('pointerleave', () => showNumbers(null));
  for (const [name, year] of [['from', beginYear], ['to', endYear]]) {
    thumbs[name].addEventListener('focus', () => showNumbers(year()));
    thumbs[name].addEventListener('blur', () => showNumbers(null));
  }
}

function showNumbers(year) {
  const place = element('year-numbers');
  place.hidden = year === null;
  if (year === null) return;
  const { firstYear, lastYear } = payload;
  const along = (year - firstYear + 0.5) / (lastYear - firstYear + 1);
  place.textContent = yearNumbers(year);
  place.style.left = `${100 * along}%`;
  place.style.transform = `translateX(${-100 * along}%)`;
}

// The day of the latest source: what lies after it was only foreseen.
function showKnownUntil() {
  const { firstYear, lastYear, knownUntil } = payload;
  const mark = element('known-until');
  const year = yearOf(knownUntil);
  mark.hidden = !year || year < firstYear || year > lastYear;
  if (mark.hidden) return;
  const days = (Number(knownUntil.slice(5, 7)) - 1) / 12 + Number(knownUntil.slice(8)) / 372;
  const left = (100 * (year + days - firstYear)) / (lastYear - firstYear + 1);
  mark.style.left = `${left}%`;
  mark.title = word('period.known', { day: dayText(knownUntil) });
  element('known-until-text').textContent = mark.title;
}

function makeBar(i, from, to, name) {
  return makeSvg('rect', { x: i + 0.12, width: 0.76, y: 100 - to, height: to - from, class: name });
}

function showYears() {
  const { firstYear, lastYear } = payload;
  const number = lastYear - firstYear + 1;
  const room = Math.max(1, Math.floor(element('track').clientWidth / 44));
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => number / size <= room) || 1000;
  const labels = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (year % step) continue;
    const label = make('span', {}, String(year));
    label.style.left = `${(100 * (year - firstYear + 0.5)) / number}%`;
    labels.push(label);
  }
  element('years').replaceChildren(...labels);
}
