import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { indexXml, type XmlIndex } from './scan/index.ts'
import { eachNode, elementOf, headOf, remarkOf } from './scan/nodes.ts'
import type { DoctypePolicy } from './scan/scan.ts'
import type { PlacedElement, PlacedNode, PlacedXml } from './tree.ts'

/**
 * What is done with an element that was read to its end; `parents` are those around it, outermost first. If it returns
 * true, what is in the element is let go, so that a large file need not be held whole.
 */
export type AtEnd = (element: PlacedElement, parents: readonly PlacedElement[]) => boolean

/**
 * Reads a file into a tree; refuses what `indexXml` refuses, and every document type declaration unless `doctype` allows
 * one that only names a file. `atEnd` is asked only of a file that is not refused.
 */
export function readXml(text: string, doctype: DoctypePolicy = 'refused', atEnd?: AtEnd): PlacedXml | Refusal {
  const index = indexXml(text, doctype)
  if (isRefusal(index)) return index
  const root = atEnd ? elementAskedOf(index, 0, [], atEnd) : elementOf(index, 0)
  return { type: 'xml', root, ...remarksOf(index) }
}

function elementAskedOf(index: XmlIndex, node: number, parents: PlacedElement[], atEnd: AtEnd): PlacedElement {
  const content: PlacedNode[] = []
  const element = { ...headOf(index, node), content }
  parents.push(element)
  eachNode(
    index,
    node,
    (child) => content.push(elementAskedOf(index, child, parents, atEnd)),
    (loose) => content.push(loose),
  )
  parents.pop()
  if (atEnd(element, parents)) content.length = 0
  return element
}

/** The comments and instructions before and behind the root. */
export function remarksOf(index: XmlIndex): Pick<PlacedXml, 'before' | 'after'> {
  const remarks = (side: 'before' | 'after') =>
    index.remarks.filter((remark) => remark.side === side).map((remark) => remarkOf(index, remark))
  return { before: remarks('before'), after: remarks('after') }
}
