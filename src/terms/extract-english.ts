import type { MemoryPair } from '../model/match.ts'
import type { Candidate } from './extract.ts'
import { foldSource } from './fold-source.ts'
import { type Word, wordsOf } from './words.ts'

/** English for a form, as translators wrote it in the pairs given; `score` is Dice's coefficient, 1 at most. */
export interface ProposedEnglish {
  readonly english: string
  readonly score: number
  readonly pairs: readonly MemoryPair[]
}

const longestPhrase = 8
const leastDice = 0.75
/** χ² with one degree of freedom, at one in a hundred. */
const leastChiSquare = 6.63
/** Two phrases nearer than this, neither within the other, leave it open which is meant. */
const leastLead = 0.12
const pairsKept = 5
/** Pairs looked at word by word, with the form and without, spread over the memory: enough to be sure, soon read. */
const mostHaving = 300
const mostOthers = 20_000
/** Words that no proposal begins or ends with. */
const weak = new Set(
  'a an the of in on at to for from by with and or but as is are was were be been has have had it its this that these those we our us i you he she they them their his her will would can could may not no so also into than then there here which who what when where how more most such very all some any each both about over under up out s'.split(
    ' ',
  ),
)

/**
 * The English that pairs of a memory have for a form: the phrase of up to eight words that stands in the pairs whose
 * source contains the form, and hardly elsewhere. Null unless sure: at least two different pairs, of which not all
 * have the form inside one longer string, nor all another string beside it that hardly stands elsewhere; Dice and χ²
 * above a threshold; and no other phrase nearly as close. A pair
 * whose source is the form and nothing else decides by itself; two such that differ leave it open. Linear in the pairs.
 */
export function proposeEnglish(
  candidate: Pick<Candidate, 'form'>,
  pairs: readonly MemoryPair[],
): ProposedEnglish | null {
  const form = foldSource(candidate.form)
  if (form === '') return null
  const [all, without]: [MemoryPair[], MemoryPair[]] = [[], []]
  for (const pair of pairs) (foldSource(pair.source).includes(form) ? all : without).push(pair)
  const distinct = [...new Map(all.map((pair) => [`${pair.source}\n${pair.target}`, pair] as const)).values()]
  const having = spread(distinct, mostHaving)
  const others = spread(without, mostOthers)

  const whole = distinct.filter((pair) => foldSource(pair.source).trim() === form)
  const renderings = new Set(whole.map(({ target }) => target.trim()))
  const [only] = renderings
  if (renderings.size === 1 && only) return { english: only, score: 1, pairs: having.slice(0, pairsKept) }
  if (renderings.size > 1 || having.length < 2 || isAlwaysPart(form, having) || hasCompanion(form, having, others))
    return null

  const best = closest(having, others)
  return best === null ? null : { ...best, pairs: having.slice(0, pairsKept) }
}

function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T)
}

/** Whether the same character stands beside the form wherever it occurs: the English could be that of a longer term. */
function isAlwaysPart(form: string, having: readonly MemoryPair[]): boolean {
  const [before, after] = [new Set<string>(), new Set<string>()]
  for (const { source } of having) {
    const folded = foldSource(source)
    for (let at = folded.indexOf(form); at !== -1; at = folded.indexOf(form, at + 1)) {
      before.add(neighbour(folded[at - 1], before.size))
      after.add(neighbour(folded[at + form.length], after.size))
    }
  }
  return before.size === 1 || after.size === 1
}

/** A mark, or the edge of the text, is a neighbour of its own each time. */
function neighbour(unit: string | undefined, number: number): string {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit) ? unit : `${number} ${unit}`
}

/** Whether other Chinese goes with the form through the pairs: the English could be that of the other. */
function hasCompanion(form: string, having: readonly MemoryPair[], others: readonly MemoryPair[]): boolean {
  const [first = new Set<string>(), ...rest] = having.map(({ source }) => bigramsOf(foldSource(source), form))
  const shared = [...first].filter((bigram) => rest.every((bigrams) => bigrams.has(bigram)))
  return shared.some((bigram) => {
    const elsewhere = others.reduce((count, { source }) => count + (source.includes(bigram) ? 1 : 0), 0)
    return (2 * having.length) / (2 * having.length + elsewhere) >= leastDice
  })
}

