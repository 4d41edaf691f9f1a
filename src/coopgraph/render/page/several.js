// Several panes on one page: those of the overview together, or one with all the room.

const OVERVIEW = ['network', 'map', 'timeline'];
const narrow = window.matchMedia('(max-width: 900px)');

function openTabs() {
  const bar = element('tabs');
  if (!bar) return;
  for (const name of ['all', ...payload.panes]) {
    const words = word(`tabs.${name}`);
    const button = make('button', { type: 'button', 'data-word': `tabs.${name}` }, words);
    button.dataset.tab = name;
    button.addEventListener('click', () => change({ tab: name }));
    bar.append(button);
  }
  narrow.addEventListener('change', () => refresh());
  showTabs();
}

// The tab that is shown: on a phone there is no room for several.
function shownTab() {
  return narrow.matches && state.tab === 'all' ? payload.panes[0] : state.tab;
}

function isShown(name) {
  if (!element('tabs')) return true;
  const tab = shownTab();
  return tab === 'all' ? OVERVIEW.includes(name) : tab === name;
}

// Called before the panes are drawn: a pane that is not shown costs nothing.
function showTabs() {
  const bar = element('tabs');
  if (!bar) return;
  element('panes').dataset.tab = shownTab();
  for (const button of bar.children) {
    button.hidden = narrow.matches && button.dataset.tab === 'all';
    button.setAttribute('aria-pressed', String(button.dataset.tab === shownTab()));
  }
  for (const name of payload.panes) element(`pane-${name}`).hidden = !isShown(name);
}
