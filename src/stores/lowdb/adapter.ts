import type { Hash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import type { Entry } from '../../model/event.ts'
import type { Steps } from '../../model/steps.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { type ChainEnd, chainStart, startOf } from '../../review/chain.ts'
import type { Disk } from '../disk/disk.ts'
import type { OpenFiles } from '../disk/open-files.ts'
import { appendBytes, type MovedTail, settle, unreadJournalFile } from './journal-file.ts'
import { type Damage, entryOf, linesSteps, readJournalFile } from './lines.ts'
import { createPlaces, type Places } from './places.ts'
import { readLines } from './read-lines.ts'
import { readVerified } from './read-verified.ts'
import { leastSealed, type Seal } from './seal.ts'

/** What is not as it should be in a journal that was opened. Nothing of it was deleted. */
export type JournalReport =
  /** An append that was cut off in mid-write: its bytes were moved to `file`, and the journal goes on before them. */
  | ({ readonly type: 'tail-moved' } & MovedTail)
  /** Entries that were altered after they were written: the file is left as it is and takes no more. */
  | { readonly type: 'damaged'; readonly damage: readonly Damage[] }

/** What lowdb hands over to be written: where the entries in the file end, and those that go to its end. */
export interface Growth {
  readonly held: ChainEnd
  readonly added: readonly Entry[]
}

export interface AdapterOptions {
  /** The folder, above the file at whatever height, from which on names have to reach the disk. */
  readonly root: string
  readonly disk: Disk
  readonly files: OpenFiles
  readonly digest: Digest
  readonly pause: Pause
  /** What was verified of the file before, if anything was. */
  readonly seal: () => Promise<Seal | null>
  readonly onReport: (report: JournalReport) => void
}

/** A file of entries that only grows. */
export interface GrowingFile {
  /**
   * lowdb's door to it. `read` reads every line, and gives where they end. `write` takes where the file ends and what is
   * to be added, and appends the latter; it resolves when the entries have reached the disk. After a failed write or
   * flush the file is cut back to what it held; when that fails too, every later write throws until the file is read anew.
   */
  readonly adapter: Adapter<Growth>
  /** The number of bytes that are entries and have reached the disk. */
  bytes(): number
  /** What is verified of it, for the next who opens it; null if it is small, or has not grown much since it was opened. */
  seal(): Seal | null
  /** The entries after one, in the order of their lines; at most `most` of them. */
  after(sequence: number, most: number): Promise<readonly Entry[]>
}

export function openGrowingFile(path: string, options: AdapterOptions): GrowingFile {
  const { root, disk, files, digest, pause, onReport } = options
  const file = unreadJournalFile({ path, root, disk, files })
  /** Of all bytes of the file; null for a small or damaged one. */
  let hash: Hash | null = null
  let sealedBytes = 0
  /** How many bytes of the file `hash` is of. */
  let hashed = 0
  /** What the first entry continues, and the last. */
  let [start, end] = [chainStart, chainStart]
  let places = createPlaces()
  /** Entries that are in memory: of a small file those that nobody has asked for yet, of a damaged one all. */
  let inMemory: { readonly type: 'once' | 'damaged'; readonly entries: readonly Entry[] } | null = null

  async function readWhole(): Promise<void> {
    const seal = await options.seal()
    const contents = await readVerified(path, { ...options, seal })
    hash = null
    ;[start, end] = [contents.start, contents.end]
    places = contents.places
    file.exists = contents.tail !== null
    file.length = contents.entryBytes
    if (contents.damage.length > 0) {
      const all = readJournalFile((await disk.read(path)) ?? new Uint8Array(), digest)
      inMemory = { type: 'damaged', entries: all.entries }
      file.closed = `line ${contents.damage[0]?.line} is damaged`
      return onReport({ type: 'damaged', damage: contents.damage })
    }
    inMemory = contents.entries && { type: 'once', entries: contents.entries }
    const moved = contents.tail === null ? null : await settle(file, contents.tail, contents.unended)
    if (moved) onReport({ type: 'tail-moved', ...moved })
    file.closed = null
    if (file.length < leastSealed) return
    hash = contents.hash
    hashed = file.length
    sealedBytes = contents.sealedBytes
  }

  return {
    adapter: {
      async read() {
        file.closed = 'it could not be read'
        await readWhole()
        return { held: end, added: [] }
      },
      async write({ held, added }) {
        if (file.closed !== null) throw new Error(`journal ${path} takes no entries: ${file.closed}`)
        if (held.sequence !== end.sequence || held.hash !== end.hash) throw new Error(`journal ${path} only grows`)
        if (added.length === 0) return
        const from = file.length
        const bytes = await inSlices(linesSteps(added, digest), pause)
        await appendBytes(file, bytes)
        inMemory = null
        await inSlices(places.noteSteps(bytes, from), pause)
        if (hash) await inSlices(hashSteps(hash, bytes), pause)
        hashed = file.length
        if (end.sequence === 0) start = startOf(added[0])
        end = added.at(-1) ?? end
      },
    },
    bytes: () => file.length,
    seal() {
      if (hash === null || hashed !== file.length || file.closed !== null) return null
      if (file.length - sealedBytes < leastSealed / 4) return null
      return { bytes: file.length, sha256: hash.copy().digest('hex'), end, start, starts: places.starts() }
    },
    async after(sequence, most) {
      if (inMemory !== null) {
        const { type, entries } = inMemory
        if (type === 'once') inMemory = null
        return entries.filter((entry) => entry.sequence > sequence).slice(0, most)
      }
      if (sequence >= end.sequence || most <= 0) return []
      return readAfter(path, { disk, pause, places, to: file.length }, Math.max(0, sequence - start.sequence), most)
    },
  }
}

/** Bytes that take about a millisecond to hash. */
const bytesAStep = 1 << 18

function* hashSteps(hash: Hash, bytes: Uint8Array): Steps<void> {
  for (let from = 0; from < bytes.length; from += bytesAStep) {
    hash.update(bytes.subarray(from, from + bytesAStep))
    yield
  }
}

async function readAfter(
  path: string,
  {
    disk,
    pause,
    places,
    to,
  }: Pick<AdapterOptions, 'disk' | 'pause'> & { readonly places: Places; readonly to: number },
  line: number,
  most: number,
): Promise<readonly Entry[]> {
  const { at, index } = places.before(line)
  let skipped = line - index
  const entries: Entry[] = []
  await readLines(disk, path, { from: at, to }, pause, (line) => {
    if (skipped > 0) skipped -= 1
    else entries.push(entryOf(line))
    return entries.length >= most ? 'enough' : 'more'
  })
  return entries
}
