// On paper: the picture, the legend, the period, every row of the table, and the sources in full.

function openPrint() {
  let legendWasOpen = false;
  window.addEventListener('beforeprint', () => {
    legendWasOpen = element('legend').open;
    element('legend').open = true;
    element('print-sources').replaceChildren(...printedSources());
    showRows(Infinity);
  });
  window.addEventListener('afterprint', () => {
    element('legend').open = legendWasOpen;
    element('print-sources').replaceChildren();
    showTable();
  });
}

function printedSources() {
  const cited = new Set([...seen.facts.keys()].flatMap((fact) => fact.evidence));
  const list = make('ul');
  for (const piece of cited) {
    const item = makeSource(piece);
    if (piece.url) item.append(' ', isolated(piece.url));
    list.append(item);
  }
  return [make('h2', {}, word('table.sources')), list, make('p', {}, citation())];
}
