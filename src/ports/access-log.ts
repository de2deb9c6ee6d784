import type { AccessNote } from '../model/access.ts'

/** A log of bounded length: the oldest notes go first. It is no proof, as the chained records are. */
export interface AccessLog {
  /** Never throws; a note that cannot be written is lost, and the fault reported. */
  add(note: AccessNote): void
  /** At least the newest notes, newest first, as many as there are up to `most`. */
  recent(most: number): Promise<readonly AccessNote[]>
}
