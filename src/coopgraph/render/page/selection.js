// What is selected: a node, a line or a fact; and what stays in full beside it. Every pane shows it.

// Select a node, a line, a fact or a path, or nothing (null); or a group of them that a pane puts
// together: {key, title: pair of texts, about, nodes, lines, facts}; with pairs, the panel lists the
// lines one by one.
function select(chosen) {
  change({ selected: chosen, onlySelection: chosen ? state.onlySelection : false });
  if (chosen && narrow.matches) openSheet('known');
}

// The lines that stay in full when something is selected; null when nothing is.
function selectedLines() {
  if (state.selected?.line) return new Set([state.selected.line]);
  if (state.selected?.node?.drawn) return new Set(state.selected.node.lines);
  if (state.selected?.fact) return new Set(state.selected.fact.ties.map((tie) => tie.line));
  if (state.selected?.path) return new Set(seen.path?.lines);
  if (state.selected?.group) return new Set(state.selected.group.lines);
  return null;
}

// The facts that stay in full when something is selected; null when nothing is.
function selectedFacts() {
  const { selected } = state;
  if (selected?.fact) return new Set([selected.fact]);
  if (selected?.line) return new Set(factsOf(selected.line.ties));
  if (selected?.node) return new Set(factsAbout(selected.node));
  if (selected?.path) return new Set(factsOf((seen.path?.lines || []).flatMap((line) => line.seen)));
  if (selected?.group) return new Set(selected.group.facts);
  return null;
}

// The nodes that stay in full when something is selected; null when nothing is.
function selectedNodes() {
  const chosen = selectedLines();
  const near = chosen && new Set([...chosen].flatMap(({ a, b }) => [a, b]));
  if (state.selected?.node?.drawn) near.add(state.selected.node);
  for (const end of state.selected?.path || []) near.add(end);
  for (const node of state.selected?.group?.nodes || []) near.add(node);
  return near;
}

// All facts about a node: its own, and those of its ties.
function factsAbout(node) {
  return [...new Set([...node.facts, ...node.lines.flatMap((line) => factsOf(line.ties))])];
}

function otherEnd(line, node) {
  return line.a === node ? line.b : line.a;
}

function tiesOf(node) {
  return node.lines.flatMap((line) => line.seen);
}
