import type { OfficeSteps, RevisionCount } from '../model/office-steps.ts'
import type { DocumentState, SegmentState, Stamp } from '../model/state.ts'

/** Whether somebody confirmed another wording in place of this person's, which this person may accept. */
export function isRewordingOf(
  { state, translated, reworded, taken = [] }: Pick<SegmentState, 'state' | 'translated' | 'reworded' | 'taken'>,
  person: string,
): boolean {
  if (state !== 'translated' || translated === undefined || translated.by === person) return false
  const two = [person, translated.by]
  // Of two who share words, since one took them from the other, neither approves them.
  if (taken.some(({ by, suggested }) => two.includes(by) && two.includes(suggested))) return false
  return reworded?.by === translated.by && reworded.authors.includes(person)
}

/** Of a segment, who revised it, and what tells whether that counts. */
type Revised = Pick<SegmentState, 'revised' | 'revisedAgain' | 'authors' | 'accepted'>

/**
 * The revisions of the present text that count, each by another person: by somebody who wrote none of it, or the first of
 * them by one of two who worked on the wording and each approved the other's words. A revision by an author alone, and a
 * second one by the same person, count while the workspace is single-person.
 */
export function revisionsOf(segment: Revised, singlePerson: boolean): readonly Stamp[] {
  const stamps = revisionStamps(segment)
  if (singlePerson) return stamps
  const { authors, accepted } = segment
  return stamps.filter(({ by }, index) => {
    const isAccepted = index === 0 && accepted !== undefined
    const isEarlier = stamps.slice(0, index).some((earlier) => earlier.by === by)
    return !isEarlier && (isAccepted || !authors.includes(by))
  })
}

/** Everybody's revisions of the present text, the earliest first, whether they count or not. */
export function revisionStamps({
  revised,
  revisedAgain = [],
}: Pick<SegmentState, 'revised' | 'revisedAgain'>): readonly Stamp[] {
  return revised === undefined ? [] : [revised, ...revisedAgain]
}

/** The first revision of the present text that counts. */
export function revisionOf(segment: Revised, singlePerson: boolean): Stamp | undefined {
  return revisionsOf(segment, singlePerson)[0]
}

/** How many revisions a document needs at the least: as the office has it, or more where it was asked for. */
export function leastRevisions({ revisionsAsked = 1 }: Pick<DocumentState, 'revisionsAsked'>, steps: OfficeSteps) {
  return revisionsAsked > steps.revisions ? revisionsAsked : steps.revisions
}

/** How many revisions a segment needs; `least`: those that its document needs. */
export function neededRevisions({ revisionsAsked = 1 }: Pick<SegmentState, 'revisionsAsked'>, least: RevisionCount) {
  return revisionsAsked > least ? revisionsAsked : least
}

/** What is asked of a document before it is signed. */
export interface Asked {
  readonly singlePerson: boolean
  readonly steps: OfficeSteps
  /** Whether its last signature holds: what is asked for since then is asked for the next one. */
  readonly signed: boolean
}

/** The same of its segments; `revisions`: at the least, null where further ones are not asked for now. */
export interface AskedOfSegments {
  readonly singlePerson: boolean
  readonly revisions: RevisionCount | null
}

export function askedOfSegments(
  state: Pick<DocumentState, 'revisionsAsked'>,
  { singlePerson, steps, signed }: Asked,
): AskedOfSegments {
  return { singlePerson, revisions: signed ? null : leastRevisions(state, steps) }
}
