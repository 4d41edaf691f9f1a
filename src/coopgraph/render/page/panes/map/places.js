// The places of the map: who is there, what was held there, how many facts of the period; and below
// it who and what cannot be drawn.

const atlas = {
  places: [],
  beside: [],
  arcs: [],
  byNode: new Map(), // actor -> its place
  of: null, // the projection whose actors these are
  offsets: {}, // panel -> where it begins on the scene, in kilometres
  scene: { width: 0, height: 0 },
  camera: { scale: 1, x: 0, y: 0, moved: false },
  view: 'both',
  current: null, // the place that the keyboard is on
};

const MAP_GAP = 70; // kilometres of paper between the panels
const MAP_MOST = 21; // the largest radius of a place, in pixels
const MAP_LEAST = 2.6;
const MAP_AREA = 5; // the least radius of the ring of an area
const MAP_LISTED = 50; // actors that cannot be drawn, until more are asked for
const MAP_HIGH = 1250; // kilometres from north to south that are always shown

function readPlaces() {
  const { places, beside } = payload.extras.map;
  const byId = new Map(allFacts.map((fact) => [fact.id, fact]));
  const read = (place) => ({
    ...place,
    nodes: place.actors.map((id) => nodeById.get(id)).filter(Boolean),
    held: place.held.map((id) => byId.get(id)).filter(Boolean),
    facts: [],
    arcs: [],
    aside: { x: 0, y: 0 },
  });
  atlas.places = places.map(read);
  atlas.beside = beside.map(read);
  atlas.of = projection;
  atlas.byNode = new Map();
  for (const place of [...atlas.places, ...atlas.beside]) {
    for (const node of place.nodes) atlas.byNode.set(node, place);
  }
  for (const place of [...atlas.places, ...atlas.beside]) place.all = factsAt(place);
  atlas.places.sort((a, b) => b.all.length - a.all.length || compare(a.id, b.id)); // small ones on top
  atlas.most = Math.max(1, ...atlas.places.map((place) => place.all.length));
  atlas.sharers = atlas.places.filter((place) => place.shares);
  atlas.sharedAt = 0;
}

// Circles keep their size while the map grows: what shares a point is placed anew for each scale,
// first to the upper left of the other place, further ones around it.
function laySharers() {
  const { scale } = atlas.camera;
  if (atlas.sharedAt === scale) return;
  atlas.sharedAt = scale;
  const around = new Map();
  for (const place of atlas.sharers) {
    const other = atlas.places.find(({ id }) => id === place.shares);
    const turn = Math.PI * (1.25 + (around.get(other) || 0) / 3);
    around.set(other, (around.get(other) || 0) + 1);
    const far = radiusOf(other, other.all.length) + radiusOf(place, place.all.length) + 2;
    place.aside = { x: far * Math.cos(turn), y: far * Math.sin(turn) };
  }
  layArcs(new Set(atlas.sharers.flatMap(({ arcs }) => arcs)));
}

// All facts of a place, of any time: about its actors, or held there.
function factsAt(place) {
  return [...new Set([...place.nodes.flatMap(factsAbout), ...place.held])];
}

// Those that are seen now: by the ties that are seen, of actors alone, or held there.
function countPlaces() {
  const counts = new Map([...atlas.places, ...atlas.beside].map((place) => [place, new Set()]));
  for (const tie of seen.ties) {
    for (const node of [tie.from, tie.to]) counts.get(atlas.byNode.get(node))?.add(tie.rest);
  }
  for (const [place, found] of counts) {
    for (const node of place.nodes) {
      if (!isAmong(node)) continue;
      for (const fact of node.facts) {
        if (seen.facts.has(fact) && !state.kindsOff.has(fact.kind)) found.add(fact);
      }
    }
    for (const fact of place.held) {
      if (isTold(fact)) found.add(fact);
    }
    place.facts = [...found];
  }
}

function placeName(place) {
  return said(place.name);
}

// The area of a circle tells the number of facts; the scale is that of the whole period.
function placeRadius(place) {
  return radiusOf(place, place.facts.length);
}

function radiusOf({ area }, number) {
  const share = Math.sqrt(number / atlas.most);
  const most = Math.max(11, Math.min(MAP_MOST, atlas.host.clientWidth / 36));
  const near = Math.min(1.6, Math.max(1, Math.sqrt(atlas.camera.scale / atlas.opening)));
  const least = area ? MAP_AREA : MAP_LEAST;
  return (least + (most - least) * share) * near;
}

function placeText(place) {
  const there = place.nodes.filter((node) => seen.nodes.has(node)).length;
  const texts = [counted('facts', place.facts.length), counted('actors', there)];
  if (place.area) texts.unshift(word('map.area', { kind: said(place.area) }));
  return [placeName(place), ...texts].join(', ');
}

// Its shore; of an area also that it is one, and where its point comes from: in both languages.
function aboutPlace({ side, area, note }) {
  const shore = legend.sides[side].words;
  if (!area) return shore;
  return shore.map((text, i) => {
    const kind = payload.words['map.area'][i].replace('{kind}', () => area[i]);
    return [text, kind, note[i]].filter(Boolean).join(' · ');
  });
}

function placeGroup(place) {
  return {
    key: `place ${place.id}`,
    title: place.name,
    about: aboutPlace(place),
    nodes: place.nodes,
    lines: [...new Set(place.nodes.flatMap((node) => node.lines))],
    facts: place.all,
  };
}

