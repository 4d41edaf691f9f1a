// What the page shows is in its address after #, so that it can be kept, sent and cited.

export function readAddress() {
  const pairs = new URLSearchParams(location.hash.slice(1));
  const values = {};
  for (const [name, value] of pairs) if (name.startsWith('p.')) values[name.slice(2)] = value;
  return { question: pairs.get('q'), sparql: pairs.get('sparql'), about: pairs.get('about'), view: pairs.get('v'), values };
}

export function spellAddress({ question, sparql, values = {}, view }) {
  const pairs = new URLSearchParams();
  if (question) pairs.set('q', question);
  else if (sparql) pairs.set('sparql', sparql);
  if (question) for (const [name, value] of Object.entries(values)) if (value) pairs.set(`p.${name}`, value);
  if (view) pairs.set('v', view);
  return `#${pairs}`;
}

export function writeAddress(state, { push = false } = {}) {
  const hash = spellAddress(state);
  if (hash !== location.hash) history[push ? 'pushState' : 'replaceState'](null, '', hash);
  for (const link of document.querySelectorAll('[data-keeps-hash]')) {
    link.href = link.getAttribute('href').split('#')[0] + hash;
  }
}

export function fullAddress() {
  const url = new URL(location.href);
  return `${url.origin}${url.pathname}?lang=${document.documentElement.lang}${url.hash}`;
}
