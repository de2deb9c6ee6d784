import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeXml } from '../xml/decode.ts'
import type { XmlAttribute } from '../xml/parse.ts'
import { readXml, writeXml, type XmlElement, type XmlNode } from '../xml/tree.ts'
import { type CoreName, coreNamespaces, elements, isCoreName, textual } from './elements.ts'
import { type CoreElement, isCore, type XliffFile } from './tree.ts'

/**
 * Reads XLIFF 2.0, 2.1 and 2.2 without loss: what it does not understand it keeps unchanged. Does not check the rules of
 * XLIFF (see `rules/check.ts`). Refuses malformed XML (`file-malformed`, with its place), a document type declaration
 * (`file-unsafe`), and any other kind or version (`file-format-unknown`).
 */
export function readXliff(bytes: Uint8Array): XliffFile | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return decoded
  const xml = readXml(decoded.text)
  if (isRefusal(xml)) return xml
  const { before, root, after } = xml
  if (root.local !== 'xliff' || !coreNamespaces.includes(root.namespace))
    return refuse('file-format-unknown', { endings: '.xlf' })
  return { type: 'xliff-file', namespace: root.namespace, before, root: readCore(root, 'xliff'), after }
}

/** Writes everything that `readXliff` read; white space inside the root is as in the tree. */
export function writeXliff(file: XliffFile): string {
  return writeXml({
    type: 'xml',
    before: file.before,
    root: toXmlElement(file.root, file.namespace),
    after: file.after,
  })
}

/** An XML element of the core, with its content, as typed elements. */
export function readCore<N extends CoreName>(element: XmlElement, type: N): Extract<CoreElement, { readonly type: N }> {
  const coreAttributes: readonly string[] = elements[type].attributes
  const attributes: Record<string, string> = {}
  const other: XmlAttribute[] = []
  for (const attribute of element.attributes) {
    if (attribute.namespace === '' && coreAttributes.includes(attribute.name))
      attributes[attribute.name] = attribute.value
    else other.push(attribute)
  }
  const prefix = element.name === element.local ? '' : element.name.slice(0, -element.local.length - 1)
  const content = (textual.has(type) ? asText(element.content) : element.content).map((node) =>
    isHeldBy(type, node, element.namespace) ? readCore(node, node.local) : node,
  )
  // biome-ignore lint/plugin/no-cast: the table `elements` says what each element contains, and the types say the same
  return { type, prefix, attributes, other, content } as unknown as Extract<CoreElement, { readonly type: N }>
}

/** A node as XML again. */
export function toXml(node: CoreElement | XmlNode, namespace: string): XmlNode {
  return isCore(node) ? toXmlElement(node, namespace) : node
}

/** An element of the core as XML again. */
export function toXmlElement(node: CoreElement, namespace: string): XmlElement {
  const coreAttributes: readonly string[] = elements[node.type].attributes
  const attributeValues: Readonly<Record<string, string | undefined>> = node.attributes
  const attributes: XmlAttribute[] = []
  for (const name of coreAttributes) {
    const value = attributeValues[name]
    if (value !== undefined) attributes.push({ name, namespace: '', value })
  }
  return {
    type: 'element',
    name: node.prefix === '' ? node.type : `${node.prefix}:${node.type}`,
    local: node.type,
    namespace,
    attributes: [...attributes, ...node.other],
    content: node.content.map((child) => toXml(child, namespace)),
  }
}

function isHeldBy(
  parent: CoreName,
  node: XmlNode,
  namespace: string,
): node is XmlElement & { readonly local: CoreName } {
  if (typeof node === 'string' || node.type !== 'element') return false
  const held: readonly string[] = elements[parent].holds
  return node.namespace === namespace && isCoreName(node.local) && held.includes(node.local)
}

/** Content with its CDATA sections as plain text, neighbouring texts joined. */
function asText(content: readonly XmlNode[]): readonly XmlNode[] {
  if (!content.some((node) => typeof node !== 'string' && node.type === 'cdata')) return content
  const joined: XmlNode[] = []
  for (const node of content) {
    const text = typeof node === 'string' ? node : node.type === 'cdata' ? node.text : undefined
    const last = joined.at(-1)
    if (text === undefined) joined.push(node)
    else if (typeof last === 'string') joined[joined.length - 1] = last + text
    else joined.push(text)
  }
  return joined
}
