import type { Quantity } from '../../model/quantity.ts'
import type { Agreement } from '../compare/compare.ts'
import { order as compared, rational } from '../number/rational.ts'

/** Two like figures, in the order of the Chinese, that stand in the other order in English. */
export interface Exchange {
  readonly zh: readonly [Quantity, Quantity]
  readonly en: readonly [Quantity, Quantity]
}

/** Kinds of which one figure is easily taken for another. Of counts, those of the same noun, or of ten thousand and more. */
const alike: ReadonlySet<Quantity['kind']> = new Set(['percent', 'percentage-points', 'money', 'measure', 'count'])
const large = rational(10_000n)

/**
 * Neighbours among like figures that have changed places: English may well put its clauses in another order, and yet a
 * figure that was taken for its neighbour looks like this and like nothing else.
 */
export function exchanges(agreements: readonly Agreement[]): readonly Exchange[] {
  const pairs = agreements.flatMap(({ verdict, zh, en }) =>
    verdict === 'same' && zh !== undefined && en !== undefined && alike.has(zh.kind) && !zh.soft ? [{ zh, en }] : [],
  )
  if (pairs.length < 2) return []
  return [...Map.groupBy(pairs, ({ zh, en }) => groupOf(zh, en)).values()].flatMap((group) => {
    const inOrder = group.toSorted((a, b) => a.zh.from - b.zh.from)
    return inOrder.flatMap((pair, at): readonly Exchange[] => {
      const before = inOrder[at - 1]
      if (before === undefined || before.en.from <= pair.en.from || isSame(before.zh, pair.zh)) return []
      return [{ zh: [before.zh, pair.zh], en: [before.en, pair.en] }]
    })
  })
}

function groupOf(zh: Quantity, en: Quantity): string {
  if (zh.kind !== 'count') return `${zh.kind} ${en.unit}`
  const isLarge = zh.value.type === 'number' && compared(zh.value.number, large) >= 0
  // One without a noun is like no other.
  return isLarge ? 'many' : `${zh.counted ?? zh.from}`
}

function isSame(a: Quantity, b: Quantity): boolean {
  return a.text === b.text
}
