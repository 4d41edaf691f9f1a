// Completion in the query: classes and properties that the graph has (counted in its published
// VoID), with the labels that the ontology gives them in the language of the page.
import Yasgui from '@zazuko/yasgui';
import { shortened, PREFIXES } from './prefixes.js';
import { ask, readDataset } from './server.js';
import { folded, language, words } from './words.js';

const { Yasqe, Yasr } = Yasgui;
const VOID = 'http://rdfs.org/ns/void#';
const MOST = 60;
const LABELS = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?term ?label WHERE {
  ?term rdfs:isDefinedBy <https://w3id.org/coopgraph/ns> ; rdfs:label ?label .
  FILTER(LANG(?label) = "${language}")
}`;

let terms = null; // a promise, made when the editor is first used

export function registerCompletion() {
  const prefixes = Object.entries(PREFIXES).map(([prefix, base]) => `${prefix}: <${base}>`).sort();
  Object.assign(Yasqe.Autocompleters.prefixes, { get: () => prefixes, persistenceId: null });
  for (const kind of ['class', 'property']) {
    Object.assign(Yasqe.Autocompleters[kind], {
      get: (yasqe, token) => matching(kind, token?.autocompletionString ?? ''),
      postProcessSuggestion: (yasqe, token, iri) => spelled(yasqe, iri),
      postprocessHints: (yasqe, hints) => hints.map(labelled),
      persistenceId: null,
      autoShow: true,
    });
  }
}

const labels = new Map(); // what is inserted -> { label, uses }

async function matching(kind, typed) {
  terms ??= readTerms();
  const wanted = folded(typed);
  const found = (await terms).filter((one) => one.kind === kind
    && (one.iri.startsWith(typed) || folded(one.short).startsWith(wanted) || folded(one.label).includes(wanted)));
  return found.slice(0, MOST).map((one) => one.iri);
}

function spelled(yasqe, iri) {
  const short = shortened(iri);
  return short !== iri && short.split(':')[0] in yasqe.getPrefixesFromQuery() ? short : `<${iri}>`;
}

function labelled(hint) {
  const iri = hint.text.startsWith('<') ? hint.text.slice(1, -1) : expanded(hint.text);
  const { label, uses } = labels.get(iri) ?? { label: '', uses: 0 };
  const shown = [shortened(iri), label && `– ${label}`, uses && `(${words.uses(uses)})`].filter(Boolean);
  return { ...hint, displayText: shown.join(' ') };
}

function expanded(short) {
  const [prefix, name] = short.split(':');
  return (PREFIXES[prefix] ?? '') + name;
}

async function readTerms() {
  const [counted, named] = await Promise.all([readDataset().then(countTerms), readLabels()]);
  for (const [iri, one] of counted) {
    Object.assign(one, { iri, short: shortened(iri), label: named.get(iri) ?? '' });
    labels.set(iri, { label: one.label, uses: one.uses });
  }
  return [...counted.values()].sort((a, b) => b.uses - a.uses || (a.iri < b.iri ? -1 : 1));
}

async function readLabels() {
  const { results } = await (await ask(LABELS)).json();
  return new Map(results.bindings.map((row) => [row.term.value, row.label.value]));
}

// The classes and properties of the partitions, with how often the graph has them.
function countTerms(turtle) {
  const counts = new Map();
  const named = [];
  for (const { subject, predicate, object } of readTurtle(turtle)) {
    const name = predicate.value.startsWith(VOID) && predicate.value.slice(VOID.length);
    if (name === 'class' || name === 'property') named.push([subject.value, name, object.value]);
    if (name === 'entities' || name === 'triples') counts.set(subject.value, Number(object.value));
  }
  return new Map(named.map(([part, kind, iri]) => [iri, { kind, uses: counts.get(part) ?? 0 }]));
}

// Yasr has a reader of Turtle inside that it does not export: it shows in what it makes of answers.
function readTurtle(turtle) {
  const holder = { draw() {}, storeResponse() {} };
  Yasr.prototype.setResponse.call(holder, { data: turtle, contentType: 'text/turtle' });
  holder.results.getAsJson();
  return holder.results.getStatements() ?? [];
}
