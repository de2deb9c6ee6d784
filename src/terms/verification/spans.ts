import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'

/** A function that tells whether some one of the spans has all of another in it; quick however many there are. */
export function covering(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  let reach = -1
  const reaches = sorted.map(({ to }) => {
    reach = Math.max(reach, to)
    return reach
  })
  return ({ from, to }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (expectDefined(sorted[middle], 'a span').from <= from) low = middle + 1
      else high = middle
    }
    return (reaches[low - 1] ?? -1) >= to
  }
}

/** The items whose spans lie in no other's, in order, each once. */
export function outermost<T>(items: readonly T[], spanOf: (item: T) => Span): readonly T[] {
  const sorted = [...items].sort((a, b) => spanOf(a).from - spanOf(b).from || spanOf(b).to - spanOf(a).to)
  const outer: T[] = []
  let reach = -1
  for (const item of sorted) {
    if (spanOf(item).to <= reach) continue
    outer.push(item)
    reach = spanOf(item).to
  }
  return outer
}
