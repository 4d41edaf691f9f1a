// Start the page; every change of the state ends in refresh().

const ACTIONS = {
  csv: downloadCsv,
  png: downloadPng,
  svg: downloadSvg,
  gexf: downloadGexf,
  link: copyLink,
  widen,
  cite,
  copy: copyCitation,
  'close-cite': () => element('cite').close(),
  'copy-end': copyEnd,
  'close-share': () => element('share').close(),
  print: () => window.print(),
  reset: () => {
    changeProjection(payload.name);
    Object.assign(state, { ...openingState(), language: state.language });
    readPanes((name, known, usual) => usual);
    speak(state.language);
    inPane('fit');
  },
  whole: () => change({ begin: null, end: null }),
  'zoom-in': () => inPane('zoom', 1.25),
  'zoom-out': () => inPane('zoom', 0.8),
  fit: () => inPane('fit'),
};

let announcing = 0;

function refresh() {
  computeSeen();
  showLooks();
  showLegendOfLooks();
  drawPanes();
  showCounts();
  showChoices();
  showHidden();
  showPanel();
  showSlider();
  showTable();
  writeLink();
}

function showCounts() {
  element('counts-period').textContent = periodText();
  element('counts-actors').textContent = counted(nodesKey(), seen.nodes.size);
  element('counts-ties').textContent = counted('ties', seen.ties.length);
  element('nothing').hidden = somethingSeen();
  element('nothing-text').textContent = emptyText();
  element('nothing').lastElementChild.hidden = wholePeriod() || !nodes.length;
  showNarrowed();
  const quiet = state.selected !== null || state.decades || !element('narrowed').hidden;
  element('hint').textContent = paneSays('hint');
  element('hint').hidden = quiet || seen.lines.length === 0;
  announce(announcement());
}

// Actors of whom no fact speaks are there in every period: alone, they do not make a picture.
function somethingSeen() {
  if (!facts.length) return seen.nodes.size > 0;
  for (const node of seen.nodes) if (node.lines.length || node.facts.length) return true;
  return false;
}

function announcement() {
  return word('announce', {
    period: periodText(),
    actors: counted(nodesKey(), seen.nodes.size),
    ties: counted('ties', seen.ties.length),
  });
}

// Say it once the reader has stopped moving.
function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    element('live').textContent = text;
  }, 400);
}

function speak(language) {
  Object.assign(state, { language });
  fillWords();
  showApart();
  speakPanes();
  refresh();
}

function listen() {
  document.addEventListener('click', (event) => {
    const { action, language, open, close } = event.target.closest('button')?.dataset || {};
    if (action) ACTIONS[action]();
    if (language) speak(language);
    if (open) openSheet(open);
    if (open) element(open).querySelector('button').focus();
    if (close) openSheet(null);
    if (!event.target.closest('summary')) element('menu').open = false;
  });
  element('legend').addEventListener('toggle', () => {
    if (element('legend').open) element('legend').scrollIntoView({ block: 'nearest' });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element('menu').open = false;
    openSheet(null);
  });
  darkness.addEventListener('change', () => {
    readTheme();
    showLegend();
    speakPanes();
    refresh();
  });
}

function start() {
  element('app').hidden = false;
  readTheme();
  openLink();
  fillWords();
  showApart();
  openLooks();
  openChoices();
  openSlider();
  openTable();
  openSearch();
  openPrint();
  listen();
  computeSeen();
  openPanes();
  refresh();
}

start();
