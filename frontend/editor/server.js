// What the page asks of the server that it came from, and of nobody else.
import { language, words } from './words.js';

const ANSWERS = 'application/sparql-results+json, text/turtle;q=0.9';

export class Refusal extends Error {
  constructor(text, place = null) {
    super(text);
    this.place = place;
  }
}

export async function ask(sparql, { signal, format } = {}) {
  const body = new URLSearchParams({ query: sparql });
  if (format) body.set('format', format);
  const headers = format ? {} : { Accept: ANSWERS };
  return answered(`/sparql?lang=${language}`, { method: 'POST', body, headers, signal });
}

export async function readQuestions() {
  return (await answered('/questions.json')).json();
}

export async function boundSparql(id, values) {
  const pairs = new URLSearchParams({ ...values, lang: language });
  return (await answered(`/questions/${encodeURIComponent(id)}/sparql?${pairs}`)).text();
}

export async function suggest(parameter, text, signal) {
  const place = parameter.kind === 'concept' ? { scheme: parameter.targets[0] } : { tables: parameter.targets.join(',') };
  const pairs = new URLSearchParams({ ...place, q: text, lang: language });
  return (await answered(`/suggest?${pairs}`, { signal })).json();
}

export async function readDataset() {
  return (await answered('/void.ttl')).text();
}

async function answered(address, options = {}) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(words.unreachable);
  }
  if (response.ok) return response;
  throw await refusal(response);
}

async function refusal(response) {
  try {
    const problem = await response.json();
    const text = problem[`detail_${language}`] ?? problem.detail ?? words.failed;
    return new Refusal(text, problem.line ? { line: problem.line, column: problem.column } : null);
  } catch {
    return new Refusal(`${words.failed} (${response.status})`);
  }
}
