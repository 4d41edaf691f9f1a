// The pane of the mirror: both accounts of each record, then what one shore alone tells.

const mirrorPane = { accounts: [], alone: [], only: null, differ: false };

function openMirror(host) {
  mirrorPane.only = make('input', { type: 'checkbox', id: 'mirror-only' });
  mirrorPane.onlyWords = make('span', { class: 'name' });
  mirrorPane.summary = make('p', { class: 'mirror-summary' });
  mirrorPane.sources = make('p', { class: 'help' });
  const choice = make('label', { class: 'choice' }, mirrorPane.only, mirrorPane.onlyWords);
  mirrorPane.none = make('p', { class: 'mirror-none', hidden: '' });
  mirrorPane.list = make('div', { class: 'mirror-list' });
  mirrorPane.more = make('div', { class: 'mirror-more' });
  mirrorPane.heads = MIRROR_SHORES.map((shore) => make('span', { class: `mirror-cell ${shore}` }));
  const heads = make('div', { class: 'mirror-heads', 'aria-hidden': 'true' }, ...mirrorPane.heads);
  const { none, list, more, summary, sources } = mirrorPane;
  const top = make('div', { class: 'mirror-top' }, summary, choice, sources);
  host.append(top, make('div', { class: 'mirror-scroll' }, heads, none, list, more));
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
  const numbers = Object.fromEntries(Object.entries(sources).map(([key, n]) => [key, number(n)]));
  mirrorPane.sources.textContent = word('mirror.sources', numbers);
  mirrorPane.accounts = accounts.map(makeAccount);
  mirrorPane.list.replaceChildren(...mirrorPane.accounts.map(({ item }) => item));
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
    const visible = mirrorShows(fact) && (differs || !mirrorPane.differ);
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
  for (const { shore, items, summary } of mirrorPane.alone) {
    let n = 0;
    for (const { item, fact } of items) {
      const visible = mirrorShows(fact);
      if (item.hidden === visible) item.hidden = !visible;
      n += Number(visible);
    }
    summary.textContent = word(`mirror.alone.${shore}`, { n: number(n) });
  }
  revealAccount();
}

function mirrorShows(fact) {
  if (!seen.facts.has(fact) || state.kindsOff.has(fact.kind)) return false;
  return !fact.nodes.length || fact.nodes.some(sideOn);
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
  const visible = mirrorPane.accounts.filter(({ item }) => !item.hidden);
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
  svg: () => traced(mirrorPane.list),
  focus: () => mirrorPane.accounts.find(({ item }) => !item.hidden)?.open.focus(),
});
