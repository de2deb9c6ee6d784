import { type Document, isSegment } from '../model/document.ts'
import type { DocumentEvent } from '../model/event.ts'
import type { RevisionCount } from '../model/office-steps.ts'
import type { People, Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { refusalToAct } from './standing.ts'

/** How many people are to revise a document, or some segments of it; 1 takes back what was asked before. */
export interface RevisionsAsked {
  readonly revisions: RevisionCount
  readonly segments?: readonly string[] | undefined
}

/**
 * The events of such a wish; none if it is already so. Those who may give work ask for more than the office has every
 * document revised; what is asked of a segment stays with it, however it is split, joined or replaced.
 */
export function decideRevisions(
  state: DocumentState,
  { revisions, segments }: RevisionsAsked,
  actor: Pick<Person, 'id'>,
  people: People,
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, 'assign-work')
  if (refusal) return refusal
  if (segments === undefined) {
    return (state.revisionsAsked ?? 1) === revisions ? [] : [{ type: 'revisions-asked', v: 1, revisions }]
  }
  const unknown = segments.find((segment) => !state.segments.has(segment))
  if (unknown !== undefined) return refuse('segment-unknown', { segment: unknown })
  const once = [...new Set(segments)]
  const isSo = once.every((id) => (state.segments.get(id)?.revisionsAsked ?? 1) === revisions)
  return isSo ? [] : [{ type: 'revisions-asked', v: 1, revisions, segments: once }]
}

/** A thing with what is asked of it, which one revision is not. */
export function asking<T extends { readonly revisionsAsked?: RevisionCount }>(
  { revisionsAsked: _, ...rest }: T,
  revisions: RevisionCount,
): Omit<T, 'revisionsAsked'> & { readonly revisionsAsked?: RevisionCount } {
  return revisions === 1 ? rest : { ...rest, revisionsAsked: revisions }
}

/** What is asked of the one of some segments of which most is asked. */
export function mostAsked(segments: readonly (Pick<SegmentState, 'revisionsAsked'> | undefined)[]): RevisionCount {
  return segments.reduce<RevisionCount>((most, segment) => {
    const { revisionsAsked = 1 } = segment ?? {}
    return revisionsAsked > most ? revisionsAsked : most
  }, 1)
}

/**
 * The segments of a new version with what is asked of them: of one that was made of another, what was asked of that; of
 * one that is new, the most that is asked of what stands under the same heading. `made`: by the new segment, the older one.
 */
export function askedAnew(
  { blocks }: Document,
  next: ReadonlyMap<string, SegmentState>,
  before: ReadonlyMap<string, SegmentState>,
  made: Readonly<Record<string, string>>,
): ReadonlyMap<string, SegmentState> {
  if (mostAsked([...before.values()]) === 1) return next
  const asked = new Map(next)
  for (const section of sectionsOf(blocks)) {
    const known = section.map((id) => before.get(Object.hasOwn(made, id) ? (made[id] ?? id) : id))
    const most = mostAsked(known)
    section.forEach((id, index) => {
      const segment = next.get(id)
      if (segment) asked.set(id, asking(segment, known[index] ? mostAsked([known[index]]) : most))
    })
  }
  return asked
}

/** The ids of the segments that stand under the same heading, that heading among them. */
function sectionsOf(blocks: Document['blocks']): readonly (readonly string[])[] {
  const sections: string[][] = [[]]
  for (const { kind, parts } of blocks) {
    if (kind === 'heading') sections.push([])
    sections.at(-1)?.push(...parts.filter(isSegment).map(({ id }) => id))
  }
  return sections
}
