import type { Sentence } from './sentence.ts'
import type { Weights } from './weights.ts'

/** The symbols of each segment that say something, and how much they say. */
export interface Items {
  readonly symbols: readonly (readonly number[])[]
  /** The evidence of a segment of which no symbol is met. */
  readonly missed: Float64Array
  /** What each symbol adds where it is met. */
  readonly gains: readonly (readonly number[])[]
}

/** The most symbols of a segment that are looked at, those that say most: one a bit of an integer. */
const mostItems = 31

export function itemsOf(
  sentences: readonly Sentence[],
  partners: readonly (readonly number[])[],
  weights: Weights,
): Items {
  const gainOf = (symbol: number) => (weights.met[symbol] ?? 0) - (weights.missed[symbol] ?? 0)
  const symbols = sentences.map((sentence) => {
    const telling = sentence.symbols.filter((symbol) => (partners[symbol] ?? []).length > 0)
    if (telling.length <= mostItems) return telling
    return telling.sort((a, b) => gainOf(b) - gainOf(a) || a - b).slice(0, mostItems)
  })
  const missed = symbols.map((list) => list.reduce((sum, symbol) => sum + (weights.missed[symbol] ?? 0), 0))
  return { symbols, missed: Float64Array.from(missed), gains: symbols.map((list) => list.map(gainOf)) }
}

/** The gains of the symbols whose bits are set. */
export function sumOf(bits: number, gains: readonly number[]): number {
  let sum = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) sum += gains[31 - Math.clz32(rest & -rest)] ?? 0
  return sum
}
