import { expectDefined } from '../../model/expect.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { indexXml } from '../xml/scan/index.ts'
import { nameIn, type Prefixes, prefixesIn } from './names.ts'

/** A stretch of the text of a part, in UTF-16 units: from the first to behind the last. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * An element of a part and where it stands in its text. `name` has the usual prefix of its namespace, whatever prefix the
 * file has: `w:p`.
 */
export interface Element extends Range {
  readonly name: string
  /** The tag as written, from `<` to `>`. */
  readonly tag: string
  /** Where its content begins and ends; an element without content ends where it begins. */
  readonly content: Range
  readonly children: readonly Element[]
  readonly prefixes: Prefixes
}

export interface ElementTree {
  readonly type: 'tree'
  readonly text: string
  readonly root: Element
}

type Growing = Element & { to: number; readonly content: { to: number }; readonly children: Element[] }

const token =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/)?([^\s/>!?]+)(?:[^"'>]+|"[^"]*"|'[^']*')*>)/g

/**
 * Reads a part into a tree of places. The strict reader looks at the whole part first, so that what is well-formed is
 * decided by it alone; it refuses document type declarations. Refuses what `indexXml` refuses.
 */
export function readTree(text: string): ElementTree | Refusal {
  const index = indexXml(text)
  if (isRefusal(index)) return index
  const open: Growing[] = []
  let root: Element | undefined
  for (const match of text.matchAll(token)) {
    const [tag, closes, name] = match
    if (name === undefined) continue
    if (closes !== undefined) {
      const element = expectDefined(open.pop(), 'the element that a tag closes')
      element.content.to = match.index
      element.to = match.index + tag.length
      continue
    }
    const parent = open.at(-1)
    const prefixes = prefixesIn(tag, parent?.prefixes)
    const from = match.index
    const to = from + tag.length
    const element: Growing = {
      name: nameIn(prefixes, name),
      tag,
      from,
      to,
      content: { from: to, to },
      children: [],
      prefixes,
    }
    parent?.children.push(element)
    root ??= element
    if (!tag.endsWith('/>')) open.push(element)
  }
  return { type: 'tree', text, root: expectDefined(root, 'the root of a well-formed file') }
}

/** The children of a name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of a name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The elements of a name anywhere inside, in order. */
export function* within(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* within(child, name)
  }
}

const attribute = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attribute of a name, decoded. `name` is with its usual prefix: `w:val`, `r:id`, or without: `name`. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  if (element === undefined) return undefined
  for (const [, written = '', double, single] of element.tag.matchAll(attribute)) {
    const known = written.includes(':') ? nameIn(element.prefixes, written) : written
    if (known === name) return unescaped(double ?? single ?? '')
  }
  return undefined
}

/** The value of `w:val` of a child, the commonest way in which a property is written. */
export function settingOf(element: Element | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'w:val')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Written text with its references resolved. The strict reader has seen that there are no others. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));/g, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return entities[name] ?? whole
  })
}

/** The text directly inside an element, decoded; comments and instructions are none. */
export function textOf({ text }: ElementTree, { content }: Element): string {
  const written = text.slice(content.from, content.to)
  if (!written.includes('<')) return unescaped(written)
  return written
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map((piece) => {
      if (piece.startsWith('<![CDATA[')) return piece.slice(9, -3)
      return piece.startsWith('<') ? '' : unescaped(piece)
    })
    .join('')
}
