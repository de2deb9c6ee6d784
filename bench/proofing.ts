/**
 * How well English is proofread: what is found in human references, in the sample and in the real document's English,
 * and how many planted slips are caught, by kind. Reads ../shared. `--list` prints each finding, `--missed` each slip
 * that was not caught, `--british` reads as British English, `--read SEED` prints 200 references drawn by it, to read by
 * eye, `--harper` reads all of it with Harper too, with 100 slips of a kind (see `proofing-harper.ts`).
 */
import { readFileSync } from 'node:fs'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import { readTmx } from '../src/formats/tmx/read-tmx.ts'
import { tokensOf } from '../src/language/english/tokens.ts'
import { consistency } from '../src/proofing/consistency.ts'
import type { ProofItem } from '../src/proofing/proof-item.ts'
import { createProofreader } from '../src/proofing/proofread.ts'
import { openHarper } from './proofing-harper.ts'
import { kinds, type Slip, slipped } from './proofing-slips.ts'
import wrongFindings from './proofing-wrong-findings.json' with { type: 'json' }
import { createRandom } from './random.ts'

interface Row {
  readonly id: string
  readonly en: string
}

const asked = (name: string) => process.argv.includes(name)
const dialect = asked('--british') ? 'british' : 'american'
const shared = new URL('../../shared/', import.meta.url)
const rowsOf = (name: string) =>
  readFileSync(new URL(name, shared), 'utf8')
    .trim()
    .split('\n')
    // biome-ignore lint/plugin/no-cast: the corpus has this form
    .map((line) => JSON.parse(line) as Row)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const before = performance.now()
const { proofread } = createProofreader({
  american: { aff: text(american.aff), dic: text(american.dic) },
  british: { aff: text(british.aff), dic: text(british.dic) },
})
console.log(`start                  ${(performance.now() - before).toFixed(0)} ms, both dictionaries`)

/** A proofreader under a name. */
interface Reader {
  readonly name: string
  read(en: string): readonly Found[] | Promise<readonly Found[]>
}
type Found = Pick<ProofItem, 'code' | 'severity' | 'span' | 'fix'> & Partial<ProofItem>

