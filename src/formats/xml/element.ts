import type { XmlTag } from './parse.ts'
import type { XmlElement, XmlNode } from './tree.ts'

/** Makes elements of one namespace, written with one prefix; an attribute without a value is left out. */
export function elementsOf(namespace: string, prefix: string) {
  return (
    local: string,
    attributes: Readonly<Record<string, string | undefined>>,
    content: readonly XmlNode[] = [],
  ): XmlElement => ({
    type: 'element',
    name: `${prefix}:${local}`,
    local,
    namespace,
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, namespace: '', value }],
    ),
    content,
  })
}

/** The elements of one name in some content. */
export function elementsIn(content: readonly XmlNode[], namespace: string, local: string): readonly XmlElement[] {
  return content.filter(
    (node): node is XmlElement =>
      typeof node !== 'string' && node.type === 'element' && node.namespace === namespace && node.local === local,
  )
}

/** An attribute by its name as written. */
export function attributeOf(tag: XmlTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value
}

/** The text directly inside an element. */
export function textIn(content: readonly XmlNode[]): string {
  return content.map((node) => (typeof node === 'string' ? node : node.type === 'cdata' ? node.text : '')).join('')
}
