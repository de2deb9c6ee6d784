import type { CandidateContext, CandidatesView } from '../../contract/views.ts'
import { comparable } from '../../language/text/fold.ts'
import { isSegment } from '../../model/document.ts'
import type { CandidateEvent } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import type { TermStatus } from '../../model/term.ts'
import type { CandidatePlace } from '../../terms/extraction/extract.ts'
import { spread } from '../../terms/extraction/spread.ts'
import { dismissCandidate, restoreCandidate, type Termbase } from '../../terms/termbase/termbase.ts'
import { admit, findDocument, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { ExtractionJob } from './extraction.ts'

/** How many characters (UTF-16) are read at once: about twenty thousand sentences, the latest documents first. */
const mostCharacters = 1_000_000
/** Pairs that English is proposed from; of a larger memory so many, spread evenly over it. */
const mostPairs = 50_000

/**
 * Forms in a document, or in all, that may be terms: the likeliest first, without those in the termbase and those set
 * aside. Each with sentences it stands in, and with English where the memory or the document's own confirmed words are
 * sure of it.
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
  const readable = (await workspace.readable()).map(({ state }) => state).sort(latestFirst)
  const states = chosen === null ? readable : [chosen.state]
  const { state: termbase } = await workspace.termbase.read()
  const { blocks, segments, left } = readBlocks(states)
  const pairs = await pairsOf(workspace, readable, new Set(states))
  const inUse = formsOf(termbase, (status) => status !== 'retired')
  const dismissed = [...termbase.dismissed.values()].filter(({ form }) => !inUse.has(comparable(form)))
  const known = [...inUse, ...dismissed.map(({ form }) => form)]
  const job: ExtractionJob = { texts: blocks.map(({ text }) => text), excluded: known, limit, pairs }
  // One at a time: whoever asks twice waits, and the machine is not theirs alone.
  const found = await workspace.turns.take('extraction', () => workspace.world.extract(job))
  const retired = formsOf(termbase, (status) => status === 'retired')
  const memory = new Map(pairs.map(({ source, target }) => [source, target]))
  return {
    documents: readable.map(({ document: { id, title } }) => ({ id, title })),
    segments,
    left,
    candidates: found.map(({ form, frequency, score, nestedIn, english, contexts }) => ({
      form,
      frequency,
      score,
      nestedIn,
      retired: retired.has(comparable(form)),
      english: english && { text: english.english, found: english.found, pairs: english.pairs, of: english.of },
      contexts: contextsOf(contexts, blocks, memory),
    })),
    dismissed: dismissed.map(({ form, at, by }) => ({ form, at, name: nameOf(people, by) })),
  }
}

/** Sets a candidate aside, so that it is not offered again. Anyone on the team may; who did is kept. */
export function dismissTerm(workspace: Workspace, actor: Person, { form }: { readonly form: string }) {
  return decideOn(workspace, actor, (termbase) => dismissCandidate(termbase, form.toWellFormed()))
}

/** Offers a candidate again that was set aside. */
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

function latestFirst(a: DocumentState, b: DocumentState): number {
  return Date.parse(b.imported.at) - Date.parse(a.imported.at)
}

/** The text of a block, and where in it its segments stand. */
interface Read {
  readonly text: string
  readonly document: string
  readonly segments: readonly { readonly state: SegmentState; readonly number: number; readonly from: number }[]
}

/** Blocks up to as much as is read at once; `left` is how many segments are beyond that. */
function readBlocks(states: readonly DocumentState[]) {
  const blocks: Read[] = []
  let [characters, segments, left] = [0, 0, 0]
  for (const { document, segments: known } of states) {
    let number = 0
    for (const { parts } of document.blocks) {
      const read: { state: SegmentState; number: number; from: number }[] = []
      let text = ''
      for (const part of parts) {
        const state = isSegment(part) ? known[part.id] : undefined
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
  }
  return { blocks, segments, left }
}

/** The sentences a candidate stands in; of one that reaches over the end of its sentence, what is within. */
function contextsOf(
  places: readonly CandidatePlace[],
  blocks: readonly Read[],
  memory: ReadonlyMap<string, string>,
): readonly CandidateContext[] {
  const found = new Map<SegmentState, CandidateContext>()
  for (const { text, from, to } of places) {
    const block = blocks[text] as Read
    const { state, number, from: start } = block.segments.findLast((segment) => segment.from <= from) ?? missing(block)
    const sentence = plain(state.source)
    const spans = found.get(state)?.spans ?? []
    found.set(state, {
      document: block.document,
      segment: state.id,
      number,
      text: sentence,
      spans: [...spans, { from: from - start, to: Math.min(to - start, sentence.length) }],
      // Only words that a person stood by are shown as the English.
      english: state.state === 'initial' ? (memory.get(sentence) ?? '') : plain(state.target),
    })
  }
  return [...found.values()]
}

function missing({ document }: Read): never {
  throw new Error(`a candidate stands before every segment of a block of ${document}`)
}

/** The memory's pairs, and what was confirmed, reviewed or not, in the documents that are read. */
async function pairsOf(
  workspace: Workspace,
  readable: readonly DocumentState[],
  chosen: ReadonlySet<DocumentState>,
): Promise<ExtractionJob['pairs']> {
  const { state: files } = await workspace.memoryFiles.read()
  const imported = files.flatMap(({ pairs }) => pairs)
  const own = readable.flatMap((state) => confirmed(state, chosen.has(state)))
  return spread([...own, ...imported], mostPairs).map(({ source, target }) => ({ source, target }))
}

function confirmed({ segments }: DocumentState, unreviewed: boolean): ExtractionJob['pairs'] {
  return Object.values(segments)
    .filter(({ state }) => state === 'reviewed' || state === 'final' || (unreviewed && state === 'translated'))
    .map(({ source, target }) => ({ source: plain(source), target: plain(target) }))
}

/** The folded source forms of the terms of some status. */
function formsOf({ terms }: Termbase, wanted: (status: TermStatus) => boolean): ReadonlySet<string> {
  return new Set([...terms.values()].flatMap(({ status, source }) => (wanted(status) ? source.map(comparable) : [])))
}
