// What the colours of actors say: the shore, or the kind, the theme, the community. Groups have a
// number or a letter as well, drawn in the mark and listed in the legend: never colour alone.

// As clear on white as on black, apart from each other for every eye, and none of a shore's colours.
const GROUP_COLOURS = [
  '#8A63D2',
  '#857A1A',
  '#D0567F',
  '#26908C',
  '#A9673F',
  '#B351B8',
  '#5E9130',
  '#5F86C4',
];
const REST_COLOUR = '#848A92';
const groupsKnown = new Map(); // projection and grouping -> {of, groups}

const GROUP_KEYS = {
  kind: (node) => node.kind[0],
  theme: mainTheme,
  community: (node) => (node.community < 0 ? undefined : node.community),
};
const GROUP_NAMES = {
  kind: (key, members) => capital(said(members[0].kind)),
  theme: (key) => capital(payload.themes[key] ? said(payload.themes[key]) : key),
  community: (key, members, letter) => word('group.community', { letter }),
};

// The groupings that say something about the actors of this projection.
function groupings() {
  if (!projection.groupings) {
    const themed = allFacts.some((fact) => fact.themes.length); // else no need to ask every actor
    const tells = (by) =>
      (by !== 'theme' || themed) &&
      drawnNodes.some((node) => ![undefined, ''].includes(GROUP_KEYS[by](node)));
    projection.groupings = ['side', ...Object.keys(GROUP_KEYS).filter(tells)];
  }
  return projection.groupings;
}

function grouping() {
  const id = `${state.projection} ${state.colourBy}`;
  if (!groupsKnown.has(id)) groupsKnown.set(id, makeGroups(state.colourBy));
  return groupsKnown.get(id);
}

// The largest groups have a colour; the others are the rest.
function makeGroups(by) {
  const members = new Map();
  for (const node of drawnNodes) {
    const key = GROUP_KEYS[by](node);
    if (key === undefined || key === '') continue;
    if (!members.has(key)) members.set(key, []);
    members.get(key).push(node);
  }
  const largest = [...members].sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]));
  const groups = largest.slice(0, GROUP_COLOURS.length).map(([key, own], i) => ({
    key,
    members: own.sort((a, b) => b.lines.length - a.lines.length),
    letter: by === 'community' ? 'ABCDEFGH'[i] : String(i + 1),
    colour: GROUP_COLOURS[i],
  }));
  const of = new Map(groups.flatMap((group) => group.members.map((node) => [node, group])));
  return { of, groups };
}

// The theme of most of the facts about an actor.
function mainTheme(node) {
  if (node.theme !== undefined) return node.theme;
  const numbers = new Map();
  for (const fact of factsAbout(node)) {
    for (const theme of fact.themes) numbers.set(theme, (numbers.get(theme) || 0) + 1);
  }
  const ranked = [...numbers].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  node.theme = ranked.length ? ranked[0][0] : '';
  return node.theme;
}

function nodeColour(node) {
  if (state.colourBy === 'side') return legend.sides[node.side].colour;
  return grouping().of.get(node)?.colour || REST_COLOUR;
}

function nodeLetter(node) {
  if (state.colourBy === 'side') return said(legend.shapes[node.mark].letter);
  return grouping().of.get(node)?.letter || '';
}

function groupName(group) {
  return GROUP_NAMES[state.colourBy](group.key, group.members, group.letter);
}

function groupOf(node) {
  const group = state.colourBy === 'side' ? null : grouping().of.get(node);
  return group ? groupName(group) : '';
}

// The entries of the legend: a mark with its letter, the name, the strongest members, and how many
// are seen, which showGroupNumbers() keeps up.
function groupEntries() {
  if (state.colourBy === 'side') {
    return sides.map((side) => [sideIcon(side), said(legend.sides[side].words)]);
  }
  const { groups, of } = grouping();
  const rows = groups.map((group) => {
    const strongest = group.members.slice(0, 3).map((node) => shortLabel(nameOf(node))).join(', ');
    const text = state.colourBy === 'kind' ? [] : [make('small', { dir: 'auto' }, strongest)];
    return [groupIcon(group), make('span', {}, groupName(group), ...text), null, groupAmount(group)];
  });
  if (drawnNodes.length > of.size) {
    const rest = { letter: '', colour: REST_COLOUR };
    rows.push([groupIcon(rest), word('group.rest'), null, groupAmount(rest)]);
  }
  return rows;
}

function groupAmount({ letter }) {
  return make('span', { class: 'number', 'data-group': letter });
}

// Wherever the groups are listed, how many of each are seen at the moment.
function showGroupNumbers() {
  if (state.colourBy === 'side') return;
  const numbers = new Map();
  for (const node of seen.nodes) {
    if (!node.drawn) continue;
    const letter = grouping().of.get(node)?.letter || '';
    numbers.set(letter, (numbers.get(letter) || 0) + 1);
  }
  for (const amount of element('shown').querySelectorAll('[data-group]')) {
    amount.textContent = number(numbers.get(amount.dataset.group) || 0);
  }
}

function groupIcon({ letter, colour }) {
  const text = makeSvg('text', {
    y: 0.38,
    'text-anchor': 'middle',
    'font-size': 1.1,
    'font-weight': 700,
    class: 'letter',
  });
  text.textContent = letter;
  return makeSvg(
    'svg',
    { class: 'mark', viewBox: '-1.4 -1.4 2.8 2.8', 'aria-hidden': 'true' },
    makeSvg('circle', { r: 1.1, fill: colour }),
    text,
  );
}
