import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { documentOrigin } from '../../model/match.ts'
import { namesOf } from '../../model/names.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { ExportContents, ExportName } from '../../ports/format.ts'
import type { PeopleState } from '../../review/people.ts'
import { presented } from '../../review/presented.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { ExportWriting, Writing } from '../core/writing.ts'
import { sheetOf } from '../signing/figure-sheet.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { analyseNow, analyseWhole } from './analyse-now.ts'
import { exportOwnShape, type OutgoingFile, ownFormat } from './own-shape.ts'

/** The content of each export, by the name of its format. */
type Gather = {
  readonly [Name in ExportName]: (
    workspace: Workspace,
    state: DocumentState,
    people: PeopleState,
  ) => ExportContents[Name] | Promise<ExportContents[Name]>
}

const gather: Gather = {
  async xliff(workspace, state, { people }) {
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return { state, names, ...(await aidsFor(workspace, state)) }
  },
  tmx: (_workspace, state) => pairsOf(state),
  json: (_workspace, state) => state,
  figures: async (workspace, state, people) => sheetOf(state, await analyseWhole(workspace, state), people),
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
  const own = format === opened.state.document.origin.format ? ownFormat(workspace.world, format) : undefined
  if (own !== undefined) {
    const { state, people } = opened
    return exportOwnShape(workspace, state, await isSigned(workspace, state, people), own)
  }
  const name = namesOf(gather).find((exportName) => exportName === format)
  return name === undefined
    ? refuse('bad-request', { place: 'format' })
    : writeExport(workspace, name, opened.state, opened.people)
}

/** Outside, nothing is final but what is signed now. */
async function asItStands(workspace: Workspace, state: DocumentState, people: PeopleState): Promise<DocumentState> {
  return state.signOff === undefined ? state : presented(state, await isSigned(workspace, state, people))
}

async function isSigned(workspace: Workspace, state: DocumentState, people: PeopleState): Promise<boolean> {
  if (state.signOff === undefined) return false
  const { status } = await signedStatus(workspace, state, await analyseNow(workspace, state), people)
  return status === 'signed'
}

async function writeExport<Name extends ExportName>(
  workspace: Workspace,
  name: Name,
  state: DocumentState,
  people: PeopleState,
): Promise<OutgoingFile | Refusal> {
  const { formats, write } = workspace.world
  const contents = await gather[name](workspace, await asItStands(workspace, state, people), people)
  // biome-ignore lint/plugin/no-cast: name and contents are of one export; the compiler cannot connect them through `Name`
  const content = await write({ target: { type: 'export', name }, contents } as ExportWriting<Name> as Writing)
  if (isRefusal(content)) return content
  const format = formats.exports[name]
  // Both files may be saved in one folder, so the sheet has a name of its own.
  const suffix = name === 'figures' ? '-figures' : ''
  return {
    filename: `${state.document.id}${suffix}${format.endings[0]}`,
    mediaType: format.mediaType,
    content,
  }
}

/** The terms found in each segment, and the memory's matches for segments that no person has confirmed. */
async function aidsFor(workspace: Workspace, state: DocumentState) {
  const { contexts } = await analyseNow(workspace, state)
  const open = contexts.filter(({ segment }) => state.segments[segment]?.state === 'initial')
  const offers = await workspace.recall.lookup(open.map(({ source }) => ({ source })))
  return {
    terms: new Map(contexts.map(({ segment, terms }) => [segment, terms])),
    matches: new Map(open.map(({ segment }, at) => [segment, offers[at] ?? []])),
  }
}

function pairsOf(state: DocumentState) {
  const segments = segmentsOf(state.document)
  return segments.flatMap(({ id, source }, index) => {
    const target = plain(state.segments[id]?.target ?? [])
    if (target === '') return []
    const before = plain(segments[index - 1]?.source ?? [])
    const after = plain(segments[index + 1]?.source ?? [])
    return [{ source: plain(source), target, before, after, origin: documentOrigin(state.document.id) }]
  })
}
