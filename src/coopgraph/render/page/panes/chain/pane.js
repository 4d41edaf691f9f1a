// The pane of the chains: a chooser, the picture of one chain, and the chain told below it.

const chainFacts = new Map(allFacts.map((fact) => [fact.id, fact]));
const chainPane = { choose: null, scroll: null, told: null, chain: null, sentences: [], width: 0 };

function openChains(host) {
  const { chains } = payload.extras.chain;
  chainPane.choose = make('select', { id: 'chain-choose' });
  chainPane.label = make('label', { for: 'chain-choose' });
  chainPane.counts = make('span', { class: 'chain-counts' });
  const { label, choose, counts } = chainPane;
  const top = make('div', { class: 'chain-top' }, label, choose, counts);
  chainPicture.host = make('div', { class: 'chain-flow', role: 'group' });
  chainPane.help = make('p', { class: 'help chain-help' });
  chainPane.told = make('section', { class: 'chain-told' });
  const { help, told } = chainPane;
  chainPane.scroll = make('div', { class: 'chain-scroll' }, chainPicture.host, help, told);
  host.append(top, chainPane.scroll);
  chainPane.choose.addEventListener('change', () => chooseChain(chains[chainPane.choose.value]));
  chainPicture.host.addEventListener('keydown', walkChain);
  new ResizeObserver(() => {
    const wide = chainPane.scroll.clientWidth;
    if (wide === chainPane.width || !chainPane.chain) return;
    chainPane.width = wide;
    placeChain(chainPane.chain);
  }).observe(chainPane.scroll);
  speakChains();
}

function chooseChain(chain) {
  chainPane.chain = chain;
  speakChains();
  chainPane.scroll.scrollTo(0, 0);
  drawChain();
  writeLink();
}

// A link names a chain by its first record, which stays when the data grow.
function chainKey(chain) {
  return chain?.flows[0].records[0];
}

// That of the gap which is selected, else the one with which the view opens.
function usualChain() {
  const { chains, open } = payload.extras.chain;
  return findChainGap(state.selected?.group?.key)?.chain || chains[open] || null;
}

function readChain(among) {
  const { chains } = payload.extras.chain;
  const key = among('chain', chains.map(chainKey), null);
  chainPane.chain = chains.find((chain) => chainKey(chain) === key) || usualChain();
}

// All words anew: a chain is small, and its cards are as high as their words.
function speakChains() {
  const { chains } = payload.extras.chain;
  const { chain } = chainPane;
  chainPane.label.textContent = word('chain.choose');
  chainPane.choose.disabled = !chain;
  chainPane.choose.replaceChildren(...chains.map(chainOption));
  if (!chain) {
    chainPane.told.replaceChildren(make('p', {}, word('chain.none')));
    return;
  }
  chainPane.choose.value = chains.indexOf(chain);
  const numbers = [counted('chain.records', chainRecords(chain).size)];
  if (chain.gaps.length) numbers.push(counted('chain.gaps', chain.gaps.length));
  chainPane.counts.textContent = numbers.join(', ');
  chainPicture.host.setAttribute('aria-label', `${word('chain.flow')}. ${word('chain.keys')}`);
  chainPane.help.textContent = word('chain.legend');
  makeChain(chain);
  placeChain(chain);
  tellChain(chain);
}

function chainOption(chain, place) {
  const title = said(chain.title);
  const cut = title.length > 72 ? `${title.slice(0, 71).trimEnd()}…` : title;
  return make('option', { value: place }, `${cut} (${number(chainRecords(chain).size)})`);
}

function chainRecords(chain) {
  return new Set(chain.flows.flatMap(({ records }) => records));
}

function tellChain(chain) {
  chainPane.sentences = chain.told.map(chainSentence);
  const parts = [make('h3', {}, word('chain.told'))];
  for (const { item } of chainPane.sentences) parts.push(item);
  chainPane.told.replaceChildren(...parts);
}

function chainSentence({ kind, words, records, said: by, inferred }) {
  const about = records.map((id) => chainFacts.get(id));
  const text = kind === 'record' ? said(about[0].sentence) : said(words);
  const item = make('p', { class: `chain-${kind}`, dir: 'auto' });
  const silence = make('span', { class: 'tag planned' }, word('chain.silence'));
  if (kind === 'gap') item.append(silence, ' ');
  item.append(text);
  const sources = chainSources(by.map((id) => chainFacts.get(id)));
  if (sources) item.append(' ', make('small', {}, word('chain.sources', { sources })));
  return { item, about, kind, inferred };
}

