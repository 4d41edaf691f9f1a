// One fact as the reader sees it: the sentence, its doubts, its sources, its data on demand.

function makeFact(fact) {
  const card = make('article', { class: 'fact' });
  card.append(make('p', { class: 'sentence', dir: 'auto' }, said(fact.sentence)));
  const doubts = makeDoubts(fact);
  if (doubts) card.append(doubts);
  card.append(makeSources(fact), makeData(fact));
  return card;
}

function makeDoubts(fact) {
  const tags = fact.doubts.map((doubt) => {
    const { sign, words, help } = legend.doubts[doubt];
    const tag = make('span', { class: `tag ${doubt}`, title: said(help) });
    if (sign) tag.append(make('span', { 'aria-hidden': 'true' }, `${sign} `));
    tag.append(said(words));
    return tag;
  });
  if (!fact.dated) tags.push(make('span', { class: 'tag possible' }, word('fact.undated')));
  else if (!seen.facts.get(fact)?.sure) {
    const help = said(legend.doubts.possible.help);
    tags.push(make('span', { class: 'tag possible', title: help }, word('fact.possible')));
  }
  return tags.length ? make('p', { class: 'tags' }, ...tags) : null;
}

function makeSources(fact) {
  const list = make('ul', { class: 'sources' });
  for (const piece of fact.evidence) list.append(makeSource(piece));
  if (!fact.evidence.length) list.append(make('li', {}, word('facts.unsourced')));
  return list;
}

// Publisher, date and locator as a reader would cite them; the title leads to the source.
function makeSource(piece) {
  const item = make('li', {});
  const { publisher, locator } = piece;
  const details = [publisher, said(piece.published), locator].filter(Boolean);
  details.forEach((detail, i) => item.append(i ? ', ' : '', isolated(detail)));
  if (details.length) item.append(make('br'));
  item.append(makeLink(piece.url, piece.title || piece.url));
  return item;
}

function makeLink(url, text) {
  if (!/^https?:\/\//i.test(url)) return make('bdi', { class: 'source-title' }, text);
  const attributes = { href: url, rel: 'noopener noreferrer', target: '_blank', dir: 'auto' };
  const link = make('a', attributes, text);
  link.append(make('span', { class: 'unseen' }, ` (${word('source.opens')})`));
  return link;
}

function makeData(fact) {
  const list = make('dl');
  const add = (key, value) => {
    if (value) list.append(make('dt', {}, word(key)), make('dd', { dir: 'auto' }, value));
  };
  add('fact.edtf', fact.edtf);
  add('fact.record', fact.id);
  add('fact.iri', fact.iri);
  return make('details', { class: 'data' }, make('summary', {}, word('fact.data')), list);
}
