// Several panes on one page: those of the overview together, or one with all the room. The buttons
// are tabs, and all panes stand in the one panel that they change.

const OVERVIEW = ['network', 'map', 'timeline'];
const TAB = { role: 'tab', 'aria-controls': 'panes' };
const narrow = window.matchMedia('(max-width: 900px)');

function openTabs() {
  const bar = element('tabs');
  if (!bar) return;
  for (const name of ['all', ...payload.panes]) {
    const words = word(`tabs.${name}`);
    const button = make('button', { type: 'button', 'data-word': `tabs.${name}` }, words);
    for (const [key, value] of Object.entries(TAB)) button.setAttribute(key, value);
    button.id = `tab-${name}`;
    button.dataset.tab = name;
    button.addEventListener('click', () => change({ tab: name }));
    bar.append(button);
  }
  bar.addEventListener('keydown', walkTabs);
  element('panes').setAttribute('role', 'tabpanel');
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
  const shown = shownTab();
  const before = element('panes').dataset.tab;
  element('panes').dataset.tab = shown;
  element('panes').setAttribute('aria-labelledby', `tab-${shown}`);
  for (const button of bar.children) {
    const own = button.dataset.tab === shown;
    button.hidden = narrow.matches && button.dataset.tab === 'all';
    button.setAttribute('aria-selected', String(own));
    button.tabIndex = own ? 0 : -1;
    if (own && before !== shown) centreTab(bar, button);
  }
  for (const name of payload.panes) element(`pane-${name}`).hidden = !isShown(name);
}

// The bar alone scrolls: the page stays where it is.
function centreTab(bar, button) {
  bar.scrollLeft = button.offsetLeft - bar.offsetLeft - (bar.clientWidth - button.offsetWidth) / 2;
}

// Left and right go round, Home and End to the ends; the picture follows, as it is quickly drawn.
function walkTabs(event) {
  const buttons = [...element('tabs').children].filter(({ hidden }) => !hidden);
  const place = buttons.indexOf(event.target.closest('[role=tab]'));
  const turn = (step) => buttons.at((place + step) % buttons.length);
  const next = {
    ArrowRight: () => turn(1),
    ArrowLeft: () => turn(-1),
    Home: () => buttons[0],
    End: () => buttons.at(-1),
  }[event.key];
  if (place < 0 || !next) return;
  event.preventDefault();
  change({ tab: next().dataset.tab });
  next().focus();
}
