// The panes: each draws what is seen in its own way. All share one state, one period, one selection.
//
// A pane is an object given to addPane() by its script:
//   open(host)     make its elements in host, once, when the page starts
//   draw()         show what `seen` holds now; called after every change, so it must be quick
//   speak()        (may be left out) the language or the theme has changed: words and colours again
//   swap()         (may be left out) another projection was taken: other nodes, ties and places
//   fit(), zoom(factor)  (may be left out) for the buttons under the picture
//   reveal(node)   (may be left out) bring a node into sight, if it is not
//   find(key)      (may be left out) the group of this key, or null; asked for before the pane is open
//   hint, keys     (may be left out) keys of the words that say where to click, and what the keyboard does
//   told(put)      (may be left out) the choices of its own: put(name in the link, value, usual value)
//   read(among)    (may be left out) take them again, also before it is open: among(name, known values,
//                  usual value) gives one of them; a later draw() shows it
//   focus()        (may be left out) take the keyboard back from the panel
//   canvas()       (may be left out) a canvas of the small pictures of the decades, for the PNG
//   svg()          (may be left out) an <svg> element of what is shown, for SVG, PNG and paper
//   flows          (may be left out) on paper its elements stand as they are, not svg()
//   facts()        (may be left out) those that it tells one by one, whether or not a tie rests on them
// Data of its own stand in payload.extras[name].

const PANES = new Map();
const panes = []; // those of this page, in its order
let lastPane = null; // the one that the reader last used

function addPane(name, pane) {
  PANES.set(name, { name, ...pane });
}

function openPanes() {
  for (const name of payload.panes) {
    const pane = PANES.get(name);
    pane.host = element(`pane-${name}`);
    panes.push(pane);
    pane.host.addEventListener('pointerdown', () => usePane(pane), true);
    pane.host.addEventListener('focusin', () => usePane(pane));
  }
  openTabs();
  openShown();
  [lastPane] = panes;
}

// A pane is opened when it is first shown: only then does it know how much room it has.
function openShown() {
  for (const pane of panes) {
    if (pane.opened || !isShown(pane.name)) continue;
    pane.opened = true;
    pane.open(pane.host);
  }
}

function shownPanes() {
  return panes.filter((pane) => pane.opened && isShown(pane.name));
}

function usePane(pane) {
  lastPane = pane;
}

function drawPanes() {
  showTabs();
  openShown();
  const shown = shownPanes();
  element('zoom').hidden = !shown.some((pane) => pane.zoom || pane.fit);
  for (const pane of shown) pane.draw();
}

function speakPanes() {
  for (const pane of panes) if (pane.opened) pane.speak?.();
}

// What one button does, in the pane that was used last, else in the first that can do it.
function inPane(action, ...values) {
  const shown = shownPanes();
  const able = [lastPane, ...shown].find((pane) => shown.includes(pane) && pane[action]);
  return able?.[action](...values);
}

// The hint or the keys of the pane that was used last, else of the first that has any.
function paneSays(key) {
  const shown = shownPanes();
  const told = [lastPane, ...shown].find((pane) => shown.includes(pane) && pane[key]);
  return told ? word(told[key]) : '';
}

// A group that some pane puts together, as a link names it.
function findGroup(key) {
  for (const name of payload.panes) {
    const found = PANES.get(name).find?.(key);
    if (found) return found;
  }
  return null;
}

// What the reader chose in each pane, also in those that are not shown now.
function tellPanes(put) {
  for (const name of payload.panes) PANES.get(name).told?.(put);
}

function readPanes(among) {
  for (const name of payload.panes) PANES.get(name).read?.(among);
}

function revealNode(node) {
  for (const pane of shownPanes()) pane.reveal?.(node);
}

function focusPane() {
  inPane('focus');
}
