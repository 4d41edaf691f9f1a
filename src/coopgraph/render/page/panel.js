// The right panel: how we know what is selected, or where to begin.

function showPanel() {
  const body = element('known-body');
  const { selected } = state;
  const parts = selected?.line
    ? linePart(selected.line)
    : selected?.node
      ? nodePart(selected.node)
      : selected?.fact
        ? factPart(selected.fact)
        : selected?.path
          ? pathPart(...selected.path)
          : selected?.group
            ? groupPart(selected.group)
            : startPart();
  body.replaceChildren(...parts);
  if (selected !== showPanel.last) element('known').scrollTop = 0;
  if (showPanel.last && !selected) element('known').classList.remove('open'); // nothing to read in it
  showPanel.last = selected;
  element('known').classList.toggle('chosen', Boolean(selected));
}

showPanel.last = null;

function startPart() {
  const description = said(projection.description);
  const parts = description ? [make('p', { class: 'lead', dir: 'auto' }, description)] : [];
  const best = linesOfMost(5);
  if (best.length) {
    parts.push(
      make('h3', {}, word('known.start')),
      lineList(best, (line) => [line.a, line.b]),
    );
  }
  for (const [key, class_] of [['hint', 'help'], ['keys', 'help keys']]) {
    const text = paneSays(key);
    if (text) parts.push(make('p', { class: class_ }, text));
  }
  return parts;
}

// The lines of the most facts, the first of several: one look at each instead of sorting all.
function linesOfMost(most) {
  const best = [];
  for (const line of seen.lines) {
    if (best.length === most && line.number <= best[most - 1].number) continue;
    const place = best.findIndex((other) => other.number < line.number);
    best.splice(place < 0 ? best.length : place, 0, line);
    best.length = Math.min(best.length, most);
  }
  return best;
}

function linePart(line) {
  const heading = make('h3', { class: 'ends' }, nodeName(line.a), nodeName(line.b));
  const shown = factsOf(line.seen);
  return [topPart(heading), ...factsPart(shown, factsOf(line.ties).length - shown.length)];
}

// One fact, and those whom it is about.
function factPart(fact) {
  const heading = make('h3', { class: 'ends' }, isolated(said(fact.title) || word('known.fact')));
  const about = fact.nodes.length
    ? [make('h4', {}, word('known.about')), nodeList(fact.nodes)]
    : [];
  return [topPart(heading), makeFact(fact), ...about];
}

// What a pane has put together, as the actors of a place: who they are, and the facts.
function groupPart({ title, about, nodes: members, facts: behind, lines: tied, pairs }) {
  const heading = make('h3', { class: 'ends' }, isolated(said(title)));
  const shown = behind.filter((fact) => seen.facts.has(fact));
  const parts = [topPart(heading)];
  if (about) parts.push(make('p', { class: 'about' }, isolated(said(about))));
  if (members.length) parts.push(make('h4', {}, counted('actors', members.length)), nodeList(members));
  const seenPairs = pairs ? tied.filter((line) => line.seen.length) : [];
  if (seenPairs.length > 1) {
    seenPairs.sort((a, b) => b.number - a.number);
    parts.push(make('h4', {}, word('known.pairs')), lineList(seenPairs, ({ a, b }) => [a, b]));
  }
  return [...parts, ...factsPart(shown, behind.length - shown.length)];
}

function nodePart(node) {
  const heading = make('h3', { class: 'ends' }, nodeName(node));
  const about = [said(node.kind), said(node.place), said(legend.sides[node.side].words), groupOf(node)];
  if (state.sizeBy !== 'ties') about.push(`${word(`size.${state.sizeBy}`)} ${figureText(node)}`);
  const own = node.facts;
  const shownOwn = own.filter((fact) => seen.facts.has(fact));
  const all = new Set(factsAbout(node));
  const tied = factsOf(tiesOf(node)).filter((fact) => !shownOwn.includes(fact));
  const parts = [topPart(heading), make('p', { class: 'about' }, ...separated(about))];
  if (node.drawn) parts.push(...egoPart(node));
  const tiedLines = node.lines.filter((line) => line.seen.length);
  if (tiedLines.length) {
    tiedLines.sort((a, b) => b.number - a.number);
    parts.push(make('h4', {}, word('known.neighbours')));
    parts.push(lineList(tiedLines, (line) => [otherEnd(line, node)]));
  }
  const persons = [...new Set(own.flatMap((fact) => fact.apart))].filter((other) => other !== node);
  if (persons.length && node.drawn) {
    parts.push(make('h4', {}, word('known.persons')), nodeList(persons));
  }
  const shown = [...shownOwn, ...tied];
  parts.push(...factsPart(shown, all.size - shown.length));
  return parts;
}

