import { writeFigures } from '../../formats/figures-csv.ts'
import { writeTmx } from '../../formats/tmx.ts'
import { toXliff } from '../../formats/xliff/document.ts'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { sheetOf } from '../signing/figure-sheet.ts'
import { analyseNow } from './analyse-now.ts'

/** A file for somebody to take away. */
export interface OutgoingFile<Content extends string | Uint8Array = string> {
  readonly filename: string
  readonly mediaType: string
  readonly content: Content
}

/**
 * The document as it is now: `xliff` with everything in it, `tmx` with its pairs, `json` for programmes, `figures` with
 * its figure sheet as CSV.
 */
export async function exportDocument(
  workspace: Workspace,
  actor: Person,
  { document, format }: { readonly document: string; readonly format: string },
): Promise<OutgoingFile | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  switch (format) {
    case 'xliff': {
      const names = new Map(people.people.map(({ id, name }) => [id, name]))
      const content = toXliff({ state, names, ...(await aidsFor(workspace, state)) })
      return { filename: `${document}.xlf`, mediaType: 'application/xliff+xml', content }
    }
    case 'tmx':
      return { filename: `${document}.tmx`, mediaType: 'application/x-tmx+xml', content: writeTmx(pairsOf(state)) }
    case 'figures': {
      const content = writeFigures(sheetOf(state, await analyseNow(workspace, state), people))
      return { filename: `${document}-figures.csv`, mediaType: 'text/csv; charset=utf-8', content }
    }
    case 'json':
      return { filename: `${document}.json`, mediaType: 'application/json', content: jsonOf(state) }
    default:
      return refuse('bad-request', { place: 'format' })
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

function jsonOf(state: DocumentState): string {
  const { id, title, sourceLanguage, targetLanguage, origin, blocks } = state.document
  const described = blocks.map((block) => ({
    id: block.id,
    kind: block.kind,
    ...(block.level !== undefined && { level: block.level }),
    ...(block.speaker !== undefined && { speaker: block.speaker }),
    segments: segmentsOf({ blocks: [block] }).map((segment) => ({
      id: segment.id,
      source: plain(segment.source),
      target: plain(state.segments[segment.id]?.target ?? []),
      state: state.segments[segment.id]?.state ?? 'initial',
    })),
  }))
  const whole = { id, title, sourceLanguage, targetLanguage, origin, blocks: described }
  return `${JSON.stringify(whole, null, 2)}\n`
}
