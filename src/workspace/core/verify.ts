import type { Entry } from '../../model/event.ts'
import { verifyChain } from '../../review/chain.ts'
import { signatureHolds } from '../../review/signoff.ts'
import { anyEvent } from '../../schemas/event.ts'
import { damageOf } from './read-entries.ts'
import type { World } from './world.ts'

/** A bad entry of a journal: out of order, altered, or with a signature that its key did not make. */
export interface LedgerFault {
  readonly journal: string
  readonly entry: number
  readonly reason: 'order' | 'hash' | 'malformed' | 'newer' | 'signature' | 'head'
}

/**
 * Checks every journal from its first entry to its last, every signature in it, and that each signature directly follows
 * the entry it names. An empty list means that the ledger is intact. Entries cut off at the end of a journal can only be
 * detected by comparison with a head stored elsewhere, such as in a published certificate.
 */
export async function verifyLedger(
  world: Pick<World, 'journals' | 'digest' | 'verifySignature'>,
): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = []
  for (const journal of await world.journals.names('')) {
    const entries = await world.journals.read(journal, 0)
    const verdict = verifyChain(entries, world.digest)
    if (verdict.type === 'broken') faults.push({ journal, entry: verdict.sequence, reason: verdict.reason })
    faults.push(...entryFaults(journal, entries, world))
  }
  return faults
}

function entryFaults(
  journal: string,
  entries: readonly Entry[],
  { verifySignature }: Pick<World, 'verifySignature'>,
): readonly LedgerFault[] {
  return entries.flatMap(({ event, previous }, index): readonly LedgerFault[] => {
    const entry = index + 1
    const damage = damageOf(event, anyEvent)
    if (damage) return [{ journal, entry, reason: damage.type }]
    if (event.type !== 'document-signed') return []
    if (!signatureHolds(event.signOff, verifySignature)) return [{ journal, entry, reason: 'signature' }]
    return event.signOff.binding.head === previous ? [] : [{ journal, entry, reason: 'head' }]
  })
}
