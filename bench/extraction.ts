/**
 * How many terms the extraction finds, beside jieba's TF-IDF and TextRank in the same run: of the real document against
 * the terms of ../shared/golden, of the sample and of a text on another matter against lists of our own; and, for the
 * real document, what English is proposed from its memory.
 *
 * A term of the golden list is found when one of its forms is among the candidates. Forms: a slash separates forms
 * (一产/二产/三产); what is in brackets may stand or fall (曹西(村)). Quotation marks, blanks, width and case make no
 * difference, on either side.
 *
 * The weights were fitted on the real document and the sample. Fitted on one half of the real document instead, they
 * find three to four in a hundred terms fewer in the other half. They were never fitted on the third text. The lists of
 * general words were made longer with an eye on three published texts of other matters (a province's ten years, a trade
 * agreement, a flood), which are not here; so the real document is a kind of text that is known, and another does worse.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Jieba, TfIdf } from '@node-rs/jieba'
import { dict, idf } from '@node-rs/jieba/dict.js'
import { readTmx } from '../src/formats/tmx/read-tmx.ts'
import counts from '../src/terms/extraction/background.json' with { type: 'json' }
import { noBackground, readBackground } from '../src/terms/extraction/background.ts'
import { proposeEnglish } from '../src/terms/extraction/english.ts'
import { extractCandidates } from '../src/terms/extraction/extract.ts'

type Forms = readonly string[]
interface Judged {
  readonly name: string
  readonly text: string
  readonly terms: readonly Forms[]
  readonly limits: readonly number[]
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/["'“”‘’\s]/g, '')
    .toLowerCase()

function formsOf(term: string): Forms {
  return plain(term)
    .split('/')
    .flatMap((form) => [form.replace(/[()]/g, ''), form.replace(/\([^)]*\)/g, '')])
}

const fixture = (name: string): string => `../src/terms/extraction/fixtures/${name}`
const listed = (name: string): readonly Forms[] => read(fixture(name)).trim().split('\n').map(formsOf)
const golden = '../../shared/golden/press-conference'

const judged: Judged[] = [
  {
    name: 'sample',
    text: read('../samples/press-conference.zh.txt'),
    terms: listed('sample.terms.txt'),
    limits: [40, 80, 160],
  },
  {
    name: 'harbour',
    text: read(fixture('harbour.zh.txt')),
    terms: listed('harbour.terms.txt'),
    limits: [50, 100, 200],
  },
]
if (existsSync(new URL(`${golden}.terms.tsv`, import.meta.url))) {
  const rows = read(`${golden}.terms.tsv`).trim().split('\n').slice(1)
  judged.unshift({
    name: 'real document',
    text: read('../../shared/input/press-conference.zh.txt'),
    terms: rows.map((row) => formsOf(row.split('\t')[0] ?? '')),
    limits: [200, 400, 800],
  })
} else console.log('../shared is absent: the real document is left out\n')

const jieba = Jieba.withDict(dict)
const tfIdf = TfIdf.withDict(idf)

function byTfIdf(text: string, limit: number): readonly string[] {
  return tfIdf.extractKeywords(jieba, text, limit).map(({ keyword }) => keyword)
}

/** R. Mihalcea and P. Tarau, "TextRank", EMNLP 2004, with the tags, window (5), damping and passes of jieba's own. */
function byTextRank(text: string, limit: number): readonly string[] {
  const words = jieba.tag(text)
  const fits = ({ word, tag }: { word: string; tag: string }): boolean =>
    ['n', 'ns', 'vn', 'v'].includes(tag) && word.trim().length >= 2
  const edges = new Map<string, Map<string, number>>()
  const join = (a: string, b: string): void => {
    const ends = edges.get(a) ?? new Map<string, number>()
    edges.set(a, ends.set(b, (ends.get(b) ?? 0) + 1))
  }
  for (const [at, one] of words.entries()) {
    if (!fits(one)) continue
    for (const other of words.slice(at + 1, at + 5)) {
      if (!fits(other)) continue
      join(one.word, other.word)
      join(other.word, one.word)
    }
  }
  const weightOf = new Map(
    [...edges].map(([word, ends]) => [word, [...ends.values()].reduce((sum, weight) => sum + weight, 0)]),
  )
  let ranks = new Map([...edges.keys()].map((word) => [word, 1 / edges.size]))
  for (let pass = 0; pass < 10; pass++) {
    ranks = new Map(
      [...edges].map(([word, ends]) => {
        let sum = 0
        for (const [end, weight] of ends) sum += (weight / (weightOf.get(end) ?? 1)) * (ranks.get(end) ?? 0)
        return [word, 0.15 + 0.85 * sum]
      }),
    )
  }
  return [...ranks]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([word]) => word)
}

