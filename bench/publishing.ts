/**
 * Bytes and time of published pages, beside the figures that a mock-up of the same page reached (20 sentences: 10.9 KB
 * under brotli with style and script in the page; 1,000 sentences: about 195 KB extrapolated; rendering 1,000 rows:
 * 19 ms by preact-render-to-string, 5.6 ms by @kitajs/html). Texts: `../shared`, the same document as the mock-up's,
 * and a corpus of 1,000 different pairs; neither is part of the project.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Release, ReleaseRow } from '../src/model/release.ts'
import { type Given, sampleRelease, sampleSettings, signed } from '../src/publishing/fixtures/release.ts'
import { renderWhole } from '../src/publishing/fixtures/render-here.ts'
import type { PageContext } from '../src/publishing/pages/context.ts'
import { renderPage } from '../src/publishing/pages/document-page.ts'
import { outlineOf } from '../src/publishing/pages/outline.ts'
import { partsOfText } from '../src/publishing/pages/text-parts.ts'
import { verifySite } from '../src/publishing/verify/verify-site.ts'
import { calendarOf } from '../src/publishing/words/dates.ts'
import { wordsOf } from '../src/publishing/words/words.ts'
import { bundleSiteAssets } from '../src/server/site-assets.ts'

interface Pair {
  readonly id: string
  readonly zh: string
  readonly en: string
}

const shared = new URL('../../shared/', import.meta.url)
if (!existsSync(shared)) {
  console.log('No ../shared here: nothing to measure with.')
  process.exit(0)
}

const { privateKey } = generateKeyPairSync('ed25519')
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const given: Given = {
  digest,
  signer: { key: 'k', sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') },
}

const assets = await bundleSiteAssets()

function pairs(file: string): readonly Pair[] {
  const lines = readFileSync(new URL(file, shared), 'utf8').trim().split('\n')
  // biome-ignore lint/plugin/no-cast: the corpus has this form
  return lines.map((line) => JSON.parse(line) as Pair)
}

/** A release of these pairs, four sentences a block, with the sample's record. */
function releaseOf(sentences: readonly Pair[]): Release {
  const { signOff: _signOff, ...sample } = sampleRelease(given)
  const [template] = sample.rows
  if (!template) throw new Error('the sample is empty')
  const rows = sentences.map(({ zh, en }, i): ReleaseRow => {
    const block = `b${Math.floor(i / 4) + 1}`
    return { ...template, id: `${block}.s${(i % 4) + 1}`, block, source: zh, target: en }
  })
  const blocks = [...new Set(rows.map(({ block }) => block))].map((id) => ({ id, kind: 'paragraph' as const }))
  return signed(given, { ...sample, document: 'bench', rows, blocks, figures: [], waivers: [] })
}

function siteOf(release: Release): ReadonlyMap<string, string> {
  return renderWhole({
    releases: [release],
    settings: sampleSettings,
    assets,
    downloads: () => ({ xlf: '', tmx: '' }),
    fingerprintOf: (key) => key,
    ...given,
  }).files
}

const packed = (text: string) =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  }).length
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

function median(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  })
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0
}

function report(name: string, release: Release): void {
  const files = siteOf(release)
  const of = (ending: string) => [...files].find(([path]) => path.endsWith(ending))?.[1] ?? ''
  const page = files.get('d/bench/v1/index.html') ?? ''
  const texts = release.rows.map(({ source, target }) => `${source}\n${target}\n`).join('')
  console.log(
    `${name}: page ${kilobytes(Buffer.byteLength(page))}, brotli ${kilobytes(packed(page))}; style ${kilobytes(packed(of('.css')))}, ` +
      `script ${kilobytes(packed(of('.js')))}; the bare texts ${kilobytes(packed(texts))}`,
  )
}

const real = pairs('golden/press-conference.en.jsonl')
const clean = pairs('corpora/quantities/clean.jsonl').slice(0, 1000)
const thousand = releaseOf(clean)
report('20 sentences of the press conference', releaseOf(real.slice(6, 26)))
report('187 sentences of the press conference', releaseOf(real))
report('1,000 sentences of the corpus', thousand)
console.log(
  `whole site of 1,000 sentences, seven pages, hashes and seals: ${median(() => siteOf(thousand), 9).toFixed(1)} ms`,
)
const outline = outlineOf(thousand)
const context: PageContext = {
  release: thousand,
  releases: [thousand],
  withdrawals: [],
  latest: false,
  page: { type: 'whole' },
  outline,
  parts: partsOfText(outline),
  words: wordsOf('both'),
  calendar: calendarOf('Asia/Shanghai', 'american'),
  settings: sampleSettings,
  digest,
  fingerprintOf: (key) => key,
}
const rendering = median(() => renderPage(context, { style: 'style.css', script: 'page.js' }), 21)
console.log(`the parallel page of 1,000 sentences: ${rendering.toFixed(1)} ms`)
const files = new Map([...siteOf(thousand)].map(([path, text]) => [path, new TextEncoder().encode(text)]))
const verifier = { digest, verifySignature: () => true, fingerprintOf: (key: string) => key }
console.log(`verifying it: ${median(() => verifySite((path) => files.get(path) ?? null, verifier), 9).toFixed(1)} ms`)
