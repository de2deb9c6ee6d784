import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Format } from '../../ports/format.ts'

/** A document for other programmes: its blocks and segments with their texts and states. */
export const jsonFormat = {
  name: 'json',
  endings: ['.json'],
  mediaType: 'application/json',
  write: async (state) => new TextEncoder().encode(jsonOf(state)),
} as const satisfies Format<unknown, DocumentState>

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
      target: plain(state.segments.get(segment.id)?.target ?? []),
      state: state.segments.get(segment.id)?.state ?? 'initial',
    })),
  }))
  const whole = { id, title, sourceLanguage, targetLanguage, origin, blocks: described }
  return `${JSON.stringify(whole, null, 2)}\n`
}
