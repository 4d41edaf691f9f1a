// The picture of a chain: records as cards in columns, joints as lines between them, gaps broken.

const CHAIN_NARROW = 560; // below this width the records stand one under the other
const CHAIN_TOLD = ['led-to', 'followed-by', 'realises', 'postponed']; // joints that have a word
const CHAIN_LABEL = 10; // room for the word on a joint, beside that of a line between two cards
const chainPicture = { host: null, lines: null, cards: new Map(), joints: [], gaps: [] };

// Make the cards and the lines of a chain; their places come from placeChain().
function makeChain(chain) {
  const { host } = chainPicture;
  chainPicture.lines = makeSvg('svg', { class: 'chain-lines', 'aria-hidden': 'true' });
  Object.assign(chainPicture, { cards: new Map(), joints: [], gaps: [] });
  host.replaceChildren(chainPicture.lines);
  for (const [number, flow] of chain.flows.entries()) {
    const before = chain.gaps.filter(([, later]) => flow.records.includes(later));
    for (const [earlier, later] of before) makeChainGap(chain, [earlier, later], number);
    for (const id of flow.records) host.append(makeChainCard(number, id));
    for (const [a, b, kind, inferred] of flow.joints) {
      const ends = [flow.records[a], flow.records[b]].map((id) => chainCardKey(number, id));
      makeChainJoint(ends, kind, inferred);
    }
  }
  chainPicture.cards.values().next().value.card.tabIndex = 0;
}

function chainCardKey(flow, id) {
  return `${flow} ${id}`;
}

function makeChainCard(flow, id) {
  const fact = chainFacts.get(id);
  const colour = legend.kinds[fact.kind]?.colour || theme.bar;
  const name = said(fact.title) || said(fact.sentence);
  const card = make(
    'button',
    { type: 'button', class: 'chain-card', tabindex: '-1' },
    make('span', { class: 'chain-kind' }, shapeIcon(fact.kind, colour), chainKind(fact)),
    make('span', { class: 'chain-title', dir: 'auto' }, name),
    make('span', { class: 'chain-date' }, said(fact.date)),
  );
  card.title = name;
  card.addEventListener('click', () => select({ fact }));
  card.addEventListener('focus', () => enterChainCard(card));
  chainPicture.cards.set(chainCardKey(flow, id), { card, fact, flow });
  return card;
}

function chainKind(fact) {
  return make('span', {}, said(legend.shapes[fact.kind].words));
}

function enterChainCard(card) {
  for (const other of chainPicture.cards.values()) other.card.tabIndex = -1;
  card.tabIndex = 0;
}

function makeChainJoint(ends, kind, inferred) {
  const path = makeSvg('path', { class: `chain-joint${inferred ? ' inferred' : ''}` });
  chainPicture.lines.append(path);
  const joint = { path, ends, kind, inferred };
  if (CHAIN_TOLD.includes(kind)) {
    path.classList.add('told');
    const { card } = chainPicture.cards.get(ends[1]);
    joint.label = make('span', { class: 'chain-label' }, said(payload.extras.chain.joints[kind]));
    if (!card.querySelector('.chain-label')) card.prepend(joint.label);
  }
  chainPicture.joints.push(joint);
}

function makeChainGap(chain, [earlier, later], number) {
  const path = makeSvg('path', { class: 'chain-gap' });
  const words = said(payload.extras.chain.gap);
  const label = make('button', { type: 'button', class: 'chain-silence' }, words);
  for (const [arrow, id] of [['↑', earlier], ['↓', later]]) {
    const fact = chainFacts.get(id);
    const name = make('bdi', {}, said(fact.title) || said(fact.sentence));
    const sign = make('span', { 'aria-hidden': 'true' }, arrow);
    label.append(make('span', { class: 'chain-silence-end' }, sign, name));
  }
  const group = chainGapGroup(chain, earlier, later);
  if (group.about) label.title = said(group.about);
  label.addEventListener('click', () => select({ group }));
  chainPicture.lines.append(path);
  chainPicture.host.append(label);
  chainPicture.gaps.push({ path, label, earlier, later, number });
}

