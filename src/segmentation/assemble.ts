import { codeFaults } from '../model/code-faults.ts'
import { type Block, type GivenPart, isSegment } from '../model/document.ts'
import { compact, type Inline, plain } from '../model/inline.ts'
import { segmentStates } from '../model/state.ts'
import { type FaultySegment, type Pieces, piecesOf } from './pieces.ts'
import type { Wording } from './returned.ts'

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

/** What is to stand for the segments that a file gives, one for each in order; null leaves one as it is. */
export interface Filled extends Pick<Pieces, 'open' | 'faulty'> {
  readonly segments: readonly (Wording | null)[]
}

/**
 * Fills the segments that a file gives for a block with the targets of the block's segments, which may have been split
 * since: the parts of one make one target, in the least of their states. One of which a part has no English stays as it is.
 */
export function fillGiven(
  parts: readonly GivenPart[],
  block: Block,
  wordingOf: (segment: string) => Wording | undefined,
): Filled {
  const open: string[] = []
  const faulty: FaultySegment[] = []
  const present = block.parts.filter(isSegment)
  let next = 0
  const segments = parts.flatMap((part): Filled['segments'] => {
    if (part.type === 'ignorable') return []
    const pieces: Wording[] = []
    const ids: string[] = []
    const length = visibleLength(part.source)
    let covered = 0
    for (let piece = present[next]; piece !== undefined && covered < length; piece = present[next]) {
      next += 1
      covered += visibleLength(piece.source)
      ids.push(piece.id)
      const wording = wordingOf(piece.id)
      if (wording === undefined || plain(wording.target).trim() === '') open.push(piece.id)
      else pieces.push(wording)
    }
    if (pieces.length === 0 || pieces.length < ids.length || covered !== length) return [null]
    const target = compact(pieces.flatMap((piece, at) => (at === 0 ? piece.target : [' ', ...piece.target])))
    const faults = codeFaults(part.source, target)
    if (faults.length > 0) {
      faulty.push({ segment: ids[0] ?? '', faults })
      return [null]
    }
    const ranks = pieces.map(({ state }) => segmentStates.indexOf(state))
    return [{ target, state: segmentStates[Math.min(...ranks)] ?? 'initial' }]
  })
  return { segments, open, faulty }
}

/** White space can come to stand between the parts of a split segment, and what cannot be seen between two sentences. */
function visibleLength(source: Inline): number {
  return plain(source).replace(/[\s\p{Cf}]/gu, '').length
}
