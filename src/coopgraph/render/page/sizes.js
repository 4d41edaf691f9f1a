// What the size of an actor says: how many others it is tied to, or a measure of its place.

const MEASURES = ['strength', 'betweenness', 'pagerank', 'core'];
const largestFigures = new Map(); // projection and measure -> the largest figure

// Without measures in the data the page still counts facts by itself.
function sizings() {
  return ['ties', ...MEASURES.filter((name) => name === 'strength' || hasMeasure(name))];
}

function hasMeasure(name) {
  return projection.measures.includes(name);
}

function figureOf(node, name) {
  if (hasMeasure(name)) return node.measures[projection.measures.indexOf(name)] ?? 0;
  if (name !== 'strength') return node.lines.length;
  node.strength ??= node.lines.reduce((sum, line) => sum + factsOf(line.ties).length, 0);
  return node.strength;
}

// How much larger than the smallest mark: by number of ties gently, by a measure more plainly.
function sizeFactor(node) {
  const { sizeBy } = state;
  if (sizeBy === 'ties') {
    return 1 + 0.14 * Math.min(5, Math.log2(Math.max(1, node.lines.length)));
  }
  const id = `${state.projection} ${sizeBy}`;
  if (!largestFigures.has(id)) {
    const figures = drawnNodes.map((other) => figureOf(other, sizeBy));
    largestFigures.set(id, greatest(figures) || 1);
  }
  return 0.75 + 1.6 * Math.sqrt(Math.max(0, figureOf(node, sizeBy)) / largestFigures.get(id));
}

function figureText(node) {
  const figure = figureOf(node, state.sizeBy);
  const digits = figure >= 10 || Number.isInteger(figure) ? 0 : 4;
  const locale = state.language === 'fr' ? 'fr-FR' : 'en-GB';
  return figure.toLocaleString(locale, { maximumFractionDigits: digits });
}

function least(values) {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
}

function greatest(values) {
  return values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
}
