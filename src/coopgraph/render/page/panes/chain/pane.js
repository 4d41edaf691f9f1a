// The pane of the chains: a chooser, the picture of one chain, and the chain told below it.

const chainFacts = new Map(allFacts.map((fact) => [fact.id, fact]));
const chainPane = { choose: null, scroll: null, told: null, chain: null, sentences: [], width: 0 };

function openChains(host) {
  const { chains } = payload.extras.chain;
  chainPane.choose = make('select', { id: 'chain-choose' });
  chainPane.label = make('label', { for: 'chain-choose' });
  chainPane.counts = make('span', { class: 'chain-counts' });
  const { label, choose, counts } = chainPane;
  chainPane.offer = make('p', { class: 'chain-offer', role: 'status' });
  chainPane.next = make('button', { type: 'button', class: 'chain-next' });
  const { offer, next } = chainPane;
  const top = make('div', { class: 'chain-top' }, label, choose, counts, offer, next);
  chainPicture.host = make('div', { class: 'chain-flow', role: 'group' });
  chainPane.help = make('p', { class: 'help chain-help' });
  chainPane.told = make('section', { class: 'chain-told' });
  const { help, told } = chainPane;
  chainPane.scroll = make('div', { class: 'chain-scroll' }, chainPicture.host, help, told);
  host.append(top, chainPane.scroll);
  chainPane.choose.addEventListener('change', () => chooseChain(chains[chainPane.choose.value]));
  chainPane.next.addEventListener('click', () => chooseChain(chainPane.following));
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
  if (key) chainPane.ego = state.ego; // the chain that a link names stays
}

// All words anew: a chain is small, and its cards are as high as their words.
function speakChains() {
  const { chain } = chainPane;
  chainPane.label.textContent = word('chain.choose');
  chainPane.choose.disabled = !chain;
  chainPane.listed = ''; // showChainChoices() fills the list
  if (!chain) {
    chainPane.told.replaceChildren(make('p', {}, word('chain.none')));
    return;
  }
  chainPicture.host.setAttribute('aria-label', `${word('chain.flow')}. ${word('chain.keys')}`);
  makeChain(chain);
  placeChain(chain);
  tellChain(chain);
}

function chainRecords(chain) {
  return new Set(chain.flows.flatMap(({ records }) => records));
}

// Which chains there are to choose from: those in which an actor that is shown takes part, first those
// of the actor that is selected. The one that is drawn stays, told apart.
function showChainChoices() {
  const { chains } = payload.extras.chain;
  const node = state.selected?.node;
  const about = node ? new Set(factsAbout(node)) : null;
  const of = (chain) => about && chainFactsOf(chain).some((fact) => about.has(fact));
  const left = chains.filter((chain) => !chainIsShown(chain));
  const open = chains.filter((chain) => !left.includes(chain));
  const groups = [
    [node ? word('chain.of', { name: nameOf(node) }) : '', open.filter(of)],
    [word(node ? 'chain.others' : 'chain.all'), open.filter((chain) => !of(chain))],
    [word('chain.left'), left.filter((chain) => chain === chainPane.chain)],
  ].filter(([, members]) => members.length);
  const key = JSON.stringify(groups.map(([label, some]) => [label, some.map((one) => chains.indexOf(one))]));
  if (key !== chainPane.listed) {
    const parts = groups.map(([label, some]) => make('optgroup', { label }, ...some.map(chainOption)));
    const plain = groups.length === 1 && !node && !left.length;
    chainPane.choose.replaceChildren(...(plain ? parts[0].children : parts));
  }
  chainPane.listed = key;
  chainPane.choose.value = chains.indexOf(chainPane.chain);
  showChainCounts(open.length);
  offerChain(open.filter(of), left);
}

function chainOption(chain) {
  const title = said(chain.title);
  const cut = title.length > 72 ? `${title.slice(0, 71).trimEnd()}…` : title;
  const value = payload.extras.chain.chains.indexOf(chain);
  return make('option', { value }, `${cut} (${number(chainRecords(chain).size)})`);
}

function chainFactsOf(chain) {
  return [...chainRecords(chain)].map((id) => chainFacts.get(id));
}

function chainIsShown(chain) {
  return chainFactsOf(chain).some((fact) => chainShows(fact) && concerns(fact));
}

