// The sheet that a picture stands on once it has left the page: title, period, legend, citation.
// Widths of words are reckoned, not measured: the same choices give the same file on every screen.
const SHEET = {
  margin: 32,
  narrowest: 960, // for the words; a narrow picture stands in the middle
  letter: 0.56, // width of a letter, as a part of its size
  row: 28,
  font: 'Liberation Sans, Arial, Helvetica, sans-serif',
};

// Which marks a pane draws that its own words do not tell.
const SHEET_MARKS = {
  network: ['groups', 'shapes', 'kinds', 'mixed', 'doubts'],
  decades: ['groups'],
  map: ['sides', 'kinds', 'mixed', 'doubts'],
  timeline: ['sides', 'doubts'],
  matrix: ['sides', 'doubts'],
  chain: ['doubts'],
  mirror: ['contested'],
};

const MARKS = {
  groups: () => (state.colourBy === 'side' ? MARKS.sides() : groupEntries().map(plainEntry)),
  sides() {
    const shown = sides.filter((side) => [...seen.nodes].some((node) => node.side === side));
    return shown.map((side) => [sideIcon(side), said(legend.sides[side].words)]);
  },
  shapes() {
    const shown = new Set([...seen.nodes].map((node) => node.mark));
    const known = Object.keys(legend.shapes).filter((shape) => shown.has(shape));
    return known.map((shape) => [shapeLetter(shape), capital(said(legend.shapes[shape].words))]);
  },
  kinds() {
    const shown = new Set(seen.ties.map((tie) => tie.kind));
    const own = kinds.filter((kind) => shown.has(kind));
    return own.map((kind) => [solidSample(kindColour(kind)), kindWords(kind)]);
  },
  mixed() {
    const shown = seen.lines.some((line) => line.colour === theme.mixed);
    return shown ? [[solidSample(theme.mixed), word('legend.mixed')]] : [];
  },
  doubts() {
    const shown = new Set([...seen.facts.keys()].map(standing));
    return [...doubtMarks((doubt) => shown.has(doubt)), ...MARKS.contested()];
  },
  contested() {
    const shown = [...seen.facts.keys()].some((fact) => fact.doubts.includes('contested'));
    return shown ? doubtMarks((doubt) => doubt === 'contested') : [];
  },
};

function solidSample(colour) {
  return makeLineSample(legend.doubts.certain, colour);
}

function doubtMarks(isShown) {
  const shown = Object.keys(legend.doubts).filter(isShown);
  return shown.map((doubt) => {
    const mark = legend.doubts[doubt];
    return [makeLineSample(mark, theme.bar), capital(said(mark.words))];
  });
}

// A group with the names of its strongest: on the sheet its own name is enough.
function plainEntry([icon, name]) {
  return [icon, typeof name === 'string' ? name : name.firstChild.textContent];
}

function sheetNotes(pane) {
  if (pane === 'chain') return [word('chain.legend')];
  return pane === 'network' ? [word('legend.width'), word(`size.${state.sizeBy}.help`)] : [];
}

// The picture of a pane, an <svg> element, on its sheet.
function sheetOf(picture, pane) {
  const { width, height } = picture.viewBox.baseVal;
  const { margin } = SHEET;
  const wide = Math.max(width, SHEET.narrowest);
  const sheet = makeSvg('svg', { 'font-family': SHEET.font, fill: theme.ink });
  const ground = makeSvg('rect', { fill: theme.paper });
  for (const about of picture.querySelectorAll(':scope > title, :scope > desc')) about.remove();
  const told = `${said(projection.title)}, ${periodText()}`;
  sheet.append(makeSvg('title', {}, told), makeSvg('desc', {}, citation()), ground);
  let top = putLines(sheet, [said(projection.title)], margin, wide, 26, { 'font-weight': 700 });
  top = putLines(sheet, [sheetSays(pane)], top + 4, wide, 16, { fill: theme.quiet });
  const left = margin + (wide - width) / 2;
  for (const [key, value] of Object.entries({ x: left, y: top + 16, width, height })) {
    picture.setAttribute(key, value);
  }
  sheet.append(picture);
  top = putMarks(sheet, pane, top + 16 + height + 16, wide);
  top = putLines(sheet, sheetNotes(pane), top + 4, wide, 13, { fill: theme.quiet });
  top = putLines(sheet, [citation()], top + 8, wide, 13, { fill: theme.quiet });
  const size = { width: wide + 2 * margin, height: Math.ceil(top + margin - 8) };
  for (const [key, value] of Object.entries(size)) {
    sheet.setAttribute(key, value);
    ground.setAttribute(key, value);
  }
  sheet.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  return sheet;
}

