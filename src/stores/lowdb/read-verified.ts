import { createHash, type Hash } from 'node:crypto'
import type { Entry } from '../../model/event.ts'
import type { Digest, Pause } from '../../ports/world.ts'
import { type ChainEnd, chainStart, startOf } from '../../review/chain.ts'
import type { Disk } from '../disk/disk.ts'
import { createJournalReader, type JournalContents, lineEnd } from './lines.ts'
import { createPlaces, type Places } from './places.ts'
import { readLines } from './read-lines.ts'
import { hashSealed, type Seal } from './seal.ts'

/** What a journal file was found to be when every line of it was verified. */
export interface VerifiedFile extends Omit<JournalContents, 'entries'> {
  readonly end: ChainEnd
  /** What its first entry continues. */
  readonly start: ChainEnd
  readonly places: Places
  /** Of all bytes that are entries with their line feeds; the missing one of an unended entry is among them. */
  readonly hash: Hash
  /** Bytes at its beginning that were found as they had been verified before. */
  readonly sealedBytes: number
  /** Its entries, if it is small: its first reader needs no second reading. */
  readonly entries: readonly Entry[] | null
  /** What comes after the last entry; null if there is no file. */
  readonly tail: Uint8Array | null
}

interface ReadOptions {
  readonly disk: Pick<Disk, 'read'>
  readonly digest: Digest
  readonly pause: Pause
  /** Bytes at the beginning that were verified before. */
  readonly seal: Seal | null
}

/** Journals whose entries stay in memory until they are asked for, in bytes. */
const small = 2 ** 18

/**
 * Verifies a journal file line by line, from the end of what is sealed on. Of a long one no more than a line is in memory
 * at a time.
 */
export async function readVerified(path: string, { disk, digest, pause, seal }: ReadOptions): Promise<VerifiedFile> {
  const sealed = seal && (await hashSealed(disk, path, seal, pause))
  const start = sealed && seal
  const hash = sealed ?? createHash('sha256')
  const reader = createJournalReader(digest, start?.end)
  const places = start ? createPlaces(start.starts, start.end.sequence - (start.start?.sequence ?? 0)) : createPlaces()
  const entries: Entry[] = []
  let last: ChainEnd | undefined = start?.end
  let begun: ChainEnd | undefined = start ? (start.start ?? chainStart) : undefined
  let entryBytes = start?.bytes ?? 0

  function take(entry: Entry | undefined, at: number, line: Uint8Array, bytes: number): void {
    places.note(at)
    hash.update(line)
    hash.update(lineEnd)
    entryBytes = at + bytes
    last = entry ?? last
    if (entry) begun ??= startOf(entry)
    if (entry && entryBytes <= small) entries.push(entry)
  }

  const everything = { from: entryBytes, to: Number.POSITIVE_INFINITY }
  const rest = await readLines(disk, path, everything, pause, (line, at) => {
    take(reader.take(line), at, line, line.length + 1)
    return 'more'
  })
  const ending = reader.end(rest ?? new Uint8Array())
  if (ending.type === 'entry' && rest) take(ending.entry, entryBytes, rest, rest.length)
  return {
    damage: reader.damage,
    entryBytes,
    unended: ending.type === 'entry' && ending.unended,
    end: last ?? chainStart,
    start: begun ?? chainStart,
    places,
    hash,
    sealedBytes: start?.bytes ?? 0,
    entries: start === null && entryBytes <= small ? entries : null,
    tail: rest !== null && ending.type === 'unfinished' ? rest : rest && new Uint8Array(),
  }
}
