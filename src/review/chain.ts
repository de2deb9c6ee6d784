import type { Entry, Event } from '../model/event.ts'
import { membersOf } from '../model/names.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { type Digest, digestSteps } from '../ports/world.ts'
import { canonicalJson, canonicalSteps } from './canonical.ts'
import type { WrittenAt } from './clock.ts'

/** The end of a chain, which the next entry continues. */
export interface ChainEnd {
  readonly sequence: number
  readonly hash: string
}

/** The end of an empty chain. */
export const chainStart: ChainEnd = { sequence: 0, hash: '' }

/**
 * Whether an entry holds all that the entries before it came to, so that a journal may begin with it. None of the record of
 * a review does: only the journal of what is told outside is ever shortened.
 */
export function beginsAnew({ event }: Pick<Entry, 'event'>): boolean {
  // Of an altered entry there may be no event.
  return membersOf(event).type === 'outbox-carried'
}

/** What the first entry of a journal continues: the beginning of the chain, unless the journal was shortened. */
export function startOf(first: Entry | undefined): ChainEnd {
  return first !== undefined && beginsAnew(first) ? { sequence: first.sequence - 1, hash: first.previous } : chainStart
}

interface Linking extends WrittenAt {
  readonly by: string
  readonly digest: Digest
}

/** Makes entries of events that continue `last`: numbered, dated, each bound to the previous one by its hash. */
export function chain<E extends Event>(last: ChainEnd, events: readonly E[], linking: Linking): readonly Entry<E>[] {
  return atOnce(chainSteps(last, events, linking))
}

/** The same step by step. */
export function* chainSteps<E extends Event>(
  last: ChainEnd,
  events: readonly E[],
  { at, clock, by, digest }: Linking,
): Generator<void, readonly Entry<E>[]> {
  const entries: Entry<E>[] = []
  let end = last
  for (const event of events) {
    const open = { sequence: end.sequence + 1, at, by, ...(clock && { clock }), previous: end.hash, event }
    const entry = { ...open, hash: yield* digestSteps(digest, yield* canonicalSteps(open)) }
    entries.push(entry)
    end = entry
    yield
  }
  return entries
}

/**
 * Whether entries form an unaltered chain. `broken` names the first bad entry by the sequence number of its place:
 * `order` if it does not continue the one before, `hash` if its content is not what was hashed. A chain alone does not
 * show entries cut off at its end: compare its head with a signature.
 */
export type ChainVerdict =
  | { readonly type: 'whole' }
  | { readonly type: 'broken'; readonly sequence: number; readonly reason: 'order' | 'hash' }

export function verifyChain(entries: readonly Entry[], digest: Digest): ChainVerdict {
  return atOnce(verifyChainSteps(entries, digest))
}

/** The same step by step; `after` is the end of the chain that the entries have to continue, if they are not its first. */
export function* verifyChainSteps(
  entries: readonly Entry[],
  digest: Digest,
  after: ChainEnd = chainStart,
): Steps<ChainVerdict> {
  let end = after.sequence === 0 ? startOf(entries[0]) : after
  for (const entry of entries) {
    const sequence = end.sequence + 1
    if (!(yield* hashHoldsSteps(entry, digest))) return { type: 'broken', sequence, reason: 'hash' }
    if (entry.sequence !== sequence || entry.previous !== end.hash) return { type: 'broken', sequence, reason: 'order' }
    end = entry
    yield
  }
  return { type: 'whole' }
}

/** Whether an entry's hash is that of all its other members, so that an inserted member is detected too. */
export function hashHolds({ hash, ...rest }: Entry, digest: Digest): boolean {
  try {
    return digest(canonicalJson(rest)) === hash
  } catch {
    // A value without canonical JSON was never hashed.
    return false
  }
}

/** The same step by step: an import of many sentences is one entry. */
function* hashHoldsSteps({ hash, ...rest }: Entry, digest: Digest): Steps<boolean> {
  try {
    const text = yield* canonicalSteps(rest)
    return (yield* digestSteps(digest, text)) === hash
  } catch {
    return false
  }
}

/** The canonical JSON of an entry, and of all its members but its hash, which is what the hash is of. */
export interface EntryTexts {
  readonly whole: string
  readonly hashed: string
}

/** Both texts, each member written once, step by step. */
export function* entryTextSteps(entry: Entry): Generator<void, EntryTexts> {
  const whole: string[] = []
  const hashed: string[] = []
  for (const [name, value] of Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue
    const member = `${canonicalJson(name)}:${yield* canonicalSteps(value)}`
    whole.push(member)
    if (name !== 'hash') hashed.push(member)
    if (member.length > longText) yield
  }
  const text = `{${whole.join(',')}}`
  if (text.length > longText) yield
  return { whole: text, hashed: `{${hashed.join(',')}}` }
}

/** Of a text with more UTF-16 units than this, to join or to hash it is a step of its own. */
const longText = 100_000
