import type { Entry, Event } from '../../model/event.ts'
import type { ChainHead } from '../../model/head.ts'
import { atOnce } from '../../model/steps.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { chainStart, hashHolds, verifyChain, verifyChainSteps } from '../../review/chain.ts'
import { headFaults } from '../../review/heads.ts'
import type { BookOptions } from './book-options.ts'
import { readEntries, readEntriesSteps } from './read-entries.ts'

/** A journal as it was read: what its entries fold to, the last of them, and all where the book holds them. */
export interface LoadedJournal<S, E extends Event> {
  readonly state: S
  readonly last: Entry<E> | undefined
  readonly damage: DamagedJournal | null
  readonly entries: readonly Entry<E>[]
}

/** Entries that are read at once: of a long journal no more are in memory, unless the book holds them. */
const piece = 500

interface Doors {
  readonly journals: Journal
  readonly digest: Digest
  readonly pause: Pause
}

/**
 * Reads a journal piece by piece, verifies its chain, holds it to the head that was recorded of it, and folds it. Throws
 * `DamagedJournal`; for a book that holds its entries only where they do not fold.
 */
export async function loadJournal<S, E extends Event>(
  world: Doors,
  options: BookOptions<S, E>,
): Promise<LoadedJournal<S, E>> {
  const { recorded = async () => undefined } = options
  const head = await recorded()
  try {
    return (await loadPieces(world, options, head)) ?? (await loadDamaged(world, options, head))
  } catch {
    // Altered entries may not fold. The error then names the altered entry instead of the place where the fold failed.
    return loadDamaged(world, options, head)
  }
}

/** Null for a journal that is damaged. */
async function loadPieces<S, E extends Event>(
  world: Doors,
  options: BookOptions<S, E>,
  head: ChainHead | undefined,
): Promise<LoadedJournal<S, E> | null> {
  const { journals, digest, pause } = world
  const { name, event, holds, fold, together = piece } = options
  const held: Entry<E>[] = []
  let state: S | undefined
  let last: Entry<E> | undefined
  let isHeld = head === undefined
  for (;;) {
    const end = last ?? chainStart
    const stored = await journals.read(name, end.sequence, together)
    // Of a short journal the fold is made sooner than it is found.
    const begun = last === undefined && stored.length === together ? await beginOf(world, options) : null
    if (begun) {
      state = begun.state
      last = begun.last
      isHeld ||= head !== undefined && (await stands(world, name, head, begun.last.sequence))
      continue
    }
    const verdict = await inSlices(verifyChainSteps(stored, digest, end), pause)
    if (verdict.type === 'broken') return null
    isHeld ||= stored.some(({ sequence, hash }) => sequence === head?.length && hash === head.hash)
    const entries = await inSlices(readEntriesSteps(name, stored, event), pause)
    const folded: S = await inSlices(fold(state, entries), pause)
    state = folded
    last = entries.at(-1) ?? last
    if (holds === 'entries') for (const entry of entries) held.push(entry)
    if (stored.length < together) return isHeld ? { state: folded, last, damage: null, entries: held } : null
  }
}

/** Where a fold of the first entries can begin: the journal has to have the entry that it ends with. */
async function beginOf<S, E extends Event>(
  { journals, digest }: Doors,
  { name, event, holds, folded }: BookOptions<S, E>,
): Promise<{ readonly state: S; readonly last: Entry<E> } | null> {
  const snapshot = holds === 'state' ? await folded?.() : null
  if (!snapshot) return null
  const [stored] = await journals.read(name, snapshot.sequence - 1, 1)
  if (stored?.sequence !== snapshot.sequence || stored.hash !== snapshot.hash || !hashHolds(stored, digest)) return null
  const [last] = readEntries(name, [stored], event)
  return last ? { state: snapshot.state, last } : null
}

/** Whether a head up to an entry is that of the journal. */
async function stands({ journals }: Doors, name: string, { length, hash }: ChainHead, until: number): Promise<boolean> {
  if (length > until) return false
  const [entry] = await journals.read(name, length - 1, 1)
  return entry?.sequence === length && entry.hash === hash
}

/** The same for a journal that is damaged, or does not fold: all of it is looked at before anything is said of it. */
async function loadDamaged<S, E extends Event>(
  { journals, digest }: Doors,
  { name, event, holds, fold }: BookOptions<S, E>,
  head: ChainHead | undefined,
): Promise<LoadedJournal<S, E>> {
  const stored = await journals.read(name, 0)
  const damage = damageIn(name, stored, head, digest)
  if (damage && holds === 'state') throw damage
  try {
    const entries = readEntries(name, stored, event)
    return { state: atOnce(fold(undefined, entries)), last: entries.at(-1), damage, entries }
  } catch (fault) {
    throw damage ?? fault
  }
}

/** What the chain of a journal shows of itself, and what the head that was recorded of it shows. */
function damageIn(
  name: string,
  stored: readonly Entry[],
  head: ChainHead | undefined,
  digest: Digest,
): DamagedJournal | null {
  const verdict = verifyChain(stored, digest)
  if (verdict.type === 'broken') return new DamagedJournal(name, verdict.sequence)
  if (head === undefined) return null
  const recorded = [{ ...head, witness: { type: 'record', entry: 0 } as const }]
  const [fault] = headFaults(new Map([[name, { entries: stored, verdict }]]), recorded)
  if (fault === undefined) return null
  return fault.reason === 'missing'
    ? new DamagedJournal(name, fault.entry, { type: 'missing', until: fault.to })
    : new DamagedJournal(name, fault.to)
}
