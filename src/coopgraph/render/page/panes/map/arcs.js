// What joins two places: all ties between their actors, as one arc with the marks of the legend.

const MAP_MANY = 150; // arcs, from which they are drawn thinner

function readArcs() {
  const byPair = new Map();
  for (const line of lines) {
    const [a, b] = [atlas.byNode.get(line.a), atlas.byNode.get(line.b)];
    if (!a?.panel || !b?.panel || a === b) continue;
    const [from, to] = a.id <= b.id ? [a, b] : [b, a];
    const key = JSON.stringify([from.id, to.id]);
    if (!byPair.has(key)) byPair.set(key, { key, from, to, lines: [], seen: [] });
    byPair.get(key).lines.push(line);
  }
  atlas.arcs = [...byPair.values()].sort((a, b) => a.lines.length - b.lines.length);
  for (const arc of atlas.arcs) {
    arc.from.arcs.push(arc);
    arc.to.arcs.push(arc);
  }
}

function countArcs() {
  atlas.shown = 0;
  for (const arc of atlas.arcs) {
    arc.seen = arc.lines.flatMap((line) => line.seen);
    if (!arc.seen.length) continue;
    atlas.shown += 1;
    dressLine(arc);
  }
}

// A place on the scene: its panel stands beside or over the other. What shares the point of another
// place stands beside that one, as many pixels away as both circles need.
function onScene({ panel, x, y, aside }) {
  const offset = atlas.offsets[panel];
  const { scale } = atlas.camera;
  return { x: x + offset.x + aside.x / scale, y: y + offset.y + aside.y / scale };
}

// Bent towards the north, as the shortest way over the ocean is; the longer, the more.
function arcPath({ from, to }) {
  const [a, b] = [onScene(from), onScene(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const sign = dx === 0 ? 1 : Math.sign(dx);
  const bend = 0.16;
  const x = (a.x + b.x) / 2 + sign * dy * bend;
  const y = (a.y + b.y) / 2 - sign * dx * bend;
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${x.toFixed(1)} ${y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
}

function makeArcs() {
  for (const arc of atlas.arcs) {
    const common = { fill: 'none', 'vector-effect': 'non-scaling-stroke' };
    arc.halo = makeSvg('path', { ...common, class: 'map-halo' });
    arc.line = makeSvg('path', { ...common, 'stroke-linecap': 'round' });
    arc.hit = makeSvg('path', { ...common, class: 'map-hit', stroke: 'transparent' });
    arc.hit.setAttribute('stroke-width', 9);
    arc.title = makeSvg('title');
    arc.hit.append(arc.title);
    arc.hit.arc = arc;
    arc.group = makeSvg('g', { class: 'map-arc' }, arc.halo, arc.line, arc.hit);
  }
  return atlas.arcs.map(({ group }) => group);
}

function layArcs(some = atlas.arcs) {
  for (const arc of some) {
    const d = arcPath(arc);
    for (const path of [arc.halo, arc.line, arc.hit]) path.setAttribute('d', d);
  }
}

// Only what has changed is written: most arcs look the same from one step of the slider to the next.
function showArcs(chosen) {
  const many = atlas.shown > MAP_MANY;
  for (const arc of atlas.arcs) {
    const faded = chosen !== null && !arc.lines.some((line) => chosen.has(line));
    const look = arc.seen.length ? arcLook(arc, many, faded, chosen !== null) : 'none';
    if (look === arc.look) continue;
    arc.look = look;
    arc.group.setAttribute('display', look === 'none' ? 'none' : 'inline');
    if (look !== 'none') dressArc(arc, JSON.parse(look));
  }
}

// In a thicket arcs are thin and light, and the amber of doubt is left to those that are mostly so.
function arcLook(arc, many, faded, chosen) {
  const thin = many && !chosen;
  const width = thin ? arc.width * 0.5 : arc.width;
  const light = thin ? (arc.number > 2 ? 0.65 : 0.35) : 0.9;
  const opacity = faded ? 0.03 : arc.opacity * light;
  const own = state.selected?.group?.key === arc.key;
  const amber = arc.contested && !faded && (!thin || mostlyContested(arc));
  const halo = own ? theme.accent : amber ? legend.doubts.contested.outline : '';
  return JSON.stringify([arc.colour, arc.dash, width, opacity, halo, faded]);
}

function mostlyContested(arc) {
  const behind = factsOf(arc.seen);
  return 2 * behind.filter((fact) => fact.doubts.includes('contested')).length > behind.length;
}

function dressArc(arc, [colour, dash, width, opacity, halo, faded]) {
  const dashes = { solid: 'none', dashed: '7 6', dotted: `0 ${(2 * width + 2).toFixed(1)}` }[dash];
  const { line } = arc;
  if (!faded && state.selected) atlas.lines.append(arc.group); // over those that are faded
  line.setAttribute('stroke', colour);
  line.setAttribute('stroke-width', dash === 'dotted' ? Math.max(3, width) : width);
  line.setAttribute('stroke-dasharray', dashes);
  line.setAttribute('stroke-opacity', opacity.toFixed(2));
  arc.halo.setAttribute('stroke', halo || 'none');
  arc.halo.setAttribute('stroke-width', width + 3);
  arc.halo.setAttribute('stroke-opacity', Math.max(0.35, opacity).toFixed(2));
  arc.hit.setAttribute('pointer-events', faded ? 'none' : 'stroke');
}

// One line behind the arc is that line; several are a group of their own.
function selectArc(arc) {
  const [only, ...others] = arc.lines;
  if (!others.length) select({ line: only });
  else select({ group: arcGroup(arc) });
}

function arcGroup(arc) {
  return {
    key: arc.key,
    title: arc.from.name.map((name, i) => `${name} – ${arc.to.name[i]}`),
    about: null,
    nodes: [...new Set(arc.lines.flatMap(({ a, b }) => [a, b]))],
    lines: arc.lines,
    facts: [...new Set(arc.lines.flatMap((line) => factsOf(line.ties)))],
  };
}
