import type { CandidateContext, CandidatesView } from '../../contract/views/candidates.ts'
import { comparable } from '../../language/text/fold.ts'
import { isSegment } from '../../model/document.ts'
import type { CandidateEvent } from '../../model/event.ts'
import { expectDefined } from '../../model/expect.ts'
import { plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import type { CandidatePlace } from '../../terms/extraction/extract.ts'
import { spread } from '../../terms/extraction/spread.ts'
import type { Claim } from '../../terms/recognition/term-forms.ts'
import { dismissCandidate, restoreCandidate } from '../../terms/termbase/changes.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { countFingerprints } from '../core/fingerprints.ts'
import { admit, findDocument, nameOf } from '../core/lookup.ts'
import { pairsOfMemory } from '../core/memory-pairs.ts'
import type { Workspace } from '../core/open.ts'
import type { Outline } from '../core/outline.ts'
import type { ExtractionJob } from './extraction.ts'

/** Most characters (UTF-16 units) read in one extraction: about twenty thousand sentences, latest documents first. */
const mostCharacters = 1_000_000
/** Most pairs from which English is proposed, spread evenly over a larger memory. */
const mostPairs = 50_000

/**
 * Forms in one document or in all that may be terms, the likeliest first, without those in the termbase and those
 * dismissed. Each has sentences that contain it, and English if the memory or the confirmed segments of the documents
 * give it with enough evidence.
 */
export async function extractTerms(
  workspace: Workspace,
  actor: Person,
  { document, limit }: { readonly document: string | null; readonly limit: number },
): Promise<CandidatesView | Refusal> {
  const people = await admit(workspace, actor, 'extract-terms')
  if (isRefusal(people)) return people
  const chosen = document === null ? null : await findDocument(workspace, document)
  if (isRefusal(chosen)) return chosen
  const outlines = (await workspace.outlines.all()).toSorted(latestFirst)
  const { state: termbase } = await workspace.termbase.read()
  const { blocks, segments, left } = chosen === null ? await readLatest(workspace, outlines) : readBlocks(chosen.state)
  const pairs = await pairsOf(workspace, chosen?.state ?? null)
  const { claims } = termbase.forms
  const dismissed = [...termbase.dismissed.values()].filter(({ form }) => !isInUse(claims.get(comparable(form))))
  const inUse = await inSlices(formsInUse(termbase), workspace.world.pause)
  const excluded = [...inUse, ...dismissed.map(({ form }) => form)]
  const job: ExtractionJob = { texts: blocks.map(({ text }) => text), excluded: excluded, limit, pairs }
  // One extraction at a time, so that repeated requests do not take the whole machine.
  const extracted = await workspace.turns.take('extraction', () => workspace.world.extract(job))
  const isRetired = (form: string) => claims.get(form)?.some(({ term }) => term.status === 'retired') === true
  const memory = new Map(pairs.map(({ source, target }) => [source, target]))
  return {
    documents: outlines.map(({ id, title }) => ({ id, title })),
    segments,
    left,
    candidates: extracted.map(({ form, frequency, score, nestedIn, english, contexts }) => ({
      form,
      frequency,
      score,
      nestedIn,
      retired: isRetired(comparable(form)),
      english: english && { text: english.english, found: english.found, pairs: english.pairs, of: english.of },
      contexts: contextsOf(contexts, blocks, memory),
    })),
    dismissed: dismissed.map(({ form, at, by }) => ({ form, at, name: nameOf(people, by) })),
  }
}

/** Dismisses a candidate, so that it is not offered again. Everyone on the team may; the journal records who did. */
export function dismissTerm(workspace: Workspace, actor: Person, { form }: { readonly form: string }) {
  return decideOn(workspace, actor, (termbase) => dismissCandidate(termbase, form.toWellFormed()))
}

/** Restores a dismissed candidate. */
export function restoreTerm(workspace: Workspace, actor: Person, { form }: { readonly form: string }) {
  return decideOn(workspace, actor, (termbase) => restoreCandidate(termbase, form.toWellFormed()))
}

async function decideOn(
  workspace: Workspace,
  actor: Person,
  decide: (termbase: Termbase) => readonly CandidateEvent[] | Refusal,
): Promise<{ readonly done: true } | Refusal> {
  const people = await admit(workspace, actor, 'extract-terms')
  if (isRefusal(people)) return people
  const entries = await workspace.termbase.write(actor.id, ({ state }) => decide(state))
  return isRefusal(entries) ? entries : { done: true }
}

function latestFirst(a: Outline, b: Outline): number {
  return Date.parse(b.importedAt) - Date.parse(a.importedAt)
}

/** The text of a block, and the offsets of its segments in it. */
interface Read {
  readonly text: string
  readonly document: string
  readonly segments: readonly { readonly state: SegmentState; readonly number: number; readonly from: number }[]
}

/** Blocks up to `mostCharacters`; `left` is the number of segments beyond that. */
interface ReadBlocks {
  readonly blocks: readonly Read[]
  readonly segments: number
  readonly left: number
}

/** Reads documents until one does not go in as a whole; of those after it the segments are counted. */
async function readLatest(workspace: Workspace, outlines: readonly Outline[]): Promise<ReadBlocks> {
  let read: ReadBlocks & { readonly characters: number } = { blocks: [], segments: 0, left: 0, characters: 0 }
  for (const { id, sentences } of outlines) {
    if (read.left > 0) read = { ...read, left: read.left + countFingerprints(sentences) }
    else {
      const { state } = await workspace.look(id)
      if (state !== null) read = readBlocks(state, read)
    }
  }
  return read
}

/** What was read before, and this document. */
function readBlocks(
  { document, segments: segmentStates }: DocumentState,
  before: ReadBlocks & { readonly characters: number } = { blocks: [], segments: 0, left: 0, characters: 0 },
): ReadBlocks & { readonly characters: number } {
  const blocks: Read[] = []
  let { characters, segments, left } = before
  let number = 0
  for (const { parts } of document.blocks) {
    const read: { state: SegmentState; number: number; from: number }[] = []
    let text = ''
    for (const part of parts) {
      const state = isSegment(part) ? segmentStates.get(part.id) : undefined
      if (state !== undefined) read.push({ state, number: ++number, from: text.length })
      text += isSegment(part) ? plain(part.source) : part.source
    }
    if (characters + text.length > mostCharacters) left += read.length
    else {
      characters += text.length
      segments += read.length
      blocks.push({ text, document: document.id, segments: read })
    }
  }
  return { blocks: [...before.blocks, ...blocks], segments, left, characters }
}

/** The sentences that contain a candidate; of a candidate that crosses the end of a sentence, the part in the sentence. */
function contextsOf(
  places: readonly CandidatePlace[],
  blocks: readonly Read[],
  memory: ReadonlyMap<string, string>,
): readonly CandidateContext[] {
  const contextsByState = new Map<SegmentState, CandidateContext>()
  for (const { text, from, to } of places) {
    const block = expectDefined(blocks[text], 'the block of a place')
    const { state, number, from: start } = block.segments.findLast((segment) => segment.from <= from) ?? missing(block)
    const sentence = plain(state.source)
    const spans = contextsByState.get(state)?.spans ?? []
    contextsByState.set(state, {
      document: block.document,
      segment: state.id,
      number,
      text: sentence,
      spans: [...spans, { from: from - start, to: Math.min(to - start, sentence.length) }],
      // Only text that a person confirmed is shown as the English.
      english: state.state === 'initial' ? (memory.get(sentence) ?? '') : plain(state.target),
    })
  }
  return [...contextsByState.values()]
}

function missing({ document }: Read): never {
  throw new Error(`a candidate stands before every segment of a block of ${document}`)
}

/** The memory's pairs, and the confirmed segments, reviewed or not, of the documents read. */
/** Of `chosen`, or of all documents if none is, also what nobody has reviewed yet. */
async function pairsOf(workspace: Workspace, chosen: DocumentState | null): Promise<ExtractionJob['pairs']> {
  const { state: files } = await workspace.memoryFiles.read()
  const imported: MemoryPair[] = []
  for (const file of files) for (const pair of await pairsOfMemory(workspace.world, file)) imported.push(pair)
  const confirmedPairs: { readonly source: string; readonly target: string }[] = []
  for await (const { state } of workspace.pages((outline) => outline.confirmed)) {
    const isChosen = chosen === null || chosen.document.id === state.document.id
    for (const pair of confirmed(state, isChosen)) confirmedPairs.push(pair)
  }
  return spread([...confirmedPairs, ...imported], mostPairs).map(({ source, target }) => ({ source, target }))
}

function confirmed({ segments }: DocumentState, unreviewed: boolean): ExtractionJob['pairs'] {
  return [...segments.values()]
    .filter(({ state }) => state === 'reviewed' || state === 'final' || (unreviewed && state === 'translated'))
    .map(({ source, target }) => ({ source: plain(source), target: plain(target) }))
}

function isInUse(claims: readonly Claim[] = []): boolean {
  return claims.some(({ term }) => term.status !== 'retired')
}

/** The folded source forms of the terms in use. */
function* formsInUse({ forms }: Termbase): Generator<void, readonly string[]> {
  const inUse: string[] = []
  for (const [form, claims] of forms.claims) {
    if (isInUse(claims)) inUse.push(form)
    yield
  }
  return inUse
}
