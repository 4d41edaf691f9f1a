// Elements of HTML and SVG, made without any text being read as markup.

const SVG = 'http://www.w3.org/2000/svg';

export function make(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function draw(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function cut(text, most = 28) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

// A choice of columns above a picture.
export function chooser(label, options, chosen, change) {
  const select = make('select', { onchange: () => change(select.value) });
  for (const [value, text] of options) {
    select.append(make('option', { value, selected: value === chosen }, text));
  }
  return make('label', { class: 'chooser' }, make('span', {}, label), select);
}

export function note(text) {
  return make('p', { class: 'note' }, text);
}
