// The map: two panels in one scale, places as circles, what joins them as arcs.

const MAP_VIEWS = ['both', 'quebec', 'france'];

function openMap(host) {
  host.classList.add('map');
  readPlaces();
  readArcs();
  atlas.host = make('div', { class: 'map-stage', role: 'group' });
  atlas.svg = makeSvg('svg', { class: 'map-picture' });
  atlas.ground = makeSvg('g');
  atlas.lines = makeSvg('g');
  atlas.lines.append(...makeArcs());
  atlas.marks = makeSvg('g');
  atlas.marks.append(...atlas.places.map(makePlace));
  atlas.names = makeSvg('g', { class: 'map-names', 'aria-hidden': 'true' });
  atlas.scaleLine = makeSvg('path', { fill: 'none' });
  atlas.scaleText = makeSvg('text', { 'font-size': 11 });
  const scale = makeSvg('g', { 'aria-hidden': 'true' }, atlas.scaleLine, atlas.scaleText);
  const panels = Object.keys(payload.extras.map.panels);
  atlas.headings = Object.fromEntries(panels.map((name) => [name, makeHeading()]));
  const headings = Object.values(atlas.headings);
  atlas.svg.append(atlas.ground, ...headings, atlas.lines, atlas.marks, atlas.names, scale);
  atlas.host.append(atlas.svg);
  atlas.views = make('div', { class: 'segments map-views', role: 'group' });
  for (const view of MAP_VIEWS) atlas.views.append(makeMapView(view));
  atlas.credit = make('p', { class: 'map-credit' });
  atlas.key = make('p', { class: 'map-key' });
  const top = make('div', { class: 'map-top' }, atlas.views, atlas.key, atlas.credit);
  host.append(top, atlas.host, makeBeside());
  makeGround();
  layPanels();
  const { view } = atlas;
  fitMap('both'); // by which later scales are measured
  fitMap(view);
  new ResizeObserver(resizeMap).observe(atlas.host);
  steerMap();
  speakMap();
}

function makeHeading() {
  return makeSvg('text', { class: 'map-heading', 'font-size': 13, 'letter-spacing': 3 });
}

function makeMapView(view) {
  const button = make('button', { type: 'button', class: 'map-view' });
  button.dataset.view = view;
  button.addEventListener('click', () => {
    fitMap(view);
    drawMap();
    writeLink();
  });
  return button;
}

// A map that is not on the page is fitted when it comes back: it has no size before.
function readMapView(among) {
  const view = among('shore', MAP_VIEWS, MAP_VIEWS[0]);
  if (view === atlas.view) return;
  atlas.view = view;
  atlas.camera.moved = false;
  if (atlas.host?.clientWidth) fitMap();
}

// Another projection: other actors at the same places.
function swapMap() {
  readPlaces();
  readArcs();
  atlas.lines.replaceChildren(...makeArcs());
  atlas.marks.replaceChildren(...atlas.places.map(makePlace));
  atlas.current = null;
  layArcs();
  speakMap();
}

function resizeMap() {
  if (!atlas.host.clientWidth || !atlas.host.clientHeight) return;
  layPanels();
  if (!atlas.camera.moved) fitMap();
  drawMap();
}

// Land, borders and graticule of each panel; the sea alone where the outlines are missing.
function makeGround() {
  const { panels, land } = payload.extras.map;
  atlas.panels = {};
  const still = { fill: 'none', 'vector-effect': 'non-scaling-stroke' };
  for (const [name, { width, height }] of Object.entries(panels)) {
    const clip = makeSvg('clipPath', { id: `map-clip-${name}` });
    clip.append(makeSvg('rect', { width, height, rx: 24 }));
    const own = land?.panels[name];
    const parts = [makeSvg('rect', { class: 'map-sea', width, height })];
    if (own) {
      parts.push(
        makeSvg('path', { class: 'map-graticule', d: own.graticule, ...still }),
        makeSvg('path', { ...still, class: 'map-land', d: own.land, 'fill-rule': 'evenodd' }),
        makeSvg('path', { class: 'map-borders', d: own.borders, ...still }),
      );
    }
    const drawn = makeSvg('g', { 'clip-path': `url(#map-clip-${name})` }, ...parts);
    atlas.panels[name] = makeSvg('g', {}, clip, drawn);
    atlas.ground.append(atlas.panels[name]);
  }
}

