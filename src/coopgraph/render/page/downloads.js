// What a reader takes along: the table as CSV, the picture as PNG or SVG.

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

// As in `coopgraph.queries.formats.spreadsheet`: French programs expect semicolons between cells.
function downloadCsv() {
  const separator = state.language === 'fr' ? ';' : ',';
  const head = CSV_COLUMNS.map((column) =>
    word(CSV_HEADS[column] || `table.${column}`),
  );
  const rows = rowTies().map(csvRow);
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(separator));
  const text = `\ufeff${lines.join('\r\n')}\r\n`;
  download(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'csv');
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

// A text that a spreadsheet program would take for a formula, also behind blanks or as typed with
// an East Asian keyboard, is marked as text; quotation marks keep every separator in its cell.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function csvCell(text) {
  if (!text) return '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.split('"').join('""')}"`;
}

function downloadPng() {
  const { sheet, name } = takenPicture('png');
  rasterise(sheet, (copy) => copy.toBlob((blob) => download(blob, 'png', name), 'image/png'));
}

// What the pane that was used last shows, on its sheet, in colours for paper; and what to call it.
function takenPicture(form) {
  const shown = shownPanes();
  const pane = [lastPane, ...shown].find((one) => shown.includes(one) && one.svg);
  const several = form === 'png' && state.decades && pane.canvas; // dots on a canvas, a decade each
  const darken = lighten();
  const [drawing, drawn] = several ? [framed(pane.canvas()), 'decades'] : [pane.svg(), pane.name];
  const sheet = sheetOf(drawing, drawn);
  darken();
  const own = several || payload.panes.length > 1; // the page has other pictures
  return { sheet, name: own ? drawn : '' };
}

function framed(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const size = { width: canvas.width / ratio, height: canvas.height / ratio };
  const frame = makeSvg('svg', { viewBox: `0 0 ${size.width} ${size.height}` });
  frame.append(makeSvg('image', { href: canvas.toDataURL(), ...size }));
  return frame;
}

// Twice as large as on the page, at least 2,400 pixels wide; less where no browser could hold it.
// The drawing comes as a data address: its own origin everywhere, also of a page opened as a file.
const RASTER = { times: 2, wide: 2400, longest: 30000, pixels: 6e7 };

function rasterise(sheet, done) {
  const { width, height } = sheet.viewBox.baseVal;
  const times = Math.min(
    Math.max(RASTER.times, RASTER.wide / width),
    RASTER.longest / height,
    Math.sqrt(RASTER.pixels / (width * height)),
  );
  const size = { width: Math.round(width * times), height: Math.round(height * times) };
  for (const [key, value] of Object.entries(size)) sheet.setAttribute(key, value);
  const image = new Image();
  image.addEventListener('load', () => {
    const copy = Object.assign(make('canvas'), size);
    copy.getContext('2d').drawImage(image, 0, 0, size.width, size.height);
    done(copy);
  });
  const text = heldByXml(new XMLSerializer().serializeToString(sheet));
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
}

// Without the characters that XML cannot hold: one in a name would make the whole file unreadable.
function heldByXml(text) {
  const whole = text.toWellFormed?.() ?? text;
  return whole.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function downloadSvg() {
  const { sheet, name } = takenPicture('svg');
  const text = heldByXml(new XMLSerializer().serializeToString(sheet));
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  download(new Blob([`${head}${text}\n`], { type: 'image/svg+xml' }), 'svg', name);
}

function download(blob, ending, picture = '') {
  const url = URL.createObjectURL(blob);
  const of = projection.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'coopgraph';
  const name = picture ? `${of}-${picture}` : of;
  const years = `${yearOf(periodBegin())}-${yearOf(periodEnd())}`;
  const link = make('a', { href: url, download: `${name}-${years}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
