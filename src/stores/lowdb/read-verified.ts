import type { Entry } from '../../model/event.ts'
import type { Digest, Pause } from '../../ports/world.ts'
import { type ChainEnd, chainStart } from '../../review/chain.ts'
import type { Disk } from '../disk/disk.ts'
import { createJournalReader, type JournalContents } from './lines.ts'
import { createPlaces, type Places } from './places.ts'
import { readLines } from './read-lines.ts'

/** What a journal file was found to be when every line of it was verified. */
export interface VerifiedFile extends Omit<JournalContents, 'entries'> {
  readonly end: ChainEnd
  readonly places: Places
  /** Its entries, if it is small: its first reader needs no second reading. */
  readonly entries: readonly Entry[] | null
  /** What comes after the last entry; null if there is no file. */
  readonly tail: Uint8Array | null
}

/** Journals whose entries stay in memory until they are asked for, in bytes. */
const small = 2 ** 18

/** Verifies a journal file line by line. Of a long one no more than a line is in memory at a time. */
export async function readVerified(
  path: string,
  { disk, digest, pause }: { readonly disk: Pick<Disk, 'read'>; readonly digest: Digest; readonly pause: Pause },
): Promise<VerifiedFile> {
  const reader = createJournalReader(digest)
  const places = createPlaces()
  const entries: Entry[] = []
  let last: Entry | undefined
  let entryBytes = 0

  function take(entry: Entry | undefined, at: number, bytes: number): void {
    places.note(at)
    entryBytes = at + bytes
    last = entry ?? last
    if (entry && entryBytes <= small) entries.push(entry)
  }

  const everything = { from: 0, to: Number.POSITIVE_INFINITY }
  const rest = await readLines(disk, path, everything, pause, (line, at) => {
    take(reader.take(line), at, line.length + 1)
    return 'more'
  })
  const ending = reader.end(rest ?? new Uint8Array())
  if (ending.type === 'entry') take(ending.entry, entryBytes, rest?.length ?? 0)
  return {
    damage: reader.damage,
    entryBytes,
    unended: ending.type === 'entry' && ending.unended,
    end: last ?? chainStart,
    places,
    entries: entryBytes <= small ? entries : null,
    tail: rest !== null && ending.type === 'unfinished' ? rest : rest && new Uint8Array(),
  }
}
