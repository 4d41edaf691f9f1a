// On paper: the picture, the legend, the period, every row of the table, and the sources in full;
// in colours for paper, and nothing to click.

function openPrint() {
  let restore = () => {};
  window.addEventListener('beforeprint', () => {
    const darken = lighten();
    const takeOff = putOnPaper();
    restore = () => {
      takeOff();
      darken();
    };
    element('print-sources').replaceChildren(...printedSources());
    showRows(Infinity);
  });
  window.addEventListener('afterprint', () => {
    restore();
    restore = () => {};
    element('print-sources').replaceChildren();
    showTable();
  });
}

// Each pane gives way to its drawing: all of it, without what steers it, and with words as words.
function putOnPaper() {
  const { open } = element('legend');
  element('legend').open = true;
  const colours = entries(MARKS.kinds());
  element('legend-body').querySelector('h3').after(colours);
  for (const item of element('legend-body').querySelectorAll('li')) item.style.breakInside = 'avoid';
  const pairs = printedPanes().map((pane) => [pane.host, onPaperOf(pane)]);
  for (const [host, picture] of pairs) {
    host.before(picture);
    host.style.display = 'none';
  }
  return () => {
    element('legend').open = open;
    colours.remove();
    for (const [host, picture] of pairs) {
      picture.remove();
      host.style.display = '';
    }
  };
}

// Not those that paper breaks as well as the screen: a list, and one small picture a decade.
function printedPanes() {
  return shownPanes().filter((pane) => pane.svg && !pane.flows && !(pane.canvas && state.decades));
}

function onPaperOf(pane) {
  const told = [paneName(pane.name), chosenIn(pane.name)].filter(Boolean).join(' · ');
  const heading = told ? [make('p', { dir: 'auto' }, told)] : [];
  const [first, ...others] = partsOf(pane.svg());
  return make('div', { class: 'on-paper' }, make('div', {}, ...heading, first), ...others);
}

const PAPER = 1.25; // height by width of what fits on a sheet, below the title

// A picture that is higher than the sheet comes in parts, cut where no box and no word lies.
function partsOf(picture) {
  const { width, height } = picture.viewBox.baseVal;
  for (const name of ['class', 'width', 'height']) picture.removeAttribute(name);
  const parts = [];
  for (let top = 0; top < height; ) {
    const end = top + width * PAPER >= height ? height : cutBefore(picture, top, width * PAPER);
    const part = end - top < height ? picture.cloneNode(true) : picture;
    part.setAttribute('viewBox', `0 ${top} ${width} ${end - top}`);
    parts.push(part);
    top = end;
  }
  return parts;
}

// Not much before the end of the sheet: what is longer than half of one is cut through.
function cutBefore(picture, top, most) {
  const spans = [...picture.children].map(spanOf);
  let cut = top + most;
  for (;;) {
    const crossed = spans.filter(([from, to]) => from < cut && to > cut && to - from < most);
    if (!crossed.length || cut < top + most / 2) break;
    cut = Math.min(...crossed.map(([from]) => from));
  }
  return cut > top + most / 2 ? cut - 1 : top + most;
}

// From where to where a box or a word stands, as a traced picture has them.
function spanOf(one) {
  const [y, size] = ['y', 'font-size'].map((name) => Number(one.getAttribute(name)));
  if (one.localName === 'text') return [y - size, y + size / 2];
  return one.localName === 'rect' ? [y - 12, y + Number(one.getAttribute('height')) + 2] : [0, 0];
}

// Which of several panes it is.
function paneName(pane) {
  return payload.panes.length > 1 ? word(`tabs.${pane}`) : '';
}

// Of several chains the one that is drawn.
function chosenIn(pane) {
  return pane === 'chain' ? element('chain-choose').selectedOptions[0]?.textContent : '';
}

// Of every row, and of what the panes show beside the rows.
function printedSources() {
  const beside = shownPanes().flatMap((pane) => pane.facts?.() || []);
  const told = new Set([...rowTies().map((tie) => tie.rest), ...beside.filter(isAboutSeen)]);
  const cited = new Set([...told].flatMap((fact) => fact.evidence));
  const list = make('ul');
  for (const piece of cited) {
    const item = makeSource(piece);
    if (piece.url) item.append(' ', isolated(piece.url));
    list.append(item);
  }
  return [make('h2', {}, word('table.sources')), list, make('p', {}, citation())];
}

// With actors alone or taken out, what is about none of those that are left is not cited.
function isAboutSeen(fact) {
  if (!state.ego && !state.hidden.size) return true;
  return fact.nodes.some((node) => seen.nodes.has(node)) || (!state.ego && !fact.nodes.length);
}
