// The picture as SVG: what is seen, all of it, whatever part the camera shows; text stays text.
// Places are those of the layout, so the same choices give the same file on every screen.

const SVG_WIDTH = 1600;
const SVG_HEIGHT = 1000;
const SVG_LETTER = 6.6; // width of a letter of 12 px, roughly: no screen is asked
const SVG_MARGIN = 60;
let svgBase = 12; // radius of the smallest mark: set with the places

function networkSvg() {
  const place = svgPlaces();
  const picture = makeSvg('svg', {
    viewBox: `0 0 ${SVG_WIDTH} ${SVG_HEIGHT}`,
    width: SVG_WIDTH,
    height: SVG_HEIGHT,
    'font-family': 'Liberation Sans, Arial, Helvetica, sans-serif',
    'font-size': 12,
  });
  picture.append(makeSvg('rect', { width: SVG_WIDTH, height: SVG_HEIGHT, fill: theme.paper }));
  picture.append(svgLines(place), svgNodes(place), svgNames(place));
  return picture;
}

// One axis is stretched against the other no more than on the page: neighbours may lie in a row.
function svgPlaces() {
  const fitted = fittedNodes();
  svgBase = Math.max(3, Math.min(12, 130 / Math.sqrt(fitted.length || 1)));
  const x = extent(fitted.map((node) => node.x), fitted.map((node) => node.y));
  const [wide, high] = [(SVG_WIDTH - 4 * SVG_MARGIN) / x.width, (SVG_HEIGHT - 2 * SVG_MARGIN) / x.height];
  const across = Math.min(wide, high * MOST_STRETCH);
  const down = Math.min(high, wide / LEAST_STRETCH);
  const round = (value) => Math.round(10 * value) / 10;
  return (node) => ({
    x: round(SVG_WIDTH / 2 + (node.x - x.middle.x) * across),
    y: round(SVG_HEIGHT / 2 + (node.y - x.middle.y) * down),
  });
}

function svgLines(place) {
  const group = makeSvg('g', { fill: 'none', 'stroke-linecap': 'round' });
  const inOrder = [...seen.lines].sort((one, other) => compare(one.id, other.id));
  for (const line of inOrder) {
    const [a, b] = [place(line.a), place(line.b)];
    const d = `M${a.x} ${a.y}L${b.x} ${b.y}`;
    const width = Math.max(0.75, line.width * 0.6);
    if (line.contested) {
      const amber = legend.doubts.contested.outline;
      group.append(makeSvg('path', { d, stroke: amber, 'stroke-width': width + 4 }));
      group.append(makeSvg('path', { d, stroke: theme.paper, 'stroke-width': width + 2 }));
    }
    const dashes = { dashed: '6 5', dotted: '0 6' }[line.dash];
    const path = makeSvg('path', {
      d,
      stroke: line.colour,
      'stroke-width': line.dash === 'dotted' ? 3 : width,
      'stroke-opacity': line.opacity,
      ...(dashes ? { 'stroke-dasharray': dashes } : {}),
    });
    const title = makeSvg('title');
    title.textContent = `${nameOf(line.a)} – ${nameOf(line.b)}, ${counted('facts', line.number)}`;
    path.append(title);
    group.append(path);
  }
  return group;
}

function svgNodes(place) {
  const group = makeSvg('g', { 'text-anchor': 'middle', 'font-weight': 700, fill: '#FFFFFF' });
  for (const node of nodes) {
    if (!seen.nodes.has(node)) continue;
    const { x, y } = place(node);
    const size = svgRadius(node);
    const mark = makeSvg('g', { transform: `translate(${x} ${y})` });
    const title = makeSvg('title');
    title.textContent = nameOf(node);
    mark.append(
      title,
      makeSvg('path', {
        d: legend.shapes[node.mark].outline,
        transform: `scale(${size})`,
        fill: nodeColour(node),
        stroke: theme.paper,
        'stroke-width': 0.3,
      }),
    );
    if (size >= 6) {
      const letter = makeSvg('text', { y: Math.round(size * 3.6) / 10, 'font-size': size });
      letter.textContent = nodeLetter(node);
      mark.append(letter);
    }
    group.append(mark);
  }
  return group;
}

function svgRadius(node) {
  return Math.round(10 * svgBase * sizeFactor(node)) / 10;
}

// The strongest first; a name that would lie on another one yields, a pinned one does not.
function svgNames(place) {
  const group = makeSvg('g', { 'text-anchor': 'middle', fill: theme.ink, 'paint-order': 'stroke' });
  group.setAttribute('stroke', theme.paper);
  group.setAttribute('stroke-width', '3');
  const taken = [];
  const shown = nodesByStrength.filter((node) => seen.nodes.has(node));
  const pinned = shown.filter((node) => state.pinned.has(node.id));
  for (const node of new Set([...pinned, ...shown.slice(0, 150)])) {
    const { x, y } = place(node);
    const text = shortLabel(nameOf(node));
    const half = (text.length * SVG_LETTER) / 2;
    const free = taken.every(
      (other) => Math.abs(other.y - y) >= 16 || Math.abs(other.x - x) >= half + other.half,
    );
    if (!free && !state.pinned.has(node.id)) continue;
    taken.push({ x, y, half });
    const name = makeSvg('text', { x, y: Math.round(10 * (y + svgRadius(node) + 13)) / 10 });
    name.textContent = text;
    group.append(name);
  }
  return group;
}
