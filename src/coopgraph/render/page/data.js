// What the page knows: the payload, read once, and the indexes that the other parts use.

const payload = JSON.parse(document.getElementById('payload').textContent);
const nodes = payload.nodes;
const ties = payload.edges;
const legend = payload.legend;
const facts = new Map(Object.entries(payload.facts));
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const tieById = new Map(ties.map((tie) => [tie.id, tie]));

for (const [id, fact] of facts) {
  fact.id = id;
  fact.dated = fact.bounds.some(Boolean);
  fact.inferred = fact.doubts.includes('inferred');
}

// Parallel ties are one line: drawn once, as wide as there are facts, opened as a list.
const lines = mergeTies();
const lineById = new Map(lines.map((line) => [line.id, line]));

for (const node of nodes) node.lines = [];
for (const line of lines) {
  line.a.lines.push(line);
  if (line.b !== line.a) line.b.lines.push(line);
}
const nodesByStrength = [...nodes].sort((a, b) => b.lines.length - a.lines.length);
const kinds = [...new Set([...Object.keys(payload.kinds), ...ties.map((tie) => tie.kind)])];
const sides = Object.keys(legend.sides).filter((side) => nodes.some((node) => node.side === side));

function mergeTies() {
  const byPair = new Map();
  for (const tie of ties) {
    const [first, second] = [tie.from, tie.to].sort();
    const id = JSON.stringify([first, second]);
    if (!byPair.has(id)) {
      byPair.set(id, { id, a: nodeById.get(first), b: nodeById.get(second), ties: [] });
    }
    const line = byPair.get(id);
    line.ties.push(tie);
    tie.line = line;
    tie.rest = facts.get(tie.fact);
    tie.rest.tied = true;
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
