// The answer as a file, in the form that the server writes it: asked again, so that all of it is there.
import { make } from './dom.js';
import { ask } from './server.js';

const ENDINGS = { spreadsheet: 'csv', turtle: 'ttl', ntriples: 'nt', rdfxml: 'rdf', jsonld: 'jsonld', markdown: 'md' };

export async function download(sparql, format, name) {
  const response = await ask(sparql, { format });
  const address = URL.createObjectURL(await response.blob());
  const file = `coopgraph-${name}.${ENDINGS[format] ?? format}`;
  const link = make('a', { href: address, download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return file;
}
