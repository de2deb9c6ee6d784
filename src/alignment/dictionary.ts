import { type Group, symbolsOf } from './sentence.ts'

/** Which symbols of one side meet which of the other, by their numbers: `toEnglish[z]`, `toChinese[e]`. */
export interface Dictionary {
  readonly toEnglish: readonly (readonly number[])[]
  readonly toChinese: readonly (readonly number[])[]
}

/** A pair of a Chinese and an English symbol. */
export type Entry = readonly [zh: number, en: number]

export function dictionaryOf(entries: Iterable<Entry>, zhCount: number, enCount: number): Dictionary {
  const toEnglish: Set<number>[] = Array.from({ length: zhCount }, () => new Set())
  const toChinese: Set<number>[] = Array.from({ length: enCount }, () => new Set())
  for (const [zh, en] of entries) {
    toEnglish[zh]?.add(en)
    toChinese[en]?.add(zh)
  }
  return { toEnglish: toEnglish.map((set) => [...set]), toChinese: toChinese.map((set) => [...set]) }
}

/** The least log-likelihood of an entry. */
const leastEvidence = 9
/** The least share of the links of the rarer word that the other stands in, too. */
const leastShare = 0.25
/** Words in a greater share of links say nothing. */
const mostShare = 0.2
/** How many entries an English word takes. */
const mostEntries = 8

/** Dunning's log-likelihood of two words that stand in `a` and `b` of `all` links, and together in `both`; 0 if by chance they would do so more often. */
function logLikelihood(both: number, a: number, b: number, all: number): number {
  if (both * all <= a * b) return 0
  const part = (count: number, expected: number) => (count === 0 ? 0 : count * Math.log(count / expected))
  const neither = all - a - b + both
  return (
    2 *
    (part(both, (a * b) / all) +
      part(a - both, (a * (all - b)) / all) +
      part(b - both, ((all - a) * b) / all) +
      part(neither, ((all - a) * (all - b)) / all))
  )
}

/** What is needed to learn from links. */
interface Names {
  readonly zhNames: readonly string[]
  readonly enNames: readonly string[]
}

/** Symbols that may be rendered by a word: words and names. */
const ofWords = /^[wne]/

/**
 * Entries that links show: words that stand together far more often than by chance (Dunning 1993), of each English word
 * the likeliest. One of the links they stand in is left out of account, so that no link proves itself.
 */
export function learn(groups: readonly Group[], { zhNames, enNames }: Names): readonly Entry[] {
  const zhLists = groups.map(({ zh }) => symbolsOf(zh).filter((symbol) => ofWords.test(zhNames[symbol] ?? '')))
  const zhTotals = new Int32Array(zhNames.length)
  for (const symbols of zhLists) for (const symbol of symbols) zhTotals[symbol] = (zhTotals[symbol] ?? 0) + 1
  const most = Math.max(4, groups.length * mostShare)
  const counts = new Int32Array(zhNames.length)
  return placesByWord(groups, enNames).flatMap(([en, places]) => {
    if (places.length < 2 || places.length > most) return []
    const together = countTogether(places, zhLists, counts)
    const scored = together.flatMap(({ zh, both }) => {
      const total = zhTotals[zh] ?? 0
      if (both < 2 || total > most || both < leastShare * Math.min(total, places.length)) return []
      const score = logLikelihood(both - 1, total - 1, places.length - 1, groups.length - 1)
      return score < leastEvidence ? [] : [{ zh, score }]
    })
    return scored
      .sort((a, b) => b.score - a.score || a.zh - b.zh)
      .slice(0, mostEntries)
      .map(({ zh }): Entry => [zh, en])
  })
}

/** Of each English word, the links it stands in. */
function placesByWord(groups: readonly Group[], enNames: readonly string[]) {
  const places = new Map<number, number[]>()
  for (const [at, { en }] of groups.entries()) {
    for (const symbol of symbolsOf(en)) {
      if (!ofWords.test(enNames[symbol] ?? '')) continue
      const list = places.get(symbol)
      if (list === undefined) places.set(symbol, [at])
      else list.push(at)
    }
  }
  return [...places]
}

/** In how many of some links each Chinese symbol stands. `counts` is 0 throughout, before and after. */
function countTogether(places: readonly number[], zhLists: readonly (readonly number[])[], counts: Int32Array) {
  const met: number[] = []
  for (const at of places) {
    for (const zh of zhLists[at] ?? []) {
      if (counts[zh] === 0) met.push(zh)
      counts[zh] = (counts[zh] ?? 0) + 1
    }
  }
  return met.map((zh) => {
    const both = counts[zh] ?? 0
    counts[zh] = 0
    return { zh, both }
  })
}
