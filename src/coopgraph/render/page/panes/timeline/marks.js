// One bar of the timeline: certain part in full, possible part light, open ends fading, doubts as
// in the legend. All looks are attributes, so that the picture can be saved as it is.

const TIMELINE_SHAPES = { session: 'mission', role: 'person' };

function makeEntry(entry, chosen) {
  const { item, place, y } = entry;
  const near = !chosen || chosen.has(item.fact);
  const mark = makeSvg('g', {
    class: 'tl-item',
    role: 'button',
    tabindex: '-1',
    transform: `translate(0 ${y + TIMELINE.line})`,
    'aria-label': entryText(entry),
    'aria-pressed': String(state.selected?.fact === item.fact),
  });
  mark.entry = entry;
  mark.dataset.fact = item.id;
  if (!near) mark.setAttribute('opacity', '0.18');
  mark.append(makeHit(entry), ...makeItemBar(item, place), ...makeSigns(item, place));
  if (state.selected?.fact === item.fact) mark.prepend(makeRing(place));
  mark.append(makeSvg('title', {}, entryText(entry)));
  return mark;
}

function itemTitle(item) {
  return said(item.label || item.fact.title) || said(item.fact.sentence);
}

function itemDate(item) {
  return said(item.fact.date) || word('fact.undated');
}

function entryText({ item }) {
  const doubts = item.fact.doubts.map((doubt) => said(legend.doubts[doubt].words));
  const kind = word(`timeline.one.${item.kind}`);
  return [kind, itemTitle(item), itemDate(item), ...doubts].filter(Boolean).join(', ');
}

function makeHit({ place, label, side }) {
  const room = labelRoom(label);
  const beside = side === 'left' || side === 'right';
  const x = side === 'left' ? place.from - room : place.from;
  const width = place.to - place.from + (beside ? room : 0);
  const { row, line } = TIMELINE;
  return makeSvg('rect', { x, y: -row / 2 - line, width, height: row, rx: 4, fill: 'transparent' });
}

function makeRing({ from, to }) {
  return makeSvg('rect', {
    x: from - 2,
    y: -8,
    width: to - from + 4,
    height: 16,
    rx: 6,
    fill: 'none',
    stroke: theme.accent,
    'stroke-width': 2,
  });
}

// The colours of a bar from top to bottom: both shores where both take part.
function itemStripes(item) {
  const { bar } = TIMELINE;
  const whole = [{ side: item.side, y: -bar / 2, height: bar }];
  return item.side !== 'both'
    ? whole
    : [
        { side: 'france', y: -bar / 2, height: bar / 2 },
        { side: 'quebec', y: 0, height: bar / 2 },
      ];
}

function makeItemBar(item, place) {
  const { left, right, solid, edge, openLeft, openRight } = place;
  const held = !heldBack(item);
  const parts = [];
  for (const stripe of itemStripes(item)) {
    const piece = (x, to, fill, opacity) => {
      if (to - x < 0.3) return;
      const { y, height } = stripe;
      parts.push(makeSvg('rect', { x, y, width: to - x, height, fill, 'fill-opacity': opacity }));
    };
    const { colour } = legend.sides[stripe.side];
    const inner = solid || [edge, edge];
    const end = openRight ? Math.max(inner[1], right - TIMELINE.fade) : right;
    if (solid && held) piece(solid[0], solid[1], colour, 1);
    if (openLeft) piece(left, inner[0], `url(#tl-in-${stripe.side})`, 1);
    else piece(left, inner[0], colour, 0.3);
    piece(inner[1], end, colour, 0.3);
    if (openRight) piece(end, right, `url(#tl-out-${stripe.side})`, 1);
  }
  if (!solid && !openLeft && !openRight && right - left > 3) parts.push(makeBracket(item, place));
  if (solid && !held) parts.push(makeHollow(item, solid));
  if (item.fact.doubts.includes('contested')) parts.unshift(makeOutline(place));
  return parts;
}

// What was only planned, or cancelled, is hollow and dotted.
function heldBack(item) {
  return notHeld(item.fact);
}

function itemColour(item) {
  return item.side === 'both' ? theme.mixed : legend.sides[item.side].colour;
}

function makeHollow(item, [from, to]) {
  return makeSvg('rect', {
    x: from,
    y: -TIMELINE.bar / 2,
    width: Math.max(1, to - from),
    height: TIMELINE.bar,
    fill: theme.paper,
    stroke: itemColour(item),
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
    'stroke-dasharray': '0.1 3.6',
  });
}

