// The pane of the mirror: both accounts of each record, then what one shore alone tells.

const mirrorPane = { accounts: [], alone: [], only: null, differ: false, first: null };

function openMirror(host) {
  mirrorPane.only = make('input', { type: 'checkbox', id: 'mirror-only' });
  mirrorPane.onlyWords = make('span', { class: 'name' });
  mirrorPane.summary = make('p', { class: 'mirror-summary' });
  mirrorPane.sources = make('p', { class: 'help' });
  const choice = make('label', { class: 'choice' }, mirrorPane.only, mirrorPane.onlyWords);
  mirrorPane.none = make('p', { class: 'mirror-none', hidden: '' });
  mirrorPane.firstWords = make('p', { class: 'mirror-first', role: 'status' });
  mirrorPane.others = make('p', { class: 'mirror-others' });
  mirrorPane.list = make('div', { class: 'mirror-list' });
  mirrorPane.more = make('div', { class: 'mirror-more' });
  mirrorPane.heads = MIRROR_SHORES.map((shore) => make('span', { class: `mirror-cell ${shore}` }));
  const heads = make('div', { class: 'mirror-heads', 'aria-hidden': 'true' }, ...mirrorPane.heads);
  const { none, list, more, summary, sources, firstWords } = mirrorPane;
  const top = make('div', { class: 'mirror-top' }, summary, choice, firstWords, sources);
  mirrorPane.scroll = make('div', { class: 'mirror-scroll' }, heads, none, list, more);
  host.append(top, mirrorPane.scroll);
  mirrorPane.only.addEventListener('change', () => {
    mirrorPane.differ = mirrorPane.only.checked;
    drawMirror();
    writeLink();
  });
  mirrorPane.list.addEventListener('keydown', walkMirror);
  speakMirror();
}

function speakMirror() {
  const { accounts, sources, unplaced } = payload.extras.mirror;
  mirrorPane.onlyWords.textContent = word('mirror.only');
  MIRROR_SHORES.forEach((shore, i) => {
    mirrorPane.heads[i].textContent = word(`mirror.${shore}`);
  });
  mirrorPane.none.textContent = word('mirror.none');
  mirrorPane.others.textContent = word('mirror.others');
  const numbers = Object.fromEntries(Object.entries(sources).map(([key, n]) => [key, number(n)]));
  mirrorPane.sources.textContent = word('mirror.sources', numbers);
  mirrorPane.accounts = accounts.map(makeAccount);
  mirrorPane.ordered = undefined; // drawMirror() puts them into the list
  mirrorPane.alone = MIRROR_SHORES.map(makeAlone);
  mirrorPane.more.replaceChildren(...mirrorPane.alone.map(({ details }) => details));
  const others = make('p', { class: 'help' }, counted('mirror.unplaced', unplaced));
  if (unplaced) mirrorPane.more.append(others);
}

function drawMirror() {
  const chosen = selectedFacts();
  mirrorPane.only.checked = mirrorPane.differ;
  let [shown, differ] = [0, 0];
  for (const { item, fact, open, differs } of mirrorPane.accounts) {
    const visible = isTold(fact) && (differs || !mirrorPane.differ);
    if (item.hidden === visible) item.hidden = !visible;
    shown += Number(visible);
    differ += Number(visible && differs);
    item.classList.toggle('chosen', Boolean(chosen?.has(fact)));
    open.setAttribute('aria-pressed', String(state.selected?.fact === fact));
  }
  mirrorPane.none.hidden = shown > 0;
  const told = { told: counted('mirror.told', shown), all: number(mirrorPane.accounts.length) };
  mirrorPane.summary.textContent = differ
    ? word('mirror.differ', { ...told, differ: number(differ) })
    : word(shown ? 'mirror.agree' : 'mirror.nothing', told);
  for (const shore of mirrorPane.alone) drawAlone(shore, chosen);
  bringFirst();
  revealAccount();
}

