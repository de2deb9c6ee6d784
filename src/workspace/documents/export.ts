import { segmentsOf } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import { documentOrigin } from '../../model/match.ts'
import { namesOf } from '../../model/names.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { DocumentExport, ExportContents, ExportName, ReadingCopy, RevisionReport } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { advanceSteps } from '../../review/fold.ts'
import type { PeopleState } from '../../review/people.ts'
import { presented } from '../../review/presented.ts'
import { qualityRowSteps } from '../../review/quality-rows.ts'
import { type RevisionChoice, revisionsSteps } from '../../review/revisions.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { ExportWriting, Writing } from '../core/writing.ts'
import { sheetSteps } from '../signing/figure-sheet.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { analyseNow, analyseWhole } from './analyse-now.ts'
import { draftWords } from './draft-words.ts'
import { exportOwnShape, type OutgoingFile, ownFormat } from './own-shape.ts'

/** What an export is made of. Outside, nothing is final but what is signed now. */
interface Outgoing {
  readonly workspace: Workspace
  readonly state: DocumentState
  readonly people: PeopleState
  readonly signed: boolean
  /** Who takes it out. */
  readonly actor: Person
  readonly entries: () => Promise<readonly Entry<DocumentEvent>[]>
}

/** The content of each export of a document as it stands, by the name of its format. */
type Gather = {
  readonly [Name in DocumentExport]: (outgoing: Outgoing) => ExportContents[Name] | Promise<ExportContents[Name]>
}

const gather: Gather = {
  xliff: withAids,
  'xliff-1.2': withAids,
  tmx: ({ state }) => pairsOf(state),
  json: ({ state }) => state,
  figures: async ({ workspace, state, people }) =>
    inSlices(sheetSteps(state, await analyseWhole(workspace, state), people), workspace.world.pause),
  quality: async ({ workspace, state, people }) => ({
    rows: await inSlices(qualityRowSteps(state, people.singlePerson), workspace.world.pause),
    names: namesOfPeople(people),
  }),
  'review-table': (outgoing) => ({
    ...readingCopy(outgoing),
    names: namesOfPeople(outgoing.people),
    by: outgoing.actor.id,
    at: outgoing.workspace.world.clock(),
  }),
  revisions: revisionReport,
  'revisions-table': revisionReport,
  bilingual: readingCopy,
  'bilingual-columns': readingCopy,
  'english-text': readingCopy,
  'english-markdown': readingCopy,
  'english-html': readingCopy,
}

/** What tells the files of one document apart where they are saved in one folder. */
const suffixes: Readonly<Record<ExportName, string>> = {
  xliff: '',
  'xliff-1.2': '-1.2',
  tmx: '',
  json: '',
  figures: '-figures',
  quality: '-quality',
  'review-table': '-review',
  'review-page': '-review',
  revisions: '-changes',
  'revisions-table': '-changes',
  counts: '-counts',
  bilingual: '-bilingual',
  'bilingual-columns': '-columns',
  'english-text': '.en',
  'english-markdown': '.en',
  'english-html': '.en',
}

/**
 * Exports a document in a format, in its own shape if that is the format it came in and can be written. Refuses a format
 * without an export: `bad-request`, and what `exportOwnShape` and `WriteFile` refuse.
 */
export async function exportDocument(
  workspace: Workspace,
  actor: Person,
  { document, format }: { readonly document: string; readonly format: string },
): Promise<OutgoingFile | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people, entries } = opened
  const own = format === state.document.origin.format ? ownFormat(workspace.world, format) : undefined
  const name = namesOf(gather).find((exportName) => exportName === format)
  if (own === undefined && name === undefined) return refuse('bad-request', { place: 'format' })
  const signed = await isSigned(workspace, state, people)
  if (own !== undefined) return exportOwnShape(workspace, state, signed, own)
  if (name === undefined) return refuse('bad-request', { place: 'format' })
  const { segments, ...standing } = presented(state, signed)
  // A thread may write it, which takes maps and no tables.
  return writeExport(name, {
    workspace,
    state: { ...standing, segments: new Map(segments) },
    people,
    signed,
    actor,
    entries,
  })
}

async function withAids({ workspace, state, people }: Outgoing): Promise<ExportContents['xliff']> {
  return { state, names: namesOfPeople(people), ...(await aidsFor(workspace, state)) }
}

function readingCopy({ state, signed }: Pick<Outgoing, 'state' | 'signed'>): ReadingCopy {
  return { state, ...(!signed && { draftNotice: draftWords(state) }) }
}

function namesOfPeople({ people }: PeopleState): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]))
}

