import type { CodeKind } from '../../model/inline.ts'
import { attributeOf, type Element, type ElementTree, type Range, textOf } from './element-tree.ts'

/** A complex field (ECMA-376 part 1, 17.16.18): its three marks, each the place of its `w:fldChar`. */
export interface Field extends Range {
  readonly instruction: string
  /** Where the code ends and the result begins; a field without a result has none. */
  readonly separate: Range | undefined
  readonly end: Range
}

/** A field whose result Word makes. */
export interface MadeField extends Range {
  readonly instruction: string
}

/** The fields of a part, or of a paragraph of it. */
export interface Fields {
  /** Fields whose results Word makes, the outermost only, in order: nothing in them is text. */
  readonly made: readonly MadeField[]
  /** Fields whose results are text: links, and what somebody filled in. */
  readonly textual: readonly Field[]
}

const textualCodes = /^\s*(?:HYPERLINK|FORMTEXT)\b/i
const notRead: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

/** Whether the result of a field is text to translate: a link's words and a form's entries are, Word makes the others. */
export function hasText(instruction: string): boolean {
  return textualCodes.test(instruction)
}

interface OpenField {
  readonly begin: Range
  instruction: string
  separate?: Range
}

/**
 * Finds the fields of a part. A mark without its others belongs to no field. Each text box is searched by itself.
 */
export function fieldsOf(tree: ElementTree): Fields {
  const fields: Field[] = []

  function search(element: Element, open: OpenField[]): void {
    for (const child of element.children) {
      if (notRead.has(child.name)) continue
      if (child.name === 'w:fldChar') {
        const type = attributeOf(child, 'w:fldCharType')
        const field = open.at(-1)
        if (type === 'begin') open.push({ begin: child, instruction: '' })
        else if (type === 'separate' && field !== undefined) field.separate ??= child
        else if (type === 'end' && field !== undefined) {
          open.pop()
          const { begin, instruction, separate } = field
          fields.push({ from: begin.from, to: child.to, instruction, separate, end: child })
        }
      } else if (child.name === 'w:instrText') {
        const field = open.at(-1)
        if (field !== undefined && field.separate === undefined) field.instruction += textOf(tree, child)
      } else search(child, child.name === 'w:txbxContent' ? [] : open)
    }
  }

  search(tree.root, [])
  const byPlace = fields.sort((a, b) => a.from - b.from)
  const made: MadeField[] = []
  for (const field of byPlace) {
    const { from, to, instruction, separate } = field
    const inside = (made.at(-1)?.to ?? 0) >= to
    if (!inside && (separate === undefined || !hasText(instruction))) made.push({ from, to, instruction })
  }
  const textual = byPlace.filter(
    ({ from, instruction, separate }) =>
      separate !== undefined && hasText(instruction) && holderOf(made, from) === undefined,
  )
  return { made, textual }
}

/** Of fields in order, those that begin in a range. */
export function fieldsIn(fields: Fields, { from, to }: Range): Fields {
  const { textual } = fields
  let low = 0
  let high = textual.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((textual[middle]?.from ?? to) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while ((textual[end]?.from ?? to) < to) end++
  return { made: fields.made, textual: textual.slice(low, end) }
}

/** The range that holds a place; ranges are in order and do not overlap. */
export function holderOf<R extends Range>(ranges: readonly R[], at: number): R | undefined {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return undefined
    if (at < range.from) high = middle - 1
    else if (at >= range.to) low = middle + 1
    else return range
  }
  return undefined
}

/** What a field is called: its code, without its switches. */
export function fieldData(instruction: string): string {
  const [name = '', argument = ''] = instruction.trim().split(/\s+/)
  if (/^HYPERLINK$/i.test(name)) return `link ${argument.replaceAll('"', '')}`.trim()
  return `field ${name} ${argument.startsWith('\\') ? '' : argument}`.trim().slice(0, 80)
}

/** The kind of a field whose result is text. */
export function fieldKind(instruction: string): CodeKind {
  return /^\s*HYPERLINK\b/i.test(instruction) ? 'link' : 'control'
}
