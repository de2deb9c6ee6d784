import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { columnIndex } from '../../model/table-choice.ts'
import { attributeOf, type Element, type ElementTree, type Range, textOf } from '../docx/element-tree.ts'
import { readXmlPart } from '../docx/package.ts'
import type { Archive } from '../zip/archive.ts'

/** A sheet that holds cells, and the part that has them. */
export interface WorkbookSheet {
  readonly name: string
  readonly part: string
}

/** A row of a sheet; `line` is the number people see. */
export interface Row {
  readonly line: number
  readonly element: Element
}

/** A cell and where it stands; `style` is the number of its style. */
export interface Cell extends Range {
  readonly column: number
  readonly text: string
  readonly style: string | undefined
  readonly isFormula: boolean
  /** The cells that its formula fills beside its own; null for none. */
  readonly fills: CellRange | null
}

/** A rectangle of cells, its edges among them. Rows count from 1, columns from 0. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const local = ({ name }: Element) => name.slice(name.indexOf(':') + 1)
const childrenNamed = (element: Element | undefined, name: string) =>
  element?.children.filter((child) => local(child) === name) ?? []

/** The sheets of a workbook in their order, those that people see before hidden ones. */
export async function sheetsOf(archive: Archive): Promise<readonly WorkbookSheet[] | Refusal> {
  const workbook = await readXmlPart(archive, 'xl/workbook.xml')
  if (isRefusal(workbook)) return workbook
  const relationships = await readXmlPart(archive, 'xl/_rels/workbook.xml.rels')
  if (isRefusal(relationships)) return relationships
  if (workbook === null || relationships === null) return refuse('file-undecodable')
  const targets = new Map(
    relationships.tree.root.children.map((element) => [
      attributeOf(element, 'Id'),
      attributeOf(element, 'Target') ?? '',
    ]),
  )
  const sheets = childrenNamed(childrenNamed(workbook.tree.root, 'sheets')[0], 'sheet').flatMap((element) => {
    const id = attributeOf(element, 'r:id')
    const target = targets.get(id)
    const hidden = (attributeOf(element, 'state') ?? 'visible') !== 'visible'
    if (target === undefined || !/worksheets?\//i.test(target)) return []
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    return [{ name: attributeOf(element, 'name') ?? '', part, hidden }]
  })
  return [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]
}

/** The texts that cells share, without their formatting and without the readings of Japanese (18.4.6). */
export async function sharedStrings(archive: Archive): Promise<readonly string[] | Refusal> {
  const part = await readXmlPart(archive, 'xl/sharedStrings.xml')
  if (part === null || isRefusal(part)) return part ?? []
  const { tree } = part
  return childrenNamed(tree.root, 'si').map((item) => stringOf(tree, item))
}

/** The text of a string item: its own, or that of its runs. */
function stringOf(tree: ElementTree, item: Element): string {
  return item.children
    .flatMap((child) => (local(child) === 'r' ? childrenNamed(child, 't') : local(child) === 't' ? [child] : []))
    .map((element) => unescaped(textOf(tree, element)))
    .join('')
}

/** `_x000D_` stands for the character of that number (ST_Xstring). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

/** The rows of a sheet; one without a number follows the last. */
export function rowsOf({ root }: ElementTree): readonly Row[] {
  let last = 0
  return childrenNamed(childrenNamed(root, 'sheetData')[0], 'row').map((element) => {
    const stated = Number(attributeOf(element, 'r'))
    last = Number.isInteger(stated) && stated > 0 ? stated : last + 1
    return { line: last, element }
  })
}

/** The cells of a row, in order. */
export function cellsOf(tree: ElementTree, row: Element, strings: readonly string[]): readonly Cell[] {
  let last = -1
  return childrenNamed(row, 'c').map((element): Cell => {
    const letters = /^[A-Z]{1,3}/.exec(attributeOf(element, 'r') ?? '')?.[0]
    last = letters === undefined ? last + 1 : columnIndex(letters)
    const formula = childrenNamed(element, 'f')[0]
    return {
      from: element.from,
      to: element.to,
      column: last,
      text: textOfCell(tree, element, strings),
      style: attributeOf(element, 's'),
      isFormula: formula !== undefined,
      fills: formula === undefined ? null : filledBy(formula),
    }
  })
}

/** The range of an array formula or a table of data: its other cells have values alone (18.3.1.40). */
function filledBy(formula: Element): CellRange | null {
  if (!['array', 'dataTable'].includes(attributeOf(formula, 't') ?? '')) return null
  const corners = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(formula, 'ref') ?? '')
  if (corners === null) return null
  const [, left = '', top, right = '', bottom] = corners
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) }
}

function textOfCell(tree: ElementTree, cell: Element, strings: readonly string[]): string {
  const type = attributeOf(cell, 't')
  if (type === 'inlineStr')
    return childrenNamed(cell, 'is')
      .map((item) => stringOf(tree, item))
      .join('')
  const value = childrenNamed(cell, 'v')[0]
  if (value === undefined) return ''
  const text = textOf(tree, value)
  return type === 's' ? (strings[Number(text)] ?? '') : type === 'str' ? unescaped(text) : text
}
