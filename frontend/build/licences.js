// The licence texts of the packages of which something is in a bundle.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = /^(licen[cs]e|copying)/i

// What packages that ship ready bundles have taken into them, besides what esbuild sees.
export const INSIDE = {
  '@zazuko/yasgui': [
    '@fortawesome/free-solid-svg-icons', '@json2csv/formatters', '@json2csv/plainjs',
    '@tarekraafat/autocomplete.js', '@zazuko/yasgui-utils', '@zazuko/yasqe', '@zazuko/yasr',
    'autosuggest-highlight', 'blueimp-md5', 'choices.js', 'codemirror', 'column-resizer',
    'datatables.net', 'datatables.net-dt', 'dompurify', 'jquery', 'jsuri', 'lodash-es', 'n3',
    'papaparse', 'query-string', 'sortablejs', 'store',
  ],
}

export function packageOf(input) {
  const inside = input.split('node_modules/').at(-1).split('/')
  return inside.slice(0, inside[0].startsWith('@') ? 2 : 1).join('/')
}

export async function packagesOf(metafile) {
  const found = new Set()
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (!input.includes('node_modules/') || !bytesInOutput) continue
      found.add(packageOf(input))
      for (const name of INSIDE[packageOf(input)] ?? []) found.add(name)
    }
  }
  return [...found].sort()
}

export async function licenceTexts(root, names) {
  const texts = await Promise.all(names.map((name) => licenceText(join(root, 'node_modules', name), name)))
  return texts.join('\n')
}

async function licenceText(folder, name) {
  const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const files = (await readdir(folder)).filter((file) => FILE.test(file)).sort()
  const parts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const author = description.author?.name ?? description.author ?? 'its authors'
  const licence = description.license ?? 'MIT'
  const text = parts.map((part) => part.trim()).join('\n\n') || `Licence: ${licence}. Copyright ${author}.`
  return `${'='.repeat(72)}\n${name} ${description.version} (${licence})\n${'='.repeat(72)}\n${text}\n`
}
