import { codeFaults } from '../../model/code-faults.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Inline } from '../../model/inline.ts'
import type { TextBlock, WordDocument } from './document.ts'
import type { Range } from './element-tree.ts'
import type { Part } from './package.ts'
import type { Paragraph } from './paragraph.ts'
import { chineseLook, type Look, writeParagraph } from './write-paragraph.ts'

/** A paragraph that gets another text. */
interface Replacement {
  readonly paragraph: Paragraph
  readonly target: Inline
}

/** The texts of the parts in which paragraphs have another text, by name of the part. */
export function rewriteParts(
  { parts, blocks }: WordDocument,
  targets: readonly (Inline | null)[],
  look: Look = chineseLook,
): ReadonlyMap<string, string> {
  const byPart = new Map<string, Replacement[]>()
  for (const [at, { block, places }] of blocks.entries()) {
    const target = targets[at] ?? null
    if (target === null || !isReplaced(block.text, target)) continue
    for (const { part, paragraph } of places) {
      const list = byPart.get(part) ?? []
      list.push({ paragraph, target })
      byPart.set(part, list)
    }
  }
  return new Map(
    [...byPart].map(([name, list]) => [name, rewritePart(expectDefined(parts.get(name), 'a part'), list, look)]),
  )
}

/** A target with faults in its codes would break the file: the paragraph stays as it is. */
function isReplaced(source: TextBlock['block']['text'], target: Inline): boolean {
  return !sameText(source, target) && codeFaults(source, target).length === 0
}

function sameText(a: Inline, b: Inline): boolean {
  if (a.length !== b.length) return false
  return a.every((part, at) => {
    const other = b[at]
    if (typeof part === 'string' || typeof other === 'string' || other === undefined) return part === other
    return part.type === other.type && part.id === other.id
  })
}

/** The part with the replacements in it, and every other byte as it was. */
function rewritePart({ tree: { text } }: Part, list: readonly Replacement[], look: Look): string {
  const replaced = list.toSorted((a, b) => a.paragraph.from - b.paragraph.from)

  /** A stretch of the part. Paragraphs can stand in one another, as in text boxes: the outer one is written with the inner. */
  function render({ from, to }: Range): string {
    const out: string[] = []
    let at = from
    for (let next = firstFrom(replaced, from); ; ) {
      const replacement = replaced[next]
      if (replacement === undefined || replacement.paragraph.to > to) break
      const { paragraph, target } = replacement
      out.push(text.slice(at, paragraph.from), writeParagraph(paragraph, target, { text, look, render }))
      at = paragraph.to
      next = firstFrom(replaced, at)
    }
    out.push(text.slice(at, to))
    return out.join('')
  }

  return render({ from: 0, to: text.length })
}

/** The index of the first replacement at or behind a place. */
function firstFrom(replaced: readonly Replacement[], at: number): number {
  let low = 0
  let high = replaced.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((replaced[middle]?.paragraph.from ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}
