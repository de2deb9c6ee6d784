import { heaviestChain, type Point } from './band.ts'
import type { ReadTexts } from './read.ts'
import type { Sentence } from './sentence.ts'

/**
 * Points where both texts are believed to be at the same place: symbols that stand in one segment only of each and meet,
 * as far as they rise in both. Figures and terms count twice.
 */
export function anchorsOf({ zh, en, zhNames, enNames, entries }: ReadTexts): readonly Point[] {
  const zhPlaces = onlyPlaces(zh, zhNames.length)
  const enPlaces = onlyPlaces(en, enNames.length)
  const weights = new Map<number, number>()
  for (const [zhSymbol, enSymbol] of entries) {
    const [row, column] = [zhPlaces[zhSymbol] ?? -1, enPlaces[enSymbol] ?? -1]
    if (row < 0 || column < 0) continue
    const key = row * en.length + column
    weights.set(key, (weights.get(key) ?? 0) + (/^[#t]/.test(zhNames[zhSymbol] ?? '') ? 2 : 1))
  }
  const points = [...weights].map(([key, weight]) => ({
    zh: Math.floor(key / en.length),
    en: key % en.length,
    weight,
  }))
  return heaviestChain(points, en.length).map((point): Point => [point.zh, point.en])
}

/** Of each symbol the only segment it stands in; negative if there is no such segment. */
function onlyPlaces(side: readonly Sentence[], count: number): Int32Array {
  const places = new Int32Array(count).fill(-1)
  for (const [at, { symbols }] of side.entries())
    for (const symbol of symbols) places[symbol] = places[symbol] === -1 ? at : -2
  return places
}
