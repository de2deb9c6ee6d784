import { expectDefined } from '../../../../src/model/expect.ts'
import type { Code } from '../../../../src/model/inline.ts'
import { type Markers, piecesOf } from '../../../text/editable.ts'

/** A code of the source as the editor offers it: its beginning and end are one. */
export interface OfferedCode {
  readonly letter: string
  /** Of a pair, its beginning. */
  readonly code: Code
  /** What is put into the text: of a pair, its beginning and its end. */
  readonly markers: readonly string[]
  /** Those of them that do not stand in the text. */
  readonly missing: readonly string[]
}

/** The codes of the source in their order, by what of them stands in the text. */
export function offeredCodes(
  markers: Markers,
  letters: ReadonlyMap<string, string>,
  text: string,
): readonly OfferedCode[] {
  const present = new Set(piecesOf(text, markers).flatMap(({ text, code }) => (code ? [text] : [])))
  const byLetter = Map.groupBy(
    [...markers].filter(([, { id }]) => letters.has(id)),
    ([, { id }]) => letters.get(id) ?? '',
  )
  return [...byLetter].map(([letter, codes]) => {
    const order = codes.toSorted(([, a], [, b]) => Number(a.type === 'close') - Number(b.type === 'close'))
    const written = order.map(([marker]) => marker)
    const [, code] = expectDefined(order[0], 'a code of each letter')
    return { letter, code, markers: written, missing: written.filter((marker) => !present.has(marker)) }
  })
}

/** The first code that is not whole in the text; its key puts it in. */
export function nextCode(codes: readonly OfferedCode[]): OfferedCode | undefined {
  return codes.find(({ missing }) => missing.length > 0)
}

/**
 * What a code's key puts in place of the words that are chosen: a pair goes round them; where none are chosen, the first
 * press puts in the beginning, and the second the end. A code that stands in the text is not put in again: null.
 */
export function codeInPlaceOf(chosen: string, { missing }: OfferedCode): string | null {
  const [first, last] = missing
  if (first === undefined) return null
  if (last !== undefined && chosen !== '') return first + chosen + last
  return first.startsWith('‹/') ? chosen + first : first + chosen
}

/** The code that the cursor would be within, or that it stands at: a key passes it, or takes it out, as one. */
export function codeAt(text: string, markers: Markers, cursor: number, side: 'before' | 'after' | 'within') {
  return piecesOf(text, markers).find(({ from, text: { length }, code }) => {
    if (code === undefined) return false
    if (side === 'before') return from + length === cursor
    if (side === 'after') return from === cursor
    return from < cursor && cursor < from + length
  })
}
