import { comparable, foldLookalikes } from '../../language/text/fold.ts'
import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import { createFormTree } from '../recognition/form-tree.ts'
import { indexPhrases, type PhraseIndex, phrasesOf } from './english-index.ts'
import { spread } from './spread.ts'

/**
 * English for a form, as translators wrote it. `alone`: the source of a pair is exactly the form. `among`: the phrase is
 * in `pairs` of the `of` different pairs that have the form, and in few others. `score` is Dice's coefficient, at
 * most 1.
 */
export interface ProposedEnglish {
  readonly english: string
  readonly found: 'alone' | 'among'
  readonly pairs: number
  readonly of: number
  readonly score: number
}

type Pair = Pick<MemoryPair, 'source' | 'target'>

const leastDice = 0.75
/** χ² with one degree of freedom at a significance of 1 %. */
const leastChiSquare = 6.63
/** Least difference in Dice's coefficient to another phrase, unless one contains the other; below it neither is proposed. */
const leastLead = 0.12
/** How many pairs of one form are searched for phrases, spread evenly over all of them. */
const mostRead = 300

/**
 * The English that the pairs of a memory have for each form: the phrase of up to eight words that occurs in the pairs
 * whose source contains the form, and in few others. Proposes only with strong evidence: at least two different pairs
 * have the form; it is not always inside one longer string, nor always beside another string that is rare elsewhere;
 * Dice and χ² are above a threshold; and no other phrase is nearly as close. A pair whose source is exactly the form
 * decides alone; two such pairs that differ propose nothing. Linear in the pairs and in the forms.
 */
export function proposeEnglish(forms: readonly string[], pairs: readonly Pair[]): ReadonlyMap<string, ProposedEnglish> {
  const distinct = [...new Map(pairs.map((pair) => [`${pair.source}\n${pair.target}`, pair])).values()]
  const sources = distinct.map(({ source }) => comparable(source))
  const targets = distinct.map(({ target }) => foldLookalikes(target).text)
  const folded = forms.map(comparable)
  const pairsOfForm = pairsByForm(folded, sources)
  let memory: Memory | undefined
  const proposed = new Map<string, ProposedEnglish>()
  for (const [number, form] of forms.entries()) {
    const key = expectDefined(folded[number], 'a folded form')
    const having = pairsOfForm.get(key) ?? []
    if (having.length === 0) continue
    memory ??= {
      sources,
      targets,
      phrases: indexPhrases(targets),
      bigrams: countBigrams(sources),
    }
    const english = englishOf(key, having, memory)
    if (english !== null) proposed.set(form, english)
  }
  return proposed
}

interface Memory {
  /** Folded by `comparable`. */
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly phrases: PhraseIndex
  /** In how many sources each pair of Chinese characters occurs. */
  readonly bigrams: ReadonlyMap<string, number>
}

/** The numbers of the sources that contain each form, found in one pass. */
function pairsByForm(forms: readonly string[], sources: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byForm = new Map<string, number[]>()
  const tree = createFormTree(forms)
  for (const [number, source] of sources.entries()) {
    for (const form of new Set(tree.find(source).map(({ form }) => form))) {
      const numbers = byForm.get(form)
      if (numbers) numbers.push(number)
      else byForm.set(form, [number])
    }
  }
  return byForm
}

function englishOf(form: string, having: readonly number[], memory: Memory): ProposedEnglish | null {
  const { sources, targets } = memory
  const whole = having.filter((number) => sources[number]?.trim() === form)
  const renderings = new Set(whole.map((number) => targets[number]?.trim() ?? ''))
  const [only] = renderings
  if (renderings.size === 1 && only)
    return { english: only, found: 'alone', pairs: whole.length, of: having.length, score: 1 }
  if (renderings.size > 1 || having.length < 2) return null
  const sourcesWithForm = having.map((number) => expectDefined(sources[number], 'a source'))
  return isAlwaysPart(form, sourcesWithForm) || hasCompanion(form, sourcesWithForm, memory)
    ? null
    : closest(having, memory)
}

/** Whether the form always has the same neighbour on one side: the English could be that of a longer term. */
function isAlwaysPart(form: string, sources: readonly string[]): boolean {
  const [before, after] = [new Set<string>(), new Set<string>()]
  for (const source of sources) {
    for (let at = source.indexOf(form); at !== -1; at = source.indexOf(form, at + 1)) {
      before.add(neighbour(source[at - 1], before.size))
      after.add(neighbour(source[at + form.length], after.size))
    }
  }
  return before.size === 1 || after.size === 1
}

