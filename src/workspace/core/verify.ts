import type { Entry } from '../../model/event.ts'
import type { KeyHistory } from '../../model/signing-key.ts'
import type { Journal } from '../../ports/journal.ts'
import { verifyChain } from '../../review/chain.ts'
import { type HeadFault, headFaults, headsNamedIn, type JudgedChain, type WitnessedHead } from '../../review/heads.ts'
import { isSuccession, keyHistoryAfter, keysOf } from '../../review/signing-keys.ts'
import { signatureHolds } from '../../review/signoff.ts'
import { anyEvent, settingsEvent } from '../../schemas/event.ts'
import { fits } from '../../schemas/misfit.ts'
import { damageOf } from './read-entries.ts'
import type { World } from './world.ts'

/** A bad entry of a journal: out of order, altered, or with a signature that its key did not make. */
interface EntryFault {
  readonly journal: string
  readonly entry: number
  readonly reason: 'order' | 'hash' | 'malformed' | 'newer' | 'signature' | 'head' | 'key' | 'succession'
}

/** A bad entry, or a journal that is not what a head said of it. */
export type LedgerFault = EntryFault | HeadFault

/**
 * Checks every journal from its first entry to its last, every signature in it, that each signature directly follows the
 * entry it names and is by a key of the office, and that each new key took the place of the one before; and holds every journal to all heads that signatures, releases and records of heads name, and to
 * `heads` that were kept elsewhere. An empty list means that the ledger is intact up to those heads: what a journal lost
 * since its last head, nobody can tell.
 */
export async function verifyLedger(
  world: Pick<World, 'digest' | 'verifySignature'> & { readonly journals: Pick<Journal, 'read' | 'names'> },
  heads: readonly WitnessedHead[] = [],
): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = []
  const { faults: keyFaults, keys } = heldKeys(await world.journals.read('settings', 0), world)
  const named: WitnessedHead[] = [...heads]
  const chains = new Map<string, JudgedChain>()
  for (const journal of await world.journals.names('')) {
    const entries = await world.journals.read(journal, 0)
    const verdict = verifyChain(entries, world.digest)
    if (verdict.type === 'broken') faults.push({ journal, entry: verdict.sequence, reason: verdict.reason })
    faults.push(...entryFaults(journal, entries, keys, world))
    chains.set(journal, { entries, verdict })
    const sound = verdict.type === 'broken' ? entries.slice(0, verdict.sequence - 1) : entries
    const readable = sound.filter(({ event }) => damageOf(event, anyEvent) === null)
    named.push(...headsNamedIn(journal, readable))
  }
  return [...faults, ...keyFaults, ...headFaults(chains, named)]
}

/** The keys of the office; null if no history is recorded. */
function heldKeys(
  settings: readonly Entry[],
  { verifySignature }: Pick<World, 'verifySignature'>,
): { readonly faults: readonly EntryFault[]; readonly keys: ReadonlySet<string> | null } {
  const faults: EntryFault[] = []
  let history: KeyHistory | null = null
  for (const [index, { event }] of settings.entries()) {
    if (!fits(settingsEvent, event)) continue
    const follows =
      event.type !== 'signing-key-replaced' || (history !== null && isSuccession(history, event, verifySignature))
    if (!follows) faults.push({ journal: 'settings', entry: index + 1, reason: 'succession' })
    history = keyHistoryAfter(history, event)
  }
  return { faults, keys: history && new Set(keysOf(history)) }
}

function entryFaults(
  journal: string,
  entries: readonly Entry[],
  keys: ReadonlySet<string> | null,
  { verifySignature }: Pick<World, 'verifySignature'>,
): readonly EntryFault[] {
  return entries.flatMap(({ event, previous }, index): readonly EntryFault[] => {
    const entry = index + 1
    const damage = damageOf(event, anyEvent)
    if (damage) return [{ journal, entry, reason: damage.type }]
    if (event.type !== 'document-signed') return []
    if (!signatureHolds(event.signOff, verifySignature)) return [{ journal, entry, reason: 'signature' }]
    if (keys?.has(event.signOff.key) === false) return [{ journal, entry, reason: 'key' }]
    return event.signOff.binding.head === previous ? [] : [{ journal, entry, reason: 'head' }]
  })
}
