import { inlineTexts, type SegmentContext } from '../../checks/check.ts'
import { isSegment } from '../../model/document.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import { hasCodes, plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Steps } from '../../model/steps.ts'
import type { TermOccurrence } from '../../model/term.ts'
import type { Recognition } from '../../terms/recognition/recognise.ts'

/** The contexts of a document, a segment a step; where nothing has changed, the very ones there were before. */
export function* contextSteps(
  state: DocumentState,
  recognition: (text: string) => Recognition,
  style: HouseStyle,
  before: readonly SegmentContext[],
): Steps<readonly SegmentContext[]> {
  const known = new Map(before.map((context) => [context.segment, context]))
  const contexts: SegmentContext[] = []
  for (const { kind, parts } of state.document.blocks) {
    for (const part of parts) {
      if (!isSegment(part)) continue
      const source = plain(part.source)
      const written = state.segments.get(part.id)?.target ?? []
      const target = plain(written)
      const terms = recognition(source).found
      const last = known.get(part.id)
      const same =
        last?.source === source &&
        last.target === target &&
        last.style === style &&
        (last.inline === undefined ? !hasCodes(written) : last.inline.target === written) &&
        sameTerms(last.terms, terms)
      contexts.push(
        same ? last : { segment: part.id, kind, source, target, terms, style, ...inlineTexts(part.source, written) },
      )
      yield
    }
  }
  return contexts
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
