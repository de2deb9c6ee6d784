import { type Block, segmentsOf } from '../../../../src/model/document.ts'
import type { DocumentJson } from '../../../../src/model/state.ts'
import { assemble } from '../../../../src/segmentation/assemble.ts'

/** A sentence that goes out in Chinese, and why: it has no English, or its codes would break the file. */
export interface StaysChinese {
  readonly segment: string
  /** As people number sentences. */
  readonly number: number
  readonly reason: 'no-english' | 'codes'
}

/** What a document would go out with. */
export interface Outgoing {
  readonly sentences: number
  /** Sentences that go out in English. */
  readonly english: number
  /** Sentences that have English, whatever its codes. */
  readonly pairs: number
  /** Sentences that a second person has not approved. */
  readonly unrevised: number
  readonly chinese: readonly StaysChinese[]
}

export function outgoingOf({ document, segments }: DocumentJson): Outgoing {
  const ids = segmentsOf(document).map(({ id }) => id)
  const numbers = new Map(ids.map((id, at) => [id, at + 1]))
  const chinese = document.blocks.flatMap((block) => staysChinese(block, segments, numbers))
  const open = chinese.filter(({ reason }) => reason === 'no-english').length
  const revised = ids.filter((id) => ['reviewed', 'final'].includes(segments[id]?.state ?? 'initial')).length
  return {
    sentences: ids.length,
    english: ids.length - chinese.length,
    pairs: ids.length - open,
    unrevised: ids.length - revised,
    chinese,
  }
}

function staysChinese(
  block: Block,
  segments: DocumentJson['segments'],
  numbers: ReadonlyMap<string, number>,
): readonly StaysChinese[] {
  const { open, faulty } = assemble(block, (id) => segments[id]?.target)
  const broken = new Set(faulty.map(({ segment }) => segment))
  return segmentsOf({ blocks: [block] }).flatMap(({ id }): readonly StaysChinese[] => {
    const reason = open.includes(id) ? 'no-english' : broken.has(id) ? 'codes' : null
    return reason === null ? [] : [{ segment: id, number: numbers.get(id) ?? 0, reason }]
  })
}

/** The ways out, in groups: what they are for. A document's own shape comes first, where its format has one. */
export const waysOut = {
  reading: ['bilingual', 'bilingual-columns', 'english-text', 'english-markdown', 'english-html'],
  review: ['review-table'],
  tools: ['xliff', 'xliff-1.2', 'tmx'],
  data: ['json', 'figures'],
} as const

export type WayOut = (typeof waysOut)[keyof typeof waysOut][number]

/** What a file counts: sentences in English, pairs of both languages, or every sentence. */
export function countOf(way: WayOut | 'own-shape', { sentences, english, pairs }: Outgoing): number {
  switch (way) {
    case 'own-shape':
    case 'bilingual':
    case 'bilingual-columns':
    case 'english-text':
    case 'english-markdown':
    case 'english-html':
      return english
    case 'tmx':
      return pairs
    case 'review-table':
    case 'xliff':
    case 'xliff-1.2':
    case 'json':
    case 'figures':
      return sentences
  }
}
