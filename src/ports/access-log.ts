import type { AccessNote } from '../model/access.ts'

/** A log of bounded length: the oldest notes go first. It is no proof, as the chained records are. */
export interface AccessLog {
  /** Never throws; a note that cannot be written is lost, and the fault reported. */
  add(note: AccessNote): void
  /** The newest notes, newest first, at most `most`: of all, or those that concern one person. */
  recent(most: number, person?: string): Promise<readonly AccessNote[]>
  /** Removes the notes that concern these people, and those from before an instant (UTC, ISO 8601). */
  forget(what: NotesToForget): Promise<void>
}

export interface NotesToForget {
  readonly people?: ReadonlySet<string>
  readonly before?: string
}

/** Whether a note is to be forgotten. */
export function isForgotten({ at, person }: AccessNote, { people, before }: NotesToForget): boolean {
  return (person !== null && people?.has(person) === true) || (before !== undefined && at < before)
}