// Below the map, what it cannot draw: actors without a place or whose place has no point on a panel,
// and such places. Only what the choices of the moment show is counted.
function makeBeside() {
  atlas.unplaced = make('input', { type: 'search', autocomplete: 'off' });
  atlas.found = make('p', { class: 'help', role: 'status' });
  const tools = make('div', { class: 'map-find' }, atlas.unplaced, atlas.found);
  const lists = [make('ul', { class: 'lines' }), make('h4'), make('ul', { class: 'lines' })];
  const help = make('p', { class: 'help' });
  atlas.aside = make('details', { class: 'map-beside' }, make('summary'), help, tools, ...lists);
  atlas.aside.addEventListener('toggle', () => {
    atlas.listed = MAP_LISTED;
    showBeside();
  });
  atlas.unplaced.addEventListener('input', showBeside);
  return atlas.aside;
}

function speakBeside() {
  for (const name of ['aria-label', 'placeholder']) {
    atlas.unplaced.setAttribute(name, word('map.unplaced.find'));
  }
  atlas.asideKey = null;
}

// The actors that are seen and not drawn.
function unplacedActors() {
  if (projection.of !== 'actor') return [];
  return [...seen.nodes].filter((node) => !atlas.byNode.get(node)?.panel);
}

// Those of the name that is asked for, each with its number of facts: the most first.
function findUnplaced(actors) {
  const asked = plain(atlas.unplaced.value.trim());
  const named = new Map(namesToFind().map(({ node, text }) => [node, text]));
  const found = actors.filter((node) => named.get(node).includes(asked));
  const byName = new Intl.Collator(state.language);
  const order = ([a, n], [b, m]) => m - n || byName.compare(nameOf(a), nameOf(b));
  return found.map((node) => [node, factsSeen(node).length]).sort(order);
}

function factsSeen(node) {
  const own = node.facts.filter((fact) => seen.facts.has(fact));
  return [...new Set([...own, ...factsOf(tiesOf(node))])];
}

function showBeside() {
  const actors = unplacedActors();
  const places = atlas.beside.filter((place) => place.facts.length);
  const texts = [];
  if (actors.length) texts.push(counted('map.unplaced', actors.length));
  if (places.length) texts.push(counted('map.beside', places.length));
  atlas.aside.hidden = !texts.length;
  atlas.aside.firstChild.textContent = texts.join(' · ');
  if (atlas.aside.open) listBeside(actors, places);
}

// The lists are made again only where they change: a button that was used keeps the keyboard.
function listBeside(actors, places) {
  const found = findUnplaced(actors);
  const lines = found.map(([{ id }, n]) => [id, n]);
  const others = places.map(({ id, facts: behind }) => [id, behind.length]);
  const shown = [state.language, state.end, atlas.listed];
  const key = JSON.stringify([shown, actors.length, lines, others]);
  if (key !== atlas.asideKey) fillBeside(actors, found, places);
  atlas.asideKey = key;
  const { node, group } = state.selected || {};
  for (const button of atlas.aside.querySelectorAll('[aria-pressed]')) {
    const chosen = button.node ? node === button.node : group?.key === button.key;
    button.setAttribute('aria-pressed', String(chosen));
  }
}

function fillBeside(actors, found, places) {
  const [, help, tools, names, heading, list] = atlas.aside.children;
  const placed = actors.filter((node) => atlas.byNode.has(node)).length;
  const reasons = [];
  const homeless = actors.length - placed;
  if (homeless) reasons.push(word('map.homeless', { n: number(homeless) }));
  if (placed) reasons.push(word('map.pointless', { n: number(placed) }));
  help.textContent = actors.length ? `${reasons.join(', ')}. ${word('map.beside.help')}` : '';
  tools.hidden = !actors.length;
  const share = { n: number(found.length), all: number(actors.length) };
  atlas.found.textContent = found.length < actors.length ? word('map.unplaced.found', share) : '';
  names.replaceChildren(...found.slice(0, atlas.listed).map(besideActor));
  if (found.length > atlas.listed) names.append(besideMore(found.length - atlas.listed));
  heading.hidden = !places.length;
  heading.textContent = counted('map.beside', places.length);
  list.replaceChildren(...places.map(besidePlace));
}

function besideActor([node, amount]) {
  const place = atlas.byNode.get(node);
  const why = place ? [placeName(place), ...whyBeside(place)] : [];
  const item = besideItem(nodeName(node), [...why, counted('facts', amount)], () => select({ node }));
  item.firstChild.node = node;
  return item;
}

function besideMore(number) {
  const button = make('button', { type: 'button' }, counted('map.unplaced.more', number));
  button.addEventListener('click', () => {
    const first = atlas.listed;
    atlas.listed = Infinity;
    showBeside();
    atlas.aside.querySelectorAll('.lines button')[first].focus();
  });
  return make('li', {}, button);
}

function besidePlace(place) {
  const what = [...whyBeside(place), counted('facts', place.facts.length)];
  const item = besideItem(isolated(placeName(place)), what, () => {
    select({ group: placeGroup(place) });
  });
  item.firstChild.key = `place ${place.id}`;
  return item;
}

function besideItem(name, what, act) {
  const amount = make('span', { class: 'number' }, ...separated(what));
  const button = make('button', { type: 'button', 'aria-pressed': 'false' }, name, amount);
  button.addEventListener('click', () => {
    act();
    element('known-body').focus({ preventScroll: true });
  });
  return make('li', {}, button);
}

// The larger place that holds one, and why this one is not drawn.
function whyBeside({ far, within }) {
  return [said(within), word(far ? 'map.far' : 'map.unlocated')];
}
