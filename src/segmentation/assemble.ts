import { codeFaults } from '../model/code-faults.ts'
import type { Block } from '../model/document.ts'
import type { Inline } from '../model/inline.ts'
import { compact } from './parts.ts'
import { type Pieces, piecesOf } from './pieces.ts'

/** What stands in place of a block, made of the targets of its segments. */
export interface Assembled extends Pick<Pieces, 'open' | 'faulty'> {
  /** Null where every segment stays as it is, or has its own Chinese as its target. */
  readonly target: Inline | null
}

/**
 * Puts the targets of a block's segments together, with the white space between them, as `piecesOf` has them: what has
 * no English, or whose codes are not those of its source, stays as it is.
 */
export function assemble(block: Block, targetOf: (segment: string) => Inline | undefined): Assembled {
  const { pieces, open, faulty } = piecesOf(block, targetOf)
  const changed = pieces.some((piece) => piece.changed)
  const target = compact(pieces.flatMap(({ text }) => text))
  const source = compact(block.parts.flatMap((part) => part.source))
  const faults = codeFaults(source, target)
  if (!changed || faults.length === 0) return { target: changed ? target : null, open, faulty }
  // Each segment is whole, and together they are not: a pair that goes over two sentences has been turned round.
  const [first = ''] = block.parts.flatMap((part) => (part.type === 'segment' ? [part.id] : []))
  return { target: null, open, faulty: [...faulty, { segment: first, faults }] }
}
