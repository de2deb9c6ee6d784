import { type CodeFault, codeFaults } from '../model/code-faults.ts'
import type { Block } from '../model/document.ts'
import { type Inline, plain } from '../model/inline.ts'
import { sameText } from './returned.ts'

/** A run of a block as it goes out: the English of a segment, its Chinese where that stays, or white space between two. */
export interface Piece {
  readonly language: 'en' | 'zh'
  readonly text: Inline
  /** Whether it is another text than the block has. */
  readonly changed: boolean
}

export interface FaultySegment {
  readonly segment: string
  readonly faults: readonly CodeFault[]
}

/** A block as it goes out, run by run. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  /** Segments that stay in Chinese because there is no English for them. */
  readonly open: readonly string[]
  /** Segments that stay in Chinese because their codes would break the file. */
  readonly faulty: readonly FaultySegment[]
}

const wide = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u

/**
 * The runs of a block with the targets of its segments in the place of their sources. A segment without a target, or
 * whose codes are not those of its source, stays as it is. Between sentences of which one is English stands a blank,
 * which Chinese has not.
 */
export function piecesOf(block: Block, targetOf: (segment: string) => Inline | undefined): Pieces {
  const open: string[] = []
  const faulty: FaultySegment[] = []
  const pieces: Piece[] = []
  let last: Piece | undefined
  for (const part of block.parts) {
    if (part.type === 'ignorable') {
      pieces.push({ language: 'zh', text: [part.source], changed: false })
      last = undefined
      continue
    }
    const target = targetOf(part.id) ?? []
    const isOpen = plain(target).trim() === ''
    const faults = isOpen ? [] : codeFaults(part.source, target)
    if (isOpen) open.push(part.id)
    if (faults.length > 0) faulty.push({ segment: part.id, faults })
    const isEnglish = !isOpen && faults.length === 0
    const changed = isEnglish && !sameText(target, part.source)
    const piece: Piece = {
      language: isEnglish ? 'en' : 'zh',
      text: changed ? target : part.source,
      changed,
    }
    if (last !== undefined && (changed || last.changed) && needsBlank(last.text, piece.text))
      pieces.push({ language: 'en', text: [' '], changed })
    pieces.push(piece)
    last = piece
  }
  return { pieces, open, faulty }
}

function needsBlank(before: Inline, after: Inline): boolean {
  const left = plain(before).at(-1) ?? ' '
  const right = plain(after).at(0) ?? ' '
  return left.trim() !== '' && right.trim() !== '' && !wide.test(left) && !wide.test(right)
}