function makePlace(place) {
  place.circle = makeSvg('circle', { 'stroke-width': place.area ? 2.5 : 1.5 });
  place.ring = makeSvg('circle', { fill: 'none', 'stroke-width': 2, class: 'map-ring' });
  place.title = makeSvg('title');
  place.mark = makeSvg('g', { class: 'map-place', role: 'button', tabindex: '-1' });
  place.mark.append(place.circle, place.ring, place.title);
  place.mark.place = place;
  place.mark.dataset.place = place.id;
  return place.mark;
}

// Colours and words: when the page opens, and when language or theme change.
function speakMap() {
  const style = getComputedStyle(atlas.host);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  atlas.colours = { land: colour('map-land'), sea: colour('map-sea'), coast: colour('map-coast') };
  const paint = (name, looks) => {
    for (const part of atlas.ground.querySelectorAll(`.${name}`)) {
      for (const [key, value] of Object.entries(looks)) part.setAttribute(key, value);
    }
  };
  const { land, sea, coast } = atlas.colours;
  paint('map-sea', { fill: sea });
  paint('map-land', { fill: land, stroke: coast, 'stroke-width': 0.8 });
  paint('map-borders', { stroke: coast, 'stroke-width': 0.8, 'stroke-dasharray': '4 3' });
  paint('map-graticule', { stroke: coast, 'stroke-width': 0.4, 'stroke-opacity': 0.6 });
  for (const button of atlas.views.children) {
    button.textContent = word(`map.view.${button.dataset.view}`);
  }
  atlas.views.setAttribute('aria-label', word('map.view'));
  atlas.host.setAttribute('aria-label', word('map.help'));
  const { land: outlines } = payload.extras.map;
  const ring = makeSvg('circle', { r: 1, fill: 'none', stroke: theme.quiet, 'stroke-width': 0.5 });
  const icon = { class: 'mark', viewBox: '-1.4 -1.4 2.8 2.8', 'aria-hidden': 'true' };
  atlas.key.replaceChildren(makeSvg('svg', icon, ring), word('map.key'));
  speakBeside();
  atlas.credit.textContent = outlines?.known ? said(outlines.credit) : word('map.missing');
  for (const [name, text] of Object.entries(atlas.headings)) {
    text.textContent = word(`map.view.${name}`).toLocaleUpperCase(state.language);
    text.setAttribute('fill', theme.quiet);
  }
  for (const arc of atlas.arcs) arc.look = '';
  for (const arc of atlas.arcs) {
    arc.title.textContent = `${placeName(arc.from)} – ${placeName(arc.to)}`;
  }
}

function drawMap() {
  countPlaces();
  countArcs();
  atlas.ordered = atlas.places
    .filter((place) => place.facts.length)
    .sort((a, b) => b.facts.length - a.facts.length || compare(a.id, b.id));
  const chosen = selectedLines();
  const key = state.selected?.group?.key;
  const own = atlas.byNode.get(state.selected?.node);
  atlas.chosenPlace = own || atlas.places.find((place) => key === `place ${place.id}`) || null;
  showArcs(chosen);
  const near = selectedNodes();
  for (const place of atlas.places) showPlace(place, near);
  keepPlaceStop();
  showCamera();
  atlas.key.hidden = !atlas.ordered.some(({ area }) => area);
  showBeside();
}

