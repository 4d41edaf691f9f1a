// Trace a part of the page as an <svg>: boxes, words and drawings where the browser has put them.
// For panes that are made of elements; what is drawn on a canvas, or is one <svg>, needs none of it.

const TRACED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'visibility'];

function traced(root) {
  const { left, top, width, height } = root.getBoundingClientRect();
  const [wide, high] = [Math.ceil(width) + 16, Math.ceil(height) + 16];
  const size = { width: wide, height: high, viewBox: `0 0 ${wide} ${high}` };
  const sheet = makeSvg('svg', { ...size, 'font-family': theme.font });
  sheet.append(makeSvg('rect', { width: wide, height: high, fill: theme.paper }));
  traceInto(sheet, root, { left: left - 8, top: top - 8 });
  return sheet;
}

function traceInto(sheet, node, from) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.data.trim()) traceText(sheet, node, from);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.classList.contains('unseen')) return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (node.localName === 'svg') {
    traceDrawing(sheet, node, from);
    return;
  }
  traceBox(sheet, node, style, from);
  for (const child of node.childNodes) traceInto(sheet, child, from);
}

// Ground, edge and outline of an element, if it has any.
function traceBox(sheet, node, style, from) {
  const box = node.getBoundingClientRect();
  const edge = parseFloat(style.borderTopWidth) || 0;
  const ground = style.backgroundColor.endsWith(', 0)') ? 'none' : style.backgroundColor;
  const place = (grown) => ({
    x: box.left - from.left - grown,
    y: box.top - from.top - grown,
    width: Math.max(0, box.width + 2 * grown),
    height: Math.max(0, box.height + 2 * grown),
    rx: parseFloat(style.borderTopLeftRadius) || 0,
    fill: 'none',
  });
  if (ground !== 'none' || (edge && style.borderTopStyle !== 'none')) {
    const dashes = { dashed: '5 4', dotted: '2 3' }[style.borderTopStyle] || 'none';
    const line = { stroke: edge ? style.borderTopColor : 'none', 'stroke-dasharray': dashes };
    const look = { fill: ground, ...line, 'stroke-width': edge };
    sheet.append(makeSvg('rect', { ...place(-edge / 2), ...look }));
  }
  const start = edge ? 0 : parseFloat(style.borderLeftWidth) || 0;
  if (start) sheet.append(makeSvg('rect', { ...place(0), width: start, rx: 0, fill: style.borderLeftColor }));
  const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth) || 0;
  const inset = style.boxShadow.includes('inset') ? style.boxShadow.match(/^rgb[^)]*\)/)?.[0] : null;
  if (outline) {
    const grown = (parseFloat(style.outlineOffset) || 0) + outline / 2;
    const dashes = { dashed: '4 3', dotted: '2 3' }[style.outlineStyle] || 'none';
    const line = { stroke: style.outlineColor, 'stroke-width': outline, 'stroke-dasharray': dashes };
    sheet.append(makeSvg('rect', { ...place(grown), ...line }));
  }
  if (inset) sheet.append(makeSvg('rect', { ...place(-1), stroke: inset, 'stroke-width': 2 }));
}

// The words of a text, line by line as they were broken; upright lines stay upright.
function traceText(sheet, node, from) {
  const style = getComputedStyle(node.parentElement);
  const size = parseFloat(style.fontSize);
  const look = {
    fill: style.color,
    'font-size': size,
    'font-weight': style.fontWeight,
    'font-style': style.fontStyle,
    'font-family': style.fontFamily,
  };
  if (style.writingMode.startsWith('vertical')) {
    const box = node.parentElement.getBoundingClientRect();
    const x = (box.left + box.right) / 2 - from.left + size * 0.35;
    const turn = `translate(${x} ${box.bottom - from.top}) rotate(-90)`;
    sheet.append(makeSvg('text', { ...look, transform: turn }, node.data));
    return;
  }
  for (const { text, box } of brokenLines(node)) {
    const y = box.top - from.top + box.height / 2 + size * 0.35;
    sheet.append(makeSvg('text', { ...look, x: box.left - from.left, y }, text.trim()));
  }
}

// A word may break after its hyphen; what is cut off below its box is left out.
function brokenLines(node) {
  const found = [];
  const parent = node.parentElement;
  const cut = getComputedStyle(parent).overflowY === 'hidden';
  const floor = cut ? parent.getBoundingClientRect().bottom + 1 : Infinity;
  const range = document.createRange();
  for (const { index, 0: piece } of node.data.matchAll(/[^\s-]+-?\s*|-\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + piece.trimEnd().length);
    const [box] = range.getClientRects();
    if (!box || box.bottom > floor) continue;
    const last = found.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += piece;
    else found.push({ text: piece, box });
  }
  return found;
}

// A drawing keeps its elements; the looks that the style sheet gives them become attributes.
function traceDrawing(sheet, drawing, from) {
  const box = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true);
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((one, place) => {
    const style = getComputedStyle(originals[place]);
    for (const name of TRACED) one.setAttribute(name, style.getPropertyValue(name));
    one.removeAttribute('class');
  });
  copy.removeAttribute('class');
  const { width, height } = box;
  const at = { x: box.left - from.left, y: box.top - from.top, width, height, overflow: 'visible' };
  for (const [name, value] of Object.entries(at)) copy.setAttribute(name, value);
  sheet.append(copy);
}
