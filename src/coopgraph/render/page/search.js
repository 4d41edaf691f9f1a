// Find an actor by name in either language, without regard to accents or case; and what a pane offers
// beside them, as the places of the map.

const MOST_FOUND = 8;
const MOST_OTHERS = 4;
const plainNames = new Map(); // projection -> [{node, text}]

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function namesToFind() {
  if (!plainNames.has(projection)) {
    const text = ({ label, aliases }) => plain([...new Set([...label, ...aliases])].join('\n'));
    plainNames.set(projection, nodes.map((node) => ({ node, text: text(node) })));
  }
  return plainNames.get(projection);
}

function openSearch() {
  const finder = makeFinder(element('search'), element('found'), (node) => {
    revealNode(node);
    select({ node });
    element('known-body').focus({ preventScroll: true });
  });
  finder.others = (asked) => payload.panes.flatMap((name) => PANES.get(name).search?.(asked) || []);
}

// Make an input and the list under it find actors; act receives the one that is taken.
function makeFinder(input, list, act, fits = () => true) {
  const finder = { input, list, act, fits, marked: -1, others: () => [], offered: [] };
  input.addEventListener('input', () => showFound(finder));
  input.addEventListener('keydown', (event) => steerFinder(finder, event));
  input.addEventListener('blur', () => closeFound(finder));
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const item = event.target.closest('[data-node], [data-other]');
    if (item) take(finder, item);
  });
  return finder;
}

function showFound(finder) {
  const { input, list } = finder;
  const asked = plain(input.value.trim());
  finder.marked = -1;
  if (!asked) {
    closeFound(finder);
    return;
  }
  const begins = (text) => (text.startsWith(asked) || text.includes(`\n${asked}`) ? 0 : 1);
  const hits = namesToFind().filter(({ node, text }) => text.includes(asked) && finder.fits(node));
  hits.sort((a, b) => begins(a.text) - begins(b.text) || b.node.lines.length - a.node.lines.length);
  const items = hits.slice(0, MOST_FOUND).map(({ node }, i) => makeFound(node, `${list.id}-${i}`));
  finder.offered = finder.others(asked).slice(0, MOST_OTHERS);
  items.push(...finder.offered.map((other, i) => makeOffered(other, i, `${list.id}-other-${i}`)));
  if (!items.length) {
    items.push(
      make('li', { role: 'option', 'aria-disabled': 'true', class: 'none' }, word('search.none')),
    );
  }
  list.replaceChildren(...items);
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  input.removeAttribute('aria-activedescendant');
}

function makeFound(node, id) {
  const item = make('li', { role: 'option', id, 'aria-selected': 'false' }, nodeName(node));
  item.dataset.node = node.id;
  const why = node.drawn ? 'search.hidden' : 'search.apart';
  if (!seen.nodes.has(node)) item.append(make('span', { class: 'number' }, word(why)));
  return item;
}

// What is no actor: its name, and the word for what it is.
function makeOffered({ label, shape }, place, id) {
  const name = make('span', { class: 'actor' }, shapeIcon(shape, theme.quiet), isolated(label));
  const what = make('span', { class: 'number' }, said(legend.shapes[shape].words));
  const item = make('li', { role: 'option', id, 'aria-selected': 'false' }, name, what);
  item.dataset.other = place;
  return item;
}

function steerFinder(finder, event) {
  const { input, list } = finder;
  const items = [...list.querySelectorAll('[data-node], [data-other]')];
  if (event.key === 'Escape') closeFound(finder);
  else if (event.key === 'Enter' && items.length) {
    take(finder, items[Math.max(0, finder.marked)]);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!items.length) return;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    finder.marked = (finder.marked + step + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === finder.marked)));
    input.setAttribute('aria-activedescendant', items[finder.marked].id);
  }
}

function take(finder, { dataset }) {
  finder.input.value = '';
  closeFound(finder);
  if (dataset.other === undefined) {
    finder.act(nodeById.get(dataset.node));
    return;
  }
  finder.offered[dataset.other].select();
  element('known-body').focus({ preventScroll: true });
}

function closeFound({ input, list }) {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}
