import type { AccessNote } from '../../model/access.ts'
import { type AccessLog, isForgotten } from '../../ports/access-log.ts'

/** A log that is gone with the process. */
export function createMemoryAccessLog(): AccessLog {
  let notes: AccessNote[] = []
  return {
    async forget(what) {
      notes = notes.filter((note) => !isForgotten(note, what))
    },
    add: (note) => void notes.push(note),
    recent: async (most, person) =>
      notes
        .filter((note) => person === undefined || note.person === person)
        .slice(-most)
        .reverse(),
  }
}
