import type { PlacedElement, PlacedNode } from '../../xml/tree.ts'
import { xmlNamespace } from './model/namespaces.ts'

/** An attribute of a namespace; its `name` is as written. */
export function attributeIn(element: PlacedElement, namespace: string, local: string) {
  for (const attribute of element.attributes) {
    if (attribute.namespace === namespace && localOf(attribute.name) === local) return attribute
  }
  return undefined
}

export function xmlValueOf(element: PlacedElement, local: 'lang' | 'space' | 'id'): string | undefined {
  return attributeIn(element, xmlNamespace, local)?.value
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function isElement(node: PlacedNode): node is PlacedElement {
  return typeof node !== 'string' && node.type === 'element'
}

/** The elements in an element. */
export function childrenOf(element: PlacedElement): readonly PlacedElement[] {
  return element.content.filter(isElement)
}

/** The elements of one name in an element. */
export function childrenNamed(element: PlacedElement, namespace: string, local: string): readonly PlacedElement[] {
  return element.content.filter(
    (node): node is PlacedElement => isElement(node) && node.local === local && node.namespace === namespace,
  )
}

/** Whether there is anything in an element beside white space, comments and instructions. */
export function hasContent(element: PlacedElement): boolean {
  return element.content.some((node) => isElement(node) || isText(node))
}

/** Whether a node is text with more in it than white space. */
export function isText(node: PlacedNode): boolean {
  if (typeof node === 'string') return /[^ \t\r\n]/.test(node)
  return node.type === 'cdata' && /[^ \t\r\n]/.test(node.text)
}

/** The parts of a value that lists, separated by white space. */
export function listOf(value: string): readonly string[] {
  return value.split(/[ \t\r\n]+/).filter((part) => part !== '')
}

/** A function of an object, asked once for each. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    let entry = made.get(key)
    if (!entry) {
      entry = { value: make(key) }
      made.set(key, entry)
    }
    return entry.value
  }
}

/** The elements whose id an earlier one has, by any function that says what the id is. */
export function repeated<T>(items: readonly T[], idOf: (item: T) => string | undefined): readonly [T, T][] {
  if (items.length < 2) return []
  const first = new Map<string, T>()
  const pairs: [T, T][] = []
  for (const item of items) {
    const id = idOf(item)
    if (id === undefined) continue
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, item)
    else pairs.push([item, earlier])
  }
  return pairs
}
