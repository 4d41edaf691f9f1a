// Take an actor out of the picture and put it back; keep its name written at every zoom. Ctrl+Z takes
// back one step of it, and of the choice of neighbours only.

const MOST_STEPS = 20;
const narrowings = { past: [], last: null, key: '' }; // as the reader had narrowed the view before

function hideNode(node) {
  const { selected, ego } = state;
  const gone =
    selected?.node === node ||
    selected?.line?.a === node ||
    selected?.line?.b === node ||
    selected?.path?.includes(node);
  change({
    hidden: new Set([...state.hidden, node.id]),
    selected: gone ? null : selected,
    ego: ego?.node === node ? null : ego,
  });
  announce(word('hidden.said', { name: nameOf(node) }));
}

function showAgain(id) {
  change({ hidden: new Set([...state.hidden].filter((other) => other !== id)) });
}

function pinNode(node) {
  const pinned = new Set(state.pinned);
  if (!pinned.delete(node.id)) pinned.add(node.id);
  change({ pinned });
}

// Everything again: no actor hidden, nobody alone with neighbours, no path.
function widen() {
  const { selected } = state;
  change({ ego: null, hidden: new Set(), selected: selected?.path ? null : selected });
  focusPane();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input[type=search]');
  const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  if (!asked || event.shiftKey || event.altKey || typing || !narrowings.past.length) return;
  event.preventDefault();
  stepBack();
});

function stepBack() {
  const { hidden, pinned, near } = narrowings.past.pop();
  const node = near && nodeById.get(near.id);
  narrowings.last = null; // going back is no step of its own
  change({ hidden, pinned, ego: node?.drawn ? { node, steps: near.steps } : null });
}

// After every change: if it narrowed the view in another way, what was before can be had again.
function noteStep() {
  const { hidden, pinned, ego } = state;
  const { last } = narrowings;
  if (last && last.hidden === hidden && last.pinned === pinned && last.ego === ego) return;
  const near = ego && { id: ego.node.id, steps: ego.steps };
  const key = JSON.stringify([[...hidden], [...pinned], near]);
  if (last && key !== narrowings.key) narrowings.past = [...narrowings.past, last].slice(-MOST_STEPS);
  Object.assign(narrowings, { last: { hidden, pinned, ego, near }, key });
}

function showHidden() {
  noteStep();
  const place = element('hidden');
  const gone = state.hidden.size ? nodes.filter((node) => state.hidden.has(node.id)) : [];
  place.hidden = gone.length === 0;
  place.querySelector('summary').textContent = counted('hidden', gone.length);
  const items = gone.map((node) => {
    const label = word('hidden.show', { name: nameOf(node) });
    const button = make('button', { type: 'button', 'aria-label': label }, nodeName(node));
    button.append(make('span', { class: 'number' }, word('hidden.again')));
    button.addEventListener('click', () => showAgain(node.id));
    return make('li', {}, button);
  });
  place.querySelector('ul').replaceChildren(...items);
}

// Under the picture: that this is not everything, and the button that undoes it.
function showNarrowed() {
  const { ego, selected } = state;
  const texts = [];
  if (ego) texts.push(word(`ego.${ego.steps}.said`, { name: nameOf(ego.node) }));
  if (state.hidden.size) texts.push(counted('hidden', state.hidden.size));
  if (selected?.path) texts.push(word('path.said'));
  element('narrowed').hidden = texts.length === 0;
  element('narrowed').firstElementChild.textContent = texts.join(' · ');
}
