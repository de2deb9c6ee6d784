import { comparable, foldText } from '../language/text/fold.ts'
import { patternOf } from '../language/text/pattern.ts'
import type { Match, MemoryPair } from '../model/match.ts'
import { createBigramIndex } from './bigrams.ts'
import { createDistance } from './distance.ts'
import { mostEdits, scoreOf } from './score.ts'

/** What stands around the text looked up; '' where nothing does, left out where it is not known. */
export interface LookupOptions {
  readonly before?: string
  readonly after?: string
  /** How many offers at most; 5 where left out. */
  readonly limit?: number
  /** The least score of an offer, 0 to 100; 70 where left out. */
  readonly threshold?: number
}

/** A translation memory, held in memory. It only grows: a pair added later goes before an older one of equal worth. */
export interface Memory {
  /**
   * The best offers for a source text, best first. `ice`: the same text between the same neighbours, both of them
   * known; `exact`: the same text, to the character. Everything else is `fuzzy`: scored by edit distance over the
   * length of the longer text (`scoreOf`), width of marks, digits and Latin letters left out of account, since one
   * office writes `,` where another writes `，`, and so are look-alikes and invisible characters (`foldText`). Texts
   * that differ in nothing else score 99, never 100: they are not the same text. A pair of the same source and target
   * is offered once.
   */
  lookup(source: string, options?: LookupOptions): readonly Match[]
  /**
   * Pairs that contain a text on either side, latest first: the concordance. Width, case, kind of quotation mark and
   * dash, invisible characters and the kind and number of spaces make no difference (`patternOf`).
   */
  search(text: string, limit: number): readonly MemoryPair[]
  /** Takes pairs in; one without source or target is left out, one that is held already (origin and all) is not held twice. */
  add(pairs: readonly MemoryPair[]): void
  /** How many pairs it holds. */
  readonly size: number
}

/** One source text and its pairs (their numbers, rising). `length` counts code points. */
interface Text {
  readonly source: string
  readonly folded: string
  readonly length: number
  readonly pairs: number[]
}

interface Offer {
  readonly match: Match
  readonly distance: number
  readonly number: number
}

