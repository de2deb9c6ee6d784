import type { XmlElement } from './tree.ts'

/**
 * An element with its children on separate lines, as deep as there are only elements. Adds nothing inside an element for
 * which `keep` holds, nor where there is text.
 */
export function indented(element: XmlElement, keep: (element: XmlElement) => boolean, depth = 0): XmlElement {
  if (element.content.length === 0 || keep(element)) return element
  const children = element.content.filter((node) => typeof node !== 'string' && node.type === 'element')
  if (children.length < element.content.length) return element
  const line = `\n${'  '.repeat(depth + 1)}`
  const content = children.flatMap((child) => [line, indented(child, keep, depth + 1)])
  return { ...element, content: [...content, line.slice(0, -2)] }
}
