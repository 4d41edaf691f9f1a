// Makes all files that the Python package takes from here: `node build/main.js FOLDER`.
// FOLDER gets editor/… and page/…; the build hook of the package puts them into their places.
import { build } from 'esbuild'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeLand } from './land.js'
import { cleanYasgui } from './clean_yasgui.js'
import { licenceTexts, packagesOf } from './licences.js'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
}

async function makeSigma(folder) {
  const made = await build({
    ...COMMON,
    entryPoints: ['sigma/kit.js'],
    globalName: 'SigmaKit',
    outfile: 'sigma.js',
    conditions: ['module'],
  })
  const licences = await licenceTexts(ROOT, await packagesOf(made.metafile))
  // the whole licences go into the file: a page that is sent around carries them along
  const comment = `/*!\n${licences.replaceAll('*/', '* /').replaceAll('</', '< /')}*/\n`
  await put(join(folder, 'page/sigma.js'), comment + forInline(made.outputFiles[0].text))
}

// A page has the script between its tags: nothing in it may look like the end of one.
function forInline(text) {
  return text.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
}

async function makeEditor(folder) {
  const made = await build({
    ...COMMON,
    entryPoints: [{ in: 'editor/main.js', out: 'editor' }],
    outdir: 'out',
    plugins: [cleanYasgui],
  })
  for (const file of made.outputFiles) {
    await put(join(folder, 'editor', file.path.split('/').at(-1)), file.text)
  }
  const licences = await licenceTexts(ROOT, await packagesOf(made.metafile))
  await put(join(folder, 'editor/editor.licences.txt'), licences)
}

async function put(path, text) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

const folder = resolve(process.argv[2] ?? 'out')
await Promise.all([
  makeSigma(folder),
  makeEditor(folder),
  makeLand().then((land) => put(join(folder, 'page/land.json'), `${JSON.stringify(land)}\n`)),
])
