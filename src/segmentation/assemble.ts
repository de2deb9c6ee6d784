import { type CodeFault, codeFaults } from '../model/code-faults.ts'
import type { Block } from '../model/document.ts'
import { type Inline, plain } from '../model/inline.ts'
import { compact } from './parts.ts'
import { sameText } from './returned.ts'

/** What stands in place of a block, made of the targets of its segments. */
export interface Assembled {
  /** Null where every segment stays as it is, or has its own Chinese as its target. */
  readonly target: Inline | null
  /** Segments that stay in Chinese because there is no English for them. */
  readonly open: readonly string[]
  /** Segments that stay in Chinese because their codes would break the file. */
  readonly faulty: readonly FaultySegment[]
}

export interface FaultySegment {
  readonly segment: string
  readonly faults: readonly CodeFault[]
}

const wide = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u

/**
 * Puts the targets of a block's segments together, with the white space between them. A segment without a target, or
 * whose codes are not those of its source, stays as it is. Between sentences of which one is English stands a blank,
 * which Chinese has not.
 */
export function assemble(block: Block, targetOf: (segment: string) => Inline | undefined): Assembled {
  const open: string[] = []
  const faulty: FaultySegment[] = []
  const inline: Inline[number][] = []
  let changed = false
  let lastTranslated: boolean | undefined
  for (const part of block.parts) {
    if (part.type === 'ignorable') {
      inline.push(part.source)
      lastTranslated = undefined
      continue
    }
    const target = targetOf(part.id) ?? []
    const isOpen = plain(target).trim() === ''
    const faults = isOpen ? [] : codeFaults(part.source, target)
    if (isOpen) open.push(part.id)
    if (faults.length > 0) faulty.push({ segment: part.id, faults })
    const translated = !isOpen && faults.length === 0 && !sameText(target, part.source)
    const chosen = translated ? target : part.source
    if (lastTranslated !== undefined && (translated || lastTranslated) && needsBlank(inline, chosen)) inline.push(' ')
    inline.push(...chosen)
    changed ||= translated
    lastTranslated = translated
  }
  const target = compact(inline)
  const source = compact(block.parts.flatMap((part) => part.source))
  const faults = codeFaults(source, target)
  if (!changed || faults.length === 0) return { target: changed ? target : null, open, faulty }
  // Each segment is whole, and together they are not: a pair that goes over two sentences has been turned round.
  const [first = ''] = block.parts.flatMap((part) => (part.type === 'segment' ? [part.id] : []))
  return { target: null, open, faulty: [...faulty, { segment: first, faults }] }
}

function needsBlank(before: Inline, after: Inline): boolean {
  const left = plain(before).at(-1) ?? ' '
  const right = plain(after).at(0) ?? ' '
  return left.trim() !== '' && right.trim() !== '' && !wide.test(left) && !wide.test(right)
}
