import type { SegmentContext } from '../../checks/check.ts'
import { isSegment } from '../../model/document.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import type { TermOccurrence } from '../../model/term.ts'
import type { Recognition } from '../../terms/recognition/recognise.ts'

/** The contexts of a document; where nothing has changed, the very ones there were before. */
export function contextsOf(
  state: DocumentState,
  recognition: (text: string) => Recognition,
  style: HouseStyle,
  before: readonly SegmentContext[],
): readonly SegmentContext[] {
  const known = new Map(before.map((context) => [context.segment, context]))
  return state.document.blocks.flatMap(({ kind, parts }) =>
    parts.filter(isSegment).map((part): SegmentContext => {
      const source = plain(part.source)
      const target = plain(state.segments[part.id]?.target ?? [])
      const terms = recognition(source).found
      const last = known.get(part.id)
      const same =
        last?.source === source && last.target === target && last.style === style && sameTerms(last.terms, terms)
      return same ? last : { segment: part.id, kind, source, target, terms, style }
    }),
  )
}

export function sameContexts(a: readonly SegmentContext[], b: readonly SegmentContext[]): boolean {
  return a.length === b.length && a.every((context, index) => context === b[index])
}

function sameTerms(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every(({ term, from, to }, index) => {
      const other = b[index]
      return other !== undefined && other.term === term && other.from === from && other.to === to
    })
  )
}
