// Who is near an actor, and the shortest way from one to another, among the ties that are seen.

// The actors at most so many ties away, by the ties that the other choices leave.
function within({ node, steps }) {
  const near = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step += 1) {
    const next = new Set();
    for (const from of edge) {
      for (const line of from.lines) {
        const other = otherEnd(line, from);
        if (!near.has(other) && line.ties.some(mayBeSeen)) next.add(other);
      }
    }
    for (const other of next) near.add(other);
    edge = [...next];
  }
  return near;
}

function mayBeSeen(tie) {
  return seen.facts.has(tie.rest) && wanted(tie);
}

// {nodes, lines} from a to b over the fewest lines, those of many facts first; null if there is none.
function shortestPath(a, b) {
  const cameBy = new Map([[a, null]]);
  let edge = [a];
  while (edge.length && !cameBy.has(b)) {
    const next = [];
    for (const from of edge) {
      const open = from.lines.filter((line) => line.seen.length);
      open.sort((one, other) => other.seen.length - one.seen.length || compare(one.id, other.id));
      for (const line of open) {
        const to = otherEnd(line, from);
        if (cameBy.has(to)) continue;
        cameBy.set(to, line);
        next.push(to);
      }
    }
    edge = next;
  }
  return cameBy.has(b) ? backFrom(b, cameBy) : null;
}

function backFrom(end, cameBy) {
  const path = { nodes: [end], lines: [] };
  for (let at = end; cameBy.get(at); at = path.nodes[0]) {
    path.lines.unshift(cameBy.get(at));
    path.nodes.unshift(otherEnd(cameBy.get(at), at));
  }
  return path;
}
