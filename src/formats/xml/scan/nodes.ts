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
const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const none: readonly PlacedAttribute[] = []

/** The attributes of an element, in order. */
export function attributesOf(index: XmlIndex, node: number): readonly PlacedAttribute[] {
  const { text, names } = index
  const tagEnd = tagEndOf(index, node)
  let at = startOf(index, node) + 1 + nameOf(index, node).name.length
  if (tagEnd - at <= 2) return none
  const scope = names.scopes[scopeIdOf(index, node)]
  if (scope === undefined) throw new Error('an element without a scope')
  const list: PlacedAttribute[] = []
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    attribute.lastIndex = at
    const match = attribute.exec(text)
    if (match === null) return list
    const [whole, written = '', double, single] = match
    const raw = double ?? single ?? ''
    at += whole.length
    const name = attributeName(names, scope, written)
    if (name === null) throw new Error('an attribute whose prefix is not bound')
    list.push({
      name: name.name,
      namespace: name.namespace,
      value: attributeValueOf(raw),
      from: at - 1 - raw.length,
      to: at - 1,
    })
  }
}

/** The value of an attribute by its name as written; undefined if it is not there. */
export function attributeIn(index: XmlIndex, node: number, name: string): string | undefined {
  const { text } = index
  const end = tagEndOf(index, node)
  let at = startOf(index, node) + 1 + nameOf(index, node).name.length
  for (;;) {
    const equals = text.indexOf('=', at)
    if (equals < 0 || equals >= end) return undefined
    let from = equals + 1
    while (text.charCodeAt(from) <= space) from++
    const quote = text.charAt(from++)
    const to = text.indexOf(quote, from)
    if (text.slice(at, equals).trim() === name) return attributeValueOf(text.slice(from, to))
    at = to + 1
  }
}

/** What stands between the elements inside an element: its text, CDATA sections, comments and instructions. */
export type LooseNode = Exclude<PlacedNode, PlacedElement>

/** An element with everything in it. */
export function elementOf(index: XmlIndex, node: number): PlacedElement {
  const { name, local, namespace } = nameOf(index, node)
  const attributes = attributesOf(index, node).map(({ name, namespace, value }) => ({ name, namespace, value }))
  return {
    type: 'element',
    name,
    local,
    namespace,
    attributes,
    start: startOf(index, node),
    content: contentOf(index, node),
  }
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
    eachLoose(index.text, from, startOf(index, child), loose)
    element(child)
    from = endOf(index, child)
  }
  eachLoose(index.text, from, contentEndOf(index, node), loose)
}

/** Goes through a part of a well-formed text that has no elements. */
function eachLoose(text: string, from: number, to: number, take: (node: LooseNode) => void): void {
  if (from >= to) return
  const part = text.slice(from, to)
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