function bigramsOf(source: string, form: string): Set<string> {
  const bigrams = new Set<string>()
  for (const [run] of source.replaceAll(form, '\n').matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 2 <= run.length; at++) bigrams.add(run.slice(at, at + 2))
  return bigrams
}

interface Phrase {
  readonly key: string
  readonly english: string
  readonly dice: number
}

function closest(
  having: readonly MemoryPair[],
  others: readonly MemoryPair[],
): { english: string; score: number } | null {
  const met = new Map<string, Map<string, number>>()
  for (const { target } of having) {
    for (const [key, surface] of phrasesOf(target)) {
      const surfaces = met.get(key) ?? new Map<string, number>()
      surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1)
      met.set(key, surfaces)
    }
  }
  const counts = new Map<string, number>()
  for (const [key, surfaces] of met) {
    const count = [...surfaces.values()].reduce((sum, times) => sum + times, 0)
    if (count >= 2 && (2 * count) / (having.length + count) >= leastDice) counts.set(key, count)
  }
  if (counts.size === 0) return null
  const elsewhere = new Map<string, number>()
  for (const { target } of others)
    for (const key of keysOf(wordsOf(target), counts)) elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1)

  const phrases: Phrase[] = []
  for (const [key, count] of counts) {
    const other = elsewhere.get(key) ?? 0
    const dice = (2 * count) / (having.length + count + other)
    if (dice < leastDice || chiSquare(count, having.length, other, others.length) < leastChiSquare) continue
    phrases.push({ key, english: commonest(met.get(key) as Map<string, number>), dice })
  }
  // The longest of those that are closest: what is within it says less.
  phrases.sort((a, b) => b.dice - a.dice || b.key.length - a.key.length || (a.key < b.key ? -1 : 1))
  const [first] = phrases
  if (first === undefined) return null
  const rival = phrases.find(({ key, dice }) => first.dice - dice < leastLead && !isWithin(key, first.key))
  return rival === undefined ? { english: first.english, score: first.dice } : null
}

function isWithin(part: string, whole: string): boolean {
  return ` ${whole} `.includes(` ${part} `)
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  const surface = [...surfaces].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? ''
  return surface.replace(/['’]s$|["“”]/g, '')
}

/** Every phrase of a text once, by its words in lower case without the plural; as it is written. */
function phrasesOf(target: string): ReadonlyMap<string, string> {
  const words = wordsOf(target)
  const phrases = new Map<string, string>()
  for (const { first, last, key } of stretchesOf(words)) {
    if (!phrases.has(key)) phrases.set(key, target.slice((words[first] as Word).from, (words[last] as Word).to))
  }
  return phrases
}

function keysOf(words: readonly Word[], wanted: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { key } of stretchesOf(words)) if (wanted.has(key)) keys.add(key)
  return keys
}

function* stretchesOf(words: readonly Word[]): Generator<{ first: number; last: number; key: string }> {
  const stems = words.map(({ text }) => stemOf(text))
  for (let first = 0; first < words.length; first++) {
    if (weak.has(stems[first] as string)) continue
    let key = ''
    for (let last = first; last < Math.min(words.length, first + longestPhrase); last++) {
      // A mark other than a hyphen ends the phrase.
      if (last > first && (words[last] as Word).gap !== ' ') break
      key += `${last > first ? ' ' : ''}${stems[last]}`
      if (!weak.has(stems[last] as string)) yield { first, last, key }
    }
  }
}

function stemOf(word: string): string {
  const lower = word.toLowerCase().replace(/'s$/, '')
  return /[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1).replace(/ie$/, 'y') : lower
}

/** Of the table: form and phrase, form without, phrase without, neither; pairs as the events. */
function chiSquare(both: number, having: number, other: number, others: number): number {
  const all = having + others
  const withPhrase = both + other
  const difference = both * (others - other) - other * (having - both)
  const product = having * others * withPhrase * (all - withPhrase)
  return product === 0 ? 0 : (all * difference * difference) / product
}
