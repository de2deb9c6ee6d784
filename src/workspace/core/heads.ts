import type { Entry, HeadsEvent } from '../../model/event.ts'
import { type ChainHead, documentPrefix, headsJournal } from '../../model/head.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DamagedJournal } from '../../ports/journal.ts'
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
    const present = [...(await sharedHeads(workspace)), ...(await documentHeads(workspace))]
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

/** Holds the journals of which there is one each to all heads that the workspace names, and to `more`. */
export async function sharedFaults(
  workspace: Workspace,
  more: readonly WitnessedHead[],
): Promise<readonly HeadFault[]> {
  const { chains, heads } = await sharedChains(workspace)
  const named = [...more, ...heads]
  for (const outline of await workspace.outlines.all()) named.push(...outline.heads)
  for (const [name, entries] of await unreadableEntries(workspace)) named.push(...headsNamedIn(name, entries))
  return headFaults(
    chains,
    named.filter(({ name }) => chains.has(name)),
  )
}

/**
 * Holds every journal to all heads that the workspace names, and to `more`: documents as far as their ends show, which
 * `checkLedger` holds to the others.
 */
export async function faultsAgainstHeads(
  workspace: Workspace,
  more: readonly WitnessedHead[],
): Promise<readonly HeadFault[]> {
  const { chains, heads } = await sharedChains(workspace)
  const named = [...more, ...heads]
  for (const [name, entries] of await unreadableEntries(workspace)) {
    chains.set(name, { entries, verdict: verifyChain(entries, workspace.world.digest) })
    named.push(...headsNamedIn(name, entries))
  }
  const ends = new Map<string, number>()
  for (const outline of await workspace.outlines.all()) {
    const name = `${documentPrefix}${outline.id}`
    const entries: { readonly hash: string }[] = []
    entries[outline.sequence - 1] = outline
    chains.set(name, { entries, verdict: { type: 'whole' } })
    ends.set(name, outline.sequence)
    named.push(...outline.heads)
  }
  return headFaults(
    chains,
    named.filter(({ name, length }) => (length ?? 0) >= (ends.get(name) ?? 0)),
  )
}

/** The journals of which there is one each, and the heads that they name. */
async function sharedChains(workspace: Workspace) {
  const chains = new Map<string, JudgedChain>()
  const heads: WitnessedHead[] = []
  for (const [name, book] of [...sharedBooks(workspace), [headsJournal, workspace.heads] as const]) {
    const { damage, entries } = await book.read()
    const all: readonly Entry[] = await entries()
    chains.set(name, { entries: all, verdict: verdictOf(damage) })
    heads.push(...headsNamedIn(name, all))
  }
  return { chains, heads }
}

/** The entries of documents that cannot be read, by the names of their journals. */
async function unreadableEntries(workspace: Workspace): Promise<readonly (readonly [string, readonly Entry[]])[]> {
  const read: (readonly [string, readonly Entry[]])[] = []
  for (const { id } of await workspace.outlines.unreadable()) {
    const name = `${documentPrefix}${id}`
    read.push([name, await workspace.world.journals.read(name, 0)])
  }
  return read
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

/** The heads of these documents; of all if none are named. Those that cannot be read have none. */
async function documentHeads(workspace: Workspace, documents?: readonly string[]): Promise<readonly ChainHead[]> {
  const wanted = documents && new Set(documents)
  return (await workspace.outlines.all())
    .filter(({ id }) => wanted?.has(id) !== false)
    .map(({ id, sequence, hash }) => ({ name: `${documentPrefix}${id}`, length: sequence, hash }))
}
