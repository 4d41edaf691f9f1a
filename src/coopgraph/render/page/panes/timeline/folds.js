// The names of the lanes: buttons that open a lane (its bars) and fold it (its counts a year). They
// lie over the picture; that of an open lane stays in sight while its bars scroll.

function openFolds() {
  const folds = make('div', { class: 'tl-folds' });
  folds.addEventListener('click', clickFold);
  folds.addEventListener('keydown', walkFolds);
  folds.addEventListener('pointermove', tellYear);
  folds.addEventListener('pointerleave', () => showNumber());
  timeline.folds = folds;
  timeline.all = make('div', { class: 'segments tl-all', role: 'group' });
  for (const key of ['open', 'fold']) {
    const button = make('button', { type: 'button', class: 'tl-choice' });
    button.dataset.all = key;
    button.addEventListener('click', () => foldAll(key === 'fold'));
    timeline.all.append(button);
  }
}

function laneId(lane) {
  return `${timeline.by} ${lane.key}`;
}

function foldLane(lane, folded) {
  timeline.folded.set(laneId(lane), folded);
  drawTimeline();
}

function foldAll(folded) {
  for (const lane of timeline.lanes) timeline.folded.set(laneId(lane), folded);
  timeline.scroll.scrollTop = 0;
  drawTimeline();
}

// A button stays the same element from draw to draw: the keyboard may be on it.
function showFolds() {
  const { folds, lanes } = timeline;
  const known = new Map([...folds.children].map((box) => [box.lane.key, box]));
  const boxes = lanes.map((lane) => fillFold(known.get(lane.key) || makeFold(), lane));
  const same = boxes.length === folds.children.length;
  if (!same || boxes.some((box, i) => box !== folds.children[i])) folds.replaceChildren(...boxes);
  timeline.all.setAttribute('aria-label', word('timeline.by'));
  for (const button of timeline.all.children) {
    button.textContent = word(`timeline.all.${button.dataset.all}`);
  }
}

function makeFold() {
  const name = make('span', { class: 'tl-name' });
  const most = make('span', { class: 'tl-most' });
  return make('div', {}, make('button', { type: 'button', class: 'tl-fold' }, name, most));
}

function fillFold(box, lane) {
  box.lane = lane;
  box.style.top = `${lane.y}px`;
  box.style.height = `${lane.height}px`;
  const [button] = box.children;
  button.style.height = `${lane.folded ? lane.height : TIMELINE.head}px`;
  button.setAttribute('aria-expanded', String(!lane.folded));
  button.dataset.lane = lane.key;
  write(button.firstChild, laneTitle(lane));
  write(button.lastChild, lane.folded ? fullestText(lane) : '');
  return box;
}

// Only what has changed: a text that is written again costs the page a layout.
function write(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

function laneTitle({ name, items }) {
  return `\u2068${shortLane(name)}\u2069 · ${number(items.length)}`;
}

function fullestText({ counts }) {
  if (!counts.fullest) return '';
  const { year, all } = counts.fullest;
  return ` ${word('timeline.most', { n: number(all), year })}`;
}

// A drag over the names moves the period; only a click in its place is one.
function clickFold(event) {
  const lane = event.target.closest('.tl-fold')?.parentNode.lane;
  if (!lane || (event.detail && timeline.dragged)) return;
  if (!lane.folded) timeline.scroll.scrollTop = Math.min(timeline.scroll.scrollTop, lane.y);
  foldLane(lane, !lane.folded);
}

const FOLD_KEYS = {
  ArrowDown: (lane) => (lane.folded ? focusFold(laneBeside(lane, 1)) : goTo(byTime(lane)[0])),
  ArrowUp: (lane) => focusFold(laneBeside(lane, -1)),
  ArrowRight: (lane) => foldLane(lane, false),
  ArrowLeft: (lane) => foldLane(lane, true),
  Escape: () => select(null),
};

function walkFolds(event) {
  const act = FOLD_KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  act(event.target.parentNode.lane);
  event.preventDefault();
}

function laneBeside(lane, step) {
  return timeline.lanes[timeline.lanes.indexOf(lane) + step];
}

function firstFold() {
  return timeline.folds.querySelector('.tl-fold');
}

// The keyboard to the name of a lane; nothing, for whoever asked for an item.
function focusFold(lane) {
  if (lane) timeline.folds.children[timeline.lanes.indexOf(lane)].firstChild.focus();
  return null;
}

// The numbers of the year under the pointer, where those of the picture stand.
function tellYear(event) {
  const lane = event.target.closest('.tl-fold')?.parentNode.lane;
  if (event.pointerType === 'touch' || !lane?.folded) return;
  const x = event.clientX - timeline.picture.getBoundingClientRect().left;
  const told = lane.counts.years.find(({ year }) => x < yearEnds(year)[1]);
  if (!told) return;
  const [sure, possible, planned] = told.counts.map(number);
  const key = told.counts[2] ? 'timeline.year.planned' : 'timeline.year';
  timeline.number.textContent = word(key, { year: told.year, sure, possible, planned });
}
