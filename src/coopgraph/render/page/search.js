// Find an actor by name in either language, without regard to accents or case.

const search = element('search');
const found = element('found');
const MOST_FOUND = 8;
const plainNames = nodes.map((node) => ({
  node,
  text: plain([...new Set([...node.label, ...node.aliases])].join('\n')),
}));
let marked = -1;

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function openSearch() {
  search.addEventListener('input', showFound);
  search.addEventListener('keydown', steerSearch);
  search.addEventListener('blur', closeFound);
  found.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const item = event.target.closest('[role=option]');
    if (item?.dataset.node !== undefined) take(item.dataset.node);
  });
}

function showFound() {
  const asked = plain(search.value.trim());
  marked = -1;
  if (!asked) {
    closeFound();
    return;
  }
  const begins = (text) => (text.startsWith(asked) || text.includes(`\n${asked}`) ? 0 : 1);
  const hits = plainNames.filter(({ text }) => text.includes(asked));
  hits.sort((a, b) => begins(a.text) - begins(b.text) || b.node.lines.length - a.node.lines.length);
  const items = hits.slice(0, MOST_FOUND).map(({ node }, i) => makeFound(node, i));
  if (!items.length) {
    items.push(
      make('li', { role: 'option', 'aria-disabled': 'true', class: 'none' }, word('search.none')),
    );
  }
  found.replaceChildren(...items);
  found.hidden = false;
  search.setAttribute('aria-expanded', 'true');
  search.removeAttribute('aria-activedescendant');
}

function makeFound(node, i) {
  const item = make(
    'li',
    { role: 'option', id: `found-${i}`, 'aria-selected': 'false' },
    nodeName(node),
  );
  item.dataset.node = node.id;
  const why = node.drawn ? 'search.hidden' : 'search.apart';
  if (!seen.nodes.has(node)) item.append(make('span', { class: 'number' }, word(why)));
  return item;
}

function steerSearch(event) {
  const items = [...found.querySelectorAll('[data-node]')];
  if (event.key === 'Escape') closeFound();
  else if (event.key === 'Enter' && items.length) take(items[Math.max(0, marked)].dataset.node);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!items.length) return;
    marked = (marked + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === marked)));
    search.setAttribute('aria-activedescendant', items[marked].id);
  }
}

function take(id) {
  const node = nodeById.get(id);
  search.value = '';
  closeFound();
  revealNode(node);
  select({ node });
  element('known-body').focus({ preventScroll: true });
}

function closeFound() {
  found.hidden = true;
  search.setAttribute('aria-expanded', 'false');
  search.removeAttribute('aria-activedescendant');
}
