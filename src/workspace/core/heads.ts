import type { Event, HeadsEvent } from '../../model/event.ts'
import { type ChainHead, documentPrefix, headsJournal } from '../../model/head.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { type ChainVerdict, verifyChain } from '../../review/chain.ts'
import {
  type HeadFault,
  headFaults,
  headOf,
  headsNamedIn,
  type JudgedChain,
  type WitnessedHead,
} from '../../review/heads.ts'
import type { Books } from './books.ts'
import { refusalOfDamage } from './lookup.ts'
import type { Workspace } from './open.ts'
import type { Page } from './page.ts'

/** The books of which a workspace has one each, by the names of their journals. */
function sharedBooks({ people, termbase, settings, memoryFiles }: Books) {
  return [
    ['people', people],
    ['termbase', termbase],
    ['settings', settings],
    ['memory', memoryFiles],
  ] as const
}

/**
 * Records the heads of all journals that have grown since they were recorded last. A damaged journal is left out: what
 * was recorded of it stays what it is held to. Refuses if the record itself is damaged.
 */
export async function recordHeads(workspace: Workspace): Promise<Refusal | null> {
  try {
    const present = [
      ...(await sharedHeads(workspace)),
      ...(await documentHeads(workspace, await workspace.documents())),
    ]
    const written = await workspace.heads.write('system', ({ state }): readonly HeadsEvent[] => {
      const grown = present.filter(({ name, length }) => length > (state.get(name)?.length ?? 0))
      return grown.length === 0 ? [] : [{ type: 'heads-recorded', v: 1, heads: grown }]
    })
    return isRefusal(written) ? written : null
  } catch (fault) {
    return refusalOfDamage(fault)
  }
}

/**
 * The heads that may be published with these documents, sorted by name: their own, those of the shared journals, and that
 * of the record of heads, which binds the documents that are not named.
 */
export async function publicHeads(workspace: Workspace, documents: readonly string[]): Promise<readonly ChainHead[]> {
  const { last, damage } = await workspace.heads.read()
  const record = damage === null ? headOf(headsJournal, last) : null
  const heads = [...(await sharedHeads(workspace)), ...(await documentHeads(workspace, documents))]
  return [...heads, ...(record ? [record] : [])].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The refusal if a journal of which there is one each is damaged: nothing is signed over it. */
export async function refusalOfSharedDamage(workspace: Workspace): Promise<Refusal | null> {
  for (const [, book] of [...sharedBooks(workspace), [headsJournal, workspace.heads] as const]) {
    const { damage } = await book.read()
    if (damage) return refusalOfDamage(damage)
  }
  return null
}

/** Holds every journal to the heads that are recorded, signed and released in the workspace, and to `more`. */
export async function faultsAgainstHeads(
  workspace: Workspace,
  more: readonly WitnessedHead[],
): Promise<readonly HeadFault[]> {
  const { journals, digest } = workspace.world
  const chains = new Map<string, JudgedChain>()
  const heads: WitnessedHead[] = [...more]
  const add = async (name: string, page: Pick<Page<unknown, Event>, 'damage' | 'entries'>) => {
    const entries = await page.entries()
    chains.set(name, { entries, verdict: verdictOf(page.damage) })
    heads.push(...headsNamedIn(name, entries))
  }
  for (const [name, book] of [...sharedBooks(workspace), [headsJournal, workspace.heads] as const]) {
    await add(name, await book.read())
  }
  for (const id of await workspace.documents()) {
    const name = `${documentPrefix}${id}`
    const page = await intact(workspace, id)
    if (page) await add(name, page)
    else {
      const entries = await journals.read(name, 0)
      chains.set(name, { entries, verdict: verifyChain(entries, digest) })
    }
  }
  return headFaults(chains, heads)
}

/** Of a journal that lacks its end, what is there holds. */
function verdictOf(damage: DamagedJournal | null): ChainVerdict {
  return damage === null || damage.damage.type === 'missing'
    ? { type: 'whole' }
    : { type: 'broken', sequence: damage.entry, reason: 'hash' }
}

async function sharedHeads(workspace: Workspace): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = []
  for (const [name, book] of sharedBooks(workspace)) {
    const { last, damage } = await book.read()
    const head = headOf(name, last)
    if (head && damage === null) heads.push(head)
  }
  return heads
}

async function documentHeads(workspace: Workspace, documents: readonly string[]): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = []
  for (const id of documents) {
    const head = headOf(`${documentPrefix}${id}`, (await intact(workspace, id))?.last)
    if (head) heads.push(head)
  }
  return heads
}

/** The page of a document; null for a damaged one. */
async function intact(workspace: Workspace, document: string): Promise<Page<unknown> | null> {
  try {
    return await workspace.document(document).read()
  } catch (fault) {
    if (fault instanceof DamagedJournal) return null
    throw fault
  }
}
