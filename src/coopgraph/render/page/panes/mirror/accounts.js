// One record as both shores tell it: a heading, a summary, and two columns, facet by facet.

const MIRROR_SHORES = ['france', 'quebec'];
const mirrorFacts = new Map(allFacts.map((fact) => [fact.id, fact]));

function makeAccount(account) {
  const fact = mirrorFacts.get(account.fact);
  const name = said(fact.title) || said(fact.sentence);
  const open = make('button', { type: 'button', dir: 'auto' });
  open.append(shapeIcon(fact.kind, mirrorColour(fact)), isolated(name));
  open.addEventListener('click', () => select({ fact }));
  const heading = make('h3', {}, open);
  const tags = make('p', { class: 'tags' });
  const tag = (kind, text) => tags.append(make('span', { class: `tag ${kind}` }, text));
  if (account.differs) tag('contested', word('mirror.differs'));
  if (account.elsewhere) tag('', counted('mirror.elsewhere', account.elsewhere));
  const item = make('article', { class: 'mirror-account' }, heading);
  if (tags.children.length) item.append(tags);
  item.append(make('p', { class: 'mirror-told', dir: 'auto' }, said(account.told)));
  item.append(makeFacets(account.lines));
  return { item, fact, open, differs: account.differs };
}

function mirrorColour(fact) {
  return legend.kinds[fact.kind]?.colour || theme.bar;
}

// Values about one question stand in one row; each shore has its own cell.
function makeFacets(someLines) {
  const groups = new Map();
  for (const line of someLines) {
    const key = `${line.facet} ${line.question[0]}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(line);
  }
  const facets = make('div', { class: 'mirror-facets' });
  for (const group of groups.values()) {
    const [{ facet, question }] = group;
    const row = make('section', { class: 'mirror-facet' });
    row.append(make('h4', { dir: 'auto' }, said(question) || word(`mirror.${facet}`)));
    for (const shore of MIRROR_SHORES) row.append(makeMirrorCell(group, shore));
    facets.append(row);
  }
  return facets;
}

function makeMirrorCell(group, shore) {
  const told = group.filter((line) => line[shore].length);
  const cell = make('div', { class: `mirror-cell ${shore}` });
  cell.append(make('span', { class: 'unseen' }, word(`mirror.${shore}`)));
  if (!told.length) cell.append(make('p', { class: 'mirror-silent' }, word('mirror.silent')));
  const list = make('ul', {});
  for (const values of sameWitnesses(told, shore)) list.append(makeMirrorValue(values, shore));
  if (told.length) cell.append(list);
  cell.classList.toggle('differs', told.some((line) => line.differs));
  return cell;
}

// Partners and names that the same publishers give stand together; all else, each for itself.
function sameWitnesses(told, shore) {
  const groups = new Map();
  for (const line of told) {
    const together = ['partner', 'name'].includes(line.facet) && !line.standing;
    const key = together ? `${line[shore]} ${mirrorAlone(line, shore)}` : line;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(line);
  }
  return groups.values();
}

function mirrorAlone(line, shore) {
  return MIRROR_SHORES.some((other) => other !== shore && !line[other].length);
}

function makeMirrorValue(values, shore) {
  const [line] = values;
  const text = values.map(({ value }) => said(value)).join(', ');
  const item = make('li', {}, make('span', { class: 'mirror-value', dir: 'auto' }, text));
  item.classList.toggle('alone', mirrorAlone(line, shore));
  const { standing: made } = line; // what the curators made of it
  if (made) item.append(' ', make('span', { class: 'tag' }, word(`mirror.${made}`)));
  const names = line[shore].map((place) => payload.extras.mirror.publishers[place]);
  const who = names.join(state.language === 'fr' ? '\u00a0; ' : '; ');
  item.append(make('small', { dir: 'auto' }, who));
  return item;
}

// What one shore alone tells: a list on demand, with its number.
function makeAlone(shore) {
  const list = make('ul', { class: 'lines' });
  const items = payload.extras.mirror.alone[shore].map((id) => {
    const fact = mirrorFacts.get(id);
    const name = said(fact.title) || said(fact.sentence);
    const open = make('button', { type: 'button' });
    open.append(shapeIcon(fact.kind, mirrorColour(fact)), isolated(name));
    open.append(make('span', { class: 'number' }, said(fact.date)));
    open.addEventListener('click', () => select({ fact }));
    return { item: make('li', {}, open), fact };
  });
  items.sort((a, b) => compare(firstKnown(a.fact), firstKnown(b.fact)));
  list.append(...items.map(({ item }) => item));
  const summary = make('summary', {});
  const details = make('details', { class: `mirror-alone ${shore}` }, summary, list);
  return { shore, items, list, summary, details };
}
