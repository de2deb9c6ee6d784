import { contentEndOf, endOf, nameOf, nextOf, startOf, tagEndOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn, eachLoose } from '../../xml/scan/nodes.ts'
import { textOf } from '../../xml/scan/values.ts'
import { characterOf } from '../controls.ts'

/** What stands in these is code of the original format, and no text (XLIFF 1.2 §2.3; empty in 2.x). */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it'])

/** Whether an element inside a source or target holds no text for a reader: code, or what a tracked change deleted. */
export function isUnread(index: XmlIndex, node: number): boolean {
  const { local } = nameOf(index, node)
  return codes.has(local) || (local === 'mrk' && attributeIn(index, node, 'mtype') === 'x-sdl-deleted')
}

/** The text that a reader sees in an element, its inline codes left out. */
export function readableText(index: XmlIndex, node: number): string {
  const { text } = index
  const end = nextOf(index, node)
  let read = ''
  let from = tagEndOf(index, node)
  for (let child = node + 1; child < end; child = nextOf(index, child)) {
    read += looseText(text.slice(from, startOf(index, child)))
    if (nameOf(index, child).local === 'cp') read += characterOf(attributeIn(index, child, 'hex') ?? '')
    else if (!isUnread(index, child)) read += readableText(index, child)
    from = endOf(index, child)
  }
  return read + looseText(text.slice(from, contentEndOf(index, node)))
}

/** Goes through the texts and elements directly in an element, in order. */
export function eachInside(
  index: XmlIndex,
  node: number,
  loose: (text: string) => void,
  element: (child: number) => void,
): void {
  const { text } = index
  const end = nextOf(index, node)
  let from = tagEndOf(index, node)
  for (let child = node + 1; child < end; child = nextOf(index, child)) {
    loose(looseText(text.slice(from, startOf(index, child))))
    element(child)
    from = endOf(index, child)
  }
  loose(looseText(text.slice(from, contentEndOf(index, node))))
}

/** An element as written. */
export function markupAt(index: XmlIndex, node: number): string {
  return index.text.slice(startOf(index, node), endOf(index, node))
}

/** The text in a part of a file without elements. */
function looseText(raw: string): string {
  if (!raw.includes('<')) return textOf(raw)
  let read = ''
  eachLoose(raw, (loose) => {
    if (typeof loose === 'string') read += loose
    else if (loose.type === 'cdata') read += loose.text
  })
  return read
}

/** A part of a source or target that is marked as a segment (XLIFF 1.2 `mrk mtype="seg"`). */
export interface Mark {
  readonly mid: string
  readonly node: number
}

/** The segments marked in an element, in order; one inside another is part of it. */
export function marksIn(index: XmlIndex, node: number): readonly Mark[] {
  const marks: Mark[] = []
  const end = nextOf(index, node)
  for (let inner = node + 1; inner < end; ) {
    const isMark = nameOf(index, inner).local === 'mrk' && attributeIn(index, inner, 'mtype') === 'seg'
    if (isMark) marks.push({ mid: attributeIn(index, inner, 'mid') ?? '', node: inner })
    inner = isMark || isUnread(index, inner) ? nextOf(index, inner) : inner + 1
  }
  return marks
}

/** Whether an element was written as a single tag. */
export function isSingleTag(index: XmlIndex, node: number): boolean {
  return index.text.charAt(tagEndOf(index, node) - 2) === '/' && contentEndOf(index, node) === tagEndOf(index, node)
}

/** Whether there is nothing in an element but white space. */
export function isBlank(index: XmlIndex, node: number): boolean {
  return !/[^\s]/.test(index.text.slice(tagEndOf(index, node), contentEndOf(index, node)))
}

/** The start tag of an element as written, as one that opens it. */
export function startTagOf(index: XmlIndex, node: number): string {
  const tag = index.text.slice(startOf(index, node), tagEndOf(index, node))
  return isSingleTag(index, node) ? `${tag.slice(0, -2)}>` : tag
}
