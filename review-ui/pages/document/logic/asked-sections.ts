import { type Document, isSegment } from '../../../../src/model/document.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { RevisionCount } from '../../../../src/model/office-steps.ts'
import type { DocumentState } from '../../../../src/model/state.ts'
import { mostAsked } from '../../../../src/review/asked-revisions.ts'

/** A heading with what stands under it, of which more revisions can be asked. */
export interface AskedSection {
  /** The id of its first block. */
  readonly id: string
  /** The Chinese of the heading; empty for what stands before any. */
  readonly title: string
  readonly segments: readonly string[]
  /** The most that is asked of one of its sentences. */
  readonly asked: RevisionCount
}

export function askedSections({ document, segments }: Pick<DocumentState, 'document' | 'segments'>) {
  const sections: { readonly id: string; readonly title: string; readonly segments: string[] }[] = []
  for (const block of document.blocks) {
    const ids = block.parts.filter(isSegment).map(({ id }) => id)
    const last = sections.at(-1)
    if (block.kind !== 'heading' && last !== undefined) last.segments.push(...ids)
    else sections.push({ id: block.id, title: block.kind === 'heading' ? titleOf(block) : '', segments: ids })
  }
  return sections
    .filter((section) => section.segments.length > 0)
    .map((section): AskedSection => {
      return { ...section, asked: mostAsked(section.segments.map((id) => segments.get(id))) }
    })
}

function titleOf({ parts }: Document['blocks'][number]): string {
  return parts.map(({ source }) => (typeof source === 'string' ? source : plain(source))).join('')
}
