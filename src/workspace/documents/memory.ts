import type { ConcordanceView } from '../../contract/views/memory.ts'
import type { MatchesView } from '../../contract/views/segments.ts'
import { judge } from '../../drafting/judgement.ts'
import { sizeOfMemory } from '../../memory/memories.ts'
import { createMemory } from '../../memory/memory.ts'
import { repairTarget } from '../../memory/repair.ts'
import { countLimits } from '../../model/count-limits.ts'
import { segmentsOf } from '../../model/document.ts'
import type { MemoryEvent } from '../../model/event.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import { documentOrigin, type Match } from '../../model/match.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { findSegment } from '../../review/segments.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import { namesOfSources } from './source-names.ts'

/** How many pairs a concordance shows. */
const mostPairs = 100

/** The memory's matches for a segment, with its neighbours as context. */
export async function segmentMatches(
  workspace: Workspace,
  actor: Person,
  { document, segment }: { readonly document: string; readonly segment: string },
): Promise<MatchesView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const segmentState = findSegment(opened.state, segment)
  if (isRefusal(segmentState)) return segmentState
  const segments = segmentsOf(opened.state.document)
  const index = segments.findIndex(({ id }) => id === segment)
  const origin = documentOrigin(document)
  const query = {
    source: plain(segmentState.source),
    before: plain(segments[index - 1]?.source ?? []),
    after: plain(segments[index + 1]?.source ?? []),
  }
  const [offers = []] = await workspace.recall.lookup([query])
  // A segment's own confirmed text is not offered to it.
  const matches = offers.filter(
    ({ type, pair }) => !(type === 'ice' && pair.origin === origin && pair.target === plain(segmentState.target)),
  )
  const all = [...earlierMatch(segmentState, document), ...matches]
  return {
    matches: await repaired(workspace, opened.state, segment, all),
    sources: await namesOfSources(
      workspace,
      all.map(({ pair }) => pair.origin),
    ),
  }
}

/** What a sentence of an earlier version, of which this one was made, was in English. */
function earlierMatch({ source, earlier }: SegmentState, document: string): readonly Match[] {
  if (earlier === undefined) return []
  const pair = { source: plain(earlier.source), target: plain(earlier.target), origin: documentOrigin(document) }
  return createMemory([pair]).lookup(plain(source), { threshold: 0 })
}

/** The matches, the similar ones with their figures and terms repaired where that leaves fewer defects. */
async function repaired(
  workspace: Workspace,
  state: DocumentState,
  segment: string,
  matches: readonly Match[],
): Promise<readonly Match[]> {
  if (!matches.some(({ type }) => type === 'fuzzy')) return matches
  const { contexts } = await analyseNow(workspace, state)
  const wanted = contexts.find((context) => context.segment === segment)
  if (wanted === undefined) return matches
  const recognise = recogniserOf((await workspace.termbase.read()).state)
  return matches.map((match) => {
    if (match.type !== 'fuzzy') return match
    const { source, target } = match.pair
    const repair = repairTarget({ source, terms: recognise(source) }, target, wanted, wanted.style)
    if (repair === null) return match
    const isBetter = judge(wanted, repair).defects.length < judge(wanted, target).defects.length
    return isBetter ? { ...match, repaired: repair } : match
  })
}

const recognisers = new WeakMap<Termbase, ReturnType<typeof createRecogniser>>()

/** Finds the terms of a termbase in a text; made once for each state of it. */
function recogniserOf(termbase: Termbase): ReturnType<typeof createRecogniser> {
  const known = recognisers.get(termbase) ?? createRecogniser([...termbase.terms.values()])
  recognisers.set(termbase, known)
  return known
}

/** Pairs of the memory that contain a text in either language. */
export async function concordance(
  workspace: Workspace,
  actor: Person,
  { text }: { readonly text: string },
): Promise<ConcordanceView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const pairs = await workspace.recall.search(text, mostPairs)
  const sources = await namesOfSources(
    workspace,
    pairs.map(({ origin }) => origin),
  )
  return { pairs, sources }
}

/** What became of a memory file: pairs taken in, units without one of the languages, codes that were dropped. */
export interface ImportedMemory {
  readonly pairs: number
  readonly skipped: number
  readonly codes: number
  readonly notices: readonly ImportNotice[]
}

/** Imports the pairs of a memory file permanently. Refuses the same bytes a second time. */
export async function importMemory(
  workspace: Workspace,
  actor: Person,
  { filename, bytes }: IncomingFile,
): Promise<ImportedMemory | Refusal> {
  const people = await admit(workspace, actor, 'import-memory')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('memory', { filename, bytes })
  if (isRefusal(read)) return read
  const { sha256, head, items: pairs } = read
  const entries = await workspace.memoryFiles.write(actor.id, ({ state }) => {
    const taken = state.find(({ id }) => id === sha256)
    const done = taken ? sizeOfMemory(taken) : 0
    if (taken && done >= pairs.length) return refuse('file-duplicate', { document: '', title: taken.name })
    const most = countLimits.memories
    if (!taken && state.length >= most) return refuse('memories-too-many', { most: String(most) })
    return eventsOfPairs({ filename: filename.toWellFormed(), sha256, pairs: pairs.slice(done) })
  })
  if (isRefusal(entries)) return entries
  await workspace.recall.current()
  return { pairs: pairs.length, ...head }
}

/** Pairs in one entry; hashing or reading a larger entry would delay other requests. */
const pairsAnEntry = 5_000

/** The pairs as events, in order. If only some are written, importing the file again adds the rest. */
export function eventsOfPairs(
  file: Pick<Extract<MemoryEvent, { readonly type: 'memory-imported' }>, 'filename' | 'sha256' | 'pairs'>,
): readonly MemoryEvent[] {
  const events: MemoryEvent[] = []
  for (let from = 0; from < file.pairs.length; from += pairsAnEntry) {
    const pairs = file.pairs.slice(from, from + pairsAnEntry)
    events.push({ type: 'memory-imported', v: 1, ...file, pairs })
  }
  return events
}
