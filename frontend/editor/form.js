// The form of a question: a field for each parameter, of its kind.
import { Combobox } from './combobox.js';
import { make } from './dom.js';
import { language, words } from './words.js';

export class QuestionForm {
  constructor(host) {
    this.host = host;
    this.fields = new Map();
  }

  async show(question, values) {
    const given = Object.keys(values).length > 0;
    this.question = question;
    this.fields.clear();
    this.host.replaceChildren(...question.parameters.map((parameter) => this.#field(parameter)));
    await Promise.all(question.parameters.map((parameter) => {
      const first = parameter.required && !given ? parameter.example : parameter.default;
      return this.fields.get(parameter.name).fill(values[parameter.name] ?? first ?? '');
    }));
  }

  // The values by name, those that are as the question has them anyway left out.
  values() {
    const found = {};
    for (const parameter of this.question.parameters) {
      const value = this.fields.get(parameter.name).value;
      if (value && value !== parameter.default) found[parameter.name] = value;
    }
    return found;
  }

  // The first required field that is empty; it gets the focus.
  missing() {
    const parameter = this.question.parameters.find((one) => one.required && !this.fields.get(one.name).value);
    if (parameter) this.fields.get(parameter.name).input.focus();
    return parameter?.words[language];
  }

  #field(parameter) {
    const id = `p-${parameter.name}`;
    const label = parameter.kind === 'mode' ? words.mode : parameter.words[language];
    const field = fieldFor({ ...parameter, label }, id);
    this.fields.set(parameter.name, field);
    const mark = make('span', { class: 'help' }, parameter.required ? words.required : words.optional);
    const help = make('p', { class: 'help', id: `${id}-help` }, helpOf(parameter));
    return make('div', { class: 'field' }, make('label', { for: id }, label, ' ', mark), field.element, help);
  }
}

function fieldFor(parameter, id) {
  if (parameter.kind === 'record' || parameter.kind === 'concept') {
    return new Combobox(parameter, { id, described: `${id}-help` });
  }
  if (parameter.kind === 'yesno') return new Choice(parameter, id, ['yes', 'no']);
  if (parameter.kind === 'mode') return new Choice(parameter, id, ['possibly', 'certainly']);
  return new Field(parameter, id);
}

function helpOf(parameter) {
  if (parameter.kind === 'period') return words.periodHelp;
  if (parameter.kind === 'day') return words.dayHelp;
  if (parameter.kind === 'yesno' || parameter.kind === 'mode') return '';
  return `${words.example} ${parameter.example}`;
}

class Field {
  constructor(parameter, id) {
    this.input = this.element = make('input', {
      id, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-help`,
      inputmode: parameter.kind === 'integer' ? 'numeric' : undefined,
      'aria-required': parameter.required ? 'true' : undefined,
    });
  }

  get value() {
    return this.input.value.trim();
  }

  fill(value) {
    this.input.value = value;
  }
}

class Choice {
  constructor(parameter, id, choices) {
    const options = choices.map((value) => make('option', { value }, words[value]));
    if (!parameter.default) options.unshift(make('option', { value: '' }, words.any));
    this.input = this.element = make('select', { id }, ...options);
  }

  get value() {
    return this.input.value;
  }

  fill(value) {
    this.input.value = { oui: 'yes', non: 'no' }[value] ?? value;
  }
}
