import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { ReplacePlace, Search } from '../../model/search.ts'
import type { DocumentState, SegmentState, SegmentStateName } from '../../model/state.ts'
import { presentSegment } from '../../review/segments.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** Where is looked for what. */
export interface Wanted {
  readonly search: Search
  /** What the Chinese has to have; empty for anything. */
  readonly chinese: string
  readonly states: readonly SegmentStateName[]
  /** Who changed it last. */
  readonly person?: string
  /** Without it, all documents that are not in the archive. */
  readonly document?: string
}

/** A segment with places in it. */
export interface Hit {
  readonly segment: SegmentState
  /** Its place in the document, from 1. */
  readonly number: number
  readonly places: readonly ReplacePlace[]
}

export interface DocumentHits {
  readonly state: DocumentState
  readonly hits: readonly Hit[]
  /** Places in signed segments that are not wanted. */
  readonly signed: number
}

/** A segment that is searched. */
interface Candidate {
  readonly state: DocumentState
  readonly segment: SegmentState
  readonly number: number
}

/** Places that are looked at in one go: more than one would look through. */
const mostPlaces = 5_000

/** Segments that are searched together: for each search of an expression a thread is started. */
const searchedTogether = 50_000

/** The places that are wanted, in the order of documents and sentences; `more` if they are too many for one go. */
export async function findHits(
  workspace: Workspace,
  wanted: Wanted,
): Promise<{ readonly documents: readonly DocumentHits[]; readonly more: boolean } | Refusal> {
  const documents: DocumentHits[] = []
  let count = 0
  let waiting: Candidate[] = []
  const search = async (): Promise<Refusal | null> => {
    const found = await hitsIn(workspace, wanted, waiting)
    waiting = []
    if (isRefusal(found)) return found
    for (const one of found) {
      if (count >= mostPlaces) break
      const hits = withinLimit(one.hits, mostPlaces - count)
      count += hits.reduce((sum, { places }) => sum + places.length, 0)
      documents.push({ ...one, hits })
      if (hits.length < one.hits.length) count = mostPlaces
    }
    return null
  }
  for await (const state of statesOf(workspace, wanted.document)) {
    if (isRefusal(state)) return state
    waiting.push(...(await candidatesIn(workspace, state, wanted)))
    if (waiting.length >= searchedTogether) {
      const refusal = await search()
      if (refusal) return refusal
    }
    if (count >= mostPlaces) break
  }
  const refusal = await search()
  return refusal ?? { documents, more: count >= mostPlaces }
}

/** As many as have so many places in all; one at least. */
function withinLimit(hits: readonly Hit[], most: number): readonly Hit[] {
  let count = 0
  const end = hits.findIndex(({ places }) => {
    count += places.length
    return count > most
  })
  return end < 0 ? hits : hits.slice(0, Math.max(1, end))
}

async function* statesOf(workspace: Workspace, document: string | undefined): AsyncGenerator<DocumentState | Refusal> {
  if (document !== undefined) {
    const page = await findDocument(workspace, document)
    yield isRefusal(page) ? page : page.state
    return
  }
  for await (const { state } of workspace.pages()) if (state.archived === undefined) yield state
}

async function candidatesIn(
  { world }: Workspace,
  state: DocumentState,
  { chinese, states, person }: Wanted,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  for (const [index, { id, source }] of segmentsOf(state.document).entries()) {
    const segment = presentSegment(state, id)
    const { state: stands, target, edited, translated } = segment
    if (target.length === 0 || (stands !== 'final' && !states.includes(stands))) continue
    if (person !== undefined && (edited ?? translated)?.by !== person) continue
    if (chinese !== '' && !plain(source).includes(chinese)) continue
    candidates.push({ state, segment, number: index + 1 })
    const others = world.pause()
    if (others) await others
  }
  return candidates
}

async function hitsIn(
  { world }: Workspace,
  { search, states }: Wanted,
  candidates: readonly Candidate[],
): Promise<readonly DocumentHits[] | Refusal> {
  const found = await world.search({ search, texts: candidates.map(({ segment }) => plain(segment.target)) })
  if (isRefusal(found)) return found
  const byDocument = new Map<DocumentState, { readonly hits: Hit[]; signed: number }>()
  for (const [index, { state, segment, number }] of candidates.entries()) {
    const places = found[index] ?? []
    if (places.length === 0) continue
    const document = byDocument.get(state) ?? { hits: [], signed: 0 }
    byDocument.set(state, document)
    if (segment.state === 'final' && !states.includes('final')) document.signed += places.length
    else document.hits.push({ segment, number, places })
  }
  return [...byDocument].map(([state, document]) => ({ state, ...document }))
}
