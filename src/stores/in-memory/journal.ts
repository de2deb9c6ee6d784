import type { Entry } from '../../model/event.ts'
import type { Journal } from '../../ports/journal.ts'
import { inSlices } from '../../ports/world.ts'
import { judgeBatch, storedSteps } from '../continuity.ts'
import { checkJournalName } from '../names.ts'

/** A journal that lives as long as the process: for tests and for trying things out. */
export function createMemoryJournal(): Journal {
  const journals = new Map<string, readonly Entry[]>()
  return {
    async read(name, after) {
      checkJournalName(name)
      return (journals.get(name) ?? []).filter((entry) => entry.sequence > after)
    },
    async append(name, entries) {
      checkJournalName(name)
      const stored = await inSlices(storedSteps(entries), () => undefined)
      const held = journals.get(name) ?? []
      if (judgeBatch(held.at(-1), entries) === 'conflict') return 'conflict'
      if (entries.length > 0) journals.set(name, [...held, ...stored])
      return 'appended'
    },
    async names(prefix) {
      return [...journals.keys()].filter((name) => name.startsWith(prefix)).sort()
    },
  }
}