// How long it is, and how many chains there are to choose from where not all are.
function showChainCounts(open) {
  const { chain } = chainPane;
  const { chains } = payload.extras.chain;
  const numbers = [counted('chain.records', chainRecords(chain).size)];
  if (chain.gaps.length) numbers.push(counted('chain.gaps', chain.gaps.length));
  const among = { n: number(open), all: counted('chain.number', chains.length) };
  const listed = open < chains.length ? [word('chain.among', among)] : [];
  chainPane.counts.textContent = [numbers.join(', '), ...listed].join(' · ');
}

// Where the actor that is selected takes part, and a button to the next such chain.
function offerChain(own, left) {
  const { chain, offer, next } = chainPane;
  const node = state.selected?.node;
  const about = new Set(node && factsAbout(node));
  const here = chainFactsOf(chain).filter((fact) => about.has(fact)).length;
  const name = node && nameOf(node);
  const others = own.filter((one) => one !== chain);
  const texts = [];
  if (left.includes(chain)) texts.push(word('chain.none.here'));
  if (node) texts.push(word('chain.part', { name, records: counted('chain.records', here) }));
  if (others.length) texts.push(counted('chain.elsewhere', others.length));
  const text = texts.join(' ');
  if (offer.textContent !== text) offer.textContent = text;
  const following = own.slice(own.indexOf(chain) + 1).concat(own).find((one) => one !== chain);
  chainPane.following = following || null;
  next.hidden = !following;
  next.textContent = word('chain.next');
}

// Few actors alone: a chain that is about none of them gives way to one that is, once.
function leaveEmptyChain() {
  if (state.ego === chainPane.ego) return;
  chainPane.ego = state.ego;
  if (!state.ego || chainIsShown(chainPane.chain)) return;
  const other = payload.extras.chain.chains.find((chain) => chainIsShown(chain));
  if (!other) return;
  chainPane.chain = other;
  speakChains();
  chainPane.scroll.scrollTo(0, 0);
}

// Bring a chain into sight in which the actor has a part.
function revealInChain(node) {
  const about = new Set(factsAbout(node));
  const holds = (chain) => chainFactsOf(chain).some((fact) => about.has(fact));
  if (!chainPane.chain || holds(chainPane.chain)) return;
  const own = payload.extras.chain.chains.filter(holds);
  const other = own.find((chain) => chainIsShown(chain)) || own[0];
  if (other) chooseChain(other);
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
  leaveEmptyChain();
  const chosen = selectedFacts();
  const shown = new Map();
  let beside = 0;
  for (const [key, entry] of chainPicture.cards) {
    const visible = chainShows(entry.fact);
    shown.set(key, visible);
    const own = !visible || concerns(entry.fact);
    entry.card.classList.toggle('beside', !own);
    beside += Number(!own);
    dressCard(entry, visible, chosen);
  }
  drawChainJoints(shown, chosen);
  drawChainGaps();
  for (const { item, about, kind, inferred } of chainPane.sentences) {
    const needed = kind === 'joint' ? about.slice(0, 1) : about;
    item.hidden = !needed.every(chainShows) || (inferred && !state.inferred);
    item.classList.toggle('beside', kind === 'record' && !concerns(about[0]));
    item.classList.toggle('chosen', Boolean(chosen?.has(about[0])) && kind === 'record');
  }
  const legends = [word('chain.legend'), ...(beside ? [word('chain.beside')] : [])];
  chainPane.help.textContent = legends.join(' ');
  showChainChoices();
}

function drawChainJoints(shown, chosen) {
  for (const { path, ends, inferred } of chainPicture.joints) {
    const visible = ends.every((key) => shown.get(key)) && (state.inferred || !inferred);
    const near = chosen && ends.some((key) => chosen.has(chainPicture.cards.get(key).fact));
    path.classList.toggle('away', !visible);
    path.classList.toggle('chosen', Boolean(near));
  }
}

function drawChainGaps() {
  for (const { path, label, earlier, later } of chainPicture.gaps) {
    const visible = [earlier, later].every((id) => chainShows(chainFacts.get(id)));
    const own = state.selected?.group?.key === chainGapKey(earlier, later);
    for (const part of [path, label]) {
      part.classList.toggle('away', !visible);
      part.classList.toggle('chosen', own);
    }
    label.setAttribute('aria-pressed', String(own));
  }
}

// What is in the period, of the kinds that are ticked. What concerns no actor that is shown stands in
// grey: without it there would be no chain.
function chainShows(fact) {
  return seen.facts.has(fact) && !state.kindsOff.has(fact.kind);
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
  facts: () => [...chainPicture.cards.values()].map(({ fact }) => fact).filter(chainShows),
});
