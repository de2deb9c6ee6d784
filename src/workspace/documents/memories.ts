import type { ImportedMemoryView } from '../../contract/views/memory.ts'
import { type ImportedMemory, sizeOfMemory } from '../../memory/memories.ts'
import type { MemoryEvent } from '../../model/event.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { admit } from '../core/lookup.ts'
import { holdsPair, pairsOfMemory } from '../core/memory-pairs.ts'
import type { Workspace } from '../core/open.ts'
import type { OutgoingFile } from './own-shape.ts'

/** The imported memories, in the order of their import. */
export async function listMemories(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly memories: readonly ImportedMemoryView[] } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const nameOf = new Map(people.people.map(({ id, name }) => [id, name]))
  const { state } = await workspace.memoryFiles.read()
  return {
    memories: state.map(({ id, name, at, by, parts, origin = name, changes, penalty, priority, readOnly }) => {
      const gone = changes.reduce((sum, { added, removed }) => sum + removed.length - added.length, 0)
      const pairs = sizeOfMemory({ parts }) - gone
      return { id, name, origin, at, by: nameOf.get(by) ?? by, pairs, penalty, priority, readOnly }
    }),
  }
}

/** Gives a memory another name, penalty or priority, or opens or closes it to corrections. */
export async function settleMemory(
  workspace: Workspace,
  actor: Person,
  {
    memory,
    ...changed
  }: { readonly memory: string } & Partial<Pick<ImportedMemory, 'name' | 'penalty' | 'priority' | 'readOnly'>>,
): Promise<{ readonly done: true } | Refusal> {
  const people = await admit(workspace, actor, 'manage-memory')
  if (isRefusal(people)) return people
  return writeAbout(workspace, actor, memory, ({ name, penalty, priority, readOnly }) => {
    const settled = { name, penalty, priority, readOnly, ...changed }
    return { type: 'memory-settled', v: 1, memory, ...settled, name: settled.name.toWellFormed() }
  })
}

/** Takes a memory out of all lookups. Its entries stay in the journal. */
export async function removeMemory(
  workspace: Workspace,
  actor: Person,
  { memory }: { readonly memory: string },
): Promise<{ readonly done: true } | Refusal> {
  const people = await admit(workspace, actor, 'manage-memory')
  if (isRefusal(people)) return people
  return writeAbout(workspace, actor, memory, () => ({ type: 'memory-removed', v: 1, memory }))
}

/**
 * Gives a pair of a memory other English, or takes the pair out. Refuses `memory-read-only`, and `pair-unknown` for a pair
 * that the memory has not just so.
 */
export async function correctPair(
  workspace: Workspace,
  actor: Person,
  { memory, pair, target }: { readonly memory: string; readonly pair: MemoryPair; readonly target: string | null },
): Promise<{ readonly done: true } | Refusal> {
  const people = await admit(workspace, actor, 'correct-memory')
  if (isRefusal(people)) return people
  return writeAbout(workspace, actor, memory, async (imported) => {
    if (imported.readOnly) return refuse('memory-read-only', { name: imported.name })
    if (!(await holdsPair(workspace.world, imported, pair))) return refuse('pair-unknown', { name: imported.name })
    return { type: 'memory-pair-changed', v: 1, memory, pair, target: target?.toWellFormed() ?? null }
  })
}

/** A memory as a file of the format that memories are written in. */
export async function exportMemory(
  workspace: Workspace,
  actor: Person,
  { memory }: { readonly memory: string },
): Promise<OutgoingFile | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const { state } = await workspace.memoryFiles.read()
  const imported = state.find(({ id }) => id === memory)
  if (imported === undefined) return refuse('memory-unknown')
  const { formats, write } = workspace.world
  const content = await write({
    target: { type: 'export', name: 'tmx' },
    contents: await pairsOfMemory(workspace.world, imported),
  })
  if (isRefusal(content)) return content
  const { endings, mediaType } = formats.exports.tmx
  const name = imported.name.replace(/\.[^.]*$/, '')
  return { filename: `${name}${endings[0]}`, mediaType, content }
}

/** Writes an event about a memory; lookups know of it when this resolves. */
async function writeAbout(
  workspace: Workspace,
  actor: Person,
  memory: string,
  decide: (imported: ImportedMemory) => MemoryEvent | Refusal | Promise<MemoryEvent | Refusal>,
): Promise<{ readonly done: true } | Refusal> {
  const entries = await workspace.memoryFiles.write(actor.id, async ({ state }) => {
    const imported = state.find(({ id }) => id === memory)
    if (imported === undefined) return refuse('memory-unknown')
    const event = await decide(imported)
    return isRefusal(event) ? event : [event]
  })
  if (isRefusal(entries)) return entries
  await workspace.recall.current()
  return { done: true }
}
