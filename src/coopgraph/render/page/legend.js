// The legend: every mark of the picture with its word, drawn as the picture draws it.

function showLegend() {
  const shapes = [...new Set(nodes.map((node) => node.mark))];
  const drawn = Object.keys(legend.doubts).filter((doubt) => doubt !== 'inferred');
  const parts = [make('h3', {}, word('legend.lines'))];
  parts.push(
    entries(
      drawn.map((doubt) => {
        const { words, help } = legend.doubts[doubt];
        return [makeLineSample(legend.doubts[doubt], theme.bar), capital(said(words)), said(help)];
      }),
    ),
  );
  const several = makeLineSample(legend.doubts.certain, theme.mixed);
  if (kinds.length > 1) parts.push(entries([[several, word('legend.mixed')]]));
  parts.push(make('p', { class: 'help' }, word('legend.width')));
  parts.push(make('h3', {}, word('legend.shapes')));
  parts.push(
    entries(shapes.map((shape) => [shapeLetter(shape), capital(said(legend.shapes[shape].words))])),
  );
  parts.push(make('h3', {}, state.colourBy === 'side' ? word('legend.sides') : word('legend.by')));
  parts.push(entries(groupEntries()));
  parts.push(make('p', { class: 'help' }, word(`size.${state.sizeBy}.help`)));
  parts.push(make('p', { class: 'help' }, word('legend.bars')));
  element('legend-body').replaceChildren(...parts);
  showGroups();
}

// Under the choice of colours, what they say now; shores are told by their own boxes.
function showGroups() {
  const telling = state.colourBy !== 'side' && payload.panes.includes('network');
  element('groups').hidden = !telling;
  element('groups').replaceChildren(...(telling ? [entries(groupEntries())] : []));
}

function sideIcon(side) {
  const dot = makeSvg('circle', { r: 1, fill: legend.sides[side].colour });
  return makeSvg(
    'svg',
    { class: 'mark', viewBox: '-1.4 -1.4 2.8 2.8', 'aria-hidden': 'true' },
    dot,
  );
}

function entries(rows) {
  const list = make('ul', { class: 'entries' });
  for (const [icon, name, help, amount] of rows) {
    const item = make('li', {}, icon, make('span', {}, name));
    if (amount) item.append(amount);
    if (help) item.title = help;
    list.append(item);
  }
  return list;
}

function shapeLetter(shape) {
  const icon = shapeIcon(shape, 'currentColor');
  const letter = makeSvg('text', {
    y: shape === 'mission' ? 0.55 : 0.38,
    'text-anchor': 'middle',
    'font-size': 1,
    'font-weight': 700,
    class: 'letter',
  });
  letter.textContent = said(legend.shapes[shape].letter);
  icon.append(letter);
  return icon;
}

// A short line drawn with a mark of the legend.
function makeLineSample(mark, colour) {
  const icon = makeSvg('svg', { class: 'sample', viewBox: '0 0 36 16', 'aria-hidden': 'true' });
  const line = (attributes) =>
    makeSvg('path', { d: 'M4 8H32', fill: 'none', 'stroke-linecap': 'round', ...attributes });
  if (mark.outline) {
    icon.append(
      line({ stroke: mark.outline, 'stroke-width': 7 }),
      line({ class: 'paper', 'stroke-width': 4 }),
    );
  }
  if (mark.line === 'dotted') {
    icon.append(
      line({ stroke: colour, 'stroke-width': 5, 'stroke-dasharray': '0 9', opacity: mark.opacity }),
    );
    icon.append(line({ class: 'paper', 'stroke-width': 2.4, 'stroke-dasharray': '0 9' }));
  } else {
    const dashes = mark.line === 'dashed' ? { 'stroke-dasharray': '6 5' } : {};
    icon.append(line({ stroke: colour, 'stroke-width': 2.4, opacity: mark.opacity, ...dashes }));
  }
  if (mark.sign) {
    icon.append(makeSvg('circle', { cx: 18, cy: 8, r: 7, class: 'disc' }));
    const drawn = mark.sign === '×' ? 'M15 5 21 11M21 5 15 11' : 'M13 8h0M18 8h0M23 8h0';
    icon.append(
      makeSvg('path', {
        d: drawn,
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': mark.sign === '×' ? 1.8 : 2.8,
        'stroke-linecap': 'round',
      }),
    );
  }
  return icon;
}
