// The timeline: lanes of bars under an axis of time, in a window that scrolls; only the bars in sight
// are in the document. A full lane is folded: its counts a year instead of its bars.

const TIMELINE_BY = ['side', 'kind', 'actor'];

const timeline = {
  by: 'side', // one of TIMELINE_BY
  items: [],
  folded: new Map(), // lane -> whether it is: as it opened, then as the reader wants it
  lanes: [],
  entries: [],
  axis: null,
  drawn: '', // what part is in the document
  current: null, // lane and fact of the item that the keyboard is on
};

function openTimeline(host) {
  readItems();
  const by = make('div', { class: 'segments tl-by', role: 'group' });
  for (const key of TIMELINE_BY) {
    const button = make('button', { type: 'button', class: 'tl-choice' });
    button.dataset.by = key;
    button.addEventListener('click', () => {
      timeline.by = key;
      timeline.scroll.scrollTop = 0;
      drawTimeline();
      writeLink();
    });
    by.append(button);
  }
  timeline.choices = by;
  openFolds();
  timeline.number = make('p', { class: 'tl-number' });
  timeline.axisPicture = makeSvg('svg', { class: 'tl-axis', 'aria-hidden': 'true' });
  timeline.picture = makeSvg('svg', { class: 'tl-picture', role: 'group' });
  const parts = [timeline.axisPicture, timeline.folds, timeline.picture];
  timeline.scroll = make('div', { class: 'tl-scroll' }, ...parts);
  timeline.rest = make('details', { class: 'tl-rest' }, make('summary'), make('div'));
  timeline.rest.addEventListener('toggle', fillRest);
  const top = make('div', { class: 'tl-top' }, by, timeline.all, timeline.number);
  host.append(top, timeline.scroll, timeline.rest);
  host.classList.add('timeline');
  timeline.scroll.addEventListener('scroll', showEntries, { passive: true });
  new ResizeObserver(drawTimeline).observe(timeline.scroll);
  steerTimeline();
}

function readItems() {
  const { fact: ids, kind, side, labels, signed } = payload.extras.timeline;
  const byId = new Map(allFacts.map((fact) => [fact.id, fact]));
  const days = (bounds) => bounds.map((day) => (day ? timelineDay(day) : null));
  timeline.items = ids.map((id, i) => {
    const own = Object.hasOwn(signed, id) ? signed[id].map(days) : [];
    const label = Object.hasOwn(labels, id) ? labels[id] : null;
    const fact = byId.get(id);
    const [dates, years] = [days(fact.bounds), fact.bounds.map(yearOf)];
    return { id, fact, kind: kind[i], side: side[i], label, signed: own, days: dates, years };
  });
  timeline.folded.clear();
  const own = new Set(facts); // of the projection that is chosen
  timeline.items = timeline.items.filter(({ fact }) => own.has(fact));
}

// What is told with the choices of the moment; first the dated, then the rest.
function itemsSeen() {
  const shown = timeline.items.filter(({ fact }) => isTold(fact));
  const dated = (item) => knownBounds(item.fact).some(Boolean);
  return [shown.filter(dated), shown.filter((item) => !dated(item))];
}

function drawTimeline() {
  const width = timeline.scroll.clientWidth;
  if (!width) return;
  const [dated, undated] = itemsSeen();
  const axis = timelineAxis(width);
  timeline.axis = axis;
  timeline.lanes = timelineLanes(dated, timeline.by);
  for (const lane of timeline.lanes) {
    lane.folded = timeline.folded.get(laneId(lane)) ?? null;
    lane.entries = lane.folded ? [] : lane.items.map((item) => makePlace(item, lane));
  }
  const room = timeline.scroll.clientHeight - TIMELINE.axis - 8;
  Object.assign(timeline, layTimeline(timeline.lanes, axis, room));
  for (const lane of timeline.lanes) {
    timeline.folded.set(laneId(lane), lane.folded);
    if (lane.folded) lane.counts = bandCounts(lane.items);
  }
  timeline.entries = timeline.lanes.flatMap((lane) => lane.entries);
  timeline.chosen = selectedFacts();
  timeline.dated = dated.length;
  showAxis();
  showTop();
  showFolds();
  timeline.undated = undated;
  timeline.loose = dated.filter(({ fact }) => !fact.tied);
  showRest();
  timeline.drawn = '';
  showEntries();
  showChosen();
}

