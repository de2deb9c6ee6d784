import type { ConcordanceView, MatchesView } from '../../contract/views.ts'
import { segmentsOf } from '../../model/document.ts'
import type { MemoryEvent } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { findSegment } from '../../review/segments.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** How many pairs a concordance shows. */
const mostPairs = 100

/** What the memory offers for a segment, in its place. */
export async function segmentMatches(
  workspace: Workspace,
  actor: Person,
  { document, segment }: { readonly document: string; readonly segment: string },
): Promise<MatchesView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const found = findSegment(opened.state, segment)
  if (isRefusal(found)) return found
  const all = segmentsOf(opened.state.document)
  const index = all.findIndex(({ id }) => id === segment)
  const memory = await workspace.recall.memory()
  const own = `document:${document}`
  const matches = memory
    .lookup(plain(found.source), {
      before: plain(all[index - 1]?.source ?? []),
      after: plain(all[index + 1]?.source ?? []),
    })
    // Its own reviewed words are no news to the segment they stand in.
    .filter(({ type, pair }) => !(type === 'ice' && pair.origin === own && pair.target === plain(found.target)))
  return { matches }
}

/** Pairs of the memory that hold a text on either side. */
export async function concordance(
  workspace: Workspace,
  actor: Person,
  { text }: { readonly text: string },
): Promise<ConcordanceView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const memory = await workspace.recall.memory()
  return { pairs: memory.search(text, mostPairs) }
}

/** Takes the pairs of a memory's file in for good. The same bytes a second time are refused. */
export async function importMemory(
  workspace: Workspace,
  actor: Person,
  { filename, bytes }: IncomingFile,
): Promise<{ readonly pairs: number; readonly skipped: number } | Refusal> {
  const people = await admit(workspace, actor, 'import-memory')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('memory', { filename, bytes })
  if (isRefusal(read)) return read
  const { sha256, head, items: pairs } = read
  const entries = await workspace.memoryFiles.write(actor.id, ({ state }) => {
    const taken = state.filter((file) => file.sha256 === sha256)
    const done = taken.reduce((sum, file) => sum + file.pairs.length, 0)
    if (done >= pairs.length) return refuse('file-duplicate', { document: '', title: taken[0]?.filename ?? '' })
    return eventsOf({ filename: filename.toWellFormed(), sha256, pairs: pairs.slice(done) })
  })
  return isRefusal(entries) ? entries : { pairs: pairs.length, skipped: head.skipped }
}

/** Pairs that one entry holds: more would hold up whoever else is served, each time the entry is hashed or read. */
const pairsAnEntry = 5_000

/** A memory as events, in order; should only the first be written, the file taken in again adds the rest. */
function eventsOf(file: Pick<MemoryEvent, 'filename' | 'sha256' | 'pairs'>): readonly MemoryEvent[] {
  const events: MemoryEvent[] = []
  for (let from = 0; from < file.pairs.length; from += pairsAnEntry) {
    const pairs = file.pairs.slice(from, from + pairsAnEntry)
    events.push({ type: 'memory-imported', v: 1, ...file, pairs })
  }
  return events
}
