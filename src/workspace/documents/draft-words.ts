import { segmentsOf } from '../../model/document.ts'
import type { DocumentState } from '../../model/state.ts'

/**
 * What stands at the head of whatever goes out of a document that is not signed. In English, as the document is: whoever
 * holds the paper must see what it is.
 */
export function draftWords({ document, segments }: Pick<DocumentState, 'document' | 'segments'>): string {
  const ids = segmentsOf(document).map(({ id }) => id)
  const open = ids.filter((id) => !['reviewed', 'final'].includes(segments.get(id)?.state ?? 'initial')).length
  const counted = open === 0 ? '' : ` · ${open} of ${ids.length} sentences not revised`
  return `DRAFT, NOT SIGNED${counted}`
}
