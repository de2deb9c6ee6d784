import { join, resolve } from 'node:path'
import { Low } from 'lowdb'
import type { Entry } from '../../model/event.ts'
import { DamagedJournal, type Journal, type JournalMark } from '../../ports/journal.ts'
import type { Snapshots } from '../../ports/snapshots.ts'
import { createTurns } from '../../ports/turns.ts'
import type { Digest, Pause } from '../../ports/world.ts'
import { type ChainEnd, chainStart } from '../../review/chain.ts'
import { judgeBatch } from '../continuity.ts'
import { type Disk, privateDisk } from '../disk/disk.ts'
import { keepFilesOpen } from '../disk/open-files.ts'
import { checkJournalName, checkShortened, shortened } from '../names.ts'
import { type GrowingFile, type Growth, type JournalReport, openGrowingFile } from './adapter.ts'
import { journalEnding, type Listing, listJournals } from './listing.ts'
import { createSeals } from './seals.ts'
import { shortenJournalFile } from './shorten.ts'

export interface LowdbJournalOptions {
  readonly digest: Digest
  /** Told, once a journal is opened by its first use, what was found amiss in it. */
  readonly onReport: (name: string, report: JournalReport) => void
  readonly disk?: Disk
  /** Where it is noted what was verified of long journals, so that it is not done again at each start. */
  readonly snapshots?: Snapshots
  /** Lets others go first while many entries are written. */
  readonly pause?: Pause
}

export interface LowdbJournal extends Journal {
  /** Closes the files that are open between two writes, and seals what was verified. */
  close(): Promise<void>
}

/** A journal that was read from the disk. `end`: where its entries end there. */
interface OpenJournal {
  readonly file: GrowingFile
  end: ChainEnd
}

/**
 * Journals in a folder: `document/d1` is the file `<dir>/journals/document/d1.jsonl`. Each is read as a whole on first
 * use, and its file verified line by line; of its entries none stays in memory, and whoever asks for some gets them from
 * the file. The one process that holds the workspace's lock may use this. A damaged journal can be read and takes no
 * entries.
 */
export function openLowdbJournal(
  dir: string,
  { digest, onReport, disk = privateDisk, pause = () => undefined, snapshots }: LowdbJournalOptions,
): LowdbJournal {
  const [root, folder] = [resolve(dir), join(resolve(dir), 'journals')]
  const files = keepFilesOpen(disk)
  const seals = createSeals(snapshots)
  const listing = listJournals(folder, disk)
  const opened = new Map<string, Promise<OpenJournal>>()
  const turns = createTurns()
  /** The first entry that does not hold, by journal. */
  const damaged = new Map<string, number>()

  const pathOf = (name: string) => `${join(folder, ...name.split('/'))}${journalEnding}`
  function report(name: string, found: JournalReport): void {
    if (found.type === 'damaged') damaged.set(name, found.damage[0]?.line ?? 0)
    onReport(name, found)
  }

  async function load(name: string): Promise<OpenJournal> {
    const onReport = (found: JournalReport) => report(name, found)
    const file = openGrowingFile(pathOf(name), {
      root,
      disk,
      files,
      digest,
      pause,
      seal: () => seals.read(name),
      onReport,
    })
    const journal = new Low<Growth>(file.adapter, { held: chainStart, added: [] })
    await journal.read()
    return { file, end: journal.data.held }
  }

  function open(name: string): Promise<OpenJournal> {
    const known = opened.get(name)
    if (known) return known
    const opening = load(name)
    opened.set(name, opening)
    opening.catch(() => opened.delete(name))
    return opening
  }

  async function append(name: string, entries: readonly Entry[]): Promise<'appended' | 'conflict'> {
    const journal = await open(name)
    const entry = damaged.get(name)
    if (entry !== undefined) throw new DamagedJournal(name, entry)
    const { end, file } = journal
    if (judgeBatch(end, entries) === 'conflict') return 'conflict'
    // lowdb changes its memory before it writes. So what is added goes into a Low of its own, and counts as the end only
    // when it is on the disk.
    await new Low<Growth>(file.adapter, { held: end, added: entries }).write()
    journal.end = entries.at(-1) ?? end
    if (entries.length > 0) listing.add(name)
    return 'appended'
  }

  return {
    async read(name, after, most = Number.POSITIVE_INFINITY) {
      checkJournalName(name)
      const task = async () => (await open(name)).file.after(after, most)
      return shortened.has(name) ? turns.take(name, task) : task()
    },
    async shorten(name, first) {
      checkShortened(name)
      // Nobody reads meanwhile: afterwards each line begins at another place.
      return turns.take(name, async () => {
        await files.closeAll()
        await shortenJournalFile(pathOf(name), first, { disk, pause }).finally(() => opened.delete(name))
      })
    },
    async append(name, entries) {
      checkJournalName(name)
      return turns.take(name, () => append(name, entries))
    },
    async names(prefix) {
      return (await listing.names()).filter((name) => name.startsWith(prefix))
    },
    marks: (prefix) => marksOf(listing, opened, prefix),
    async close() {
      for (const [name, opening] of opened) await sealJournal(seals, name, opening)
      await files.closeAll()
    },
  }
}

async function sealJournal(seals: ReturnType<typeof createSeals>, name: string, opening: Promise<OpenJournal>) {
  const seal = (await opening.catch(() => null))?.file.seal()
  if (seal) await seals.write(name, seal)
}

async function marksOf(
  listing: Listing,
  opened: ReadonlyMap<string, Promise<OpenJournal>>,
  prefix: string,
): Promise<ReadonlyMap<string, JournalMark>> {
  const marks = new Map<string, JournalMark>()
  for (const { name, size, modified } of await listing.files()) {
    if (!name.startsWith(prefix)) continue
    const journal = await opened.get(name)?.catch(() => undefined)
    // What is being written is not acknowledged yet.
    if (journal && journal.file.bytes() !== size) continue
    marks.set(name, { mark: `${size} ${modified}`, length: journal?.end.sequence ?? null })
  }
  return marks
}
