// Take an actor out of the picture and put it back; keep its name written at every zoom.

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

function showHidden() {
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