function makePlace(item, lane) {
  const place = placeItem(item, item.days, timeline.axis);
  return { item, lane, place, label: shortText(itemTitle(item)) };
}

// What was chosen elsewhere comes into sight, once: the reader may scroll away from it. An actor or
// a path has bars in many lanes: folded ones show how many, in their years.
function showChosen() {
  if (state.selected === timeline.selected) return;
  timeline.selected = state.selected;
  const { scroll, chosen } = timeline;
  if (!chosen) return;
  const isChosen = ({ item }) => chosen.has(item.fact);
  const one = !state.selected.node && !state.selected.path;
  if (one && !timeline.entries.some(isChosen)) openLaneOf(chosen);
  const places = timeline.entries.filter(isChosen).map(({ y }) => y);
  const top = scroll.scrollTop + TIMELINE.head + TIMELINE.row / 2;
  const bottom = scroll.scrollTop + scroll.clientHeight - TIMELINE.axis - TIMELINE.row;
  if (!places.length || places.some((y) => y >= top && y <= bottom)) return;
  scroll.scrollTop = Math.max(0, Math.min(...places) - TIMELINE.head - TIMELINE.row);
  showEntries();
}

function openLaneOf(chosen) {
  const lane = timeline.lanes.find(({ items }) => items.some(({ fact }) => chosen.has(fact)));
  if (lane) foldLane(lane, false);
}

function shortText(text) {
  const letters = [...text];
  if (letters.length <= TIMELINE.label) return text;
  return `${letters.slice(0, TIMELINE.label - 1).join('').trimEnd()}…`;
}

function showAxis() {
  const { axis, axisPicture } = timeline;
  axisPicture.setAttribute('width', axis.width);
  const marks = timelineTicks(axis).map(({ x, text, year }) => {
    const label = makeSvg('text', { x: x + 4, y: 19, 'font-size': year ? 13 : 11 });
    label.setAttribute('fill', year ? theme.ink : theme.quiet);
    label.textContent = text;
    return label;
  });
  axisPicture.replaceChildren(...marks);
}

function showTop() {
  for (const button of timeline.choices.children) {
    button.textContent = word(`timeline.by.${button.dataset.by}`);
    button.setAttribute('aria-pressed', String(button.dataset.by === timeline.by));
  }
  timeline.choices.setAttribute('aria-label', word('timeline.by'));
  timeline.picture.setAttribute('aria-label', word('timeline.help'));
  showNumber();
}

function showNumber() {
  timeline.number.textContent = counted('timeline.items', timeline.dated);
}

// Put the bars that are in sight into the document, and a little more on both sides.
function showEntries() {
  const { scroll, picture, axis, height, chosen } = timeline;
  if (!axis) return;
  const step = 100;
  const top = Math.floor(scroll.scrollTop / step) * step - step;
  const bottom = top + scroll.clientHeight + 3 * step;
  const key = `${top} ${bottom}`;
  if (key === timeline.drawn) return;
  timeline.drawn = key;
  const focused = picture.contains(document.activeElement);
  const inSight = timeline.entries.filter(({ y }) => y >= top && y <= bottom);
  picture.setAttribute('viewBox', `0 0 ${axis.width} ${height}`);
  picture.setAttribute('width', axis.width);
  picture.setAttribute('height', height);
  picture.replaceChildren(...timelineParts(inSight, chosen), ...timeline.lanes.map(makeLaneLine));
  keepTabStop(focused);
}

