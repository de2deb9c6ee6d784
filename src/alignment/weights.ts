import type { Dictionary } from './dictionary.ts'
import { type Group, type Sentence, symbolsOf } from './sentence.ts'

/** What each symbol says for a link where it is met on the other side, and where not: logarithms of likelihood ratios. */
export interface Weights {
  readonly met: Float64Array
  readonly missed: Float64Array
}

/** How often a symbol is met in a right link, and how sure that is: the number of links that would say the same. */
export interface Expectation {
  readonly share: number
  readonly trials: number
}

/** In how many links each symbol stood, and in how many of them it was met. */
export interface Observations {
  readonly stood: Int32Array
  readonly met: Int32Array
}

/** No symbol is surer than this, however often it was met. */
const surest = 0.99

/** The weights of one side's symbols; `others`: the segments of the other side. Symbols without a partner say nothing. */
export function weightsOf(
  partners: readonly (readonly number[])[],
  others: readonly Sentence[],
  expected: (symbol: number) => Expectation,
  { stood, met: hits }: Observations,
): Weights {
  const chances = chancesOf(partners, others)
  const met = new Float64Array(partners.length)
  const missed = new Float64Array(partners.length)
  for (const [symbol, list] of partners.entries()) {
    if (list.length === 0) continue
    const chance = Math.min(surest, chances[symbol] ?? 0)
    const { share, trials } = expected(symbol)
    const observed = ((hits[symbol] ?? 0) + share * trials) / ((stood[symbol] ?? 0) + trials)
    const likely = Math.min(surest, Math.max(observed, chance))
    met[symbol] = Math.log(likely / chance)
    missed[symbol] = Math.log((1 - likely) / (1 - chance))
  }
  return { met, missed }
}

/** In what share of the other side's segments each symbol is met, whatever is linked. */
function chancesOf(partners: readonly (readonly number[])[], others: readonly Sentence[]): Float64Array {
  const places = new Map<number, number[]>()
  for (const [at, { symbols }] of others.entries()) {
    for (const symbol of symbols) {
      const list = places.get(symbol)
      if (list === undefined) places.set(symbol, [at])
      else list.push(at)
    }
  }
  const seenFor = new Int32Array(others.length).fill(-1)
  const chances = new Float64Array(partners.length)
  for (const [symbol, list] of partners.entries()) {
    let count = 0
    for (const partner of list) {
      for (const at of places.get(partner) ?? []) {
        if (seenFor[at] === symbol) continue
        seenFor[at] = symbol
        count++
      }
    }
    chances[symbol] = (count + 0.3) / (others.length + 1)
  }
  return chances
}

/** How often symbols with a partner were met in links. */
export function observe(
  groups: readonly Group[],
  { toEnglish, toChinese }: Dictionary,
): { readonly zh: Observations; readonly en: Observations } {
  const zh = noObservations(toEnglish.length)
  const en = noObservations(toChinese.length)
  for (const group of groups) {
    const [zhSymbols, enSymbols] = [symbolsOf(group.zh), symbolsOf(group.en)]
    count(zh, toEnglish, zhSymbols, enSymbols)
    count(en, toChinese, enSymbols, zhSymbols)
  }
  return { zh, en }
}

function noObservations(symbols: number): Observations {
  return { stood: new Int32Array(symbols), met: new Int32Array(symbols) }
}

function count(
  { stood, met }: Observations,
  partners: readonly (readonly number[])[],
  symbols: readonly number[],
  others: readonly number[],
): void {
  const there = new Set(others)
  for (const symbol of symbols) {
    const list = partners[symbol] ?? []
    if (list.length === 0) continue
    stood[symbol] = (stood[symbol] ?? 0) + 1
    if (list.some((partner) => there.has(partner))) met[symbol] = (met[symbol] ?? 0) + 1
  }
}
