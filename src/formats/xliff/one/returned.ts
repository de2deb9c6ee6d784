import { type Inline, isCode, plain } from '../../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { ReturnedRow, ReturnedRows } from '../../../ports/format.ts'
import { sameText } from '../../../segmentation/returned.ts'
import { encodingNotices } from '../../xml/decode.ts'
import { ownCodeId } from '../ids.ts'
import { broughtBy } from '../incoming/brought.ts'
import { incomingSegments } from '../incoming/segments.ts'
import type { XliffUnit } from '../view/units.ts'
import { unitsOf, viewXliff, type XliffView } from '../view/view.ts'
import { whenceIn } from './whence.ts'

/**
 * The segments of a document that `toXliffOne` wrote, as another tool has left them. Refuses what `viewXliff` refuses, and
 * with `return-not-ours` a file that does not say which document it is of, and of when.
 */
export function returnedRowsOfOne(bytes: Uint8Array): ReturnedRows | Refusal {
  const view = viewXliff(bytes)
  if (isRefusal(view)) return view
  const whence = whenceIn(view)
  if (whence === null) return refuse('return-not-ours')
  const { document, sequence, head } = whence
  const rows = [...unitsOf(view)].map((unit) => rowOf(view, unit))
  return { type: 'returned-rows', document, base: { sequence, head }, rows, notices: encodingNotices(bytes) }
}

/** States of XLIFF 1.2 in which somebody has confirmed a target (§2.3). */
const confirmed: ReadonlySet<string> = new Set(['translated', 'signed-off', 'final', 'approved'])

/** A tool may have divided a unit: its parts are the segment that went out. */
function rowOf(view: XliffView, unit: XliffUnit): ReturnedRow {
  const { index, flavour } = view
  const { segments } = incomingSegments(index, flavour, unit)
  const comments = broughtBy({ index, flavour, filename: '' }, unit, segments).segments.flatMap((part) => part.comments)
  const { id } = unit
  const source = ownCodes(
    id,
    segments.flatMap((segment) => [...segment.source, segment.after]),
  )
  const target = ownCodes(
    id,
    segments.flatMap((segment) => [...(segment.target ?? []), segment.after]),
  )
  // Chinese in the place of English is what went out where there is none.
  const isOpen = sameText(source, target) && /\p{Script=Han}/u.test(plain(source))
  return {
    id,
    source,
    target: isOpen ? [] : target,
    confirmed: !isOpen && segments.length > 0 && segments.every(({ state }) => confirmed.has(state)),
    authors: [],
    comments,
  }
}

function ownCodes(segment: string, inline: Inline): Inline {
  return inline
    .filter((part) => part !== '')
    .map((part) => (isCode(part) ? { ...part, id: ownCodeId(segment, part.id) } : part))
}
