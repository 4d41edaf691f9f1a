// A cell as something to select: {key, title …} as select() takes it, and the cell that a link names.

// All that ties its row to its column, over the whole period.
function matrixGroup({ by }, row, column) {
  const square = isMatrixSquare(by);
  const ends = [row, column].map((one) => matrixWords(one, by));
  const told = [...row.facts].filter((fact) => matrixKeys(by, fact).includes(column.key));
  const about = ({ ties: behind }) => behind.some(({ rest }) => told.includes(rest));
  const behind = square ? matrixLines(by, row, column) : row.node.lines.filter(about);
  return {
    key: matrixGroupKey(by, row, column),
    title: [0, 1].map((i) => ends.map((words) => words[i]).join(' – ')),
    about: null,
    nodes: square ? [] : [row.node],
    lines: behind,
    pairs: square,
    facts: square ? factsOf(behind.flatMap((line) => line.ties)) : told,
  };
}

// A square says the same on both sides of its diagonal: there, both cells have one key.
function matrixGroupKey(by, row, column) {
  const ids = [row.key, by === 'themes' ? payload.extras.matrix.themes[column.key][0] : column.key];
  return `cell ${by} ${JSON.stringify(isMatrixSquare(by) ? ids.sort() : ids)}`;
}

function matrixLines(by, row, column) {
  const joins = (a, b) => matrixKey(a, by) === row.key && matrixKey(b, by) === column.key;
  return lines.filter(({ a, b }) => joins(a, b) || joins(b, a));
}

// The cell that a link names, with what its columns are.
function findMatrixCell(key) {
  const by = MATRIX_BY.find((one) => key?.startsWith(`cell ${one} `));
  if (!by) return null;
  const plan = matrixPlan(by, 'strength');
  for (const row of plan.rows) {
    for (const column of plan.columns) {
      if (matrixGroupKey(by, row, column) !== key) continue;
      const group = matrixGroup(plan, row, column);
      if (group.facts.length) return { by, group };
    }
  }
  return null;
}