const background = readBackground(counts)
const ways: readonly (readonly [string, (text: string, limit: number) => readonly string[]])[] = [
  ['Duizhao', (text, limit) => extractCandidates([text], { background, excluded: [], limit }).map(({ form }) => form)],
  [
    '  without background',
    (text, limit) =>
      extractCandidates([text], { background: noBackground, excluded: [], limit }).map(({ form }) => form),
  ],
  ['jieba TF-IDF', byTfIdf],
  ['jieba TextRank', byTextRank],
]

function found(candidates: readonly string[], terms: readonly Forms[]): number {
  const forms = new Set(candidates.map(plain))
  return terms.filter((term) => term.some((form) => forms.has(form))).length
}

for (const { name, text, terms, limits } of judged) {
  const within = plain(text)
  const literal = terms.filter((term) => term.some((form) => within.includes(form))).length
  console.log(`${name}: ${terms.length} terms, ${literal} stand in the text as written; found among the first`)
  console.log(`${''.padEnd(22)}${limits.map((limit) => String(limit).padStart(14)).join('')}`)
  for (const [way, extract] of ways) {
    const cells = limits.map((limit) => {
      const count = found(extract(text, limit), terms)
      return `${count} (${((100 * count) / terms.length).toFixed(1)}%)`.padStart(14)
    })
    console.log(`${way.padEnd(22)}${cells.join('')}`)
  }
  console.log()
}

const [real] = judged
if (real?.name === 'real document') {
  const memory = readTmx(readFileSync(new URL(`${golden}.tmx`, import.meta.url)))
  if ('pairs' in memory) {
    const english = new Map(
      read(`${golden}.terms.tsv`)
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
        .flatMap(([zh = '', en = '']) => formsOf(zh).map((form) => [form, en.toLowerCase()] as const)),
    )
    const candidates = extractCandidates([real.text], { background, excluded: [], limit: 800 }).map(({ form }) => form)
    const proposals = [...proposeEnglish(candidates, memory.pairs)].map(([zh, { english: en }]) => ({ zh, en }))
    const known = proposals.filter(({ zh }) => english.has(plain(zh)))
    const right = known.filter(({ zh, en }) => english.get(plain(zh))?.includes(en.toLowerCase().replace(/s$/, '')))
    console.log(`English proposed from the memory of the real document for ${proposals.length} of 800 candidates,`)
    console.log(`of which ${known.length} are terms of the list; as the list has it: ${right.length}`)
    if (process.argv.includes('--list'))
      for (const { zh, en } of proposals)
        console.log(`  ${right.some((one) => one.zh === zh) ? '=' : english.has(plain(zh)) ? '≠' : ' '} ${zh}  ${en}`)
    console.log()
  }
  const copies = 31
  const megabyte = Array.from({ length: copies }, () => real.text).join('\n')
  const start = performance.now()
  extractCandidates([megabyte], { background, excluded: [], limit: 800 })
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${(Buffer.byteLength(megabyte) / 1e6).toFixed(1)} MB (the document ${copies} times): ${seconds.toFixed(1)} s`,
  )
}
