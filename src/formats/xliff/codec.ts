import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeXml } from '../xml/decode.ts'
import type { XmlAttribute } from '../xml/parse.ts'
import { remarksOf } from '../xml/read.ts'
import { indexXml, nameOf, type XmlIndex } from '../xml/scan/index.ts'
import { attributesOf, eachNode, elementOf } from '../xml/scan/nodes.ts'
import { writeXml, type XmlElement, type XmlNode } from '../xml/tree.ts'
import { type CoreName, coreNamespaces, elements, isCoreName, textual } from './elements.ts'
import { type CoreElement, isCore, type XliffFile } from './tree.ts'

/**
 * Reads XLIFF 2.0, 2.1 and 2.2 without loss: what it does not understand it keeps unchanged. Does not check the rules of
 * XLIFF (see `rules`). Refuses malformed XML (`file-malformed`, with its place), a document type declaration
 * (`file-unsafe`), and any other kind or version (`file-format-unknown`).
 */
export function readXliff(bytes: Uint8Array): XliffFile | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return decoded
  const index = indexXml(decoded.text)
  if (isRefusal(index)) return index
  const { local, namespace } = nameOf(index, 0)
  if (local !== 'xliff' || !coreNamespaces.includes(namespace))
    return refuse('file-format-unknown', { endings: '.xlf' })
  return { type: 'xliff-file', namespace, root: coreAt(index, 0, 'xliff'), ...remarksOf(index) }
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

/** An element of an index that is of the core, with its content, as typed elements. */
export function coreAt<N extends CoreName>(
  index: XmlIndex,
  node: number,
  type: N,
): Extract<CoreElement, { readonly type: N }> {
  const { prefix, namespace } = nameOf(index, node)
  const content: (CoreElement | XmlNode)[] = []
  eachNode(
    index,
    node,
    (child) => {
      const { local, namespace: space } = nameOf(index, child)
      content.push(isHeld(type, local, space, namespace) ? coreAt(index, child, local) : elementOf(index, child))
    },
    (loose) => content.push(loose),
  )
  return typed(type, prefix, attributesOf(index, node), content)
}

/** An XML element of the core, with its content, as typed elements. */
export function readCore<N extends CoreName>(element: XmlElement, type: N): Extract<CoreElement, { readonly type: N }> {
  const prefix = element.name === element.local ? '' : element.name.slice(0, -element.local.length - 1)
  const content = element.content.map((node) => {
    if (typeof node === 'string' || node.type !== 'element') return node
    const { local } = node
    return isHeld(type, local, node.namespace, element.namespace) ? readCore(node, local) : node
  })
  return typed(type, prefix, element.attributes, content)
}

function typed<N extends CoreName>(
  type: N,
  prefix: string,
  written: readonly XmlAttribute[],
  nodes: readonly (CoreElement | XmlNode)[],
): Extract<CoreElement, { readonly type: N }> {
  const coreAttributes: readonly string[] = elements[type].attributes
  const attributes: Record<string, string> = {}
  let other: XmlAttribute[] | undefined
  for (const { name, namespace, value } of written) {
    if (namespace === '' && coreAttributes.includes(name)) attributes[name] = value
    else {
      other ??= []
      other.push({ name, namespace, value })
    }
  }
  const content = textual.has(type) ? asText(nodes) : nodes
  // biome-ignore lint/plugin/no-cast: the table `elements` says what each element contains, and the types say the same
  return { type, prefix, attributes, other: other ?? none, content } as unknown as Extract<
    CoreElement,
    { readonly type: N }
  >
}

const none: readonly XmlAttribute[] = []

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

/** Whether an element of some name is of the core and may stand in another, whose namespace is that of the core. */
function isHeld(parent: CoreName, local: string, namespace: string, core: string): local is CoreName {
  const held: readonly string[] = elements[parent].holds
  return namespace === core && isCoreName(local) && held.includes(local)
}

/** Content with its CDATA sections as plain text, neighbouring texts joined. */
function asText(content: readonly (CoreElement | XmlNode)[]): readonly (CoreElement | XmlNode)[] {
  if (!content.some((node) => typeof node !== 'string' && node.type === 'cdata')) return content
  const joined: (CoreElement | XmlNode)[] = []
  for (const node of content) {
    const text = typeof node === 'string' ? node : node.type === 'cdata' ? node.text : undefined
    const last = joined.at(-1)
    if (text === undefined) joined.push(node)
    else if (typeof last === 'string') joined[joined.length - 1] = last + text
    else joined.push(text)
  }
  return joined
}