// Who says so, and when: each publication once.
function chainSources(vouching) {
  const pieces = vouching.flatMap((fact) => fact.evidence);
  const named = pieces.map(({ publisher, title, published, locator }) =>
    [publisher || title, said(published), locator].filter(Boolean).join(', '),
  );
  return [...new Set(named)].join(state.language === 'fr' ? '\u00a0; ' : '; ');
}

function drawChain() {
  if (!chainPane.chain) return;
  const chosen = selectedFacts();
  const shown = new Map();
  for (const [key, entry] of chainPicture.cards) {
    const visible = chainShows(entry.fact);
    shown.set(key, visible);
    dressCard(entry, visible, chosen);
  }
  for (const { path, ends, inferred } of chainPicture.joints) {
    const visible = ends.every((key) => shown.get(key)) && (state.inferred || !inferred);
    const near = chosen && ends.some((key) => chosen.has(chainPicture.cards.get(key).fact));
    path.classList.toggle('away', !visible);
    path.classList.toggle('chosen', Boolean(near));
  }
  for (const { path, label, earlier, later } of chainPicture.gaps) {
    const visible = [earlier, later].every((id) => chainShows(chainFacts.get(id)));
    const own = state.selected?.group?.key === chainGapKey(earlier, later);
    for (const part of [path, label]) {
      part.classList.toggle('away', !visible);
      part.classList.toggle('chosen', own);
    }
    label.setAttribute('aria-pressed', String(own));
  }
  for (const { item, about, kind, inferred } of chainPane.sentences) {
    const needed = kind === 'joint' ? about.slice(0, 1) : about;
    item.hidden = !needed.every(chainShows) || (inferred && !state.inferred);
    item.classList.toggle('chosen', Boolean(chosen?.has(about[0])) && kind === 'record');
  }
}

function chainShows(fact) {
  if (!seen.facts.has(fact) || state.kindsOff.has(fact.kind)) return false;
  return !fact.nodes.length || fact.nodes.some(sideOn);
}

function dressCard({ card, fact }, visible, chosen) {
  card.classList.toggle('away', !visible);
  if (!visible) return;
  const mark = standing(fact);
  if (card.dataset.standing !== mark) card.dataset.standing = mark;
  card.classList.toggle('contested', fact.doubts.includes('contested'));
  card.classList.toggle('chosen', Boolean(chosen?.has(fact)));
  card.classList.toggle('selected', state.selected?.fact === fact);
  card.setAttribute('aria-pressed', String(state.selected?.fact === fact));
}

// Left and right follow the joints, up and down the column; Home is the beginning.
function walkChain(event) {
  const shown = ([, { card }]) => !card.classList.contains('away');
  const entries = [...chainPicture.cards.entries()].filter(shown);
  const at = entries.find(([, { card }]) => card === document.activeElement);
  if (!at) return;
  const [key, here] = at;
  const joined = (from, to) =>
    chainPicture.joints
      .filter((one) => one.ends[from] === key)
      .map((one) => chainPicture.cards.get(one.ends[to]));
  const rows = entries.map(([, entry]) => entry);
  const column = rows
    .filter(({ column: other, flow }) => other === here.column || flow !== here.flow)
    .sort((a, b) => a.y - b.y);
  const place = column.indexOf(here);
  const next = {
    ArrowRight: () => joined(0, 1).find((one) => rows.includes(one)),
    ArrowLeft: () => joined(1, 0).find((one) => rows.includes(one)),
    ArrowDown: () => column[place + 1],
    ArrowUp: () => column[place - 1],
    Home: () => rows[0],
    End: () => rows.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next()?.card.focus();
}

// Bring a chain into sight in which the actor has a part.
function revealInChain(node) {
  const about = new Set(factsAbout(node).map((fact) => fact.id));
  const holds = (chain) => [...chainRecords(chain)].some((id) => about.has(id));
  if (!chainPane.chain || holds(chainPane.chain)) return;
  const other = payload.extras.chain.chains.find(holds);
  if (other) chooseChain(other);
}

function focusChain() {
  const cards = [...chainPicture.cards.values()];
  const chosen = cards.find(({ fact }) => fact === state.selected?.fact);
  (chosen || cards.find(({ card }) => card.tabIndex === 0))?.card.focus();
}

addPane('chain', {
  hint: 'chain.hint',
  keys: 'chain.keys',
  find: (key) => findChainGap(key)?.group || null,
  open: openChains,
  draw: drawChain,
  speak: speakChains,
  reveal: revealInChain,
  focus: focusChain,
  told: (put) => put('chain', chainKey(chainPane.chain), chainKey(usualChain())),
  read: readChain,
  svg: () => traced(chainPicture.host),
});
