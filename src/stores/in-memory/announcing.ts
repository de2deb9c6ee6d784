import type { Catalogue } from '../../ports/catalogue.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Hub } from './coordination.ts'

/** A journal that several members of a hub use: the others are told of what this one appends. */
export function announcingJournal(journal: Journal, hub: Hub, member: Coordination): Journal {
  return {
    ...journal,
    async append(name, entries) {
      const answer = await journal.append(name, entries)
      const sequence = entries.at(-1)?.sequence
      if (answer === 'appended' && sequence !== undefined) {
        hub.spread({ type: 'appended', journal: name, sequence }, member)
      }
      return answer
    },
  }
}

/** The same of a catalogue. */
export function announcingCatalogue(catalogue: Catalogue, hub: Hub, member: Coordination): Catalogue {
  return {
    ...catalogue,
    async set(name, value) {
      await catalogue.set(name, value)
      hub.spread({ type: 'stored', name }, member)
    },
  }
}
