import type { Refusal } from '../../../model/refusal.ts'
import type { Names, XmlName } from './names.ts'
import { type DoctypePolicy, type ScanSink, setWhole, startScan } from './scan.ts'
import { scanWindow } from './window.ts'

/**
 * The elements of a text in the order of their start tags, 28 bytes each, whatever they hold. An element is addressed by
 * its number, the root by 0. What is in it is read from the text when it is asked for (`nodes.ts`).
 */
export interface XmlIndex {
  readonly type: 'xml-index'
  readonly text: string
  readonly names: Names
  readonly numbers: Int32Array
  /** How many elements there are. */
  readonly count: number
  /** Comments and processing instructions outside the root, by the offsets of their content. */
  readonly remarks: readonly OuterRemark[]
}

export interface OuterRemark {
  readonly type: 'comment' | 'instruction'
  readonly side: 'before' | 'after'
  readonly from: number
  readonly to: number
}

/** An index that is being made. */
export interface GrowingIndex extends XmlIndex {
  text: string
  names: Names
  numbers: Int32Array
  count: number
  readonly remarks: OuterRemark[]
  /** The elements that are open, the outermost first. */
  readonly open: number[]
}

/** Few files have more elements than one in so many characters; memory that is not written to is not taken. */
const charactersPerElement = 24

/** The numbers that an element takes, and what each is. */
const width = 7
const field = { name: 0, scope: 1, start: 2, tagEnd: 3, contentEnd: 4, end: 5, next: 6 } as const

/**
 * Reads the elements of a whole file. Refuses what is not well-formed XML 1.0 with namespaces (`file-malformed`), what
 * is nested too deeply or declares a document type (`file-unsafe`), and elements with too many attributes
 * (`element-crowded`), each with line and column.
 */
export function indexXml(text: string, doctype: DoctypePolicy = 'refused'): XmlIndex | Refusal {
  const index = growingIndex(Math.ceil(text.length / charactersPerElement))
  const scan = startScan(doctype, indexSink(index))
  setWhole(scan, text)
  index.text = text
  index.names = scan.names
  return scanWindow(scan) ?? index
}

/** An index that holds so many elements before it has to grow. */
export function growingIndex(capacity = 1): GrowingIndex {
  const names = { names: [], scopes: [], known: new Map() }
  const numbers = new Int32Array(width * Math.max(1024, capacity))
  return { type: 'xml-index', text: '', names, numbers, count: 0, remarks: [], open: [] }
}

/** Notes the elements of a scan. */
export function indexSink(index: GrowingIndex): ScanSink {
  const remark = (type: OuterRemark['type']) => (from: number, to: number) => {
    if (index.open.length === 0) index.remarks.push({ type, side: index.count === 0 ? 'before' : 'after', from, to })
  }
  return {
    open(name, scope, start, tagEnd) {
      const first = index.count * width
      if (first + width > index.numbers.length) index.numbers = grown(index.numbers)
      const { numbers } = index
      numbers[first + field.name] = name.id
      numbers[first + field.scope] = scope.id
      numbers[first + field.start] = start
      numbers[first + field.tagEnd] = tagEnd
      index.open.push(index.count)
      index.count++
      return null
    },
    close(contentEnd, end) {
      const first = (index.open.pop() ?? 0) * width
      const { numbers } = index
      numbers[first + field.contentEnd] = contentEnd
      numbers[first + field.end] = end
      numbers[first + field.next] = index.count
    },
    comment: remark('comment'),
    instruction: remark('instruction'),
  }
}

function grown(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(Math.ceil((numbers.length * 2) / width) * width)
  larger.set(numbers)
  return larger
}

/** Moves all offsets to the left, when so much of the text has been dropped at its front. */
export function moveIndex(index: GrowingIndex, by: number): void {
  const { numbers, count } = index
  for (let first = 0; first < count * width; first += width) {
    for (let at = field.start; at <= field.end; at++) numbers[first + at] = (numbers[first + at] ?? 0) - by
  }
}

/** The name of an element. */
export function nameOf({ names, numbers }: XmlIndex, node: number): XmlName {
  const name = names.names[numbers[node * width + field.name] ?? -1]
  if (name === undefined) throw new Error('an element without a name')
  return name
}

/** The number of the scope inside an element. */
export function scopeIdOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.scope] ?? 0
}

/** The offset of an element's `<`. */
export function startOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.start] ?? 0
}

/** The offset behind the `>` of its start tag. */
export function tagEndOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.tagEnd] ?? 0
}

/** The offset of the `<` of its end tag; of an empty element, that behind its only tag. */
export function contentEndOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.contentEnd] ?? 0
}

/** The offset behind an element. */
export function endOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.end] ?? 0
}

/** The number of the next element that is not inside this one. */
export function nextOf({ numbers }: XmlIndex, node: number): number {
  return numbers[node * width + field.next] ?? 0
}
