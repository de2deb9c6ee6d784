import { type Block, isSegment, type Part } from '../model/document.ts'
import { expectDefined } from '../model/expect.ts'
import { compact, plain } from '../model/inline.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import { cutInline } from './parts.ts'
import type { Piece } from './sentences.ts'

/**
 * Splits a segment of `block` in two at offset `at` of its plain text, with two new ids; white space at the cut becomes
 * an ignorable. Refuses a place that would leave a part without text or split a character.
 */
export function splitSegment(
  block: Block,
  segment: string,
  at: number,
  into: readonly [string, string],
): Block | Refusal {
  const index = indexOf(block, segment)
  const whole = block.parts[index]
  if (whole?.type !== 'segment') return refuse('segment-unknown', { segment })
  const text = plain(whole.source)
  const left = text.slice(0, at)
  const right = text.slice(at)
  if (!Number.isInteger(at) || at < 0 || left.trim() === '' || right.trim() === '' || cutsCharacter(text, at)) {
    return refuse('split-outside', { segment, at: String(at) })
  }
  const parts = cutInline(whole.source, halves(left, right))
  const ids = into.values()
  const named = parts.map((part): Part => {
    if (part.type !== 'segment') return part
    return { type: 'segment', id: expectDefined(ids.next().value, 'an id for each half'), source: part.source }
  })
  return { ...block, parts: block.parts.toSpliced(index, 1, ...named) }
}

/**
 * Joins two neighbouring segments of `block` into one under a new id, with the white space between them. Refuses
 * segments that do not follow one another.
 */
export function joinSegments(block: Block, segments: readonly [string, string], into: string): Block | Refusal {
  const unknown = segments.find((id) => indexOf(block, id) === -1)
  if (unknown !== undefined) return refuse('segment-unknown', { segment: unknown })
  const first = indexOf(block, segments[0])
  const second = indexOf(block, segments[1])
  const run = block.parts.slice(first, second + 1)
  if (run.filter(isSegment).length !== 2) {
    return refuse('join-not-neighbours', { segment: segments[0] })
  }
  const source = compact(run.flatMap((part) => part.source))
  return { ...block, parts: block.parts.toSpliced(first, run.length, { type: 'segment', id: into, source }) }
}

function indexOf(block: Block, segment: string): number {
  return block.parts.findIndex((part) => isSegment(part) && part.id === segment)
}

function cutsCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1))
}

function halves(left: string, right: string): readonly Piece[] {
  const first = left.trimEnd()
  const second = right.trimStart()
  const blank = left.slice(first.length) + right.slice(0, right.length - second.length)
  return [
    { type: 'segment', text: first },
    ...(blank === '' ? [] : [{ type: 'ignorable', text: blank } as const]),
    { type: 'segment', text: second },
  ]
}
