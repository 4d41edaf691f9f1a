// What the page knows: the payload, read once, and the indexes that the other parts use.

const payload = JSON.parse(document.getElementById('payload').textContent);
const legend = payload.legend;
const evidence = readTable(payload.evidence);
const facts = readTable(payload.facts);
const nodes = readTable(payload.nodes);
const ties = readTable(payload.ties);
const drawnNodes = nodes.filter((node) => node.drawn);
const apartNodes = nodes.filter((node) => !node.drawn); // found by the search, listed in the panels
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const tieById = new Map(ties.map((tie) => [tie.id, tie]));

for (const fact of facts) {
  fact.iri = fact.space + (fact.name ?? fact.id);
  fact.dated = fact.bounds.some(Boolean);
  fact.inferred = fact.doubts.includes('inferred');
  fact.evidence = fact.evidence.map((place) => evidence[place]);
}
for (const node of nodes) node.facts = node.facts.map((place) => facts[place]);
for (const fact of facts) Object.assign(fact, { apart: [], ties: [], nodes: [] });
for (const node of apartNodes) for (const fact of node.facts) fact.apart.push(node);
for (const tie of ties) {
  tie.from = nodes[tie.from];
  tie.to = nodes[tie.to];
  tie.rest = facts[tie.fact];
  tie.rest.tied = true;
  tie.rest.ties.push(tie);
}
// Whom a fact is about: the ends of its ties, and the nodes on which it stands.
for (const fact of facts) {
  fact.nodes = [...new Set(fact.ties.flatMap((tie) => [tie.from, tie.to]))];
}
for (const node of nodes) {
  for (const fact of node.facts) if (!fact.nodes.includes(node)) fact.nodes.push(node);
}

// Parallel ties are one line: drawn once, as wide as there are facts, opened as a list.
const lines = mergeTies();

for (const node of nodes) node.lines = [];
for (const line of lines) {
  line.a.lines.push(line);
  if (line.b !== line.a) line.b.lines.push(line);
}
const nodesByStrength = [...nodes].sort((a, b) => b.lines.length - a.lines.length);
const kinds = [...new Set([...Object.keys(payload.kinds), ...ties.map((tie) => tie.kind)])];
const sides = Object.keys(legend.sides).filter((side) => nodes.some((node) => node.side === side));

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

function mergeTies() {
  const byPair = new Map();
  for (const tie of ties) {
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
