// What can be done with an actor from the panel: alone with its neighbours, a path to another one,
// its name kept, itself taken out. And a path as a list of sentences with their facts.

function egoPart(node) {
  const steps = [1, 2].map((number_) => egoButton(node, number_));
  const pin = actButton('pin', 'pin.help', state.pinned.has(node.id), () => pinNode(node));
  const hide = actButton('hide', 'hide.help', null, () => {
    hideNode(node);
    focusPane();
  });
  return [make('div', { class: 'acts' }, ...steps, pin, hide), pathFinder(node)];
}

function egoButton(node, steps) {
  const on = state.ego?.node === node && state.ego.steps === steps;
  const act = () => change({ ego: on ? null : { node, steps } });
  return actButton(`ego.${steps}`, `ego.${steps}.help`, on, act);
}

// A button of the panel keeps the focus although the panel is made anew by what it does.
function actButton(key, help, pressed, act) {
  const button = make('button', { type: 'button', title: word(help) }, word(key));
  button.dataset.act = key;
  if (pressed !== null) button.setAttribute('aria-pressed', String(pressed));
  button.addEventListener('click', () => {
    act();
    const again = element('known-body').querySelector(`[data-act="${key}"]`);
    again?.focus({ preventScroll: true });
  });
  return button;
}

function pathFinder(node) {
  const list = make('ul', { id: 'path-found', role: 'listbox', 'aria-label': word('path') });
  list.hidden = true;
  const input = make('input', {
    id: 'path-to',
    type: 'search',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-expanded': 'false',
    'aria-controls': 'path-found',
    'aria-autocomplete': 'list',
    'aria-label': word('path'),
    placeholder: word('path'),
  });
  const show = (other) => {
    select({ path: [node, other] });
    element('known-body').focus({ preventScroll: true });
  };
  makeFinder(input, list, show, (other) => other !== node && other.drawn);
  return make('div', { class: 'finder' }, input, list);
}

// The way from a to b: who meets whom at each step, and the facts that say so.
function pathPart(a, b) {
  const heading = make('h3', { class: 'ends' }, nodeName(a), nodeName(b));
  const { path } = seen;
  if (!path) return [topPart(heading), make('p', { class: 'help' }, word('path.none'))];
  const parts = [topPart(heading), make('p', { class: 'about' }, counted('path.steps', path.lines.length))];
  const list = make('ol', { class: 'steps' });
  path.lines.forEach((line, i) => {
    const [from, to] = [path.nodes[i], path.nodes[i + 1]];
    const sentence = word('path.step', { a: nameOf(from), b: nameOf(to), tie: stepTie(line) });
    const item = make('li', {}, make('p', { class: 'step', dir: 'auto' }, sentence));
    const behind = factsOf(line.seen).sort((x, y) => compare(firstKnown(x), firstKnown(y)));
    item.append(...behind.slice(0, 3).map(makeFact));
    if (behind.length > 3) item.append(moreOfStep(line, behind.length - 3));
    list.append(item);
  });
  return [...parts, list];
}

function stepTie(line) {
  return [...new Set(line.seen.map((tie) => said(tie.label)))].slice(0, 2).join(word('path.and'));
}

function moreOfStep(line, more) {
  const button = make('button', { type: 'button', class: 'quiet' }, counted('path.more', more));
  button.addEventListener('click', () => {
    select({ line });
    element('known-body').focus({ preventScroll: true });
  });
  return button;
}
