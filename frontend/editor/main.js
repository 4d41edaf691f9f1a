// The page that asks the graph: the bank of questions, the query, the answer, kept in step.
import '@zazuko/yasgui/build/yasgui.min.css';
import './page.css';
import { readAddress, fullAddress, writeAddress } from './address.js';
import { Answer, viewFor } from './answer.js';
import { Bank } from './bank.js';
import { byId, make } from './dom.js';
import { download } from './download.js';
import { QuestionForm } from './form.js';
import { makeQueryField } from './query_field.js';
import { ask, boundSparql, readQuestions, Refusal } from './server.js';
import { language, words } from './words.js';

const NARROW = '(max-width: 800px)';
const FIRST = ['agreements-per-year', 'missions-per-year'];
const ABOUT = (iri) => `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?property ?propertyLabel ?value ?valueLabel WHERE {
  <${iri}> ?property ?value .
  OPTIONAL { ?property rdfs:label ?propertyLabel . FILTER(LANG(?propertyLabel) = "${language}") }
  OPTIONAL { ?value skos:prefLabel ?valueLabel . FILTER(LANG(?valueLabel) = "${language}") }
}
ORDER BY ?property ?valueLabel
`;

class Page {
  constructor(questions) {
    this.questions = new Map(questions.map((one) => [one.id, one]));
    this.question = null; // whose SPARQL is in the field, unchanged
    this.bank = new Bank(questions, (question) => this.pick(question));
    this.form = new QuestionForm(byId('question-fields'));
    this.answer = new Answer(byId('answer-views'), () => this.keep());
    this.field = makeQueryField(byId('query-field'), { run: () => this.run(), changed: () => this.edited() });
    this.#listen();
  }

