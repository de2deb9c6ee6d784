import { expectDefined } from '../model/expect.ts'
import { heaviestChain, type Point } from './band.ts'
import type { ReadTexts } from './read.ts'
import type { Sentence } from './sentence.ts'

/** A pair of segments that have symbols in common which stand nowhere else. */
interface Candidate {
  readonly zh: number
  readonly en: number
  readonly weight: number
}

/** As far as anchors support each other, in Chinese segments. */
const near = 20
/** By how much English may run ahead or behind between anchors that support each other, and by what share. */
const slack = { segments: 3, least: 0.4, most: 2.2 } as const

/**
 * Points where both texts are believed to be at the same place: symbols that stand in one segment only of each and meet,
 * as far as they rise in both. Figures and terms count twice. Each counts as often as others near it agree, so that
 * words met by chance in a part that the other text lacks lead nowhere.
 */
export function anchorsOf(texts: ReadTexts): readonly Point[] {
  const candidates = candidatesOf(texts)
  const supported = candidates
    .map((candidate, at) => ({ ...candidate, weight: candidate.weight * supportOf(candidates, at) }))
    .filter(({ weight }) => weight > 0)
  return heaviestChain(supported, texts.en.length).map(({ zh, en }): Point => [zh, en])
}

/** In order of their Chinese segments. */
function candidatesOf({ zh, en, zhNames, enNames, entries }: ReadTexts): readonly Candidate[] {
  const zhPlaces = onlyPlaces(zh, zhNames.length)
  const enPlaces = onlyPlaces(en, enNames.length)
  const weights = new Map<number, number>()
  for (const [zhSymbol, enSymbol] of entries) {
    const [row, column] = [zhPlaces[zhSymbol] ?? -1, enPlaces[enSymbol] ?? -1]
    if (row < 0 || column < 0) continue
    const key = row * en.length + column
    weights.set(key, (weights.get(key) ?? 0) + (/^[#t]/.test(zhNames[zhSymbol] ?? '') ? 2 : 1))
  }
  return [...weights]
    .map(([key, weight]) => ({ zh: Math.floor(key / en.length), en: key % en.length, weight }))
    .sort((a, b) => a.zh - b.zh || a.en - b.en)
}

/** The weight of the candidates near one that may lie on one path with it. */
function supportOf(candidates: readonly Candidate[], at: number): number {
  const supportFrom = (step: 1 | -1) => {
    const { zh, en } = expectDefined(candidates[at], 'a candidate')
    let support = 0
    for (let other = at + step; ; other += step) {
      const candidate = candidates[other]
      const rows = candidate === undefined ? near + 1 : Math.abs(candidate.zh - zh)
      if (candidate === undefined || rows > near) return support
      const columns = (candidate.en - en) * step
      if (rows > 0 && columns >= slack.least * rows - slack.segments && columns <= slack.most * rows + slack.segments)
        support += candidate.weight
    }
  }
  return supportFrom(1) + supportFrom(-1)
}

/** Of each symbol the only segment it stands in; negative if there is no such segment. */
function onlyPlaces(side: readonly Sentence[], count: number): Int32Array {
  const places = new Int32Array(count).fill(-1)
  for (const [at, { symbols }] of side.entries())
    for (const symbol of symbols) places[symbol] = places[symbol] === -1 ? at : -2
  return places
}
