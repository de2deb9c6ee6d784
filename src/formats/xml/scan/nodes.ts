import { expectDefined } from '../../../model/expect.ts'
import type { XmlAttribute } from '../parse.ts'
import type { PlacedElement, PlacedNode, XmlRemark } from '../tree.ts'
import {
  contentEndOf,
  endOf,
  nameOf,
  nextOf,
  type OuterRemark,
  scopeIdOf,
  startOf,
  tagEndOf,
  type XmlIndex,
} from './index.ts'
import { attributeName } from './names.ts'
import { attributeValueOf, linesOf, textOf } from './values.ts'

/** An attribute, and where its value stands between its quotes. */
export interface PlacedAttribute extends XmlAttribute {
  readonly from: number
  readonly to: number
}

const space = 0x20
const equals = 0x3d
const none: readonly PlacedAttribute[] = []

/** Calls `take` with the offsets of each attribute in a tag, until it returns true. */
function eachAttribute(
  index: XmlIndex,
  node: number,
  take: (nameFrom: number, nameTo: number, from: number, to: number) => boolean,
): void {
  const { text } = index
  // Behind the last attribute stand `>` or `/>`.
  const end = tagEndOf(index, node) - 1
  let at = startOf(index, node) + 1 + nameOf(index, node).name.length
  for (;;) {
    while (at < end && text.charCodeAt(at) <= space) at++
    const nameFrom = at
    while (at < end && text.charCodeAt(at) !== equals) at++
    if (at >= end) return
    let nameTo = at
    while (text.charCodeAt(nameTo - 1) <= space) nameTo--
    let quoteAt = at + 1
    while (text.charCodeAt(quoteAt) <= space) quoteAt++
    const to = text.indexOf(text.charAt(quoteAt), quoteAt + 1)
    if (take(nameFrom, nameTo, quoteAt + 1, to)) return
    at = to + 1
  }
}

/** The attributes of an element, in order. */
export function attributesOf(index: XmlIndex, node: number): readonly PlacedAttribute[] {
  const { text, names } = index
  const scope = names.scopes[scopeIdOf(index, node)]
  let list: PlacedAttribute[] | undefined
  eachAttribute(index, node, (nameFrom, nameTo, from, to) => {
    const meaning = attributeName(names, expectDefined(scope, 'a scope'), text.slice(nameFrom, nameTo))
    const { name, namespace } = expectDefined(meaning, 'the name of an attribute')
    list ??= []
    list.push({ name, namespace, value: attributeValueOf(text.slice(from, to)), from, to })
    return false
  })
  return list ?? none
}

/** The value of an attribute by its name as written; undefined if it is not there. */
export function attributeIn(index: XmlIndex, node: number, name: string): string | undefined {
  const { text } = index
  let value: string | undefined
  eachAttribute(index, node, (nameFrom, nameTo, from, to) => {
    const isMeant = nameTo - nameFrom === name.length && text.startsWith(name, nameFrom)
    if (isMeant) value = attributeValueOf(text.slice(from, to))
    return isMeant
  })
  return value
}

/** What stands between the elements inside an element: its text, CDATA sections, comments and instructions. */
export type LooseNode = Exclude<PlacedNode, PlacedElement>

/** An element with everything in it. */
export function elementOf(index: XmlIndex, node: number): PlacedElement {
  return { ...headOf(index, node), content: contentOf(index, node) }
}

/** An element without what is in it. */
export function headOf(index: XmlIndex, node: number): Omit<PlacedElement, 'content'> {
  const { name, local, namespace } = nameOf(index, node)
  const attributes = attributesOf(index, node).map(({ name, namespace, value }) => ({ name, namespace, value }))
  return { type: 'element', name, local, namespace, attributes, start: startOf(index, node) }
}

/** What is in an element, in order. */
function contentOf(index: XmlIndex, node: number): readonly PlacedNode[] {
  const content: PlacedNode[] = []
  eachNode(
    index,
    node,
    (child) => content.push(elementOf(index, child)),
    (loose) => content.push(loose),
  )
  return content
}

/** Goes through what is directly in an element, in order. */
export function eachNode(
  index: XmlIndex,
  node: number,
  element: (child: number) => void,
  loose: (node: LooseNode) => void,
): void {
  let from = tagEndOf(index, node)
  const end = nextOf(index, node)
  for (let child = node + 1; child < end; child = nextOf(index, child)) {
    eachLoose(index.text.slice(from, startOf(index, child)), loose)
    element(child)
    from = endOf(index, child)
  }
  eachLoose(index.text.slice(from, contentEndOf(index, node)), loose)
}

/** Goes through a part of a well-formed text that has no elements. */
export function eachLoose(part: string, take: (node: LooseNode) => void): void {
  if (part === '') return
  let at = 0
  for (let mark = part.indexOf('<'); mark >= 0; mark = part.indexOf('<', at)) {
    if (mark > at) take(textOf(part.slice(at, mark)))
    at = takeMarked(part, mark, take)
  }
  if (at < part.length) take(textOf(part.slice(at)))
}

/** Takes the comment, CDATA section or instruction at an offset; returns the offset behind it. */
function takeMarked(part: string, start: number, take: (node: LooseNode) => void): number {
  if (part.startsWith('<!--', start)) {
    const end = part.indexOf('-->', start + 4)
    take({ type: 'comment', text: linesOf(part.slice(start + 4, end)) })
    return end + 3
  }
  if (part.startsWith('<![', start)) {
    const end = part.indexOf(']]>', start)
    take({ type: 'cdata', text: linesOf(part.slice(start + '<![CDATA['.length, end)) })
    return end + 3
  }
  const end = part.indexOf('?>', start)
  take(instructionOf(part.slice(start + 2, end)))
  return end + 2
}

function instructionOf(raw: string): XmlRemark {
  const [, target = '', body = ''] = /^(\S+)\s*([\s\S]*)$/.exec(linesOf(raw)) ?? []
  return { type: 'instruction', target, body }
}

/** A comment or instruction outside the root. */
export function remarkOf({ text }: XmlIndex, { type, from, to }: OuterRemark): XmlRemark {
  const raw = text.slice(from, to)
  return type === 'comment' ? { type: 'comment', text: linesOf(raw) } : instructionOf(raw)
}
