// The period: two thumbs by pointer and keyboard, the window between them, and play.

const track = element('track');
const thumbs = { from: element('from'), to: element('to') };
const PLAY_PAUSE = 900;
let playing = 0;

const THUMB_STEPS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -Infinity,
  End: Infinity,
};

function openSlider() {
  for (const name of ['from', 'to']) {
    thumbs[name].addEventListener('keydown', (event) => {
      if (!(event.key in THUMB_STEPS)) return;
      event.preventDefault();
      stopPlay();
      moveThumb(name, (name === 'from' ? beginYear() : endYear()) + THUMB_STEPS[event.key]);
    });
  }
  track.addEventListener('pointerdown', startDrag);
  element('play').addEventListener('click', () => (playing ? stopPlay() : play()));
  openNumbers();
  new ResizeObserver(showYears).observe(track);
}

// Set whole years; at the ends of the slider that side of the period is open.
function setYears(first, last) {
  const { firstYear, lastYear } = payload;
  const begin = first <= firstYear ? null : firstDay(first);
  const end = last >= lastYear ? null : lastDay(last);
  if (begin !== state.begin || end !== state.end) change({ begin, end });
}

function moveThumb(name, year) {
  const { firstYear, lastYear } = payload;
  const kept = Math.max(firstYear, Math.min(lastYear, year));
  if (name === 'from') setYears(Math.min(kept, endYear()), endYear());
  else setYears(beginYear(), Math.max(kept, beginYear()));
}

function startDrag(event) {
  if (event.button) return;
  event.preventDefault();
  stopPlay();
  const grip = gripAt(event);
  const origin = { year: yearAt(event), first: beginYear(), last: endYear() };
  track.setPointerCapture(event.pointerId);
  if (thumbs[grip]) thumbs[grip].focus({ preventScroll: true });
  const follow = (moved) => drag(grip, origin, yearAt(moved));
  if (grip !== 'window') follow(event);
  track.addEventListener('pointermove', follow);
  const end = () => track.removeEventListener('pointermove', follow);
  track.addEventListener('pointerup', end, { once: true });
  track.addEventListener('pointercancel', end, { once: true });
}

// A thumb goes to the nearest turn of a year; the window moves by whole years.
function drag(grip, origin, year) {
  if (grip === 'from') moveThumb(grip, Math.round(year));
  else if (grip === 'to') moveThumb(grip, Math.round(year) - 1);
  else {
    const { firstYear, lastYear } = payload;
    const { first, last } = origin;
    const wanted = Math.round(year - origin.year);
    const step = Math.max(firstYear - first, Math.min(lastYear - last, wanted));
    setYears(first + step, last + step);
  }
}

// The thumb that is touched or nearest; the window itself when the pointer is well inside it.
function gripAt(event) {
  if (event.target === thumbs.from) return 'from';
  if (event.target === thumbs.to) return 'to';
  const year = yearAt(event);
  const [first, last] = [beginYear(), endYear() + 1];
  const reach = (14 / track.clientWidth) * (payload.lastYear - payload.firstYear + 1);
  if (!wholePeriod() && year > first + reach && year < last - reach) return 'window';
  return Math.abs(year - first) <= Math.abs(year - last) ? 'from' : 'to';
}

function yearAt(event) {
  const box = track.getBoundingClientRect();
  const number = payload.lastYear - payload.firstYear + 1;
  const along = Math.max(0, Math.min(0.9999, (event.clientX - box.left) / box.width));
  return payload.firstYear + along * number;
}

// Play moves the window on, a year at a time; from the whole period it starts with one year.
// For readers who ask for less motion, the button moves on by one year and stops.
function play() {
  const atEnd = endYear() >= payload.lastYear;
  const span = wholePeriod() ? 0 : endYear() - beginYear();
  if (wholePeriod() || atEnd) setYears(payload.firstYear, payload.firstYear + span);
  else if (calm.matches) stepPlay();
  if (calm.matches) return;
  playing = setInterval(stepPlay, PLAY_PAUSE);
  showPlay();
}

function stepPlay() {
  if (endYear() >= payload.lastYear) stopPlay();
  else setYears(beginYear() + 1, endYear() + 1);
}

function stopPlay() {
  clearInterval(playing);
  playing = 0;
  showPlay();
}

function showPlay() {
  const label = word(playing ? 'period.pause' : calm.matches ? 'period.step' : 'period.play');
  element('play').setAttribute('aria-label', label);
  element('play').title = label;
  element('play-icon').setAttribute(
    'd',
    playing ? 'M5.5 4H8.5V16H5.5ZM11.5 4H14.5V16H11.5Z' : 'M6 3.5 16 10 6 16.5Z',
  );
}

function showSlider() {
  const { firstYear, lastYear } = payload;
  const number = lastYear - firstYear + 1;
  const left = (100 * (beginYear() - firstYear)) / number;
  const right = (100 * (endYear() + 1 - firstYear)) / number;
  const outside = outsideData(state.begin, state.end);
  element('range').style.left = `${left}%`;
  element('range').style.width = `${outside ? 0 : right - left}%`;
  showBars();
  showKnownUntil();
  showThumb(thumbs.from, left, beginYear(), state.begin);
  showThumb(thumbs.to, right, endYear(), state.end);
  element('period-years').textContent = periodText();
  element('whole').disabled = wholePeriod();
  track.classList.toggle('narrowed', !wholePeriod());
  showPlay();
}

function showThumb(thumb, place, year, day) {
  const whole = !day || ['01-01', '12-31'].includes(day.slice(5));
  thumb.style.left = `${place}%`;
  thumb.setAttribute('aria-valuemin', payload.firstYear);
  thumb.setAttribute('aria-valuemax', payload.lastYear);
  thumb.setAttribute('aria-valuenow', year);
  const text = [];
  if (day && (!whole || yearOf(day) !== year)) text.push(whole ? yearOf(day) : dayText(day));
  if (!day || yearOf(day) === year) text.push(yearNumbers(year));
  thumb.setAttribute('aria-valuetext', text.join(', '));
  if (document.activeElement === thumb) showNumbers(year);
}
