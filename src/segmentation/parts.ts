import { expectDefined } from '../model/expect.ts'
import { compact, type Inline, plain } from '../model/inline.ts'
import type { Piece } from './sentences.ts'

/** A part of a block before its segments have ids. */
export type LoosePart =
  | { readonly type: 'segment'; readonly source: Inline }
  | { readonly type: 'ignorable'; readonly source: string }

type Run = Inline[number][]

/** A stretch of a text with codes: the run of one segment, or the gap between two. */
interface Stretch {
  readonly segment: boolean
  readonly run: Run
}

/**
 * Cuts a text with codes along `pieces`, whose concatenation is its plain text. At a cut, an opening code belongs to the
 * segment after it and any other code to the one before; white space among such codes moves with them. The parts'
 * strings and codes, in order, are those of the text. A text without segments loses its codes.
 */
export function cutInline(inline: Inline, pieces: readonly Piece[]): readonly LoosePart[] {
  const stretches = stretchesOf(inline, pieces)
  const parts: LoosePart[] = []
  for (const [index, { segment, run }] of stretches.entries()) {
    if (segment) {
      const before = shareGap(stretches, index - 1).after
      const after = shareGap(stretches, index + 1).before
      parts.push({ type: 'segment', source: compact([...before, ...run, ...after]) })
    } else {
      const { blank } = shareGap(stretches, index)
      if (blank !== '') parts.push({ type: 'ignorable', source: blank })
    }
  }
  return parts
}

/** Gaps and segments in turn, beginning and ending with a gap; gaps may be empty. */
function stretchesOf(inline: Inline, pieces: readonly Piece[]): readonly Stretch[] {
  let gap: Stretch = { segment: false, run: [] }
  const stretches: Stretch[] = [gap]
  let index = 0
  let left = pieces[0]?.text.length ?? 0
  let inside: Stretch | null = null
  for (const part of inline) {
    if (typeof part !== 'string') {
      ;(inside ?? gap).run.push(part)
      continue
    }
    for (let from = 0; from < part.length; ) {
      const piece = expectDefined(pieces[index], 'a piece for the rest of the text')
      if (piece.type === 'segment' && inside === null) {
        inside = { segment: true, run: [] }
        stretches.push(inside)
      }
      const text = part.slice(from, from + left)
      ;(inside ?? gap).run.push(text)
      from += text.length
      left -= text.length
      if (left > 0) continue
      if (inside !== null) {
        gap = { segment: false, run: [] }
        stretches.push(gap)
        inside = null
      }
      index++
      left = pieces[index]?.text.length ?? 0
    }
  }
  return stretches
}

/** Divides a gap between the segments beside it and the white space between them. */
function shareGap(stretches: readonly Stretch[], index: number): { before: Run; blank: string; after: Run } {
  const run = stretches[index]?.run ?? []
  const isFirst = index === 0
  const isLast = index === stretches.length - 1
  if (isFirst && isLast) return { before: [], blank: plain(run), after: [] }
  const opens = run.findIndex((part) => typeof part !== 'string' && (isFirst || part.type === 'open'))
  const cut = isLast || opens === -1 ? run.length : opens
  const left = run.slice(0, cut)
  const leading = left.findLastIndex((part) => typeof part !== 'string') + 1
  return { before: left.slice(0, leading), blank: plain(left.slice(leading)), after: run.slice(cut) }
}
