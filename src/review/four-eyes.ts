import type { SegmentState, Stamp } from '../model/state.ts'

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

/**
 * The revision of the present text by a second person: somebody who wrote none of it, or one of two who worked on the
 * wording and each approved the other's words. A revision by an author alone counts while the workspace is
 * single-person.
 */
export function revisionOf(
  { revised, authors, accepted }: Pick<SegmentState, 'revised' | 'authors' | 'accepted'>,
  singlePerson: boolean,
): Stamp | undefined {
  if (revised === undefined) return undefined
  return singlePerson || accepted !== undefined || !authors.includes(revised.by) ? revised : undefined
}