async function isSigned(workspace: Workspace, state: DocumentState, people: PeopleState): Promise<boolean> {
  if (state.signOff === undefined) return false
  const { status } = await signedStatus(workspace, state, await analyseNow(workspace, state), people)
  return status === 'signed'
}

async function writeExport<Name extends keyof Gather>(name: Name, outgoing: Outgoing): Promise<OutgoingFile | Refusal> {
  return written(outgoing.workspace, name, outgoing.state.document.id, await gather[name](outgoing))
}

/** The page of an outside review: the document as it was when it was sent. */
export async function exportReview(
  workspace: Workspace,
  actor: Person,
  { document, review: id }: { readonly document: string; readonly review: string },
): Promise<OutgoingFile | Refusal> {
  const opened = await openFor(workspace, actor, 'send-review', document)
  if (isRefusal(opened)) return opened
  const review = (opened.state.reviews ?? []).find((one) => one.id === id)
  if (review === undefined) return refuse('review-unknown')
  const entries = await opened.entries()
  const sent = entries.findIndex(({ event }) => event.type === 'review-sent' && event.review === id)
  const state = await inSlices(advanceSteps(null, entries.slice(0, sent + 1)), workspace.world.pause)
  if (state === null) return refuse('review-unknown')
  // Signed is what was signed then and is so now.
  const isSame = state.signOff?.signature === opened.state.signOff?.signature
  const signed = isSame && (await isSigned(workspace, opened.state, opened.people))
  const { segments, ...standing } = presented(state, signed)
  return written(workspace, 'review-page', document, {
    ...readingCopy({ state: { ...standing, segments: new Map(segments) }, signed }),
    review: id,
    reviewer: review.name,
    sender: nameOf(opened.people, review.by),
    at: review.at,
    assets: workspace.world.reviewPage,
  })
}

/** What some people changed in some time, as a file. */
export async function exportRevisions(
  workspace: Workspace,
  actor: Person,
  { document, format, ...choice }: { readonly document: string; readonly format: string } & RevisionChoice,
): Promise<OutgoingFile | Refusal> {
  const name = format === 'docx' ? 'revisions-table' : format === 'csv' ? 'revisions' : null
  if (name === null) return refuse('bad-request', { place: 'format' })
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  return written(workspace, name, document, await revisionReport({ workspace, ...opened }, choice))
}

async function revisionReport(
  { workspace, state, people, entries }: Pick<Outgoing, 'workspace' | 'state' | 'people' | 'entries'>,
  choice: RevisionChoice = {},
): Promise<RevisionReport> {
  const { by, from = '', to = '' } = choice
  return {
    title: state.document.title,
    revisions: await inSlices(revisionsSteps(await entries(), choice), workspace.world.pause),
    names: namesOfPeople(people),
    chosen: [by === undefined ? '' : nameOf(people, by), from, to].filter(Boolean).join(' · '),
  }
}

async function written<Name extends ExportName>(
  { world: { formats, write } }: Workspace,
  name: Name,
  document: string,
  contents: ExportContents[Name],
): Promise<OutgoingFile | Refusal> {
  // biome-ignore lint/plugin/no-cast: name and contents are of one export; the compiler cannot connect them through `Name`
  const content = await write({ target: { type: 'export', name }, contents } as ExportWriting<Name> as Writing)
  if (isRefusal(content)) return content
  const format = formats.exports[name]
  return {
    filename: `${document}${suffixes[name]}${format.endings[0]}`,
    mediaType: format.mediaType,
    content,
  }
}

/** The terms found in each segment, and the memory's matches for segments that no person has confirmed. */
async function aidsFor(workspace: Workspace, state: DocumentState) {
  const { contexts } = await analyseNow(workspace, state)
  const open = contexts.filter(({ segment }) => state.segments.get(segment)?.state === 'initial')
  const offers = await workspace.recall.lookup(open.map(({ source }) => ({ source })))
  return {
    terms: new Map(contexts.map(({ segment, terms }) => [segment, terms])),
    matches: new Map(open.map(({ segment }, at) => [segment, offers[at] ?? []])),
  }
}

function pairsOf(state: DocumentState) {
  const segments = segmentsOf(state.document)
  return segments.flatMap(({ id, source }, index) => {
    const target = plain(state.segments.get(id)?.target ?? [])
    if (target === '') return []
    const before = plain(segments[index - 1]?.source ?? [])
    const after = plain(segments[index + 1]?.source ?? [])
    return [{ source: plain(source), target, before, after, origin: documentOrigin(state.document.id) }]
  })
}
