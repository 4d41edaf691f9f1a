// What is seen as a dynamic GEXF 1.3 for Gephi: actors, one edge a fact, and when each holds.

const XML_ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': ' ', '\r': ' ', '\t': ' ' };

function xml(text) {
  const held = heldByXml(String(text));
  return held.replace(/[&<>"\n\r\t]/g, (character) => XML_ESCAPES[character]);
}

// The form is that of coopgraph.export.networks.gexf: days, intervals, a kind for each parallel edge.
const GEXF_TIME = 'mode="dynamic" timerepresentation="interval" timeformat="date"';
const GEXF_NODE = {
  kind: (node) => said(node.kind),
  side: (node) => said(legend.sides[node.side].words),
  place: (node) => said(node.place),
  iri: (node) => node.space + (node.name ?? node.id),
};
const GEXF_EDGE = {
  tie_kind: (tie) => tie.kind,
  record: (tie) => tie.rest.id,
  iri: (tie) => tie.rest.iri,
  sentence: (tie) => said(tie.rest.sentence),
  edtf: (tie) => tie.rest.edtf,
  doubt: (tie) => tie.doubts.join(' '),
};

function gexfText() {
  const shown = nodes.filter((node) => seen.nodes.has(node));
  const type = projection.directed ? 'directed' : 'undirected';
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">',
    `<meta><creator>coopgraph</creator><description>${xml(citation())}</description></meta>`,
    `<graph ${GEXF_TIME} defaultedgetype="${type}" idtype="string">`,
    gexfAttributes('node', Object.keys(GEXF_NODE)),
    gexfAttributes('edge', Object.keys(GEXF_EDGE)),
    `<nodes count="${shown.length}">`,
    ...shown.map(gexfNode),
    '</nodes>',
    `<edges count="${seen.ties.length}">`,
    ...seen.ties.map(gexfEdges()),
    '</edges>',
    '</graph>',
    '</gexf>',
  ];
  return `${parts.join('\n')}\n`;
}

function gexfAttributes(of, names) {
  const made = names.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`);
  return `<attributes class="${of}" mode="static">${made.join('')}</attributes>`;
}

function gexfValues(readers, thing) {
  const made = Object.entries(readers)
    .map(([name, read]) => [name, read(thing)])
    .filter(([, value]) => value)
    .map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`);
  return made.length ? `<attvalues>${made.join('')}</attvalues>` : '';
}

function gexfNode(node) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(nodeColour(node).slice(at, at + 2), 16));
  const spells = mergedSpells(tiesOf(node).map((tie) => gexfTime(tie.rest)));
  const own = spells.length === 1 ? timeAttributes(spells[0]) : '';
  const several = spells.map((spell) => `<spell${timeAttributes(spell)}/>`).join('');
  return (
    `<node id="${xml(node.id)}" label="${token(nameOf(node))}"${own}>${gexfValues(GEXF_NODE, node)}` +
    `${spells.length > 1 ? `<spells>${several}</spells>` : ''}` +
    `<viz:color r="${red}" g="${green}" b="${blue}"/>` +
    `<viz:position x="${tenths(1.6 * node.x)}" y="${tenths(1000 - node.y)}"/></node>`
  );
}

// Without spaces at the ends and doubled ones, as the format wants names.
function token(text) {
  return xml(text.replace(/\s+/g, ' ').trim()) || '?';
}

function tenths(value) {
  return value.toFixed(1);
}

// Parallel edges of one kind are numbered: a reader would take them for one.
function gexfEdges() {
  const often = new Map();
  return (tie) => {
    const alike = `${tie.line.id} ${tie.kind}`;
    often.set(alike, (often.get(alike) || 0) + 1);
    const kind = often.get(alike) === 1 ? tie.kind : `${tie.kind} ${often.get(alike)}`;
    const ends = `source="${xml(tie.from.id)}" target="${xml(tie.to.id)}"`;
    const [begin, end] = gexfTime(tie.rest);
    const time = begin && end && begin > end ? '' : timeAttributes([begin, end]);
    return (
      `<edge id="${xml(tie.id)}" ${ends} kind="${xml(kind)}" label="${token(said(tie.label))}" weight="1.0"${time}>` +
      `${gexfValues(GEXF_EDGE, tie)}</edge>`
    );
  };
}

// From the first to the last day on which it may hold; a side that is not known stays open.
function gexfTime(fact) {
  const [earliestBegin, , , latestEnd] = knownBounds(fact);
  return [earliestBegin || '', latestEnd || ''];
}

function timeAttributes([begin, end]) {
  return (begin && ` start="${begin}"`) + (end && ` end="${end}"`);
}

// The times in which one of the ties may hold, put together where they meet; an undated tie, or one
// open on both sides, leaves no limit.
function mergedSpells(times) {
  const merged = [];
  for (const [begin, end] of [...times].sort((a, b) => compare(a[0], b[0]))) {
    if (!begin && !end) return [];
    if (begin && end && begin > end) continue; // bounds that contradict each other: no day is possible
    const last = merged[merged.length - 1];
    if (last && (!last[1] || begin <= last[1])) last[1] = last[1] && end && (end > last[1] ? end : last[1]);
    else merged.push([begin, end]);
  }
  return merged.some(([begin, end]) => !begin && !end) ? [] : merged;
}

function downloadGexf() {
  download(new Blob([gexfText()], { type: 'application/gexf+xml' }), 'gexf');
}