/** A mark or the edge of the text counts as a different neighbour each time. */
function neighbour(unit: string | undefined, number: number): string {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit) ? unit : `${number} ${unit}`
}

/** Whether other Chinese text accompanies the form in all pairs: the English could be that of the other text. */
function hasCompanion(form: string, sources: readonly string[], { bigrams }: Memory): boolean {
  const [first = '', ...rest] = sources
  let shared = [...bigramsOf(first.replaceAll(form, '\n'))]
  for (const source of rest) {
    if (shared.length === 0) return false
    const met = bigramsOf(source.replaceAll(form, '\n'))
    shared = shared.filter((bigram) => met.has(bigram))
  }
  // Every source with the form has these bigrams, so the rest of their count is elsewhere.
  return shared.some((bigram) => (2 * sources.length) / (sources.length + (bigrams.get(bigram) ?? 0)) >= leastDice)
}

function bigramsOf(source: string): ReadonlySet<string> {
  const bigrams = new Set<string>()
  for (const [run] of source.matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 2 <= run.length; at++) bigrams.add(run.slice(at, at + 2))
  return bigrams
}

function countBigrams(sources: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const source of sources)
    for (const bigram of bigramsOf(source)) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
  return counts
}

interface Phrase {
  readonly key: string
  readonly english: string
  readonly pairs: number
  readonly dice: number
}

function closest(having: readonly number[], memory: Memory): ProposedEnglish | null {
  const { targets, phrases: index } = memory
  const within = new Set(having)
  const others = targets.length - having.length
  // The most other texts a phrase in all pairs of the form may occur in while Dice's coefficient reaches the threshold.
  const mostElsewhere = having.length * (2 / leastDice - 2)
  const phrases: Phrase[] = []
  for (const [key, surfaces] of sharedPhrases(having, targets)) {
    const counted = index.count(key, within, mostElsewhere)
    if (counted === null) continue
    const { within: pairs, elsewhere } = counted
    const dice = (2 * pairs) / (having.length + pairs + elsewhere)
    if (dice < leastDice || chiSquare(pairs, having.length, elsewhere, others) < leastChiSquare) continue
    phrases.push({ key, english: commonest(surfaces), pairs, dice })
  }
  // Of equally close phrases the longest comes first: a phrase within it is less complete.
  phrases.sort((a, b) => b.dice - a.dice || b.key.length - a.key.length || (a.key < b.key ? -1 : 1))
  const [first] = phrases
  if (first === undefined) return null
  const rival = phrases.find(({ key, dice }) => first.dice - dice < leastLead && !isWithin(key, first.key))
  if (rival !== undefined) return null
  return { english: first.english, found: 'among', pairs: first.pairs, of: having.length, score: first.dice }
}

/** Phrases in at least two of the pairs, and in enough of them to reach the threshold; each with its wordings. */
function sharedPhrases(
  having: readonly number[],
  targets: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const read = spread(having, mostRead)
  const met = new Map<string, Map<string, number>>()
  for (const number of read) {
    for (const [key, surface] of phrasesOf(expectDefined(targets[number], 'a target'))) {
      const surfaces = met.get(key) ?? new Map<string, number>()
      surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1)
      met.set(key, surfaces)
    }
  }
  for (const [key, surfaces] of met) {
    const count = [...surfaces.values()].reduce((sum, times) => sum + times, 0)
    if (count < 2 || (2 * count) / (read.length + count) < leastDice) met.delete(key)
  }
  return met
}

function isWithin(part: string, whole: string): boolean {
  return ` ${whole} `.includes(` ${part} `)
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  const surface = [...surfaces].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? ''
  return surface.replace(/['’]s$|["“”]/g, '')
}

/** Of the 2×2 table of pairs: form and phrase, form only, phrase only, neither. */
function chiSquare(both: number, having: number, other: number, others: number): number {
  const total = having + others
  const withPhrase = both + other
  const difference = both * (others - other) - other * (having - both)
  const product = having * others * withPhrase * (total - withPhrase)
  return product === 0 ? 0 : (total * difference * difference) / product
}