const read = (en: string) => proofread(en, { dialect, words: [], kind: 'paragraph' })
const ours: Reader = { name: 'Duizhao', read }
/** What was found in the references and is no slip: every finding in them was read by eye. */
const knownWrong = new Set(wrongFindings.map(({ found }) => found))
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`

function show(en: string, { code, severity, span, fix }: Found): string {
  const around = en.slice(Math.max(0, span.from - 40), span.to + 30).replaceAll('\n', ' ')
  return `    ${severity} ${code}: ${en.slice(span.from, span.to)} → ${fix ?? ''} | ${around}`
}

async function measure(name: string, rows: readonly Row[], { read }: Reader = ours): Promise<void> {
  const started = performance.now()
  const found: { readonly en: string; readonly items: readonly Found[] }[] = []
  for (const { en } of rows) found.push({ en, items: await read(en) })
  const each = (performance.now() - started) / rows.length
  const codes = new Map<string, number>()
  for (const code of found.flatMap(({ items }) => [...new Set(items.map((item) => item.code))]))
    codes.set(code, (codes.get(code) ?? 0) + 1)
  const flagged = found.filter(({ items }) => items.length > 0)
  const warned = found.filter(({ items }) => items.some(({ severity }) => severity === 'warning'))
  console.log(`${name.padEnd(22)} ${rows.length} texts, ${each.toFixed(2)} ms each`)
  console.log(`  with a warning       ${warned.length}  ${percent(warned.length, rows.length)}`)
  console.log(`  with any finding     ${flagged.length}  ${percent(flagged.length, rows.length)}`)
  for (const [code, count] of [...codes].sort(([, a], [, b]) => b - a))
    console.log(`    ${code.padEnd(20)} ${count} texts`)
  const wrong = flagged.filter(({ items }) => items.some(({ params }) => knownWrong.has(params?.found ?? '')))
  if (read === ours.read)
    console.log(
      `  with a wrong one     ${wrong.length}  ${percent(wrong.length, rows.length)}, by the list of those read`,
    )
  if (asked('--list')) for (const { en, items } of flagged) for (const one of items) console.log(show(en, one))
}

/** Whether something new is said within a word of where the slip is. */
async function isCaught(en: string, { from, to, text: slip }: Slip, { read }: Reader): Promise<boolean> {
  const planted = `${en.slice(0, from)}${slip}${en.slice(to)}`
  const touches = ({ span }: Found) => span.from <= from + slip.length + 1 && span.to >= from - 1
  const [after, before] = [await read(planted), await read(en)]
  return after.filter(touches).length > before.filter(({ span }) => span.from <= to + 1 && span.to >= from - 1).length
}

/** Whether a fix that is offered puts back what stood there. */
async function isMended(en: string, { from, to, text: slip }: Slip, { read }: Reader): Promise<boolean> {
  const planted = `${en.slice(0, from)}${slip}${en.slice(to)}`
  return (await read(planted)).some(
    ({ span, fix }) => fix !== undefined && planted.slice(0, span.from) + fix + planted.slice(span.to) === en,
  )
}

async function plant(
  name: string,
  rows: readonly Row[],
  slip: (en: string, random: () => number) => Slip | null,
  readers: readonly Reader[],
): Promise<void> {
  const random = createRandom(20260101)
  const slips = rows.flatMap(({ en }) => {
    const one = slip(en, random)
    return one === null || one.text === en.slice(one.from, one.to) ? [] : [{ en, one }]
  })
  const chosen = slips.slice(0, readers.length > 1 ? 100 : 500)
  for (const reader of readers) {
    const missed: typeof chosen = []
    let right = 0
    for (const planted of chosen) {
      if (!(await isCaught(planted.en, planted.one, reader))) missed.push(planted)
      if (await isMended(planted.en, planted.one, reader)) right += 1
    }
    const caught = chosen.length - missed.length
    const of = readers.length > 1 ? `${reader.name}: ` : ''
    console.log(
      `  ${name.padEnd(28)} ${of}${String(caught).padStart(3)} of ${String(chosen.length).padStart(3)}  ${percent(caught, chosen.length)}, ${percent(right, chosen.length)} with the right word offered`,
    )
    if (asked('--missed'))
      for (const { en, one } of missed)
        console.log(
          `      ${en.slice(Math.max(0, one.from - 50), one.from)}[${one.text}]${en.slice(one.to, one.to + 40)}`,
        )
  }
}

/** Words of six letters and more that stand at least three times in the references, in small letters. */
function commonWords(rows: readonly Row[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { en } of rows)
    for (const { text: word } of tokensOf(en))
      if (/^[a-z]{6,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([word]) => word))
}

const references = rowsOf('corpora/quantities/clean.jsonl')
const real = rowsOf('golden/press-conference.en.jsonl')
const tmx = readTmx(readFileSync(new URL('../samples/press-conference.tmx', import.meta.url)))
const sample = 'pairs' in tmx ? tmx.pairs.map(({ source, target }) => ({ id: source, en: target })) : []

if (asked('--read')) {
  const random = createRandom(Number(process.argv[process.argv.indexOf('--read') + 1] ?? 200))
  const shuffled = references.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at)
  for (const { row } of shuffled.slice(0, 200)) {
    console.log(`${row.id}  ${row.en}`)
    for (const one of read(row.en)) console.log(show(row.en, one))
  }
} else {
  await measure('references', references)
  await measure('real document', real)
  await measure('sample', sample)
  const harper = asked('--harper') ? await openHarper(dialect) : null
  const readers: Reader[] = [ours]
  if (harper !== null) {
    readers.push({ name: 'Harper', read: (en) => harper(en, true) })
    await measure('references, by Harper', references, readers[1])
    await measure('… without its spelling', references, { name: '', read: (en) => harper(en, false) })
  } else if (asked('--harper')) console.log('harper.js is not here: npm i --no-save harper.js')
  for (const [name, rows] of [
    ['real document', real],
    ['sample', sample],
  ] as const) {
    const segments = rows.map(({ id, en }) => ({ segment: id, kind: 'paragraph' as const, text: en }))
    console.log(`consistency            ${name}: ${consistency(segments, dialect).length}`)
  }
  const mixed = references
    .map((row, index) => ({ row, at: (index * 7919) % references.length }))
    .sort((a, b) => a.at - b.at)
  const rows = [...real, ...sample, ...mixed.map(({ row }) => row)]
  const common = commonWords(rows)
  console.log('planted slips caught')
  const letter = (en: string, random: () => number): Slip | null => {
    const words = tokensOf(en).filter(({ text: word }) => common.has(word))
    const word = words[Math.floor(random() * words.length)]
    return word === undefined ? null : { from: word.from, to: word.to, text: slipped(word.text, random) }
  }
  await plant('a letter, in a common word', rows, letter, readers)
  for (const [name, slip] of Object.entries(kinds)) await plant(name, rows, slip, readers)
}
