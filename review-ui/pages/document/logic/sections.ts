import { type Block, isSegment } from '../../../../src/model/document.ts'

/**
 * A run of the document under one line: the question of one medium, the answer of one speaker over all its
 * paragraphs, a heading over its lines, or plain text.
 */
export interface Section {
  /** The id of its first block. */
  readonly id: string
  readonly type: 'heading' | 'question' | 'answer' | 'text'
  readonly level: number
  readonly speaker?: string
  /** `Q2`, `A2`: answers carry the number of the question before them. Answers before any question have none. */
  readonly label?: string
  readonly blocks: readonly Block[]
}

export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  // One list a section grows: copying it for each block would be slow.
  const sections: (Section & { readonly blocks: Block[] })[] = []
  let questions = 0
  for (const block of blocks) {
    const type = block.kind === 'heading' || block.kind === 'question' || block.kind === 'answer' ? block.kind : 'text'
    const last = sections.at(-1)
    // A continuing paragraph, item or quotation belongs to whoever is speaking.
    const goesOn =
      last !== undefined &&
      // Who a text is by stands under its title.
      (block.kind === 'byline' ||
        (type === 'text' && last.type !== 'heading') ||
        (type === last.type && type !== 'heading' && block.speaker === last.speaker && type !== 'question'))
    if (goesOn) {
      last.blocks.push(block)
      continue
    }
    if (type === 'question') questions++
    const label =
      type === 'question' ? `Q${questions}` : type === 'answer' && questions > 0 ? `A${questions}` : undefined
    sections.push({
      id: block.id,
      type,
      level: type === 'heading' ? (block.level ?? 2) : 0,
      ...(block.speaker !== undefined && { speaker: block.speaker }),
      ...(label && { label }),
      blocks: [block],
    })
  }
  return sections
}

/** Characters to which the beginning of a part is cut in the contents. */
const longestBeginning = 16

/** The first words of a text, up to its first mark of punctuation where that comes soon. */
export function firstWords(text: string): string {
  const characters = [...text.trim()]
  const mark = characters.findIndex((character) => /[，。；：、？！,;:?!]/u.test(character))
  if (mark > 3 && mark <= longestBeginning) return characters.slice(0, mark).join('')
  return characters.length <= longestBeginning ? text.trim() : `${characters.slice(0, longestBeginning).join('')}…`
}

export function segmentIdsOf(section: Pick<Section, 'blocks'>): readonly string[] {
  return section.blocks.flatMap((block) => block.parts.filter(isSegment).map(({ id }) => id))
}
