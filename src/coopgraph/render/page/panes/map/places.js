// The places of the map: who is there, what was held there, and how many facts of the period.

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
}

// All facts of a place, of any time: about its actors, or held there.
function factsAt(place) {
  return [...new Set([...place.nodes.flatMap(factsAbout), ...place.held])];
}

// Those that are seen now: by the ties that are seen, of actors alone, or held there.
function countPlaces() {
  const tied = new Set(seen.ties.map((tie) => tie.rest));
  const counts = new Map([...atlas.places, ...atlas.beside].map((place) => [place, new Set()]));
  for (const tie of seen.ties) {
    for (const node of [tie.from, tie.to]) counts.get(atlas.byNode.get(node))?.add(tie.rest);
  }
  for (const [place, found] of counts) {
    for (const node of place.nodes) {
      if (!sideOn(node)) continue;
      for (const fact of node.facts) {
        if (seen.facts.has(fact) && !state.kindsOff.has(fact.kind)) found.add(fact);
      }
    }
    for (const fact of place.held) {
      if (fact.tied ? tied.has(fact) : seen.facts.has(fact)) found.add(fact);
    }
    place.facts = [...found];
  }
}

function placeName(place) {
  return said(place.name);
}

// The area of a circle tells the number of facts; the scale is that of the whole period.
function placeRadius(place) {
  const share = Math.sqrt(place.facts.length / atlas.most);
  const most = Math.max(11, Math.min(MAP_MOST, atlas.host.clientWidth / 36));
  const near = Math.min(1.6, Math.max(1, Math.sqrt(atlas.camera.scale / atlas.opening)));
  return (MAP_LEAST + (most - MAP_LEAST) * share) * near;
}

function placeText(place) {
  const there = place.nodes.filter((node) => seen.nodes.has(node)).length;
  return [placeName(place), counted('facts', place.facts.length), counted('actors', there)].join(', ');
}

function placeGroup(place) {
  return {
    key: `place ${place.id}`,
    title: place.name,
    about: legend.sides[place.side].words,
    nodes: place.nodes,
    lines: [...new Set(place.nodes.flatMap((node) => node.lines))],
    facts: place.all,
  };
}
