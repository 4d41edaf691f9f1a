// What is seen with the state of the moment: facts, ties, lines and nodes. Nothing is drawn here.

const seen = {
  facts: { has: isMet, get: howMet, keys: () => facts.filter(isMet) }, // like a Map: fact -> {sure}
  ties: [],
  lines: [],
  nodes: new Set(),
  kindNumbers: new Map(),
  sideNumbers: new Map(),
  path: null, // {nodes, lines} between the two ends that are selected
  undatedNumber: 0, // of all facts
  undatedTies: 0, // of those that the other choices let be seen
  inferredNumber: 0,
};

// From the strongest to the weakest: a line is drawn like the strongest fact behind it.
const STRENGTHS = ['certain', 'possible', 'in-discussion', 'not-achieved', 'planned', 'cancelled'];
const SURE = { sure: true };
const UNSURE = { sure: false };
const NONE = Object.freeze([]);
let round = 0; // marks what was met in this round: quicker than sets of thousands

function computeSeen() {
  round += 1;
  meetFacts();
  seen.ties = [];
  seen.lines = [];
  seen.nodes = new Set();
  seen.kindNumbers = new Map();
  seen.sideNumbers = new Map(sides.map((side) => [side, 0]));
  seen.inferredNumber = 0;
  seen.undatedTies = 0;
  for (const line of lines) line.seen = NONE;
  const near = state.ego && within(state.ego);
  for (const tie of ties) {
    if (!isHidden(tie.line) && (!near || (near.has(tie.from) && near.has(tie.to)))) meetTie(tie);
  }
  showLonelyNodes(near);
  for (const line of seen.lines) dressLine(line);
  seen.path = state.selected?.path ? shortestPath(...state.selected.path) : null;
}

// Count a tie where the left panel counts it, and show it if all choices let it.
function meetTie(tie) {
  const { a, b } = tie.line;
  const kindOn = state.kindsOff.size === 0 || !state.kindsOff.has(tie.kind);
  const sidesOn = sideOn(a) && sideOn(b);
  if (kindOn && sidesOn && isDeduced(tie)) seen.inferredNumber += 1;
  if (kindOn && sidesOn && isUndated(tie)) seen.undatedTies += 1;
  if (!seen.facts.has(tie.rest) || leftOut(tie)) return;
  if (sidesOn) seen.kindNumbers.set(tie.kind, (seen.kindNumbers.get(tie.kind) || 0) + 1);
  if (kindOn) countSide(a);
  if (kindOn) countSide(b);
  if (kindOn && sidesOn) showTie(tie);
}

function countSide(node) {
  if (node.counted === round) return;
  node.counted = round;
  seen.sideNumbers.set(node.side, seen.sideNumbers.get(node.side) + 1);
}

function isMet(fact) {
  return fact.met === round;
}

// Whether a pane shows a record: it is in the period, of a kind that is ticked (that of its tie, if it
// has one), and concerns an actor that is shown.
function isTold(fact) {
  return isMet(fact) && (fact.tied || !state.kindsOff.has(fact.kind)) && concerns(fact);
}

// Whether a record concerns an actor that is shown: by a tie that is seen, or on its own. One without
// any actor concerns all of them, but not a few alone.
function concerns(fact) {
  if (fact.tied) return fact.concerned === round;
  return fact.nodes.some(isAmong) || (!fact.nodes.length && !state.ego);
}

// Whether an actor is one of those that the choices leave, with a tie in the period or without.
function isAmong(node) {
  return state.ego ? seen.nodes.has(node) : sideOn(node) && !state.hidden.has(node.id);
}

function howMet(fact) {
  if (!isMet(fact)) return undefined;
  return fact.sure ? SURE : UNSURE;
}

function meetFacts() {
  seen.undatedNumber = 0;
  for (const fact of facts) {
    const bounds = knownBounds(fact);
    fact.unknown = !hasBound(bounds);
    if (fact.unknown) seen.undatedNumber += 1;
    if (!inTime(fact, bounds)) continue;
    if (!fact.tied && leftOut(fact) && !fact.dateInferred) continue;
    fact.met = round;
    fact.sure = certainlyDuring(bounds, state.begin, state.end);
  }
}

// Whether the fact, with these bounds, is in the period in the mode of the moment.
function inTime(fact, bounds) {
  if (!hasBound(bounds)) return undatedShown() && !(state.mode === 'certainly' && notHeld(fact));
  return holds(fact, bounds, state.begin, state.end);
}

