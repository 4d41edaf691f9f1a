// The left panel: which kinds of tie, which shores, surely or possibly, inferred or not.

function openChoices() {
  makeChoices();
  for (const radio of document.getElementsByName('mode')) {
    radio.addEventListener('change', () => change({ mode: radio.value }));
  }
  bindBox('inferred', (on) => change({ inferred: on }));
  bindBox('undated', (on) => change({ undated: on }));
}

// Kinds and shores are those of the projection.
function makeChoices() {
  const samples = kinds.map((kind) => makeLineSample(legend.doubts.certain, kindColour(kind)));
  fillGroup('kinds', kinds.map((kind, i) => makeChoice(kind, 'kindsOff', samples[i])));
  fillGroup('sides', sides.map((side) => makeChoice(side, 'sidesOff', sideIcon(side))));
}

function fillGroup(id, choices) {
  element(id).replaceChildren(element(id).firstElementChild, ...choices);
  element(id).hidden = choices.length === 0;
}

function makeChoice(key, offSet, icon) {
  const box = make('input', { type: 'checkbox' });
  box.dataset.key = key;
  box.addEventListener('change', () => {
    change({ [offSet]: toggle(state[offSet], key, box.checked) });
  });
  const name = make('span', { class: 'name' });
  return make('label', { class: 'choice' }, box, icon, name, make('span', { class: 'number' }));
}

function bindBox(id, act) {
  element(id).addEventListener('change', () => act(element(id).checked));
}

function showChoices() {
  showGroup('kinds', state.kindsOff, kindWords, seen.kindNumbers);
  showGroup('sides', state.sidesOff, (side) => said(legend.sides[side].words), seen.sideNumbers);
  for (const radio of document.getElementsByName('mode'))
    radio.checked = radio.value === state.mode;
  element('mode-help').textContent = word(`mode.${state.mode}.help`);
  element('inferred').checked = state.inferred;
  element('inferred-number').textContent = number(seen.inferredNumber);
  element('undated').checked = undatedShown();
  element('undated-number').textContent = undatedText();
  element('undated-choice').hidden = seen.undatedNumber === 0;
}

// How many of the ties that are seen have no date, or how many more would be seen.
function undatedText() {
  const few = counted('ties', seen.undatedTies);
  if (!undatedShown()) return word('undated.more', { ties: few });
  return word('undated.among', { ties: few, all: number(seen.ties.length) });
}

function showGroup(id, off, words, numbers) {
  for (const choice of element(id).querySelectorAll('.choice')) {
    const { key } = choice.firstChild.dataset;
    choice.firstChild.checked = !off.has(key);
    choice.querySelector('.name').textContent = words(key);
    choice.querySelector('.number').textContent = number(numbers.get(key) || 0);
  }
}

function kindWords(kind) {
  const words = legend.kinds[kind]?.plural || projection.kinds[kind];
  return capital(words ? said(words) : kind);
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(state.language) + text.slice(1);
}
