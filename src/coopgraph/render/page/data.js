// What the page knows: the payload, read once, and the indexes that the other parts use.

const payload = JSON.parse(document.getElementById('payload').textContent);
const legend = payload.legend;
const evidence = readTable(payload.evidence);
const allFacts = readTable(payload.facts); // of every projection of the page

for (const fact of allFacts) {
  fact.iri = fact.space + (fact.name ?? fact.id);
  fact.dated = fact.bounds.some(Boolean);
  fact.inferred = fact.doubts.includes('inferred');
  fact.evidence = fact.evidence.map((place) => evidence[place]);
}

// What is drawn: all of this belongs to the projection that is chosen, and changes with it.
let projection; // {name, title, description, kinds, measures}
let facts;
let nodes;
let ties;
let lines; // parallel ties are one line: drawn once, as wide as there are facts, opened as a list
let drawnNodes;
let apartNodes; // found by the search, listed in the panels
let nodeById;
let tieById;
let nodesByStrength;
let kinds;
let sides;
const projections = new Map(
  [payload, ...payload.also].map((one) => [one.name, { told: one, read: null }]),
);

useProjection(payload.name);

// Take another projection as what is drawn; read when it is first asked for.
function useProjection(name) {
  const one = projections.get(name);
  projection = one.told;
  one.read ??= readProjection(one.told);
  ({ facts, nodes, ties, lines } = one.read);
  drawnNodes = nodes.filter((node) => node.drawn);
  apartNodes = nodes.filter((node) => !node.drawn);
  nodeById = new Map(nodes.map((node) => [node.id, node]));
  tieById = new Map(ties.map((tie) => [tie.id, tie]));
  nodesByStrength = [...nodes].sort((a, b) => b.lines.length - a.lines.length);
  kinds = [...new Set([...Object.keys(projection.kinds), ...ties.map((tie) => tie.kind)])];
  sides = Object.keys(legend.sides).filter((side) => nodes.some((node) => node.side === side));
  projection.of ??= commonClass();
  relateFacts();
}

function commonClass() {
  const actors = ['person', 'organisation', 'authority'];
  if (nodes.every(({ mark }) => actors.includes(mark))) return 'actor';
  return nodes.every(({ mark }) => mark === 'place') ? 'place' : 'thing';
}

function readProjection(told) {
  const own = told.facts instanceof Array ? told.facts.map((place) => allFacts[place]) : null;
  const read = { facts: own || allFacts.slice(0, payload.ownFacts) };
  read.nodes = readTable(told.nodes);
  read.ties = readTable(told.ties);
  for (const node of read.nodes) {
    node.facts = node.facts.map((place) => allFacts[place]);
    node.lines = [];
  }
  for (const tie of read.ties) {
    tie.from = read.nodes[tie.from];
    tie.to = read.nodes[tie.to];
    tie.rest = allFacts[tie.fact];
  }
  read.lines = mergeTies(read.ties);
  for (const line of read.lines) {
    line.a.lines.push(line);
    if (line.b !== line.a) line.b.lines.push(line);
  }
  return read;
}

// Whom a fact is about: the ends of its ties, and the nodes on which it stands.
function relateFacts() {
  for (const fact of facts) Object.assign(fact, { apart: [], ties: [], nodes: [], tied: false });
  for (const node of apartNodes) for (const fact of node.facts) fact.apart.push(node);
  for (const tie of ties) {
    tie.rest.tied = true;
    tie.rest.ties.push(tie);
  }
  for (const fact of facts) {
    fact.nodes = [...new Set(fact.ties.flatMap((tie) => [tie.from, tie.to]))];
  }
  for (const node of nodes) {
    for (const fact of node.facts) if (!fact.nodes.includes(node)) fact.nodes.push(node);
  }
}

// Tables come column by column: a value for each row, one for all, or the number of each row's value.
function readTable(columns) {
  const rows = [];
  for (const [name, { all, each, values, numbers }] of Object.entries(columns)) {
    const length = (each || numbers || rows).length;
    for (let row = 0; row < length; row += 1) {
      rows[row] ??= {};
      rows[row][name] = each ? each[row] : numbers ? values[numbers[row]] : all;
    }
  }
  return rows;
}

function mergeTies(someTies) {
  const byPair = new Map();
  for (const tie of someTies) {
    const [a, b] = tie.from.id <= tie.to.id ? [tie.from, tie.to] : [tie.to, tie.from];
    const id = JSON.stringify([a.id, b.id]);
    if (!byPair.has(id)) byPair.set(id, { id, a, b, ties: [] });
    const line = byPair.get(id);
    line.ties.push(tie);
    tie.line = line;
  }
  return [...byPair.values()];
}

function element(id) {
  return document.getElementById(id);
}

// Make an element with text; children may be elements or text, and text stays text.
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function makeSvg(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