function topPart(heading) {
  const label = word('deselect');
  const button = make(
    'button',
    { type: 'button', class: 'plain', 'aria-label': label, title: label },
    '×',
  );
  button.addEventListener('click', () => {
    select(null);
    focusPane();
  });
  return make('div', { class: 'top' }, heading, button);
}

function factsPart(shown, hidden) {
  const none = word(hidden > 0 ? 'facts.none' : 'facts.absent');
  const parts = [make('h4', {}, shown.length ? counted('facts', shown.length) : none)];
  const ordered = [...shown].sort((a, b) => compare(firstKnown(a), firstKnown(b)));
  parts.push(...ordered.map(makeFact));
  if (hidden > 0) {
    const button = make('button', { type: 'button', class: 'quiet' }, word('period.whole'));
    button.addEventListener('click', () => change({ begin: null, end: null }));
    const more = make('p', { class: 'help' }, counted('facts.hidden', hidden), ' ');
    if (!wholePeriod()) more.append(button);
    parts.push(more);
  }
  return parts;
}

function firstKnown(fact) {
  return fact.bounds.find(Boolean) || '9999';
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

// Lines as buttons: the names at their ends, and how many facts there are.
function lineList(someLines, ends) {
  const list = make('ul', { class: 'lines' });
  for (const line of someLines) {
    const names = make('span', { class: 'ends' }, ...ends(line).map(nodeName));
    const amount = make('span', { class: 'number' }, counted('facts', line.number));
    const button = make('button', { type: 'button' }, names, amount);
    button.addEventListener('click', () => {
      select({ line });
      element('known-body').focus({ preventScroll: true });
    });
    list.append(make('li', {}, button));
  }
  return list;
}

// Actors as buttons, by name: those that are not in the picture.
function nodeList(someNodes) {
  const list = make('ul', { class: 'lines' });
  const byName = new Intl.Collator(state.language);
  for (const node of [...someNodes].sort((a, b) => byName.compare(nameOf(a), nameOf(b)))) {
    const button = make('button', { type: 'button' }, nodeName(node));
    button.addEventListener('click', () => {
      select({ node });
      element('known-body').focus({ preventScroll: true });
    });
    list.append(make('li', {}, button));
  }
  return list;
}

// Who is not in the picture: how many they are is always said, their names on demand.
function showApart() {
  const apart = element('apart');
  const [summary, , list] = apart.children;
  apart.hidden = !apartNodes.length;
  summary.textContent = counted('apart', apartNodes.length);
  list.replaceChildren(...nodeList(apartNodes).children);
}

function nodeName(node) {
  return make(
    'span',
    { class: 'actor' },
    shapeIcon(node.mark, nodeColour(node)),
    isolated(nameOf(node)),
  );
}

function shapeIcon(shape, colour) {
  const path = makeSvg('path', { d: legend.shapes[shape].outline, fill: colour });
  return makeSvg(
    'svg',
    { class: 'mark', viewBox: '-1.4 -1.4 2.8 2.8', 'aria-hidden': 'true' },
    path,
  );
}

function separated(texts) {
  return texts
    .filter(Boolean)
    .flatMap((text, i) => (i ? [' · ', isolated(text)] : [isolated(text)]));
}

// On a phone the panels are sheets; on a desktop opening one changes nothing that is seen.
function openSheet(name) {
  for (const other of ['shown', 'known']) {
    element(other).classList.toggle('open', other === name);
  }
}