  #listen() {
    byId('question-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.askQuestion();
    });
    byId('question-show').addEventListener('click', () => this.showSparql());
    byId('query').addEventListener('toggle', () => this.field.refresh());
    byId('query-run').addEventListener('click', () => (this.running ? this.running.abort() : this.run()));
    byId('query-copy').addEventListener('click', () => copy(this.field.getValue()));
    byId('cite').addEventListener('click', () => this.cite());
    byId('cite-copy').addEventListener('click', () => copy(byId('cite-text').value));
    byId('download').addEventListener('click', () => this.download());
    window.addEventListener('hashchange', () => this.restore());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.answer.refresh());
    let width = innerWidth;
    window.addEventListener('resize', () => {
      if (width !== innerWidth) this.answer.refresh();
      width = innerWidth;
    });
  }

  async pick(question, values = {}, { focus = true } = {}) {
    this.shown = question;
    this.bank.draw(question.id);
    byId('question-title').textContent = question.title[language];
    byId('question-text').textContent = question.question[language];
    byId('question-note').textContent = question.note[language];
    byId('question-note').hidden = !question.note[language];
    byId('question').hidden = false;
    if (focus && matchMedia(NARROW).matches) byId('bank').open = false;
    if (focus) byId('question-title').focus();
    await this.form.show(question, values);
    if (focus) await this.fillIn({ quiet: true });
  }

  // Put the SPARQL of the question, with the values in it, into the field.
  async fillIn({ quiet = false } = {}) {
    const missing = quiet ? '' : this.form.missing();
    if (missing) return say(words.missing(missing), 'wrong');
    try {
      const [question, values] = [this.shown, this.form.values()];
      const sparql = await boundSparql(question.id, values);
      this.#put(withoutHeader(sparql, words.comment(question.title[language], question.id)), { question, values });
      say('');
      return true;
    } catch (error) {
      return quiet ? false : say(error.message, 'wrong');
    }
  }

  async showSparql() {
    if (!(await this.fillIn())) return;
    this.#open();
    byId('query').classList.remove('short');
    this.field.focus();
  }

  async askQuestion() {
    if (await this.fillIn()) await this.run(viewFor(this.shown.view));
    else this.#clear();
  }

  // An answer to something else must not stand below a mistake: the message takes its place.
  #clear({ question, values } = { question: this.shown, values: this.form.values() }) {
    this.running?.abort();
    this.#busy(null);
    byId('answer').hidden = byId('cite-box').hidden = true;
    writeAddress({ question: question.id, values }, { push: true });
  }

  #put(sparql, { question = null, values = {} } = {}) {
    this.putting = true;
    this.field.setValue(sparql);
    this.putting = false;
    Object.assign(this, { question, values });
    byId('query').classList.toggle('short', Boolean(question));
    if (!question) this.#open();
  }

  // YASQE cannot measure what is folded away: it is told when it is shown.
  #open() {
    byId('query').open = true;
    this.field.refresh();
  }

  edited() {
    if (!this.putting) this.question = null;
  }

  async run(view = null) {
    this.running?.abort();
    const control = new AbortController();
    this.#busy(control);
    say(words.running);
    const started = performance.now();
    const sparql = this.field.getValue();
    try {
      const response = await ask(sparql, { signal: control.signal });
      const data = await response.text();
      const seconds = (performance.now() - started) / 1000;
      await this.#shows(response, data, seconds, view);
    } catch (error) {
      if (this.running !== control) return; // what came after it has the word
      if (error.name === 'AbortError') say(words.stopped);
      else this.#refused(error);
    } finally {
      if (this.running === control) this.#busy(null);
    }
  }

  #busy(control) {
    this.running = control;
    byId('query-run').classList.toggle('running', Boolean(control));
    byId('answer').setAttribute('aria-busy', String(Boolean(control)));
  }

  async #shows(response, data, seconds, view) {
    const contentType = response.headers.get('Content-Type');
    const table = contentType.includes('json') ? JSON.parse(data) : null;
    const rows = table && table.results?.bindings.length;
    const counted = rows === undefined ? '' : rows === null ? words.triples : words.rows(rows);
    const cut = response.headers.get('Coopgraph-Truncated') ? words.truncated : '';
    say([counted, words.seconds(seconds), cut && `– ${cut}`].filter(Boolean).join(' '));
    byId('answer').hidden = false;
    this.ran = { sparql: this.field.getValue(), question: this.question, graph: rows === null };
    const titles = this.question?.columns ?? aboutTitles();
    await this.answer.show({ data, table, contentType, titles, seconds, view: rows === null ? 'raw' : view });
    offerFormats(rows === null);
    byId('cite-box').hidden = true;
    this.keep({ push: true });
  }

  #refused(error) {
    const place = error.place ? ` ${words.place(error.place.line, error.place.column)}` : '';
    say(error instanceof Refusal ? error.message + (error.message.includes(String(error.place?.line)) ? '' : place) : words.failed, 'wrong');
    if (this.question) this.#clear(this);
    if (!error.place) return;
    this.field.getDoc().setCursor({ line: error.place.line - 1, ch: Math.max(0, error.place.column - 1) });
  }

  keep({ push = false } = {}) {
    const view = this.answer.getSelectedPluginName();
    const { question, values } = this;
    writeAddress({ question: question?.id, values, sparql: this.field.getValue(), view }, { push });
  }

  // Show what the address says; without any word there, a question that needs nothing filled in.
  async restore() {
    const { question, sparql, about, view, values } = readAddress();
    const named = this.questions.get(question);
    if (about) {
      byId('question').hidden = true;
      this.#put(ABOUT(about.replaceAll(/[<>"{}|\\^`\s]/g, '')));
      return this.run('table');
    }
    if (sparql) {
      byId('question').hidden = true;
      this.#put(sparql);
      return this.run(view);
    }
    const first = named ?? FIRST.map((id) => this.questions.get(id)).find(Boolean) ?? [...this.questions.values()][0];
    await this.pick(first, named ? values : {}, { focus: false });
    this.bank.reveal();
    return (await this.fillIn()) ? this.run(view ?? viewFor(first.view)) : this.#clear();
  }

  cite() {
    const { version } = document.body.dataset;
    const day = new Date().toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' });
    const { question } = this.ran;
    byId('cite-text').value = question
      ? words.cite(question.title[language], question.id, version, fullAddress(), day)
      : words.citeOwn(version, fullAddress(), day);
    byId('cite-box').hidden = false;
    byId('cite-text').focus();
    byId('cite-text').select();
  }

  async download() {
    try {
      const name = await download(this.ran.sparql, byId('format').value, this.ran.question?.id ?? 'query');
      say(words.downloaded(name));
    } catch (error) {
      say(error.message, 'wrong');
    }
  }
}

function aboutTitles() {
  return { property: { [language]: words.property }, value: { [language]: words.object } };
}

function offerFormats(graph) {
  for (const option of byId('format').options) option.hidden = option.disabled = (option.dataset.for === 'graph') !== graph;
  const chosen = byId('format').selectedOptions[0];
  if (chosen?.disabled) byId('format').value = graph ? 'turtle' : 'csv';
}

// The lines with #: describe the question to programs; a person is told once whose text it is.
function withoutHeader(sparql, comment) {
  return `${comment}\n${sparql.replaceAll(/^#:.*\n/gm, '').trimStart()}`;
}

function say(text, kind = '') {
  const [first, ...rest] = text.split('\n'); // what follows points into the query: sign under sign
  byId('status').replaceChildren(first, ...(rest.length ? [make('pre', {}, rest.join('\n'))] : []));
  byId('status').className = kind;
  return false;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    say(words.notCopied, 'wrong');
  }
}

async function start() {
  try {
    const page = new Page(await readQuestions());
    if (matchMedia(NARROW).matches) byId('bank').open = byId('query').open = false;
    await page.restore();
  } catch (error) {
    say(error instanceof Refusal ? error.message : words.failed, 'wrong');
    throw error;
  } finally {
    document.body.dataset.ready = 'true';
  }
}

start();
