/**
 * Alignment beside plain Gale and Church (1993): `npm run bench:alignment -- [folder of corpora] [seeds]`. Correct pairs of
 * two corpora are joined into documents with 5% of the sentences dropped on one side, 5% split and 5% joined. A link counts
 * as right if it has exactly the sentences of the true one on both sides; links with one empty side are not counted.
 * The last weights were set on the first halves; figures of the second halves were seen while the rules were made.
 */
import { existsSync } from 'node:fs'
import { align } from '../src/alignment/align.ts'
import { galeChurch } from './alignment-gale-church.ts'
import { type Bitext, bitextOf, keyOf, type Pair, pairsOf } from './alignment-pairs.ts'

const [folder = '../shared/corpora', seeds = '3'] = process.argv.slice(2)
const share = 0.05

type Align = (bitext: Bitext) => readonly string[]

const duizhao: Align = ({ zh, en }) => align(segmentsOf(zh), segmentsOf(en), []).map((link) => keyOf(link.zh, link.en))
const aligners: readonly (readonly [string, Align])[] = [
  ['Duizhao', duizhao],
  ['Gale and Church', ({ zh, en }) => galeChurch(zh, en)],
]

function segmentsOf(texts: readonly string[]) {
  return texts.map((text, block) => ({ text, block }))
}

const isLinked = (key: string) => !key.startsWith(':') && !key.endsWith(':')

/** Precision and recall over documents, in percent, and the milliseconds they took. */
function measure(run: Align, bitexts: readonly Bitext[]): string {
  let [made, wanted, right] = [0, 0, 0]
  const start = performance.now()
  for (const bitext of bitexts) {
    const links = run(bitext).filter(isLinked)
    const truth = new Set(bitext.links.filter(isLinked))
    made += links.length
    wanted += truth.size
    right += links.filter((key) => truth.has(key)).length
  }
  const time = performance.now() - start
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`
  return `precision ${percent(right, made)}, recall ${percent(right, wanted)}, ${(time / bitexts.length).toFixed(0)} ms a document`
}

const corpora = ['official', 'quantities'].flatMap((name) => {
  const file = `${folder}/${name}/clean.jsonl`
  return existsSync(file) ? [{ name, pairs: pairsOf(file) }] : []
})
if (corpora.length === 0) console.log(`no corpora in ${folder}`)

for (const { name, pairs } of corpora) {
  const middle = Math.floor(pairs.length / 2)
  const halves: readonly (readonly [string, readonly Pair[]])[] = [
    ['first half', pairs.slice(0, middle)],
    ['second half', pairs.slice(middle)],
    ['whole', pairs],
  ]
  for (const [half, part] of halves) {
    const bitexts = Array.from({ length: Number(seeds) }, (_, at) => bitextOf(part, share, at + 1))
    console.log(`${name}, ${half}: ${part.length} pairs, ${bitexts.length} documents`)
    for (const [aligner, run] of aligners) console.log(`  ${aligner}: ${measure(run, bitexts)}`)
  }
}

const all = corpora.flatMap(({ pairs }) => pairs)
for (const length of [1_250, 2_500, 5_000]) {
  if (all.length === 0) continue
  // The corpora again where they end, which leaves fewer words that stand only once.
  const long = Array.from({ length: Math.ceil(length / all.length) }, () => all)
    .flat()
    .slice(0, length)
  console.log(`${length} pairs: ${measure(duizhao, [bitextOf(long, share, 9)])}`)
}
