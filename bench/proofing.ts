/**
 * How well English is proofread: what is found in human references, in the sample and in the real document's English,
 * and how many planted slips are caught, by kind. Reads ../shared. `--list` prints each finding, `--missed` each slip
 * that was not caught, `--british` reads as British English, `--read SEED` prints 200 references drawn by it, to read by eye.
 */
import { readFileSync } from 'node:fs'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import { readTmx } from '../src/formats/tmx.ts'
import { consistency } from '../src/proofing/consistency.ts'
import type { ProofItem } from '../src/proofing/item.ts'
import { createProofreader } from '../src/proofing/proofread.ts'
import { tokensOf } from '../src/proofing/tokens.ts'

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
    .map((line) => JSON.parse(line) as Row)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const before = performance.now()
const proofread = createProofreader({
  american: { aff: text(american.aff), dic: text(american.dic) },
  british: { aff: text(british.aff), dic: text(british.dic) },
})
console.log(`start                  ${(performance.now() - before).toFixed(0)} ms, both dictionaries`)

const read = (en: string) => proofread(en, { dialect, words: [], kind: 'paragraph' })
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`

function show(en: string, { code, severity, span, fix }: ProofItem): string {
  const around = en.slice(Math.max(0, span.from - 40), span.to + 30).replaceAll('\n', ' ')
  return `    ${severity} ${code}: ${en.slice(span.from, span.to)} → ${fix ?? ''} | ${around}`
}

function measure(name: string, rows: readonly Row[]): void {
  const started = performance.now()
  const found = rows.map(({ en }) => ({ en, items: read(en) }))
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
  if (asked('--list')) for (const { en, items } of flagged) for (const one of items) console.log(show(en, one))
}

/** A slip in the place of `from` to `to`; null where the kind does not apply to the text. */
type Slip = { readonly from: number; readonly to: number; readonly text: string }

function replaced(pattern: RegExp, slip: (word: string) => string): (en: string, random: () => number) => Slip | null {
  return (en, random) => {
    const places = [...en.matchAll(pattern)]
    const place = places[Math.floor(random() * places.length)]
    if (place === undefined) return null
    return { from: place.index, to: place.index + place[0].length, text: slip(place[0]) }
  }
}

const numbers: Readonly<Record<string, string>> = {
  is: 'are',
  are: 'is',
  was: 'were',
  were: 'was',
  has: 'have',
  have: 'has',
}
const swap = (table: Readonly<Record<string, string>>) => (word: string) => table[word] ?? word

const kinds: Readonly<Record<string, (en: string, random: () => number) => Slip | null>> = {
  'a for an, an for a': replaced(/\b(?:a|an)(?= [a-z])/g, swap({ a: 'an', an: 'a' })),
  'number of the verb': replaced(/\b(?:is|are|was|were|has|have)\b(?!n't)/g, swap(numbers)),
  '… after a pronoun': replaced(
    /(?<=\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e) )(?:is|are|was|has|have)\b/g,
    swap(numbers),
  ),
  'mark doubled': replaced(/(?<=[a-z]{2})[,;.](?= |$)/g, (mark) => `${mark}${mark}`),
  'comma before stop': replaced(/(?<=[a-z]{3})\.(?= |$)/g, () => ',.'),
  'third person after a modal': replaced(
    /(?<=\b(?:will|can|would|could|should|must) )(?:provide|include|improve|become|ensure|remain|be|have)\b/g,
    (verb) => (verb === 'be' ? 'is' : verb === 'have' ? 'has' : `${verb}s`),
  ),
  'third person after to': replaced(
    /(?<=\bto )(?:provide|improve|become|ensure|achieve|create|develop|continue|strengthen|accelerate|enhance|expand)\b/g,
    (verb) => `${verb}s`,
  ),
  'past for participle': replaced(
    /(?<=\b(?:has|have|had) )(?:taken|seen|given|grown|risen|begun|become|gone|written)\b/g,
    swap({
      taken: 'took',
      seen: 'saw',
      given: 'gave',
      grown: 'grew',
      risen: 'rose',
      begun: 'began',
      become: 'became',
      gone: 'went',
      written: 'wrote',
    }),
  ),
  'then for than': replaced(/\bthan\b/g, () => 'then'),
  "it's for its": replaced(/\bits\b(?= [a-z])/g, () => "it's"),
  'there for their': replaced(/\btheir\b/g, () => 'there'),
  'singular after these': replaced(/(?<=\b(?:[Tt]hese|several|many|various) )[a-z]{4,}[^s]s\b/g, (noun) =>
    noun.replace(/ies$/, 'y').replace(/s$/, ''),
  ),
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const letter = alphabet[Math.floor(random() * 26)] ?? 'e'
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${word.slice(0, at)}${word.slice(at + 1)}`
    case 1:
      return `${word.slice(0, at)}${letter}${word.slice(at)}`
    case 2:
      return `${word.slice(0, at)}${letter}${word.slice(at + 1)}`
    default:
      return `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`
  }
}

/** Whether something new is said within a word of where the slip is. */
function isCaught(en: string, { from, to, text: slip }: Slip): boolean {
  const planted = `${en.slice(0, from)}${slip}${en.slice(to)}`
  const touches = ({ span }: ProofItem) => span.from <= from + slip.length + 1 && span.to >= from - 1
  return (
    read(planted).filter(touches).length >
    read(en).filter(({ span }) => span.from <= to + 1 && span.to >= from - 1).length
  )
}

/** Whether a fix that is offered puts back what stood there. */
function isMended(en: string, { from, to, text: slip }: Slip): boolean {
  const planted = `${en.slice(0, from)}${slip}${en.slice(to)}`
  return read(planted).some(
    ({ span, fix }) => fix !== undefined && planted.slice(0, span.from) + fix + planted.slice(span.to) === en,
  )
}

function plant(name: string, rows: readonly Row[], slip: (en: string, random: () => number) => Slip | null): void {
  const random = chance(20260101)
  const slips = rows.flatMap(({ en }) => {
    const one = slip(en, random)
    return one === null || one.text === en.slice(one.from, one.to) ? [] : [{ en, one }]
  })
  const chosen = slips.slice(0, 500)
  const missed = chosen.filter(({ en, one }) => !isCaught(en, one))
  console.log(
    `  ${name.padEnd(28)} ${String(chosen.length - missed.length).padStart(3)} of ${String(chosen.length).padStart(3)}  ${percent(chosen.length - missed.length, chosen.length)}`,
  )
  const right = chosen.filter(({ en, one }) => isMended(en, one)).length
  console.log(`    with the right word offered ${percent(right, chosen.length)}`)
  if (asked('--missed'))
    for (const { en, one } of missed)
      console.log(
        `      ${en.slice(Math.max(0, one.from - 50), one.from)}[${one.text}]${en.slice(one.to, one.to + 40)}`,
      )
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
  const random = chance(Number(process.argv[process.argv.indexOf('--read') + 1] ?? 200))
  const shuffled = references.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at)
  for (const { row } of shuffled.slice(0, 200)) {
    console.log(`${row.id}  ${row.en}`)
    for (const one of read(row.en)) console.log(show(row.en, one))
  }
} else {
  measure('references', references)
  measure('real document', real)
  measure('sample', sample)
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
  plant('a letter, in a common word', rows, (en, random) => {
    const words = tokensOf(en).filter(({ text: word }) => common.has(word))
    const word = words[Math.floor(random() * words.length)]
    return word === undefined ? null : { from: word.from, to: word.to, text: slipped(word.text, random) }
  })
  for (const [name, slip] of Object.entries(kinds)) plant(name, rows, slip)
}