function holds(fact, bounds, begin, end) {
  if (state.mode === 'certainly' && notHeld(fact)) return false;
  return (state.mode === 'certainly' ? certainlyDuring : possiblyDuring)(bounds, begin, end);
}

// The ties of another period, with the choices of the moment; undated ones belong to none.
function tiesDuring(begin, end) {
  const near = state.ego && within(state.ego);
  return ties.filter((tie) => {
    if (!wanted(tie) || (near && !(near.has(tie.from) && near.has(tie.to)))) return false;
    return holds(tie.rest, knownBounds(tie.rest), begin, end);
  });
}

// Whether a tie may be shown at all: its kind, its shores, its doubts and its ends are wanted.
function wanted(tie) {
  const { a, b } = tie.line;
  const on = !state.kindsOff.has(tie.kind) && sideOn(a) && sideOn(b);
  return on && !leftOut(tie) && !isHidden(tie.line);
}

function isHidden({ a, b }) {
  return state.hidden.size > 0 && (state.hidden.has(a.id) || state.hidden.has(b.id));
}

// The rows of the table that the choice is about: without it they are gone, or have no date.
function isDeduced(tie) {
  return tie.doubts.includes('inferred') && inTime(tie.rest, tie.rest.bounds);
}

// The same in every pane, whatever else it tells: ties without date, shown or to be shown.
function isUndated(tie) {
  if (!tie.rest.unknown || leftOut(tie)) return false;
  return state.mode !== 'certainly' || !notHeld(tie.rest);
}

// Without what is inferred, a tie by a deduced participation is gone, a deduced date is unknown.
function leftOut(thing) {
  return thing.inferred && !state.inferred;
}

function knownBounds(fact) {
  return fact.dateInferred && !state.inferred ? UNKNOWN : fact.bounds;
}

// What was only planned, or cancelled, surely took place at no time.
function notHeld(fact) {
  return fact.doubts.includes('planned') || fact.doubts.includes('cancelled');
}

function showTie(tie) {
  const { line } = tie;
  seen.ties.push(tie);
  tie.rest.concerned = round;
  if (line.seen.length) {
    line.seen.push(tie);
    return;
  }
  line.seen = [tie];
  seen.lines.push(line);
  showNode(line.a);
  showNode(line.b);
}

function showNode(node) {
  if (node.shown === round) return;
  node.shown = round;
  seen.nodes.add(node);
}

// A node without any tie in the view is shown by its own facts, or always if it has none.
function showLonelyNodes(near) {
  if (near) showNode(state.ego.node);
  for (const node of nodes) {
    if (node.lines.length || !node.drawn || near || state.hidden.has(node.id)) continue;
    if (node.facts.length && !node.facts.some((fact) => seen.facts.has(fact))) continue;
    countSide(node);
    if (sideOn(node)) showNode(node);
  }
}

function sideOn(node) {
  return state.sidesOff.size === 0 || !state.sidesOff.has(node.side);
}

function factsOf(someTies) {
  if (someTies.length === 1) return [someTies[0].rest];
  return [...new Set(someTies.map((tie) => tie.rest))];
}

// How a fact stands in the period: the key of its mark in the legend.
function standing(fact) {
  fact.weakness ??= STRENGTHS.slice(2).findLast((key) => fact.doubts.includes(key)) || '';
  return fact.weakness || (seen.facts.get(fact)?.sure ? 'certain' : 'possible');
}

function dressLine(line) {
  const behind = factsOf(line.seen);
  const mark = legend.doubts[strongest(behind)];
  const sure = behind.some((fact) => seen.facts.get(fact).sure);
  const signed = mark.sign !== '' && mark.line === 'solid';
  line.mark = mark;
  line.dash = signed && !sure ? 'dashed' : mark.line;
  line.opacity = signed && !sure ? legend.doubts.possible.opacity : mark.opacity;
  line.contested = behind.some((fact) => fact.doubts.includes('contested'));
  line.number = behind.length;
  line.width = Math.min(legend.widest, Math.round(2 * (1.5 + 1.5 * Math.log2(behind.length))) / 2);
  line.colour = lineColour(line.seen);
}

function strongest(behind) {
  if (behind.length === 1) return standing(behind[0]);
  const best = behind.reduce((a, fact) => Math.min(a, STRENGTHS.indexOf(standing(fact))), Infinity);
  return STRENGTHS[best];
}

function lineColour(someTies) {
  const kind = someTies[0].kind;
  const mixed = someTies.some((tie) => tie.kind !== kind);
  return mixed ? theme.mixed : kindColour(kind);
}

function kindColour(kind) {
  return legend.kinds[kind]?.colour || theme.bar;
}