// Some day between two: nothing is sure but that it lies within.
function makeBracket(item, { left, right }) {
  const [a, b] = [left + 0.75, right - 0.75];
  const arm = Math.min(3, (b - a) / 2);
  return makeSvg('path', {
    d: `M${a + arm} -5H${a}V5H${a + arm}M${b - arm} -5H${b}V5H${b - arm}`,
    fill: 'none',
    stroke: itemColour(item),
    'stroke-width': 1.5,
  });
}

function makeOutline({ from, to }) {
  return makeSvg('rect', {
    x: from - 1,
    y: -5,
    width: to - from + 2,
    height: 10,
    rx: 4,
    fill: 'none',
    stroke: legend.doubts.contested.outline,
    'stroke-width': 2,
  });
}

// The shape of the kind where the bar begins, a diamond on each day of signing, the sign of doubt. A
// diamond is a day: an agreement that was signed outside the period has none.
function makeSigns(item, place) {
  const shape = TIMELINE_SHAPES[item.kind] || item.kind;
  const signed = item.kind === 'agreement' && place.signed.length;
  const vague = !place.solid || (item.kind === 'agreement' && !signed);
  const days = signed ? place.signed : [place.sign];
  const shown = item.kind === 'agreement' && !place.marked ? [] : days;
  const signs = shown.map((x) =>
    makeSvg('path', {
      d: legend.shapes[shape].outline,
      transform: `translate(${x} 0) scale(5)`,
      fill: vague || heldBack(item) ? theme.paper : sideFill(item),
      stroke: vague || heldBack(item) ? sideFill(item) : theme.paper,
      'stroke-width': 0.22,
      'stroke-dasharray': heldBack(item) ? '0.05 0.42' : 'none',
      'stroke-linecap': 'round',
    }),
  );
  const doubt = item.fact.doubts.map((key) => legend.doubts[key].sign).find(isDrawnSign);
  return doubt ? [...signs, ...makeDoubt(doubt, place.sign + 9)] : signs;
}

function isDrawnSign(sign) {
  return sign === '×' || sign === '…';
}

function sideFill(item) {
  return item.side === 'both' ? 'url(#tl-both)' : legend.sides[item.side].colour;
}

function makeDoubt(sign, x) {
  const d = sign === '×' ? 'M-3 -3 3 3M3 -3-3 3' : 'M-4 0h0M0 0h0M4 0h0';
  const at = `translate(${x} 0)`;
  return [
    makeSvg('circle', { r: 5, transform: at, fill: theme.paper }),
    makeSvg('path', {
      d,
      transform: at,
      fill: 'none',
      stroke: theme.ink,
      'stroke-width': sign === '×' ? 1.8 : 2.6,
      'stroke-linecap': 'round',
    }),
  ];
}

// Labels are no part of the items: cut as they are, they would not be the names of buttons. Beside
// what is selected, the labels of the rest yield: faded, nobody could read them.
function makeItemLabels(entries, chosen) {
  const near = ({ item }) => !chosen || chosen.has(item.fact);
  const labels = entries.filter((entry) => entry.side && near(entry)).map(makeItemLabel);
  return makeSvg('g', { 'aria-hidden': 'true', 'pointer-events': 'none' }, ...labels);
}

function makeItemLabel({ place, label, side, y }) {
  const x = { over: place.from + 2, right: place.to + 4, left: place.from - 4 }[side];
  const text = makeSvg('text', {
    x,
    y: y + TIMELINE.line + (side === 'over' ? -6 : 4),
    class: 'tl-label',
    'text-anchor': side === 'left' ? 'end' : 'start',
    'font-size': 11,
    fill: theme.ink,
    stroke: theme.paper,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
  text.textContent = `\u2068${label}\u2069`;
  return text;
}

// Fades of open ends and the two colours of both shores, defined once in the picture.
function timelineDefs() {
  const stop = (offset, colour, opacity) =>
    makeSvg('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity });
  const defs = makeSvg('defs');
  for (const [side, { colour }] of Object.entries(legend.sides)) {
    const ends = [stop(0, colour, 0), stop(1, colour, 0.7)];
    defs.append(makeSvg('linearGradient', { id: `tl-in-${side}` }, ...ends));
    const starts = [stop(0, colour, 0.3), stop(1, colour, 0)];
    defs.append(makeSvg('linearGradient', { id: `tl-out-${side}` }, ...starts));
  }
  const [top, bottom] = [legend.sides.france.colour, legend.sides.quebec.colour];
  const half = [stop(0.5, top, 1), stop(0.5, bottom, 1)];
  defs.append(makeSvg('linearGradient', { id: 'tl-both', x2: 0, y2: 1 }, ...half));
  return defs;
}