export function createMemory(initial: readonly MemoryPair[]): Memory {
  const pairs: MemoryPair[] = []
  const texts: Text[] = []
  const bySource = new Map<string, Text>()
  const byLength = new Map<number, number[]>()
  const index = createBigramIndex()
  let longest = 0

  function textOf(source: string): Text {
    const known = bySource.get(source)
    if (known) return known
    const folded = foldText(source).text
    const text: Text = { source, folded, length: countCodePoints(folded), pairs: [] }
    const id = texts.push(text) - 1
    bySource.set(source, text)
    index.add(id, folded)
    const alike = byLength.get(text.length)
    if (alike) alike.push(id)
    else byLength.set(text.length, [id])
    longest = Math.max(longest, text.length)
    return text
  }

  function add(more: readonly MemoryPair[]): void {
    for (const pair of more) {
      if (pair.source === '' || pair.target === '') continue
      const text = textOf(pair.source)
      if (text.pairs.some((number) => samePair(pairs[number] as MemoryPair, pair))) continue
      text.pairs.push(pairs.push(pair) - 1)
    }
  }

  function offersOf(text: Text, options: LookupOptions, score: number, distance: number): readonly Offer[] {
    return text.pairs.map((number) => {
      const pair = pairs[number] as MemoryPair
      const type = score < 100 ? 'fuzzy' : sameNeighbours(pair, options) ? 'ice' : 'exact'
      return { match: { type, score, pair }, distance, number }
    })
  }

  /** Texts within reach of the threshold, with the least edit distance that the shared bigrams leave possible. */
  function withinReach(folded: string, length: number, threshold: number): readonly { text: Text; atLeast: number }[] {
    const needed = new Map<number, number>()
    let fewest = Infinity
    const unfiltered: number[] = []
    const shortest = length - mostEdits(length, threshold)
    for (let other = Math.max(1, shortest); other <= longest; other++) {
      const longer = Math.max(length, other)
      const most = mostEdits(longer, threshold)
      if (other - length > most) break
      if (!byLength.has(other)) continue
      // One edit takes away two bigrams at most, of the longer text's `longer - 1`.
      const least = longer - 1 - 2 * most
      if (least <= 0) unfiltered.push(...(byLength.get(other) as number[]))
      else {
        needed.set(other, least)
        fewest = Math.min(fewest, least)
      }
    }
    const found = unfiltered.map((id) => ({ text: texts[id] as Text, atLeast: 0 }))
    if (needed.size === 0) return found
    const least = (id: number) => needed.get((texts[id] as Text).length) ?? Infinity
    for (const { id, shared } of index.candidates(folded, fewest, least)) {
      const text = texts[id] as Text
      found.push({ text, atLeast: Math.ceil((Math.max(length, text.length) - 1 - shared) / 2) })
    }
    return found
  }

  function lookup(source: string, options: LookupOptions = {}): readonly Match[] {
    const { limit = 5, threshold = 70 } = options
    if (source === '' || limit <= 0) return []
    const best = createBest(limit)
    const same = bySource.get(source)
    if (same) for (const offer of offersOf(same, options, 100, 0)) best.take(offer)

    const folded = foldText(source).text
    const length = countCodePoints(folded)
    const distance = createDistance(folded)
    const reachable = withinReach(folded, length, threshold)
      .map(({ text, atLeast }) => ({ text, bound: scoreOf(atLeast, Math.max(length, text.length)) }))
      .sort((a, b) => b.bound - a.bound)
    for (const { text, bound } of reachable) {
      if (bound < best.worst()) break
      if (text === same) continue
      const longer = Math.max(length, text.length)
      const most = mostEdits(longer, Math.max(threshold, best.worst()))
      const edits = text.folded === folded ? 0 : distance(text.folded, text.length, most)
      if (edits > most) continue
      const score = Math.min(99, scoreOf(edits, longer))
      if (score < threshold) continue
      for (const offer of offersOf(text, options, score, edits)) best.take(offer)
    }
    return best.matches()
  }

  function search(text: string, limit: number): readonly MemoryPair[] {
    const wanted = text.trim()
    const found: MemoryPair[] = []
    const offered = new Set<string>()
    if (comparable(wanted) === '') return found
    const pattern = patternOf(wanted)
    for (let number = pairs.length - 1; number >= 0 && found.length < limit; number--) {
      const pair = pairs[number] as MemoryPair
      if (!pattern.test(pair.source) && !pattern.test(pair.target)) continue
      const key = pairKey(pair)
      if (offered.has(key)) continue
      offered.add(key)
      found.push(pair)
    }
    return found
  }

  add(initial)
  return {
    lookup,
    search,
    add,
    get size() {
      return pairs.length
    },
  }
}

/** Keeps the best offers, one for each source and target. */
function createBest(limit: number): { take(offer: Offer): void; worst(): number; matches(): readonly Match[] } {
  const kept: Offer[] = []
  return {
    take(offer) {
      const key = pairKey(offer.match.pair)
      const twin = kept.findIndex((other) => pairKey(other.match.pair) === key)
      if (twin >= 0) {
        if (compare(offer, kept[twin] as Offer) > 0) return
        kept.splice(twin, 1)
      }
      const place = kept.findIndex((other) => compare(offer, other) < 0)
      kept.splice(place < 0 ? kept.length : place, 0, offer)
      if (kept.length > limit) kept.pop()
    },
    /** The score under which nothing is kept any more. */
    worst: () => (kept.length < limit ? 0 : (kept[limit - 1] as Offer).match.score),
    matches: () => kept.map((offer) => offer.match),
  }
}

const typeOrder = { ice: 0, exact: 1, fuzzy: 2 } as const

function compare(a: Offer, b: Offer): number {
  return (
    b.match.score - a.match.score ||
    typeOrder[a.match.type] - typeOrder[b.match.type] ||
    a.distance - b.distance ||
    b.number - a.number
  )
}

function sameNeighbours(pair: MemoryPair, options: LookupOptions): boolean {
  return (
    pair.before !== undefined &&
    pair.after !== undefined &&
    pair.before === options.before &&
    pair.after === options.after
  )
}

function samePair(a: MemoryPair, b: MemoryPair): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.before === b.before &&
    a.after === b.after &&
    a.origin === b.origin
  )
}

function pairKey(pair: MemoryPair): string {
  return `${pair.source.length}:${pair.source}${pair.target}`
}

function countCodePoints(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    count++
    if ((text.codePointAt(at) as number) > 0xffff) at++
  }
  return count
}
