import type { SegmentState, Stamp } from '../model/state.ts'

/** Whether somebody confirmed another wording in place of this person's, which this person may accept. */
export function isRewordingOf(
  { state, translated, reworded }: Pick<SegmentState, 'state' | 'translated' | 'reworded'>,
  person: string,
): boolean {
  if (state !== 'translated' || translated === undefined || translated.by === person) return false
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