function showPlace(place, near) {
  const { mark, circle, ring, title } = place;
  mark.setAttribute('display', place.facts.length ? 'inline' : 'none');
  if (!place.facts.length) return;
  const held = state.selected?.fact && place.held.includes(state.selected.fact);
  const chosen = place === atlas.chosenPlace;
  const faded = near && !held && !chosen && !place.nodes.some((node) => near.has(node));
  place.faded = Boolean(faded);
  const side = legend.sides[place.side].colour;
  const looks = [faded, chosen || held, state.language, place.facts.length, theme.paper];
  if (looks.join() === place.look) return;
  place.look = looks.join();
  if (place.area) dressArea(circle, side, faded);
  else dressTown(circle, side, faded);
  ring.setAttribute('stroke', chosen || held ? theme.accent : 'none');
  mark.setAttribute('aria-label', placeText(place));
  mark.setAttribute('aria-pressed', String(chosen));
  title.textContent = placeText(place);
}

function dressTown(circle, side, faded) {
  circle.setAttribute('fill', side);
  circle.setAttribute('fill-opacity', faded ? 0.13 : 0.82);
  circle.setAttribute('stroke', faded ? 'none' : atlas.colours.land);
}

// An open ring: nothing is exactly there.
function dressArea(circle, side, faded) {
  circle.setAttribute('fill', atlas.colours.land);
  circle.setAttribute('fill-opacity', faded ? 0.3 : 0.75);
  circle.setAttribute('stroke', side);
  circle.setAttribute('stroke-opacity', faded ? 0.3 : 1);
}

// The picture as it is, with its size and ground, for a file.
function mapSvg() {
  const copy = atlas.svg.cloneNode(true);
  const { clientWidth: width, clientHeight: height } = atlas.host;
  const named = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}` };
  for (const [key, value] of Object.entries({ ...named, width, height })) copy.setAttribute(key, value);
  copy.setAttribute('font-family', 'sans-serif');
  for (const part of copy.querySelectorAll('.map-hit, [display=none]')) part.remove();
  const texts = [atlas.credit.textContent];
  if (!atlas.key.hidden) texts.push(`○ ${atlas.key.textContent}`);
  copy.append(...texts.map((text, i) => smallPrint(text, width - 8, height - 8 - 14 * i)));
  return copy;
}

function smallPrint(text, x, y) {
  const looks = { x, y, 'text-anchor': 'end', 'font-size': 10, fill: theme.quiet };
  const line = makeSvg('text', looks);
  line.textContent = text;
  return line;
}

// A place or an arc, also before the map is open or after another projection was taken.
function findInMap(key) {
  readMap();
  const place = [...atlas.places, ...atlas.beside].find(({ id }) => `place ${id}` === key);
  if (place) return placeGroup(place);
  const arc = atlas.arcs.find((known) => known.key === key);
  return arc ? arcGroup(arc) : null;
}

function readMap() {
  if (atlas.of === projection) return;
  readPlaces();
  readArcs();
}

// Places by name in either language, those of most facts first.
function searchMap(asked) {
  readMap();
  const named = ({ name }) => plain(name.join('\n')).includes(asked);
  return [...atlas.places, ...atlas.beside].filter(named).map((place) => ({
    label: placeName(place),
    shape: 'place',
    key: `place ${place.id}`,
    select() {
      if (atlas.host?.clientWidth && place.panel && !isOnMap(place)) centreMap(place);
      select({ group: placeGroup(place) });
    },
  }));
}

addPane('map', {
  hint: 'map.hint',
  keys: 'map.keys',
  find: findInMap,
  search: searchMap,
  open: openMap,
  draw: drawMap,
  speak: speakMap,
  fit() {
    fitMap('both');
    drawMap();
    writeLink();
  },
  swap: swapMap,
  zoom: (factor) => zoomMap(factor),
  reveal(node) {
    const place = atlas.byNode.get(node);
    if (place?.panel && !isOnMap(place)) centreMap(place);
  },
  focus: () => atlas.svg.querySelector('[tabindex="0"]')?.focus(),
  told: (put) => put('shore', atlas.view, MAP_VIEWS[0]),
  read: readMapView,
  svg: mapSvg,
});
