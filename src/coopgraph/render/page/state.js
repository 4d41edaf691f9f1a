// All that a reader can change, in one object. Change it with change(), which draws the page again.

function openingState() {
  const [begin, end] = payload.window || [null, null];
  const outside = outsideData(begin, end); // kept as it was asked, to say that nothing is there
  return {
    language: payload.language,
    begin: begin && (outside || begin > firstDay(payload.firstYear)) ? begin : null, // null: that side is open
    end: end && (outside || end < lastDay(payload.lastYear)) ? end : null,
    mode: payload.mode,
    undated: null, // null: shown with the whole period, until the reader decides
    inferred: true,
    kindsOff: new Set(),
    sidesOff: new Set(),
    projection: payload.name,
    colourBy: 'side', // side, kind, theme, community
    sizeBy: 'ties', // ties, or a measure
    ego: null, // {node, steps}: only this actor and those near it
    hidden: new Set(), // ids of actors that the reader took out
    pinned: new Set(), // ids of actors whose name is always written
    decades: false,
    tab: 'all', // which pane has the room, where there are several
    selected: null, // {node}, {line}, {fact} or {path: [node, node]}
    onlySelection: false,
    sort: { column: null, descending: false },
    rows: 100,
  };
}

const state = openingState();

function change(changes) {
  Object.assign(state, changes);
  refresh();
}

// Show another projection; what was selected, hidden or near stays where it is known there too.
function changeProjection(name) {
  if (name === state.projection || !projections.has(name)) return;
  const { selected, ego } = state;
  state.projection = name;
  useProjection(name);
  const same = (node) => nodeById.get(node?.id);
  state.selected = same(selected?.node) ? { node: same(selected.node) } : null;
  state.ego = same(ego?.node) ? { ...ego, node: same(ego.node) } : null;
  state.kindsOff = new Set();
  state.onlySelection = false;
  if (!groupings().includes(state.colourBy)) state.colourBy = 'side';
  if (!sizings().includes(state.sizeBy)) state.sizeBy = 'ties';
  swapProjection();
}

function toggle(set, member, on) {
  const changed = new Set(set);
  if (on) changed.delete(member);
  else changed.add(member);
  return changed;
}

function wholePeriod() {
  return state.begin === null && state.end === null;
}

// Whether a period lies wholly before or after the years of which the facts speak.
function outsideData(begin, end) {
  const { firstYear, lastYear } = payload;
  return Boolean((begin && begin > lastDay(lastYear)) || (end && end < firstDay(firstYear)));
}

function periodBegin() {
  return state.begin || firstDay(payload.firstYear);
}

function periodEnd() {
  return state.end || lastDay(payload.lastYear);
}

function undatedShown() {
  if (state.undated !== null) return state.undated;
  return wholePeriod() && state.mode === 'possibly';
}

function firstDay(year) {
  return `${String(year).padStart(4, '0')}-01-01`;
}

function lastDay(year) {
  return `${String(year).padStart(4, '0')}-12-31`;
}

function beginYear() {
  return state.begin === null ? payload.firstYear : yearWithin(state.begin);
}

function endYear() {
  return state.end === null ? payload.lastYear : yearWithin(state.end);
}

function yearWithin(day) {
  return Math.max(payload.firstYear, Math.min(payload.lastYear, Number(day.slice(0, 4))));
}
