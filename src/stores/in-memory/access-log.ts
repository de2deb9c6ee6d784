import type { AccessNote } from '../../model/access.ts'
import type { AccessLog } from '../../ports/access-log.ts'

/** A log that is gone with the process. */
export function createMemoryAccessLog(): AccessLog {
  const notes: AccessNote[] = []
  return {
    add: (note) => void notes.push(note),
    recent: async (most, person) =>
      notes
        .filter((note) => person === undefined || note.person === person)
        .slice(-most)
        .reverse(),
  }
}
