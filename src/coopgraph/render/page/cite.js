// How a reader passes the view on: its link and its citation, copied or shown to be copied by hand.

const SAID_FOR = 2000; // milliseconds that a button says what it did
const VERSION_LENGTH = 12; // enough of a data version to tell it from every other

// The citation of the view; the day on which it was read stands beside the link.
function citation() {
  const version = payload.version.slice(0, VERSION_LENGTH);
  return word('cite.text', {
    by: word('cite.by'),
    title: said(projection.title),
    period: periodText(),
    mode: word(`mode.${state.mode}`).toLocaleLowerCase(state.language),
    actors: counted(nodesKey(), seen.nodes.size),
    ties: counted('ties', seen.ties.length),
    version: version && word('cite.version', { version }),
  });
}

function onTheWeb() {
  return /^https?:$/.test(location.protocol);
}

// Where the view is found again: an address of the web whole, a file by its name.
function citedLink() {
  const link = linkToView();
  return onTheWeb() ? link : decodeURI(link.split('/').pop());
}

// By the clock of the reader, now: a page that stays open overnight says the day of the citing.
function readingDay() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return word('cite.day', { day: dayText(parts.map((n) => String(n).padStart(2, '0')).join('-')) });
}

function cite() {
  element('cite-text').textContent = citation();
  element('cite-file').hidden = onTheWeb();
  element('cite-link').textContent = citedLink();
  element('cite-day').textContent = readingDay();
  element('copy').textContent = word('cite.copy');
  element('cite').showModal();
}

async function copyCitation() {
  const file = onTheWeb() ? '' : `${word('cite.file')} `;
  const text = `${citation()}\n${file}${citedLink()}${readingDay()}`;
  if (await copied(text)) sayOn(element('copy'), 'cite.copied', 'cite.copy');
  else getSelection().selectAllChildren(element('cite-words')); // the reader copies by hand
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// A button says for a moment what it did, as wide as it was.
function sayOn(button, done, usual) {
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = word(done);
  setTimeout(() => {
    button.style.minWidth = '';
    button.textContent = word(usual);
  }, SAID_FOR);
}

// The menu stays open while its button speaks. Of a file, the link alone is not enough to send.
async function copyLink() {
  const menu = element('menu');
  const { open } = menu;
  if (open) queueMicrotask(() => Object.assign(menu, { open }));
  if (!(await copied(linkToView()))) {
    closeMenu();
    cite(); // where the link stands as text, to be copied by hand
    return;
  }
  announce(word('link.copied'));
  for (const button of document.querySelectorAll('[data-action=link]')) {
    sayOn(button, 'link.copied', 'menu.link');
  }
  if (!onTheWeb()) shareFile();
  else if (open) setTimeout(closeMenu, SAID_FOR);
}

function closeMenu() {
  const menu = element('menu');
  if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
  menu.open = false;
}

function shareFile() {
  const end = linkText();
  closeMenu();
  element('share-end').textContent = `#${end}`;
  for (const id of ['share-more', 'copy-end']) element(id).hidden = !end;
  element('share').showModal();
}

async function copyEnd() {
  if (await copied(`#${linkText()}`)) sayOn(element('copy-end'), 'cite.copied', 'share.copy');
  else getSelection().selectAllChildren(element('share-end'));
}