function drawAlone({ shore, items, summary }, chosen) {
  let n = 0;
  for (const { item, fact } of items) {
    const visible = isTold(fact);
    if (item.hidden === visible) item.hidden = !visible;
    n += Number(visible);
    item.classList.toggle('chosen', Boolean(chosen?.has(fact)));
  }
  const some = { n: number(n), all: number(items.length) };
  const among = n < items.length ? word('mirror.among', some) : some.n;
  summary.textContent = word(`mirror.alone.${shore}`, { n: among });
}

// Records of the actor, or of the tie, that is selected: first in the lists, and so said. They stay
// there while one of their records is read.

function bringFirst() {
  const { selected } = state;
  if (!selected?.fact) mirrorPane.first = selected?.node || selected?.line ? selected : null;
  const { first } = mirrorPane;
  const mine = new Set(first && (first.node ? factsAbout(first.node) : factsOf(first.line.ties)));
  const one = first && (first.node || first.line);
  const key = one ? one.id : null;
  if (key !== mirrorPane.ordered) orderMirror(mine);
  if (key !== mirrorPane.ordered && key) mirrorPane.scroll.scrollTo(0, 0);
  mirrorPane.ordered = key;
  sayFirst(mine);
}

function orderMirror(mine) {
  const turn = (entries) => [
    ...entries.filter(({ fact }) => mine.has(fact)),
    ...entries.filter(({ fact }) => !mine.has(fact)),
  ];
  mirrorPane.inOrder = turn(mirrorPane.accounts);
  mirrorPane.list.replaceChildren(...mirrorPane.inOrder.map(({ item }) => item));
  for (const { items, list } of mirrorPane.alone) {
    list.replaceChildren(...turn(items).map(({ item }) => item));
  }
}

// How many there are, also for those who do not see it; and where the others begin.
function sayFirst(mine) {
  const { first, inOrder, alone, firstWords, others, list } = mirrorPane;
  const shown = ({ item, fact }) => !item.hidden && mine.has(fact);
  const n = inOrder.filter(shown).length;
  const text = first ? word(n ? 'mirror.first' : 'mirror.first.none', {
    name: first.node ? nameOf(first.node) : [first.line.a, first.line.b].map(nameOf).join(' – '),
    records: counted('mirror.records', n),
    alone: counted('mirror.records', alone.flatMap(({ items }) => items).filter(shown).length),
  }) : '';
  if (firstWords.textContent !== text) firstWords.textContent = text;
  const next = n && inOrder.find(({ item, fact }) => !item.hidden && !mine.has(fact));
  others.hidden = !next;
  if (next && others.nextSibling !== next.item) list.insertBefore(others, next.item);
}

// A fact that was selected elsewhere is brought into sight, once.
function revealAccount() {
  const { selected } = state;
  if (selected === mirrorPane.last) return;
  mirrorPane.last = selected;
  const account = selected?.fact && mirrorPane.accounts.find(({ fact }) => fact === selected.fact);
  if (account && !account.item.hidden) account.item.scrollIntoView({ block: 'nearest' });
}

// Up and down go from account to account.
function walkMirror(event) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const visible = mirrorPane.inOrder.filter(({ item }) => !item.hidden);
  const open = visible.map((account) => account.open);
  const place = open.indexOf(document.activeElement);
  if (place < 0) return;
  event.preventDefault();
  open[place + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

addPane('mirror', {
  hint: 'mirror.hint',
  keys: 'mirror.keys',
  open: openMirror,
  draw: drawMirror,
  speak: speakMirror,
  told: (put) => put('differ', Number(mirrorPane.differ), 0),
  read(among) {
    mirrorPane.differ = among('differ', ['1'], '') === '1';
  },
  svg: () => posterOf(mirrorPane.list, mirrorPane.heads[0].parentElement),
  flows: true,
  facts: () => mirrorPane.accounts.filter(({ item }) => !item.hidden).map(({ fact }) => fact),
  focus: () => mirrorPane.inOrder.find(({ item }) => !item.hidden)?.open.focus(),
});
