import type { OutboxEvent } from '../../model/event.ts'
import { isRefusal } from '../../model/refusal.ts'
import { carriedOf, holdsMore, type OutboxTerms } from '../../review/telling/carried.ts'
import type { Workspace } from '../core/open.ts'

/** The name of the journal of what is told outside. */
const outboxJournal = 'outbox'

/**
 * Removes from the journal of the outbox what these terms do not keep, if there is anything, or in any case if `always`: what is
 * kept goes into one entry, and the entries before it are removed. The entry is decided on the outbox as it is, so that
 * nothing that waits is lost and nothing is sent twice; whatever is killed between, the journal is whole, and the next time
 * goes on. Gives whether something was removed.
 */
export async function shortenOutbox(
  workspace: Workspace,
  terms: OutboxTerms,
  { always }: { readonly always: boolean },
): Promise<boolean> {
  const { state, last } = await workspace.outbox.read()
  if (last === undefined) return false
  if (always || holdsMore(state, terms)) {
    const written = await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => [
      { type: 'outbox-carried', v: 1, outbox: carriedOf(state, terms) },
    ])
    if (isRefusal(written)) return false
  }
  const { carried } = (await workspace.outbox.read()).state
  const [first] = await workspace.world.journals.read(outboxJournal, 0, 1)
  if (first === undefined || first.sequence >= carried) return false
  await workspace.world.journals.shorten(outboxJournal, carried)
  return true
}

/** When the oldest entry was written that is no carried state; null for none. */
export async function oldestEntry({ world }: Pick<Workspace, 'world'>): Promise<string | null> {
  const entries = await world.journals.read(outboxJournal, 0, 2)
  return entries.find(({ event }) => event.type !== 'outbox-carried')?.at ?? null
}
