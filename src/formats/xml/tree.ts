import { escapeAttribute, escapeText } from './escape.ts'
import type { XmlTag } from './parse.ts'

/** An element with everything written in it, in order; text is a plain string. */
export interface XmlElement extends XmlTag {
  readonly type: 'element'
  readonly content: readonly XmlNode[]
}

export type XmlNode = string | XmlElement | XmlCdata | XmlRemark

/** An element as it was read, with its place in the file. */
export interface PlacedElement extends XmlTag {
  readonly type: 'element'
  /** The offset of its `<` in the decoded text, in UTF-16 code units; `placesIn` turns it into line and column. */
  readonly start: number
  readonly content: readonly PlacedNode[]
}

export type PlacedNode = string | PlacedElement | XmlCdata | XmlRemark

export interface XmlCdata {
  readonly type: 'cdata'
  readonly text: string
}

/** What a file may also contain outside its root. */
export type XmlRemark =
  | { readonly type: 'comment'; readonly text: string }
  | { readonly type: 'instruction'; readonly target: string; readonly body: string }

/** A whole file: its root, and the comments and processing instructions before and after it. */
export interface XmlDocument {
  readonly type: 'xml'
  readonly before: readonly XmlRemark[]
  readonly root: XmlElement
  readonly after: readonly XmlRemark[]
}

/** A file as it was read. */
export interface PlacedXml extends XmlDocument {
  readonly root: PlacedElement
}

/** Writes a tree unchanged, with the names and prefixes of its nodes, and adds no white space inside the root. */
export function writeXml(document: XmlDocument): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  for (const node of document.before) parts.push(remarkOf(node), '\n')
  write(document.root, parts)
  parts.push('\n')
  for (const node of document.after) parts.push(remarkOf(node), '\n')
  return parts.join('')
}

function write(node: XmlNode, parts: string[]): void {
  if (typeof node === 'string') parts.push(escapeText(node))
  else if (node.type === 'cdata') parts.push(`<![CDATA[${node.text}]]>`)
  else if (node.type !== 'element') parts.push(remarkOf(node))
  else {
    parts.push('<', node.name)
    for (const { name, value } of node.attributes) parts.push(' ', name, '="', escapeAttribute(value), '"')
    if (node.content.length === 0) parts.push('/>')
    else {
      parts.push('>')
      for (const child of node.content) write(child, parts)
      parts.push('</', node.name, '>')
    }
  }
}

function remarkOf(node: XmlRemark): string {
  if (node.type === 'comment') return `<!--${node.text}-->`
  return node.body === '' ? `<?${node.target}?>` : `<?${node.target} ${node.body}?>`
}
