// A field that offers records or concepts while one types (the combobox pattern of ARIA 1.2).
import { make } from './dom.js';
import { suggest } from './server.js';
import { words } from './words.js';

const PAUSE = 150; // milliseconds after a key before the server is asked

export class Combobox {
  constructor(parameter, { id, described }) {
    this.parameter = parameter;
    this.chosen = null; // { id, label } of what was picked
    this.offers = [];
    this.active = -1;
    this.input = make('input', {
      id, role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list',
      'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-describedby': described,
      'aria-required': parameter.required ? 'true' : undefined,
    });
    this.list = make('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': parameter.label, hidden: true });
    this.status = make('p', { class: 'unseen', role: 'status' });
    this.empty = make('p', { class: 'none', hidden: true }, words.noSuch);
    this.element = make('div', { class: 'combobox' }, this.input, this.list, this.empty, this.status);
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('focus', () => this.input.value || this.#typed());
    this.input.addEventListener('click', () => this.list.hidden && this.#look());
    this.input.addEventListener('blur', () => this.#close());
    this.input.addEventListener('keydown', (event) => this.#pressed(event));
    this.list.addEventListener('mousedown', (event) => this.#clicked(event));
  }

  get value() {
    return this.chosen && this.shown === this.input.value ? this.chosen.id : this.input.value.trim();
  }

  // Show a value that came as an id by its name.
  async fill(value) {
    this.input.value = value;
    this.chosen = null;
    if (!value) return;
    const found = (await suggest(this.parameter, value).catch(() => [])).find((one) => one.id === value);
    if (found && this.input.value === value) this.#choose(found);
  }

  #typed() {
    this.chosen = null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#look(), PAUSE);
  }

  async #look() {
    this.asking?.abort();
    this.asking = new AbortController();
    const text = this.chosen ? '' : this.input.value;
    try {
      this.offers = await suggest(this.parameter, text, this.asking.signal);
    } catch {
      return;
    }
    if (document.activeElement === this.input) this.#show();
  }

  #show() {
    this.active = -1;
    this.list.replaceChildren(...this.offers.map((offer, index) => make('li', {
      id: `${this.list.id}-${index}`, role: 'option', 'aria-selected': 'false', 'data-index': index,
    }, offer.label)));
    this.list.hidden = !this.offers.length;
    this.empty.hidden = this.offers.length > 0;
    this.input.setAttribute('aria-expanded', String(this.offers.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.status.textContent = this.offers.length ? words.choices(this.offers.length) : words.noSuch;
  }

  #close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.list.hidden = this.empty.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  #pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) this.#look();
      else this.#move(step);
    } else if (event.key === 'Enter' && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      this.#choose(this.offers[this.active]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.#close();
    }
  }

  #move(step) {
    const many = this.offers.length;
    this.active = (this.active + step + many) % many;
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === this.active));
      if (index !== this.active) return;
      item.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', item.id);
    });
  }

  #clicked(event) {
    event.preventDefault(); // the field keeps the focus
    const item = event.target.closest('[data-index]');
    if (item) this.#choose(this.offers[Number(item.dataset.index)]);
  }

  #choose(offer) {
    this.chosen = offer;
    this.input.value = offer.label;
    this.shown = this.input.value; // a field drops line breaks: not always the label
    this.#close();
    this.element.dispatchEvent(new CustomEvent('chosen', { bubbles: true }));
  }
}
