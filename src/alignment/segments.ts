import type { Piece } from '../segmentation/sentences.ts'
import type { AlignmentSegment } from './alignment.ts'

/** The most of the sentences of a text that may share a line where it is taken to be set one sentence a line. */
const mostSharing = 0.5

/**
 * The segments of a text by its blocks. A text most of whose sentences have a block of their own was set one segment a
 * block on purpose: each of its blocks stays one segment. Every other text is split into sentences.
 */
export function alignmentSegments(
  blocks: readonly string[],
  split: (text: string) => readonly Piece[],
): readonly AlignmentSegment[] {
  const sentences = blocks.map((text) => split(text).flatMap((piece) => (piece.type === 'segment' ? [piece.text] : [])))
  const written = sentences.filter(({ length }) => length > 0)
  const all = written.reduce((sum, { length }) => sum + length, 0)
  const sharing = written.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0)
  if (sharing <= mostSharing * all)
    return blocks
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text, block) => ({ text, block }))
  return written.flatMap((texts, block) => texts.map((text) => ({ text, block })))
}
