import type { AccessNote } from '../model/access.ts'

/** A log of bounded length: the oldest notes go first. It is no proof, as the chained records are. */
export interface AccessLog {
  /** Never throws; a note that cannot be written is lost, and the fault reported. */
  add(note: AccessNote): void
  /** The newest notes, newest first, at most `most`: of all, or those that concern one person. */
  recent(most: number, person?: string): Promise<readonly AccessNote[]>
}
