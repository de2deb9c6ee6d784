import type { Entry } from '../../model/event.ts'
import type { Journal } from '../../ports/journal.ts'
import { inSlices } from '../../ports/world.ts'
import { beginsAnew, startOf } from '../../review/chain.ts'
import { judgeBatch, storedSteps } from '../continuity.ts'
import { checkJournalName, checkShortened } from '../names.ts'

/** A journal that exists only in this process: for tests and trials. */
export function createMemoryJournal(): Journal {
  /** Each only grows, and is handed out in copies. */
  const journals = new Map<string, Entry[]>()
  return {
    async read(name, after, most = Number.POSITIVE_INFINITY) {
      checkJournalName(name)
      const held = journals.get(name) ?? []
      const from = Math.max(0, after - startOf(held[0]).sequence)
      return held.slice(from, from + most)
    },
    async append(name, entries) {
      checkJournalName(name)
      const stored = await inSlices(storedSteps(entries), () => undefined)
      const held = journals.get(name) ?? []
      if (judgeBatch(held.at(-1), entries) === 'conflict') return 'conflict'
      for (const entry of stored) held.push(entry)
      if (held.length > 0) journals.set(name, held)
      return 'appended'
    },
    async shorten(name, first) {
      checkShortened(name)
      const held = journals.get(name) ?? []
      const at = held.findIndex(({ sequence }) => sequence === first)
      const entry = held[at]
      if (entry === undefined || !beginsAnew(entry)) throw new RangeError(`journal ${name} cannot begin at ${first}`)
      held.splice(0, at)
    },
    async marks(prefix) {
      const named = [...journals].filter(([name]) => name.startsWith(prefix))
      return new Map(named.map(([name, held]) => [name, { mark: held.at(-1)?.hash ?? '', length: held.length }]))
    },
    async names(prefix) {
      return [...journals.keys()].filter((name) => name.startsWith(prefix)).sort()
    },
  }
}