// Give every card its place, once for a chain, a language and a width; then lead the lines.
function placeChain(chain) {
  const width = chainPicture.host.parentElement.clientWidth - 32;
  if (width <= 0) return;
  const narrow = width < CHAIN_NARROW;
  chainPicture.host.classList.toggle('narrow', narrow);
  const columns = Math.max(...chain.flows.map(({ ranks }) => new Set(ranks).size));
  const step = narrow ? 18 : Math.max(196, Math.min(292, (width + 44) / columns));
  const size = narrow ? width - (columns - 1) * step : step - 44;
  let top = 12;
  for (const [number, flow] of chain.flows.entries()) {
    const gaps = chainPicture.gaps.filter((one) => one.number === number);
    if (number) top += gaps.length ? 34 : 26;
    for (const gap of gaps) {
      gap.label.style.width = narrow ? `${width}px` : '';
      Object.assign(gap, { top, height: gap.label.offsetHeight });
      top += gap.height + 20;
    }
    top = placeChainFlow(flow, number, { top, step, size, narrow });
  }
  const whole = narrow ? width : columns * step - 44;
  Object.assign(chainPicture.host.style, { width: `${whole}px`, height: `${top + 8}px` });
  for (const [name, value] of [['width', whole], ['height', top + 8]]) {
    chainPicture.lines.setAttribute(name, value);
  }
  leadChainLines(chain, narrow);
}

function placeChainFlow(flow, number, { top, step, size, narrow }) {
  const used = [...new Set(flow.ranks)].sort((a, b) => a - b);
  const rows = flow.records.map((id, i) => ({
    ...chainPicture.cards.get(chainCardKey(number, id)),
    id,
    column: used.indexOf(flow.ranks[i]),
  }));
  for (const row of rows) row.card.style.width = `${size}px`;
  for (const row of rows) row.height = row.card.offsetHeight;
  if (narrow) return stackChainRows(rows, number, top, step, size);
  return chainColumns(flow, rows, number, { top, step, size });
}

function stackChainRows(rows, number, top, step, size) {
  let y = top;
  for (const row of rows) {
    putChainCard(number, row, row.column * step, y, size);
    y += row.height + 14;
  }
  return y;
}

function chainColumns(flow, rows, number, { top, step, size }) {
  const columns = [];
  for (const row of rows) (columns[row.column] ??= []).push(row);
  let bottom = top;
  const middles = new Map();
  for (const [place, column] of columns.entries()) {
    const wish = new Map(column.map((row) => [row, wishedChainMiddle(flow, row, middles)]));
    column.sort((a, b) => (wish.get(a) === wish.get(b) ? 0 : wish.get(a) - wish.get(b)));
    let y = top;
    for (const row of column) {
      const word = row.card.querySelector('.chain-label'); // above the card, and no line through it
      if (word && y > top) y += CHAIN_LABEL;
      putChainCard(number, row, place * step, y, size);
      middles.set(row.id, y + row.height / 2);
      y += row.height + 16;
    }
    bottom = Math.max(bottom, y - 16);
  }
  return bottom;
}

// Where a record would stand best: level with what leads to it; frames, below the others.
function wishedChainMiddle(flow, row, middles) {
  const before = flow.joints
    .filter(([, b]) => flow.records[b] === row.id)
    .map(([a]) => middles.get(flow.records[a]))
    .filter((middle) => middle !== undefined);
  if (!before.length) return Infinity;
  return before.reduce((sum, middle) => sum + middle, 0) / before.length;
}

function putChainCard(number, row, x, y, width) {
  const entry = chainPicture.cards.get(chainCardKey(number, row.id));
  Object.assign(entry, { x, y, width, height: row.height, column: row.column });
  Object.assign(entry.card.style, { left: `${x}px`, top: `${y}px` });
}

function leadChainLines(chain, narrow) {
  const lanes = new Map();
  for (const { path, ends } of chainPicture.joints) {
    const [a, b] = ends.map((key) => chainPicture.cards.get(key));
    path.setAttribute('d', narrow ? chainElbow(a, b) : chainRoute(a, b, lanes));
  }
  for (const gap of chainPicture.gaps) leadChainGap(chain, gap, narrow);
}

// A line bends only between columns; it crosses those on its way where no card is.
function chainRoute(a, b, lanes) {
  const step = b.column > a.column ? (b.x - a.x) / (b.column - a.column) : 0;
  const end = [b.x, b.y + b.height / 2];
  let at = [a.x + a.width, a.y + a.height / 2];
  let route = `M${at[0]} ${at[1]}`;
  for (let column = a.column + 1; column < b.column; column += 1) {
    const left = a.x + (column - a.column) * step;
    const wish = at[1] + ((end[1] - at[1]) * (left + a.width / 2 - at[0])) / (end[0] - at[0]);
    const y = chainLane(a.flow, column, wish, lanes);
    route += `${chainBend(at, [left, y])}H${left + a.width}`;
    at = [left + a.width, y];
  }
  return route + chainBend(at, end);
}

