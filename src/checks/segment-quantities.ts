import { expectDefined } from '../model/expect.ts'
import type { Span } from '../model/finding.ts'
import type { Quantity } from '../model/quantity.ts'
import type { TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { type Agreement, compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { covering } from '../terms/verification/spans.ts'
import { createVerification } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'

/** A number inside a term. `met`: the place of the term's English. */
interface Carried {
  readonly quantity: Quantity
  readonly occurrence: TermOccurrence
  readonly met?: Span
}

/**
 * Reads the numbers of a segment in both languages and compares them. A number inside a recognised term is not
 * compared, nor is a number inside a rendering of such a term; but a quantity in digits (15分钟生活圈) is compared where
 * the English does not use the term's rendering.
 */
export function quantitiesOf({ source, target, terms }: SegmentContext): {
  readonly agreements: readonly Agreement[]
  readonly carried: readonly Carried[]
} {
  const chinese = readChinese(source)
  const english = readEnglish(target)
  const met = new Map<string, readonly Span[]>()
  const verify = createVerification(target)
  for (const { term } of chinese.length + english.length === 0 ? [] : terms) met.set(term.id, verify(term).met)
  const carried: Carried[] = []
  const compared: Quantity[] = []
  for (const quantity of chinese) {
    const occurrence = occurrenceAround(quantity, terms)
    const [span] = met.get(occurrence?.term.id ?? '') ?? []
    const isHard = quantity.digits && !quantity.soft && quantity.kind !== 'name'
    if (occurrence === undefined || (span === undefined && isHard)) compared.push(quantity)
    else carried.push({ quantity, occurrence, ...(span === undefined ? {} : { met: span }) })
  }
  const isRendering = covering([...met.values()].flat())
  const free = english.filter((quantity) => !isRendering(quantity))
  return { agreements: compareQuantities(compared, free), carried }
}

/** The term that contains a quantity, by binary search: occurrences are in order and do not overlap. */
function occurrenceAround({ from, to }: Quantity, terms: readonly TermOccurrence[]): TermOccurrence | undefined {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (expectDefined(terms[middle], 'a term').to < to) low = middle + 1
    else high = middle
  }
  const occurrence = terms[low]
  return occurrence !== undefined && occurrence.from <= from ? occurrence : undefined
}
