// What a reader takes along: the table as CSV, the picture as PNG, the text to cite.

const CSV_COLUMNS = [
  'source',
  'tie',
  'target',
  'fact',
  'date',
  'edtf',
  'doubt',
  'evidence',
  'locator',
  'url',
];

// Columns that a spreadsheet must tell apart by name alone.
const CSV_HEADS = { source: 'csv.source', target: 'csv.target', edtf: 'fact.edtf' };

function downloadCsv() {
  const head = CSV_COLUMNS.map((column) =>
    word(CSV_HEADS[column] || `table.${column}`),
  );
  const rows = rowTies().map(csvRow);
  const text = [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  download(new Blob([`\ufeff${text}\r\n`], { type: 'text/csv;charset=utf-8' }), 'csv');
}

function csvRow(tie) {
  const all = (read) => tie.rest.evidence.map(read).filter(Boolean).join(' ; ');
  return [
    CELLS.source(tie),
    CELLS.tie(tie),
    CELLS.target(tie),
    said(tie.rest.sentence),
    CELLS.date(tie),
    tie.rest.edtf,
    CELLS.doubt(tie),
    all((piece) =>
      [piece.title, piece.publisher, said(piece.published)].filter(Boolean).join(', '),
    ),
    all((piece) => piece.locator),
    all((piece) => piece.url),
  ];
}

// For spreadsheets: a cell that would be read as a formula is marked as text.
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.split('"').join('""')}"` : safe;
}

function downloadPng() {
  const drawn = inPane('canvas');
  const done = (copy) => copy.toBlob((blob) => download(blob, 'png'), 'image/png');
  if (drawn) done(onPaper(drawn, drawn.width, drawn.height));
  else rasterise(inPane('svg'), done);
}

function onPaper(picture, width, height) {
  const copy = make('canvas');
  Object.assign(copy, { width, height });
  const context = copy.getContext('2d');
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return copy;
}

function rasterise(svg, done) {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.addEventListener('load', () => done(onPaper(image, 2 * width, 2 * height)));
  const text = heldByXml(new XMLSerializer().serializeToString(svg));
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
}

// Without the characters that XML cannot hold: one in a name would make the whole file unreadable.
function heldByXml(text) {
  const whole = text.toWellFormed?.() ?? text;
  return whole.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function downloadSvg() {
  const text = heldByXml(new XMLSerializer().serializeToString(inPane('svg')));
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  download(new Blob([`${head}${text}\n`], { type: 'image/svg+xml' }), 'svg');
}

function download(blob, ending) {
  const url = URL.createObjectURL(blob);
  const name = projection.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'coopgraph';
  const years = `${yearOf(periodBegin())}-${yearOf(periodEnd())}`;
  const link = make('a', { href: url, download: `${name}-${years}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function citation() {
  return word('cite.text', {
    title: said(projection.title),
    period: periodText(),
    mode: word(`mode.${state.mode}`).toLocaleLowerCase(state.language),
    actors: counted(nodesKey(), seen.nodes.size),
    ties: counted('ties', seen.ties.length),
    version: payload.version && word('cite.version', { version: payload.version }),
  });
}

// Where the view is found again: an address of the web whole, a file by its name.
function citedLink() {
  const link = linkToView();
  return /^https?:/.test(link) ? link : decodeURI(link.split('/').pop());
}

function cite() {
  element('cite-text').textContent = citation();
  element('cite-link').textContent = citedLink();
  element('copy').textContent = word('cite.copy');
  element('cite').showModal();
}

async function copyCitation() {
  try {
    await navigator.clipboard.writeText(`${citation()}\n${citedLink()}`);
    element('copy').textContent = word('cite.copied');
  } catch {
    getSelection().selectAllChildren(element('cite-words')); // the reader copies by hand
  }
}