// Which pane, the period, how surely, how much, and that it is not everything; of chains, which one.
function sheetSays(pane) {
  const chain = chosenIn(pane);
  const narrowed = element('narrowed');
  const parts = [
    paneName(pane === 'decades' ? 'network' : pane),
    chain,
    periodText(),
    word(`mode.${state.mode}`),
    chain ? '' : counted(nodesKey(), seen.nodes.size),
    chain ? '' : counted('ties', seen.ties.length),
    narrowed.hidden ? '' : narrowed.firstElementChild.textContent,
  ];
  return parts.filter(Boolean).join(' · ');
}

// Texts one below the other; where the next one may begin.
function putLines(sheet, texts, top, wide, size, look) {
  const room = Math.floor(wide / (size * SHEET.letter));
  let y = top;
  for (const line of texts.flatMap((text) => textLines(text, room))) {
    y += size * 1.3;
    const place = { x: SHEET.margin, y: Math.round(10 * (y - size * 0.25)) / 10 };
    sheet.append(makeSvg('text', { ...place, 'font-size': size, ...look }, line));
  }
  return y;
}

// Four lines at most, broken between words; a word longer than a line is cut.
function textLines(text, room) {
  const found = [''];
  for (const piece of text.split(/[ \t\r\n]+/)) {
    const longer = found.at(-1) ? `${found.at(-1)} ${piece}` : piece;
    if (longer.length <= room) found[found.length - 1] = longer;
    else if (!found.at(-1)) found[0] = `${[...piece].slice(0, room - 1).join('')}…`;
    else found.push(piece.length > room ? `${[...piece].slice(0, room - 1).join('')}…` : piece);
  }
  return found.length > 4 ? [...found.slice(0, 3), `${found[3]} …`] : found;
}

// The legend in rows, each mark with its word.
function putMarks(sheet, pane, top, wide) {
  const marks = (SHEET_MARKS[pane] || ['sides', 'doubts']).flatMap((name) => MARKS[name]());
  let [x, y] = [0, top];
  for (const [icon, words] of marks) {
    const text = shortened(words, 60);
    const before = icon.classList.contains('sample') ? 46 : 30;
    const own = before + text.length * 14 * SHEET.letter + 22;
    if (x && x + own > wide) [x, y] = [0, y + SHEET.row];
    const at = { x: SHEET.margin + x, y };
    sheet.append(placedIcon(icon, at));
    const place = { x: at.x + before, y: y + 15, 'font-size': 14 };
    sheet.append(makeSvg('text', place, text));
    x += Math.ceil(own);
  }
  return marks.length ? y + SHEET.row : y;
}

function shortened(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

// What the style sheet of the page gives an icon becomes attributes.
function placedIcon(icon, { x, y }) {
  const sample = icon.classList.contains('sample');
  for (const one of icon.querySelectorAll('.paper')) one.setAttribute('stroke', theme.paper);
  for (const one of icon.querySelectorAll('.disc')) one.setAttribute('fill', theme.paper);
  for (const one of icon.querySelectorAll('.letter')) one.setAttribute('fill', '#FFFFFF');
  for (const one of [icon, ...icon.querySelectorAll('[class]')]) one.removeAttribute('class');
  const place = sample ? { x, y: y + 2, width: 36, height: 16 } : { x, y, width: 20, height: 20 };
  const look = { color: sample ? theme.ink : theme.bar, overflow: 'visible' };
  for (const [key, value] of Object.entries({ ...place, ...look })) icon.setAttribute(key, value);
  return icon;
}

// A list that is longer than a sheet is high: in columns, each under the heads, until it has the
// shape of a sheet. Made of copies beside the page, whose own list stays as it is.
const POSTER = { column: 640, gap: 40, shape: 1.4 }; // pixels; height by width, at most

function posterOf(list, head) {
  const { column, gap, shape } = POSTER;
  const body = list.cloneNode(true);
  const host = make('div', { class: 'poster', inert: '' }, body);
  const spread = (n) => {
    host.style.width = `${n * (column + gap) - gap}px`;
    Object.assign(body.style, { columnCount: n, columnGap: `${gap}px` });
  };
  document.body.append(host);
  spread(1);
  const n = Math.ceil(Math.sqrt(body.offsetHeight / (shape * (column + gap)))) || 1;
  spread(n);
  const heads = make('div', {}, ...Array.from({ length: n }, () => head.cloneNode(true)));
  Object.assign(heads.style, { display: 'grid', columnGap: `${gap}px` });
  heads.style.gridTemplateColumns = `repeat(${n}, minmax(0, 1fr))`;
  for (const one of heads.children) one.style.position = 'static';
  host.prepend(heads);
  const picture = traced(host);
  host.remove();
  return picture;
}
