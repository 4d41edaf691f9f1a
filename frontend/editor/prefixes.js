// The prefixes of the graph: the server writes them into the page.

export const PREFIXES = JSON.parse(document.getElementById('prefixes').textContent);

export function shortened(iri) {
  for (const [prefix, base] of Object.entries(PREFIXES)) {
    const name = iri.slice(base.length);
    if (iri.startsWith(base) && /^[\w-]*$/.test(name)) return `${prefix}:${name}`;
  }
  return iri;
}
