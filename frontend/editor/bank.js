// The list of questions: searched by words, narrowed by a keyword, picked by a click.
import { byId, make } from './dom.js';
import { rank, wordsOf } from './ranking.js';
import { language, words } from './words.js';

const KEYWORDS = 12; // so many of the most frequent are offered

export class Bank {
  constructor(questions, pick) {
    this.questions = questions;
    this.pick = pick;
    this.keyword = '';
    this.texts = new Map(questions.map((one) => [one.id, textOf(one)]));
    this.search = byId('bank-search');
    this.list = byId('bank-list');
    this.search.addEventListener('input', () => {
      this.draw();
      this.list.scrollTop = 0; // the best come first
    });
    this.#drawKeywords();
    this.draw();
  }

  draw(chosen = this.chosen) {
    this.chosen = chosen;
    const found = rank(this.search.value, this.questions, (one) => this.texts.get(one.id))
      .filter((one) => !this.keyword || keywordsOf(one).includes(this.keyword));
    this.list.replaceChildren(...found.map((one) => this.#item(one)));
    byId('bank-count').textContent = words.found(found.length);
  }

  // Bring the question that is chosen into sight, without moving the page.
  reveal() {
    const button = this.list.querySelector('[aria-current]');
    for (const box of [this.list, byId('bank')]) {
      if (button && box.scrollHeight > box.clientHeight) box.scrollTop = button.offsetTop - box.offsetTop - box.clientHeight / 2;
    }
  }

  #item(question) {
    const attributes = { type: 'button', 'data-question': question.id, onclick: () => this.pick(question) };
    if (question.id === this.chosen) attributes['aria-current'] = 'true';
    return make('li', {}, make('button', attributes,
      make('strong', {}, question.title[language]), make('span', {}, question.question[language])));
  }

  #drawKeywords() {
    const many = new Map();
    for (const one of this.questions) for (const word of keywordsOf(one)) many.set(word, (many.get(word) ?? 0) + 1);
    const ranked = [...many].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], language)).slice(0, KEYWORDS);
    const names = ranked.map(([word]) => word).sort((a, b) => a.localeCompare(b, language));
    const buttons = ['', ...names].map((word) => make('button', {
      type: 'button', 'aria-pressed': String(word === ''), 'data-keyword': word, onclick: () => this.#narrow(word),
    }, word || words.all));
    byId('bank-keywords').replaceChildren(...buttons);
  }

  #narrow(word) {
    this.keyword = word;
    for (const button of byId('bank-keywords').children) {
      button.setAttribute('aria-pressed', String(button.dataset.keyword === word));
    }
    this.draw();
  }
}

function keywordsOf(question) {
  return question.keywords[language].split(',').map((word) => word.trim()).filter(Boolean);
}

// Where its words stand, what says most of it first.
function textOf({ title, question, keywords, id }) {
  return [title[language], question[language], `${keywords[language]} ${id}`].map(wordsOf);
}
