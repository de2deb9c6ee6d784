import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { indexXml, type XmlIndex } from './scan/index.ts'
import { elementOf, remarkOf } from './scan/nodes.ts'
import type { DoctypePolicy } from './scan/scan.ts'
import type { PlacedXml } from './tree.ts'

/**
 * Reads a file into a tree; refuses what `indexXml` refuses, and every document type declaration unless `doctype` allows
 * one that only names a file.
 */
export function readXml(text: string, doctype: DoctypePolicy = 'refused'): PlacedXml | Refusal {
  const index = indexXml(text, doctype)
  if (isRefusal(index)) return index
  return { type: 'xml', root: elementOf(index, 0), ...remarksOf(index) }
}

/** The comments and instructions before and behind the root. */
export function remarksOf(index: XmlIndex): Pick<PlacedXml, 'before' | 'after'> {
  const remarks = (side: 'before' | 'after') =>
    index.remarks.filter((remark) => remark.side === side).map((remark) => remarkOf(index, remark))
  return { before: remarks('before'), after: remarks('after') }
}
