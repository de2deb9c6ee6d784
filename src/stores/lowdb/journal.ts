import { join, resolve } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { Entry } from '../../model/event.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { judgeBatch, storedSteps } from '../continuity.ts'
import { type Disk, privateDisk } from '../disk/disk.ts'
import { checkJournalName, isJournalName } from '../names.ts'
import { appendingAdapter, type Growth, type JournalReport } from './adapter.ts'

export interface LowdbJournalOptions {
  readonly digest: Digest
  /** Told, once a journal is opened by its first use, what was found amiss in it. */
  readonly onReport: (name: string, report: JournalReport) => void
  readonly disk?: Disk
  /** Lets others go first while many entries are written. */
  readonly pause?: Pause
}

/** A journal in memory. `held` is what is on the disk: it only grows, and is handed out in copies. */
interface OpenJournal {
  readonly adapter: Adapter<Growth>
  readonly held: Entry[]
}

const ending = '.jsonl'

/**
 * Journals in a folder: `document/d1` is the file `<dir>/journals/document/d1.jsonl`. Each is opened on first use and
 * held in memory from then on; an entry is in memory only once it is on the disk. The one process that holds the
 * workspace's lock may use this. A damaged journal can be read and takes no entries.
 */
export function openLowdbJournal(
  dir: string,
  { digest, onReport, disk = privateDisk, pause = () => undefined }: LowdbJournalOptions,
): Journal {
  const root = resolve(dir)
  const folder = join(root, 'journals')
  const opened = new Map<string, Promise<OpenJournal>>()
  const queues = new Map<string, Promise<unknown>>()
  /** The first entry that does not hold, by journal. */
  const damaged = new Map<string, number>()

  function report(name: string, found: JournalReport): void {
    if (found.type === 'damaged') damaged.set(name, found.damage[0]?.line ?? 0)
    onReport(name, found)
  }

  async function load(name: string): Promise<OpenJournal> {
    const path = `${join(folder, ...name.split('/'))}${ending}`
    const adapter = appendingAdapter(path, { root, disk, digest, pause, onReport: (found) => report(name, found) })
    const journal = new Low<Growth>(adapter, { held: [], added: [] })
    await journal.read()
    return { adapter, held: [...journal.data.held] }
  }

  function open(name: string): Promise<OpenJournal> {
    const known = opened.get(name)
    if (known) return known
    const opening = load(name)
    opened.set(name, opening)
    opening.catch(() => opened.delete(name))
    return opening
  }

  /** One after the other, whatever became of the one before. */
  function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
    const turn = (queues.get(name) ?? Promise.resolve()).then(task, task)
    queues.set(name, turn)
    return turn
  }

  async function append(name: string, entries: readonly Entry[]): Promise<'appended' | 'conflict'> {
    const { adapter, held } = await open(name)
    const entry = damaged.get(name)
    if (entry !== undefined) throw new DamagedJournal(name, entry)
    if (judgeBatch(held.at(-1), entries) === 'conflict') return 'conflict'
    if (entries.length === 0) return 'appended'
    // lowdb changes its memory before it writes. So what is added goes into a Low of its own, and into what is held
    // only when it is on the disk.
    const added = await inSlices(storedSteps(entries), pause)
    await new Low<Growth>(adapter, { held, added }).write()
    for (const entry of added) held.push(entry)
    return 'appended'
  }

  return {
    async read(name, after) {
      checkJournalName(name)
      const { held } = await open(name)
      // In a damaged journal, entries may stand in other places than their own.
      return damaged.has(name) ? held.filter(({ sequence }) => sequence > after) : held.slice(after)
    },
    async append(name, entries) {
      checkJournalName(name)
      return inTurn(name, () => append(name, entries))
    },
    async names(prefix) {
      const files = await disk.list(folder)
      return files
        .filter(({ path, size }) => path.endsWith(ending) && size > 0)
        .map(({ path }) => path.slice(0, -ending.length))
        .filter((name) => name.startsWith(prefix) && isJournalName(name))
        .sort()
    },
  }
}
