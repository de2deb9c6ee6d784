import type { Entry } from '../../model/event.ts'
import { type Digest, digestSteps } from '../../ports/world.ts'
import { canonicalJson } from '../../review/canonical.ts'
import type { ChainEnd } from '../../review/chain.ts'
import { entryTextSteps, hashHolds } from '../../review/chain.ts'
import { fits } from '../../schemas/misfit.ts'
import { storedEntry } from '../../schemas/stored.ts'
import { continues } from '../continuity.ts'

/**
 * A journal file has one line for each entry: its canonical JSON in UTF-8 and a line feed, which canonical JSON never
 * contains. A changed byte is detected even if the JSON still has the same value.
 */

const newline = 0x0a
export const lineEnd = new Uint8Array([newline])
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function linesOf(entries: readonly Entry[]): Uint8Array {
  return encoder.encode(entries.map((entry) => `${canonicalJson(entry)}\n`).join(''))
}

/** Characters that are encoded in one step. */
const charactersAStep = 500_000

/** The same, encoded in steps. Throws where an entry's hash is not its own. */
export function* linesSteps(entries: readonly Entry[], digest: Digest): Generator<void, Uint8Array> {
  const parts: Uint8Array[] = []
  let text = ''
  for (const entry of entries) {
    const { whole, hashed } = yield* entryTextSteps(entry)
    if ((yield* digestSteps(digest, hashed)) !== entry.hash)
      throw new Error(`entry ${entry.sequence} has a hash that is not its own`)
    text += `${whole}\n`
    yield
    if (text.length < charactersAStep) continue
    yield* encodeSteps(text, parts)
    text = ''
  }
  yield* encodeSteps(text, parts)
  return yield* joinedSteps(parts)
}

/** Encodes a text piece by piece, never within a character. */
function* encodeSteps(text: string, parts: Uint8Array[]): Generator<void, void> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + charactersAStep, text.length)
    if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to -= 1
    parts.push(encoder.encode(text.slice(from, to)))
    from = to
    yield
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function* joinedSteps(parts: readonly Uint8Array[]): Generator<void, Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
    yield
  }
  return whole
}

/**
 * Why a line is not what was appended. `unreadable`: no entry can be read from it, and it is left out of `entries`;
 * `altered`: an entry can be read, but its hash or its bytes are not those it was written with; `displaced`: it does
 * not follow the entry before.
 */
export interface Damage {
  /** Counted from 1; in an undamaged journal the line of an entry is its sequence number. */
  readonly line: number
  readonly reason: 'unreadable' | 'altered' | 'displaced'
}

/** The content of a journal file. The first `entryBytes` bytes are entries; the bytes after them are an unfinished write. */
export interface JournalContents {
  readonly entries: readonly Entry[]
  readonly damage: readonly Damage[]
  readonly entryBytes: number
  /** The last entry lacks its line feed, and nothing follows it. */
  readonly unended: boolean
}

function isEntry(value: unknown): value is Entry {
  return fits(storedEntry, value)
}

type Line =
  | { readonly type: 'sound' | 'altered'; readonly entry: Entry }
  | { readonly type: 'unreadable'; readonly entry?: undefined }

function readLine(bytes: Uint8Array, digest: Digest): Line {
  try {
    const text = decoder.decode(bytes)
    const entry: unknown = JSON.parse(text)
    if (!isEntry(entry)) return { type: 'unreadable' }
    const sound = canonicalJson(entry) === text && hashHolds(entry, digest)
    return { type: sound ? 'sound' : 'altered', entry }
  } catch {
    return { type: 'unreadable' }
  }
}

/** Reads a journal line by line. It accepts any bytes: faults in them are part of the result and are never thrown. */
export interface JournalReader {
  readonly damage: readonly Damage[]
  /** Takes a line without its line feed, and gives the entry that can be read from it. */
  take(bytes: Uint8Array): Entry | undefined
  /** Takes what comes after the last line feed. */
  end(rest: Uint8Array): JournalEnd
}

/** The end of a journal file: whether its last bytes are an entry without a line feed, or an unfinished write. */
export type JournalEnd =
  | { readonly type: 'ended' | 'unfinished' }
  /** `unended`: the line feed is missing and nothing is in its place. */
  | { readonly type: 'entry'; readonly entry: Entry; readonly unended: boolean }

/** `after`: the entry after which the first line stands, if that is not the first of the journal. */
export function createJournalReader(digest: Digest, after?: ChainEnd): JournalReader {
  const damage: Damage[] = []
  let last = after
  let number = after?.sequence ?? 0

  function takeLine(line: Line): Entry | undefined {
    number += 1
    if (line.type !== 'sound') damage.push({ line: number, reason: line.type })
    else if (!continues(last, line.entry)) damage.push({ line: number, reason: 'displaced' })
    last = line.entry ?? last
    return line.entry
  }

  return {
    damage,
    take: (bytes) => takeLine(readLine(bytes, digest)),
    end(bytes) {
      if (bytes.length === 0) return { type: 'ended' }
      const rest = readLine(bytes, digest)
      if (rest.type === 'sound') {
        takeLine(rest)
        return { type: 'entry', entry: rest.entry, unended: true }
      }
      // An interrupted append leaves a beginning of an entry. A complete entry followed by something other than its line
      // feed was once written in full: that is damage, and the entry stays in the result.
      const ended = readLine(bytes.subarray(0, -1), digest)
      if (ended.type !== 'sound') return { type: 'unfinished' }
      takeLine({ type: 'altered', entry: ended.entry })
      return { type: 'entry', entry: ended.entry, unended: false }
    },
  }
}

/** Reads a whole journal file. */
export function readJournalFile(bytes: Uint8Array, digest: Digest): JournalContents {
  const reader = createJournalReader(digest)
  const entries: Entry[] = []
  let start = 0
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const entry = reader.take(bytes.subarray(start, end))
    if (entry) entries.push(entry)
    start = end + 1
  }
  const rest = reader.end(bytes.subarray(start))
  if (rest.type === 'entry') entries.push(rest.entry)
  const { damage } = reader
  return rest.type === 'entry'
    ? { entries, damage, entryBytes: bytes.length, unended: rest.unended }
    : { entries, damage, entryBytes: start, unended: false }
}

/** The entry of a line that was written here or has been read by a `JournalReader` without damage. */
export function entryOf(line: Uint8Array): Entry {
  // biome-ignore lint/plugin/no-cast: the line is that of an entry
  return JSON.parse(decoder.decode(line)) as Entry
}
