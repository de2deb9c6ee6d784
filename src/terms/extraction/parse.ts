import { expectDefined } from '../../model/expect.ts'
/** A span of a run with its candidate; offsets in the text. */
export interface Placed<C> {
  readonly from: number
  readonly to: number
  readonly candidate: C
}

/**
 * The non-overlapping spans of one run with the greatest total worth: each is worth its length times the probability
 * that its score stands for. A form that always crosses better candidates is on no best reading and is seldom a term.
 */
export function bestReading<C extends { readonly score: number }>(spans: readonly Placed<C>[]): readonly Placed<C>[] {
  const from = spans.reduce((least, span) => Math.min(least, span.from), Infinity)
  const to = spans.reduce((most, span) => Math.max(most, span.to), 0)
  if (spans.length === 0) return []
  const worth = new Float64Array(to - from + 1)
  const choice: (Placed<C> | undefined)[] = new Array(to - from + 1)
  const ordered = [...spans].sort((a, b) => a.to - b.to)
  let next = 0
  for (let at = 1; at <= to - from; at++) {
    worth[at] = expectDefined(worth[at - 1], 'the worth up to a place')
    for (let span = ordered[next]; span?.to === from + at; span = ordered[++next]) {
      const gain =
        expectDefined(worth[span.from - from], 'the worth up to a place') +
        (span.to - span.from) / (1 + Math.exp(-span.candidate.score))
      if (gain <= expectDefined(worth[at], 'the worth up to a place')) continue
      worth[at] = gain
      choice[at] = span
    }
  }
  const chosen: Placed<C>[] = []
  for (let at = to - from; at > 0; ) {
    const span = choice[at]
    if (span === undefined) at--
    else {
      chosen.push(span)
      at = span.from - from
    }
  }
  return chosen.reverse()
}