function timelineParts(entries, chosen) {
  const { axis, lanes, height } = timeline;
  const grid = timelineTicks(axis).map(({ x, year }) =>
    makeSvg('path', {
      d: `M${x} 0V${height}`,
      stroke: theme.hair,
      'stroke-width': 1,
      'stroke-opacity': year ? 1 : 0.5,
    }),
  );
  return [
    timelineDefs(),
    ...grid,
    ...lanes.filter(({ folded }) => folded).map((lane) => makeBand(lane, chosen)),
    ...entries.map((entry) => makeEntry(entry, chosen)),
    makeItemLabels(entries, chosen),
  ];
}

function makeLaneLine({ y }) {
  return makeSvg('path', { d: `M0 ${y + 0.5}H${timeline.axis.width}`, stroke: theme.hair });
}

// In the saved picture, where no button says it.
function makeLaneHead(lane) {
  const baseline = lane.y + TIMELINE.head - 8;
  const text = makeSvg('text', { x: 4, y: baseline, 'font-size': 13, 'font-weight': 600 });
  text.setAttribute('fill', theme.quiet);
  text.setAttribute('stroke', theme.paper);
  text.setAttribute('stroke-width', 4);
  text.setAttribute('paint-order', 'stroke');
  text.textContent = laneTitle(lane) + (lane.folded ? fullestText(lane) : '');
  return makeSvg('g', {}, makeLaneLine(lane), text);
}

function shortLane(name) {
  const letters = [...name];
  const most = Math.max(16, Math.floor(timeline.axis.width / 9));
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

// What the axis cannot show, and what the table of ties does not list: as lists, on demand.
function showRest() {
  const { rest, undated, loose } = timeline;
  const texts = undated.length ? [counted('timeline.undated', undated.length)] : [];
  if (loose.length) texts.push(counted('timeline.loose', loose.length));
  rest.firstElementChild.textContent = [word('timeline.read'), ...texts].join(' · ');
  fillRest();
}

function fillRest() {
  const { rest, undated, loose } = timeline;
  if (!rest.open) return;
  rest.lastElementChild.replaceChildren(
    make('p', { class: 'help' }, word('timeline.read.help')),
    ...itemList('timeline.undated.heading', undated),
    ...itemList('timeline.loose.heading', loose),
  );
}

function itemList(heading, items) {
  if (!items.length) return [];
  const list = make('ul', { class: 'lines' });
  for (const item of items) {
    const when = make('span', { class: 'number' }, itemDate(item));
    const button = make('button', { type: 'button' }, isolated(itemTitle(item)), when);
    button.addEventListener('click', () => select({ fact: item.fact }));
    list.append(make('li', {}, button));
  }
  return [make('h3', {}, word(heading)), list];
}

// The whole picture, also what is scrolled out of sight.
function timelineSvg() {
  const { axis, height, entries, chosen } = timeline;
  const parts = [...timelineParts(entries, chosen), ...timeline.lanes.map(makeLaneHead)];
  const body = makeSvg('g', { transform: 'translate(0 28)' }, ...parts);
  const years = [...timeline.axisPicture.children].map((label) => label.cloneNode(true));
  return makeSvg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${axis.width} ${height + 28}`,
      width: axis.width,
      height: height + 28,
      'font-family': 'sans-serif',
    },
    ...years,
    body,
  );
}

addPane('timeline', {
  hint: 'timeline.hint',
  keys: 'timeline.keys',
  open: openTimeline,
  draw: drawTimeline,
  fit: () => change({ begin: null, end: null }),
  zoom: (factor) => zoomYears(factor),
  swap: readItems,
  focus: () => (timeline.picture.querySelector('[tabindex="0"]') || firstFold())?.focus(),
  told: (put) => put('lanes', timeline.by, TIMELINE_BY[0]),
  read(among) {
    timeline.by = among('lanes', TIMELINE_BY, TIMELINE_BY[0]);
  },
  svg: timelineSvg,
  facts: () => timeline.entries.map(({ item }) => item.fact),
});
