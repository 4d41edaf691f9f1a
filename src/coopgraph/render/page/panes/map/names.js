// The names on the map: the strongest places first; a name that would lie on another one yields.

const MAP_NAMES = 26;
const MAP_SURE = 9; // the strongest are named over other circles, if need be
const MAP_LETTER = 6.7;

function showNames() {
  const { camera, opening } = atlas;
  const nearer = (camera.scale / opening) ** 1.5;
  const most = Math.min(140, Math.round(MAP_NAMES * Math.max(0.6, nearer)));
  const shown = atlas.ordered.filter((place) => isOnMap(place));
  const boxes = shown.map((place) => circleBox(place));
  const wanted = [atlas.pointed, atlas.chosenPlace].filter((place) => place && shown.includes(place));
  const near = state.selected ? shown.filter((place) => !place.faded).slice(0, most) : [];
  const taken = [];
  const texts = [];
  const strongest = shown.slice(0, MAP_SURE);
  for (const place of new Set([...wanted, ...near, ...shown.slice(0, most)])) {
    const must = wanted.includes(place);
    const open = nameSpots(place).filter(
      (box) => isInside(box) && taken.every((other) => apart(box, other)),
    );
    const clear = open.find((box) =>
      boxes.every((other) => other.place === place || apart(box, other)),
    );
    const spot = clear || (must || strongest.includes(place) || near.includes(place) ? open[0] : null);
    if (!spot) continue;
    taken.push(spot);
    texts.push(makeName(place, spot));
  }
  atlas.names.replaceChildren(...texts);
}

function circleBox(place) {
  const { x, y } = onMap(place);
  const r = placeRadius(place) * 0.8;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r, place };
}

function nameSpots(place) {
  const { x, y } = onMap(place);
  const width = [...shortText28(placeName(place))].length * MAP_LETTER + 4;
  const gap = placeRadius(place) + 3;
  const box = (left, top, anchor) => ({ left, top, right: left + width, bottom: top + 16, anchor });
  return [
    box(x + gap, y - 8, 'start'),
    box(x - gap - width, y - 8, 'end'),
    box(x - width / 2, y - gap - 15, 'middle'),
    box(x - width / 2, y + gap - 1, 'middle'),
  ];
}

function apart(a, b) {
  return a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
}

function isInside({ left, right, top, bottom }) {
  const { clientWidth, clientHeight } = atlas.host;
  return left > 2 && top > 2 && right < clientWidth - 2 && bottom < clientHeight - 2;
}

function shortText28(text) {
  const letters = [...text];
  return letters.length <= 28 ? text : `${letters.slice(0, 27).join('').trimEnd()}…`;
}

function makeName(place, { left, right, top, anchor }) {
  const x = { start: left, end: right, middle: (left + right) / 2 }[anchor];
  const text = makeSvg('text', {
    x: x.toFixed(1),
    y: (top + 12.5).toFixed(1),
    'text-anchor': anchor,
    'font-size': 12.5,
    'font-style': place.area ? 'italic' : 'normal',
    'font-weight': place.facts.length > atlas.most / 8 ? 600 : 400,
    fill: theme.ink,
    'fill-opacity': place.faded && place !== atlas.pointed ? 0.4 : 1,
    stroke: atlas.colours.land,
    'stroke-width': 3.5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
  text.textContent = `\u2068${shortText28(placeName(place))}\u2069`;
  return text;
}
