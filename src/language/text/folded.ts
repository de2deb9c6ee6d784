import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'

/** A text after folding, and the way between its places and those of the text as it was. Places are UTF-16 units. */
export interface Folded {
  readonly text: string
  /** Where a stretch of the folded text stood, without what was dropped before and after it. */
  spanOf(span: Span): Span
  /** Where a stretch of the text as it was stands in the folded text; what was dropped stands where the next begins. */
  within(span: Span): Span
}

/**
 * Where folding dropped characters or changed their number. From the folded place `at` on, up to the next shift, the
 * text goes on from the place `from`; what stands before `at` ends at `end`.
 */
export interface Shift {
  readonly at: number
  readonly end: number
  readonly from: number
}

/** A folded text whose places are those of the text as it was. */
export function aligned(text: string): Folded {
  const same = ({ from, to }: Span): Span => ({ from, to })
  return { text, spanOf: same, within: same }
}

/** A folded text with shifts, in order of `at`, no two at one place. */
export function shifted(text: string, shifts: readonly Shift[]): Folded {
  const startOf = (at: number): number => {
    const shift = shifts[lastWith(shifts, (shift) => shift.at <= at)]
    return shift === undefined ? at : shift.from + at - shift.at
  }
  const endOf = (at: number): number => {
    const shift = shifts[lastWith(shifts, (shift) => shift.at <= at)]
    return shift?.at === at ? shift.end : startOf(at)
  }
  const placeOf = (place: number): number => {
    const number = lastWith(shifts, (shift) => shift.end <= place)
    const shift = shifts[number]
    const folded = shift === undefined ? place : shift.at + Math.max(0, place - shift.from)
    return Math.min(folded, shifts[number + 1]?.at ?? text.length)
  }
  return {
    text,
    spanOf({ from, to }) {
      const start = startOf(from)
      return { from: start, to: to > from ? endOf(to) : start }
    },
    within: ({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }),
  }
}

/** The number of the last shift of which something holds that holds of all before it, by halving; -1 where of none. */
function lastWith(shifts: readonly Shift[], holds: (shift: Shift) => boolean): number {
  let low = 0
  let high = shifts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(expectDefined(shifts[middle], 'a shift'))) low = middle + 1
    else high = middle
  }
  return low - 1
}