function chainBend([x1, y1], [x2, y2]) {
  const bend = (x2 - x1) / 2;
  return `C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

// The height nearest to the wished one at which a column has room: between two cards, or below the
// last one. Lines through the same room stand side by side.
function chainLane(flow, column, wish, lanes) {
  const cards = [...chainPicture.cards.values()]
    .filter((one) => one.flow === flow && one.column === column)
    .sort((a, b) => a.y - b.y);
  const rooms = cards.map(({ y, height }, i) => {
    const [above, next] = [y + height, cards[i + 1]];
    if (!next) return [above + 5, Math.max(above + 5, wish)];
    const label = next.card.querySelector('.chain-label') ? CHAIN_LABEL : 0;
    return [above + 5, next.y - label - 5];
  });
  const far = (room) => Math.max(room[0] - wish, wish - room[1]);
  const room = rooms.sort((a, b) => far(a) - far(b))[0];
  const key = `${flow} ${column} ${room[0]}`;
  const taken = lanes.get(key) || [];
  lanes.set(key, [...taken, wish]);
  const y = Math.max(room[0], Math.min(room[1], wish));
  const turn = taken.length % 3; // the room between two cards holds three lines
  return room[1] - room[0] < 12 ? (room[0] + room[1]) / 2 + [0, -4, 4][turn] : y;
}

function chainElbow(a, b) {
  const x = a.x + 8;
  return `M${x} ${a.y + a.height}V${b.y + b.height / 2}H${b.x}`;
}

// A gap runs between the columns, down to its words, breaks off there, and goes on to the record.
// Where the records stand one under the other, it names them: they may be far apart.
function leadChainGap(chain, gap, narrow) {
  if (narrow) {
    const [left, end] = [16, gap.top + gap.height];
    Object.assign(gap.label.style, { left: '0', top: `${gap.top}px` });
    gap.path.setAttribute('d', `M${left} ${gap.top - 26}V${gap.top - 4}M${left} ${end + 4}V${end + 18}`);
    return;
  }
  const from = chain.flows.findIndex(({ records }) => records.includes(gap.earlier));
  const a = chainPicture.cards.get(chainCardKey(from, gap.earlier));
  const b = chainPicture.cards.get(chainCardKey(gap.number, gap.later));
  const [middle, left] = [gap.top + gap.height / 2, Math.max(0, b.x)];
  gap.label.style.left = `${left}px`;
  gap.label.style.top = `${gap.top}px`;
  const wide = gap.label.offsetWidth;
  const rail = 16 + 6 * (chainPicture.gaps.indexOf(gap) % 4); // lines of several gaps stay apart
  const out = a.x + a.width + rail;
  const start = `M${a.x + a.width} ${a.y + a.height - 12}H${out}`;
  const side = out < left + wide / 2 ? left - 8 : left + wide + 8;
  const down = `M${left + 24} ${gap.top + gap.height + 2}V${b.y - 2}`;
  gap.path.setAttribute('d', `${start}V${middle}H${side}${down}`);
}

// A gap as something to select: what the sources do show, and the two records that none joins.

function chainGapKey(earlier, later) {
  return `gap ${earlier} ${later}`;
}

// The sentence is the one of the chain told, which the command line prints too.
function chainGapGroup({ told }, earlier, later) {
  const isIt = ({ kind, records: [a, b] }) => kind === 'gap' && a === earlier && b === later;
  return {
    key: chainGapKey(earlier, later),
    title: payload.extras.chain.gap.map((text) => text.charAt(0).toUpperCase() + text.slice(1)),
    about: told.find(isIt)?.words,
    nodes: [],
    lines: [],
    facts: [earlier, later].map((id) => chainFacts.get(id)),
  };
}

// The chain that holds a gap, and the gap, as a link names it.
function findChainGap(key) {
  for (const chain of payload.extras.chain.chains) {
    const ends = chain.gaps.find(([earlier, later]) => chainGapKey(earlier, later) === key);
    if (ends) return { chain, group: chainGapGroup(chain, ...ends) };
  }
  return null;
}
