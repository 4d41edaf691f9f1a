// YASGUI as it ships holds things that a page of ours must not: a list of prefixes from the public
// with advertisements in it, addresses of services elsewhere, eval in an old polyfill, and style
// elements that our content policy refuses. They are taken out here; a text that is no longer found
// stops the build, so that a new version is looked at again.
import { readFile } from 'node:fs/promises'

const OUT = [
  // the bundled prefixes (ours come from main.js): names with their addresses, then the table
  [/(\n\}), madsrdf = "http.*?\n\}, tokenTypes = \{/s, '$1, prefixes_default = {}, tokenTypes = {'],
  [/eval\("\(" \+ text \+ "\)"\)/g, '(() => { throw SyntaxError("JSON.parse") })()'],
  [/(l\(this, "createStyle", \(function\(e, n\) \{)/g, '$1 return;'],
  [/"https:\/\/dbpedia\.org\/sparql"/g, '"/sparql"'],
  [/"https:\/\/query\.wikidata\.org\/bigdata\/namespace\/wdq\/sparql"/g, '"/sparql"'],
  [/`\$\{r\}lov\.linkeddata\.es\/dataset\/lov\/api\/v2\/autocomplete\/terms\?/g, '`/suggest?'],
  [/"https:\/\/docs\.triply\.cc\/yasgui\/"/g, '"/query?plain"'],
  [/\n\/\/# sourceMappingURL=.*/g, ''],
]

export const cleanYasgui = {
  name: 'clean-yasgui',
  setup(build) {
    build.onLoad({ filter: /yasgui\.esm\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const [pattern, instead] of OUT) {
        const cleaned = contents.replace(pattern, instead)
        if (cleaned === contents) throw new Error(`not in YASGUI any more: ${pattern}`)
        contents = cleaned
      }
      return { contents, loader: 'js' }
    })
  },
}
