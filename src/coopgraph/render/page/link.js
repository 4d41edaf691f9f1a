// The state in the address: read at the opening and when the address changes, written after each
// change. What is not known here is left aside, so that an old or broken link still opens the page.

const LINK_PAUSE = 250;
let linking = 0;
let written = '';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function linkText() {
  const opening = openingState();
  const told = new URLSearchParams();
  const put = (name, value, usual) => value !== usual && told.set(name, value);
  put('lang', state.language, opening.language);
  put('show', state.projection, opening.projection);
  put('from', state.begin || '', opening.begin || '');
  put('to', state.end || '', opening.end || '');
  put('mode', state.mode, opening.mode);
  put('undated', state.undated === null ? '' : Number(state.undated), '');
  put('inferred', Number(state.inferred), 1);
  put('colour', state.colourBy, opening.colourBy);
  put('size', state.sizeBy, opening.sizeBy);
  put('decades', Number(state.decades), 0);
  put('tab', state.tab, opening.tab);
  put('sort', sortText(), '');
  put('only', Number(state.onlySelection), 0);
  tellPanes(put);
  for (const kind of state.kindsOff) told.append('no-kind', kind);
  for (const side of state.sidesOff) told.append('no-side', side);
  for (const id of state.hidden) told.append('hide', id);
  for (const id of state.pinned) told.append('pin', id);
  if (state.ego) told.set('near', state.ego.node.id);
  if (state.ego) put('steps', state.ego.steps, 1);
  putSelected(told);
  return told.toString();
}

// The column, after a minus where the order is turned round.
function sortText() {
  const { column, descending } = state.sort;
  return column ? `${descending ? '-' : ''}${column}` : '';
}

function putSelected(told) {
  const { selected } = state;
  if (selected?.node) told.set('actor', selected.node.id);
  if (selected?.fact) told.set('fact', selected.fact.id);
  if (selected?.line) for (const { id } of [selected.line.a, selected.line.b]) told.append('tie', id);
  if (selected?.path) for (const { id } of selected.path) told.append('path', id);
  if (selected?.group) told.set('group', selected.group.key);
}

// The value of that name, if it is a known one.
function amongTold(told) {
  return (name, known, usual) => (known.includes(told.get(name)) ? told.get(name) : usual);
}

function readLink(text) {
  const told = new URLSearchParams(text);
  const among = amongTold(told);
  const wantedProjection = among('show', [...projections.keys()], payload.name);
  if (wantedProjection !== state.projection) {
    useProjection(wantedProjection);
    state.projection = wantedProjection;
  }
  const opening = openingState();
  const known = told.getAll.bind(told);
  const days = readDays(told, opening);
  const selected = readSelected(told);
  return {
    ...opening,
    ...days,
    projection: wantedProjection,
    language: among('lang', ['fr', 'en'], opening.language),
    mode: among('mode', ['possibly', 'certainly'], opening.mode),
    undated: { 0: false, 1: true }[told.get('undated')] ?? null,
    inferred: told.get('inferred') !== '0',
    colourBy: among('colour', groupings(), 'side'),
    sizeBy: among('size', sizings(), 'ties'),
    decades: told.get('decades') === '1',
    tab: among('tab', payload.panes, opening.tab),
    kindsOff: new Set(known('no-kind').filter((kind) => kinds.includes(kind))),
    sidesOff: new Set(known('no-side').filter((side) => sides.includes(side))),
    hidden: new Set(known('hide').filter((id) => nodeById.has(id))),
    pinned: new Set(known('pin').filter((id) => nodeById.has(id))),
    ego: readEgo(told),
    selected,
    onlySelection: selected !== null && told.get('only') === '1',
    sort: readSort(among),
  };
}

// Both sides or neither: a period that ends before it begins, or is none, is the opening one.
function readDays(told, opening) {
  const read = (name, usual) => {
    if (!told.has(name)) return usual;
    return DAY.test(told.get(name)) ? told.get(name) : null;
  };
  const [begin, end] = [read('from', opening.begin), read('to', opening.end)];
  return begin && end && begin > end ? {} : { begin, end };
}

function readSort(among) {
  const told = among('sort', COLUMNS.flatMap((column) => [column, `-${column}`]), '');
  return { column: told.replace('-', '') || null, descending: told.startsWith('-') };
}

function readEgo(told) {
  const node = nodeById.get(told.get('near'));
  return node?.drawn ? { node, steps: told.get('steps') === '2' ? 2 : 1 } : null;
}

function readSelected(told) {
  const two = (name) => told.getAll(name).map((id) => nodeById.get(id));
  const [a, b] = two('path');
  if (a?.drawn && b?.drawn && a !== b) return { path: [a, b] };
  const [one, other] = two('tie');
  const line = one && other && one.lines.find((known) => otherEnd(known, one) === other);
  if (line) return { line };
  const node = nodeById.get(told.get('actor'));
  if (node) return { node };
  const group = told.has('group') && findGroup(told.get('group'));
  if (group) return { group };
  const fact = told.has('fact') && facts.find(({ id }) => id === told.get('fact'));
  return fact ? { fact } : null;
}

// Before anything is drawn.
function openLink() {
  written = location.hash.slice(1);
  takeLink(written);
  window.addEventListener('hashchange', () => {
    if (location.hash.slice(1) === written) return;
    const before = state.projection;
    written = location.hash.slice(1);
    takeLink(written);
    if (state.projection !== before) swapProjection();
    speak(state.language);
  });
}

// What the panes chose is read last: some of it follows from what is selected.
function takeLink(text) {
  Object.assign(state, readLink(text));
  readPanes(amongTold(new URLSearchParams(text)));
}

// A browser takes only so many changes of address a minute: the last of several is written.
function writeLink() {
  clearTimeout(linking);
  linking = setTimeout(() => {
    if (linkText() === written) return;
    written = linkText();
    try {
      history.replaceState(null, '', written ? `#${written}` : location.pathname + location.search);
    } catch {
      // a page inside another one may have no address of its own
    }
  }, LINK_PAUSE);
}

function linkToView() {
  const told = linkText();
  return location.href.split('#')[0] + (told ? `#${told}` : '');
}
