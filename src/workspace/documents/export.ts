import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { ExportContents, ExportName } from '../../ports/format.ts'
import type { PeopleState } from '../../review/people.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { sheetOf } from '../signing/figure-sheet.ts'
import { analyseNow } from './analyse-now.ts'

/** A file for somebody to take away. */
export interface OutgoingFile {
  readonly filename: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/** What an export is made of, by the name of its format. */
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
  figures: async (workspace, state, people) => sheetOf(state, await analyseNow(workspace, state), people),
}

/** A document in a format that is no name of an export is refused: `bad-request`. */
export async function exportDocument(
  workspace: Workspace,
  actor: Person,
  { document, format }: { readonly document: string; readonly format: string },
): Promise<OutgoingFile | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const name = (Object.keys(gather) as ExportName[]).find((known) => known === format)
  return name === undefined
    ? refuse('bad-request', { place: 'format' })
    : writeExport(workspace, name, opened.state, opened.people)
}

async function writeExport<Name extends ExportName>(
  workspace: Workspace,
  name: Name,
  state: DocumentState,
  people: PeopleState,
): Promise<OutgoingFile> {
  const format = workspace.world.formats.exports[name]
  // A sheet of a document is told from the document by its name.
  const suffix = name === 'figures' ? '-figures' : ''
  return {
    filename: `${state.document.id}${suffix}${format.endings[0]}`,
    mediaType: format.mediaType,
    content: await format.write(await gather[name](workspace, state, people)),
  }
}

/** The terms met in each segment, and what the memory offers where nobody stands by any words yet. */
async function aidsFor(workspace: Workspace, state: DocumentState) {
  const { contexts } = await analyseNow(workspace, state)
  const memory = await workspace.recall.memory()
  const open = contexts.filter(({ segment }) => state.segments[segment]?.state === 'initial')
  return {
    terms: new Map(contexts.map(({ segment, terms }) => [segment, terms])),
    matches: new Map(open.map(({ segment, source }) => [segment, memory.lookup(source)])),
  }
}

function pairsOf(state: DocumentState) {
  const segments = segmentsOf(state.document)
  return segments.flatMap(({ id, source }, index) => {
    const target = plain(state.segments[id]?.target ?? [])
    if (target === '') return []
    const before = plain(segments[index - 1]?.source ?? [])
    const after = plain(segments[index + 1]?.source ?? [])
    return [{ source: plain(source), target, before, after, origin: `document:${state.document.id}` }]
  })
}
