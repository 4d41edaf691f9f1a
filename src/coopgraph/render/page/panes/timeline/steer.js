// The timeline by wheel, fingers, drag and keyboard. To zoom is to change the period of the page.

function steerTimeline() {
  const { scroll, picture, axisPicture, folds } = timeline;
  scroll.addEventListener('wheel', wheelTimeline, { passive: false });
  picture.addEventListener('keydown', walkTimeline);
  picture.addEventListener('focusin', (event) => {
    const mark = event.target.closest('.tl-item');
    if (mark) holdTabStop(mark);
  });
  picture.addEventListener('click', (event) => {
    if (timeline.dragged) return;
    const mark = event.target.closest('.tl-item');
    if (mark) timeline.current = entryKey(mark.entry);
    select(mark ? { fact: mark.entry.item.fact } : null);
  });
  for (const part of [picture, axisPicture, folds]) part.addEventListener('pointerdown', dragTimeline);
}

// Keep a year under the pointer in its place; whole years, as the slider has them.
function zoomYears(factor, share = 0.5) {
  const { firstYear, lastYear } = payload;
  const number = endYear() - beginYear() + 1;
  let wanted = Math.max(1, Math.min(lastYear - firstYear + 1, Math.round(number / factor)));
  if (wanted === number) wanted += factor > 1 ? -1 : 1;
  wanted = Math.max(1, wanted);
  const first = Math.round(beginYear() + (number - wanted) * share);
  const kept = Math.max(firstYear, Math.min(lastYear - wanted + 1, first));
  setYears(kept, Math.min(lastYear, kept + wanted - 1));
}

// The wheel scrolls the lanes; over the axis, or with Ctrl (as pinching says), it zooms.
function wheelTimeline(event) {
  const onAxis = timeline.axisPicture.contains(event.target);
  if (!onAxis && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = timeline.scroll.getBoundingClientRect();
  zoomYears(event.deltaY < 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width);
}

const timelineFingers = new Map();

// One finger or the mouse moves the period, two fingers zoom.
function dragTimeline(event) {
  if (event.button) return;
  timeline.dragged = false;
  timelineFingers.set(event.pointerId, event.clientX);
  const origin = { x: event.clientX, first: beginYear(), last: endYear(), spread: fingerSpread() };
  const follow = (moved) => {
    if (!timelineFingers.has(moved.pointerId)) return;
    timelineFingers.set(moved.pointerId, moved.clientX);
    if (timelineFingers.size > 1) pinchYears(origin);
    else moveYears(origin, moved.clientX - origin.x);
  };
  const end = (left) => {
    timelineFingers.delete(left.pointerId);
    if (timelineFingers.size) return;
    for (const [name, act] of heard) window.removeEventListener(name, act);
  };
  const heard = [
    ['pointermove', follow],
    ['pointerup', end],
    ['pointercancel', end],
  ];
  for (const [name, act] of heard) window.addEventListener(name, act);
}

function fingerSpread() {
  const places = [...timelineFingers.values()];
  return Math.max(...places) - Math.min(...places);
}

function pinchYears(origin) {
  timeline.dragged = true;
  const spread = fingerSpread();
  if (!origin.spread) origin.spread = spread || 1;
  const factor = spread / origin.spread;
  if (factor > 0.8 && factor < 1.25) return;
  origin.spread = spread;
  zoomYears(factor);
}

function moveYears({ first, last }, distance) {
  if (Math.abs(distance) > 4) timeline.dragged = true;
  const { firstYear, lastYear } = payload;
  const years = -Math.round((distance / timeline.axis.width) * (last - first + 1));
  const step = Math.max(firstYear - first, Math.min(lastYear - last, years));
  if (first + step !== beginYear()) setYears(first + step, last + step);
}

function entryKey({ lane, item }) {
  return JSON.stringify([lane.key, item.id]);
}

// One item is in the order of the Tab key: that of the keyboard, else the first that is in sight.
function keepTabStop(focused) {
  const marks = [...timeline.picture.querySelectorAll('.tl-item')];
  const top = timeline.scroll.scrollTop;
  const current = marks.find((mark) => entryKey(mark.entry) === timeline.current);
  const stop = current || marks.find((mark) => mark.entry.y >= top) || marks[0];
  stop?.setAttribute('tabindex', '0');
  if (focused) (current || timeline.scroll).focus({ preventScroll: true });
}

function holdTabStop(mark) {
  for (const other of timeline.picture.querySelectorAll('[tabindex="0"]')) {
    other.setAttribute('tabindex', '-1');
  }
  mark.setAttribute('tabindex', '0');
  timeline.current = entryKey(mark.entry);
}

const TIMELINE_KEYS = {
  ArrowRight: (entry) => inLane(entry, 1),
  ArrowLeft: (entry) => inLane(entry, -1) || focusFold(entry.lane),
  ArrowDown: (entry) => acrossLanes(entry, 1),
  ArrowUp: (entry) => acrossLanes(entry, -1),
  Home: ({ lane }) => byTime(lane)[0],
  End: ({ lane }) => byTime(lane).pop(),
};

function walkTimeline(event) {
  const mark = event.target.closest('.tl-item');
  if (event.ctrlKey || event.metaKey || event.altKey || !mark) return;
  if (TIMELINE_KEYS[event.key]) goTo(TIMELINE_KEYS[event.key](mark.entry));
  else if (event.key === 'Enter' || event.key === ' ') {
    select({ fact: mark.entry.item.fact });
    element('known-body').focus({ preventScroll: true });
  } else if (event.key === 'Escape') select(null);
  else if (event.key === '+' || event.key === '=') zoomYears(1.25);
  else if (event.key === '-') zoomYears(0.8);
  else if (event.key === '0') change({ begin: null, end: null });
  else return;
  event.preventDefault();
}

function byTime(lane) {
  return [...lane.entries].sort(
    (a, b) => a.place.sign - b.place.sign || compare(a.item.id, b.item.id),
  );
}

function inLane(entry, step) {
  const ordered = byTime(entry.lane);
  return ordered[ordered.indexOf(entry) + step];
}

function acrossLanes(entry, step) {
  const lane = laneBeside(entry.lane, step);
  if (!lane || lane.folded) return focusFold(lane);
  const away = (other) => Math.abs(other.place.sign - entry.place.sign);
  return lane.entries.reduce((best, other) => (away(other) < away(best) ? other : best));
}

// Bring the item into sight, then the keyboard to it.
function goTo(entry) {
  if (!entry) return;
  const { scroll, axisPicture } = timeline;
  const head = axisPicture.clientHeight;
  timeline.current = entryKey(entry);
  if (entry.y < scroll.scrollTop + TIMELINE.head + TIMELINE.row) {
    scroll.scrollTop = entry.y - TIMELINE.head - TIMELINE.row;
  } else if (entry.y > scroll.scrollTop + scroll.clientHeight - head - TIMELINE.row) {
    scroll.scrollTop = entry.y - scroll.clientHeight + head + 2 * TIMELINE.row;
  }
  showEntries();
  const marks = [...timeline.picture.querySelectorAll('.tl-item')];
  const mark = marks.find((one) => entryKey(one.entry) === timeline.current);
  if (!mark) return;
  holdTabStop(mark);
  mark.focus({ preventScroll: true });
}
