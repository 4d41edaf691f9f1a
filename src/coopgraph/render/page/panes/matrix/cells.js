// What stands in the cells: the same count as coopgraph.views.matrix, for what is seen.

const matrixThemes = new Map(Object.entries(payload.extras.matrix?.of || {}));

// The keys and labels of rows and columns; they do not change with the period.
function matrixPlan(by, order) {
  const facts = new Map(); // key of a row -> its facts over the whole period
  const first = new Map(); // key of a row -> the node that stands for it
  for (const node of nodes) {
    const key = by === 'places' ? node.place[0] : node.id;
    if (!key || (!node.drawn && by !== 'places')) continue;
    if (!first.has(key)) first.set(key, node);
    const tied = by === 'actors' || by === 'places';
    const own = tied ? factsOf(node.lines.flatMap((line) => line.ties)) : factsAbout(node);
    const known = facts.get(key) || new Set();
    for (const fact of own) if (by !== 'themes' || matrixThemes.has(fact.id)) known.add(fact);
    facts.set(key, known);
  }
  const strongest = [...facts.keys()]
    .filter((key) => facts.get(key).size)
    .sort((a, b) => facts.get(b).size - facts.get(a).size || compare(a, b));
  const keys = strongest.slice(0, payload.extras.matrix?.most || 40);
  const rows = keys.map((key) => ({ key, node: first.get(key), facts: facts.get(key) }));
  return { by, rows: orderMatrix(rows, by, order), all: strongest.length };
}

function orderMatrix(rows, by, order) {
  const byName = new Intl.Collator(state.language);
  const shores = Object.keys(legend.sides);
  if (order === 'name') rows.sort((a, b) => byName.compare(matrixName(a, by), matrixName(b, by)));
  const shore = ({ node }) => shores.indexOf(node.side);
  if (order === 'shore') rows.sort((a, b) => shore(a) - shore(b));
  return rows;
}

function matrixName({ node }, by) {
  return by === 'places' ? said(node.place) : said(node.label);
}

function matrixColumns({ by, rows }) {
  if (by === 'actors' || by === 'places') return rows;
  const numbers = new Map();
  for (const fact of new Set(rows.flatMap((row) => [...row.facts]))) {
    for (const key of matrixKeys(by, fact)) numbers.set(key, (numbers.get(key) || 0) + 1);
  }
  const most = payload.extras.matrix?.most || 40;
  if (by === 'decades') {
    const decades = [...numbers.keys()].sort((a, b) => compare(a || '9', b || '9'));
    return decades.map((key) => ({ key }));
  }
  const keys = [...numbers.keys()].sort((a, b) => numbers.get(b) - numbers.get(a) || a - b);
  return keys.slice(0, most).map((key) => ({ key }));
}

function matrixKeys(by, fact) {
  if (by === 'themes') return matrixThemes.get(fact.id) || [];
  const day = fact.bounds.find(Boolean);
  return [day ? `${day.slice(0, 3)}0` : ''];
}

function matrixLabel(column, by) {
  if (by === 'themes') return said(payload.extras.matrix.themes[column.key][1]);
  if (by === 'decades') {
    return column.key ? word('matrix.decade', { year: column.key }) : word('matrix.undated');
  }
  return matrixName(column, by);
}

// The facts that are seen, by row and column: a map from place of row × columns + place of column.
function countMatrix({ by, rows }, columns) {
  const across = new Map(columns.map(({ key }, place) => [key, place]));
  const cells = new Map();
  const add = (row, column, facts, line) => {
    if (row === undefined || column === undefined) return;
    const place = row * columns.length + column;
    let cell = cells.get(place);
    if (!cell) cells.set(place, (cell = { facts: new Set(), lines: [] }));
    for (const fact of facts) cell.facts.add(fact);
    if (line) cell.lines.push(line);
  };
  if (by === 'actors' || by === 'places') {
    const key = (node) => across.get(by === 'places' ? node.place[0] : node.id);
    for (const line of seen.lines) {
      const [a, b] = [key(line.a), key(line.b)];
      if (a === undefined || b === undefined) continue;
      const behind = line.seen.map((tie) => tie.rest);
      add(a, b, behind, line);
      if (a !== b) add(b, a, behind, line);
    }
    return cells;
  }
  rows.forEach((row, place) => {
    if (!sideOn(row.node)) return;
    for (const fact of row.facts) {
      if (!seen.facts.has(fact) || state.kindsOff.has(fact.kind)) continue;
      for (const key of matrixKeys(by, fact)) add(place, across.get(key), [fact], null);
    }
  });
  return cells;
}

// How a cell looks, in one text: shade, doubt, dispute; and its number.
function matrixLook({ facts: behind }) {
  let best = STRENGTHS.length;
  let contested = false;
  for (const fact of behind) {
    best = Math.min(best, STRENGTHS.indexOf(standing(fact)));
    contested ||= fact.doubts.includes('contested');
  }
  const shade = Math.min(5, 1 + Math.floor(Math.log2(behind.size)));
  return `shade${shade} ${STRENGTHS[best]}${contested ? ' contested' : ''}`;
}
