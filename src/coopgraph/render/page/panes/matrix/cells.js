// What stands in the cells: the same count as coopgraph.views.matrix, for what is seen.

const matrixThemes = new Map(Object.entries(payload.extras.matrix?.of || {}));

// Whether the columns are the rows once more.
function isMatrixSquare(by) {
  return by === 'actors' || by === 'places';
}

// The rows and columns, by their keys; they do not change with the period.
function matrixPlan(by, order) {
  const facts = new Map(); // key of a row -> its facts over the whole period
  const first = new Map(); // key of a row -> the node that stands for it
  for (const node of nodes) {
    const key = matrixKey(node, by);
    if (!key || (!node.drawn && by !== 'places')) continue;
    if (!first.has(key)) first.set(key, node);
    const own = isMatrixSquare(by) ? factsOf(node.lines.flatMap((line) => line.ties)) : factsAbout(node);
    const known = facts.get(key) || new Set();
    for (const fact of own) if (by !== 'themes' || matrixThemes.has(fact.id)) known.add(fact);
    facts.set(key, known);
  }
  const strongest = [...facts.keys()]
    .filter((key) => facts.get(key).size)
    .sort((a, b) => facts.get(b).size - facts.get(a).size || compare(a, b));
  const keys = strongest.slice(0, payload.extras.matrix?.most || 40);
  const rows = keys.map((key) => ({ key, node: first.get(key), facts: facts.get(key) }));
  const columns = matrixColumns(by, rows);
  weighMatrixRows(by, rows, columns);
  orderMatrix(rows, by, order);
  return { by, rows, columns, all: strongest.length };
}

function matrixKey(node, by) {
  return by === 'places' ? node.place[0] : node.id;
}

// How many facts stand in the cells of each row, over the whole period.
function weighMatrixRows(by, rows, columns) {
  const inside = new Map(rows.map(({ key }) => [key, new Set()]));
  if (isMatrixSquare(by)) {
    for (const { a, b, ties: behind } of lines) {
      const ends = [a, b].map((node) => inside.get(matrixKey(node, by)));
      if (!ends[0] || !ends[1]) continue;
      for (const { rest } of behind) for (const end of ends) end.add(rest);
    }
  } else {
    const across = new Set(columns.map(({ key }) => key));
    for (const { key, facts: own } of rows) {
      for (const fact of own) {
        if (matrixKeys(by, fact).some((one) => across.has(one))) inside.get(key).add(fact);
      }
    }
  }
  for (const row of rows) row.number = inside.get(row.key).size;
}

// The fullest rows first: of all, or of each shore.
function orderMatrix(rows, by, order) {
  rows.sort((a, b) => b.number - a.number);
  const byName = new Intl.Collator(state.language);
  const shores = Object.keys(legend.sides);
  if (order === 'name') rows.sort((a, b) => byName.compare(said(matrixWords(a, by)), said(matrixWords(b, by))));
  const shore = ({ node }) => shores.indexOf(node.side);
  if (order === 'shore') rows.sort((a, b) => shore(a) - shore(b));
}

// What stands at the head of a row or a column, in both languages.
function matrixWords({ key, node }, by) {
  if (node) return by === 'places' ? node.place : node.label;
  if (by === 'themes') return payload.extras.matrix.themes[key][1];
  const texts = payload.words[key ? 'matrix.decade' : 'matrix.undated'];
  return texts.map((text) => text.replace('{year}', key));
}

function matrixColumns(by, rows) {
  if (isMatrixSquare(by)) return rows;
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

// The facts that are seen, by row and column: a map from place of row × columns + place of column.
function countMatrix({ by, rows, columns }) {
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
  if (isMatrixSquare(by)) {
    const key = (node) => across.get(matrixKey(node, by));
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

// Where the cells are: of the windows of so many rows and columns, the one nearest to the beginning
// that holds nearly as much as the fullest, and begins with cells. Many facts weigh a little more.
const MATRIX_NEARLY = 0.9;

function matrixWindow(shown, [rows, columns], [high, wide]) {
  const sums = [new Array(columns + 1).fill(0)];
  for (let row = 0; row < rows; row += 1) {
    const line = [0];
    for (let column = 0; column < columns; column += 1) {
      const here = Math.log2(1 + (shown.get(row * columns + column)?.number || 0));
      line.push(here + line[column] + sums[row][column + 1] - sums[row][column]);
    }
    sums.push(line);
  }
  const within = (top, left, bottom, right) =>
    sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left];
  const windows = [];
  for (let row = 0; row <= Math.max(0, rows - high); row += 1) {
    const end = Math.min(rows, row + high);
    for (let column = 0; column <= Math.max(0, columns - wide); column += 1) {
      const last = Math.min(columns, column + wide);
      const inside = within(row, column, end, last);
      const edges = [within(row, column, row + 1, last), within(row, column, end, column + 1)];
      windows.push({ row, column, inside, empty: Number(Math.min(...edges) < 0.5) });
    }
  }
  const enough = MATRIX_NEARLY * windows.reduce((most, { inside }) => Math.max(most, inside), 0);
  const full = windows.filter(({ inside }) => inside >= enough);
  return full.sort((a, b) => a.empty - b.empty || a.row + a.column - b.row - b.column)[0];
}
