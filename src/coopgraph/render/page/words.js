// Words in the reader's language: of the page (word), of the view (said), and where they stand.

function said(both) {
  return both[state.language === 'fr' ? 0 : 1]; // pairs, French first
}

const LABEL_LENGTH = 28;

// At most 28 characters, cut between words where that costs little.
function shortLabel(label) {
  const letters = [...label];
  if (letters.length <= LABEL_LENGTH) return label;
  const kept = letters.slice(0, LABEL_LENGTH - 1).join('');
  const space = letters[LABEL_LENGTH - 1] === ' ' ? kept.length : kept.lastIndexOf(' ');
  if (space <= kept.length - 5) return `${kept.trimEnd()}…`;
  return `${kept.slice(0, space).replace(/( \S{1,4})+$/, '')}…`; // neither "pour…" nor "de la…"
}

// The name that was borne at the end of the period, where one alone is possible; else today's.
function nameOf(node) {
  const day = state.end;
  if (!day) return said(node.label);
  const borne = node.names.filter(([begin, end]) => begin <= day && (!end || day <= end));
  const different = new Set(borne.map(([, , name]) => said(name)));
  return different.size === 1 ? [...different][0] : said(node.label);
}

function word(key, values = {}) {
  let text = said(payload.words[key]);
  for (const [name, value] of Object.entries(values)) text = text.split(`{${name}}`).join(value);
  return text;
}

// Who or what is drawn: actors in most projections, places or themes in others.
function nodesKey() {
  if (projection.of === 'actor') return 'actors';
  return projection.of === 'place' ? 'places' : 'things';
}

// French counts zero as singular; English counts it as plural.
function counted(key, n) {
  const one = state.language === 'fr' ? n < 2 : n === 1;
  return word(`${key}.${one ? 'one' : 'many'}`, { n: number(n) });
}

function number(n) {
  return n.toLocaleString(state.language === 'fr' ? 'fr-FR' : 'en-GB');
}

function fillWords() {
  document.documentElement.lang = state.language;
  document.title = said(projection.title);
  for (const place of document.querySelectorAll('[data-word]')) {
    place.textContent = word(place.dataset.word);
  }
  for (const place of document.querySelectorAll('[data-label]')) {
    place.setAttribute('aria-label', word(place.dataset.label));
  }
  for (const place of document.querySelectorAll('[data-title]')) {
    place.title = word(place.dataset.title);
  }
  for (const place of document.querySelectorAll('[data-placeholder]')) {
    place.placeholder = word(place.dataset.placeholder);
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === state.language));
  }
  element('title').textContent = said(projection.title);
  element('title').title = said(projection.title);
  element('about-description').textContent = said(projection.description);
  element('version').textContent = payload.version;
  element('about-version').hidden = !payload.version;
}

function periodText() {
  const [begin, end] = [periodBegin(), periodEnd()];
  if (begin.slice(5) !== '01-01' || end.slice(5) !== '12-31') {
    return `${dayText(begin)} – ${dayText(end)}`;
  }
  const [first, last] = [Number(begin.slice(0, 4)), Number(end.slice(0, 4))];
  return first === last ? String(first) : `${first}–${last}`;
}

function dayText(day) {
  const [year, month, date] = day.split('-').map(Number);
  const locale = state.language === 'fr' ? 'fr-FR' : 'en-GB';
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  const text = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(locale, options);
  return state.language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

// Write text that may run from right to left so that it cannot disturb its surroundings.
function isolated(text) {
  return make('bdi', {}, text);
}
