import { childOf, type Element, type ElementTree, settingOf } from '../docx/element-tree.ts'
import { type CellText, readCell } from './cell-text.ts'
import { type Column, columns, type RowMark, readColumnMark, readRowMarks } from './marks.ts'

/** A row of the table as it came back: of the sentences whose marks stand in it. */
export interface TableRow {
  readonly marks: readonly RowMark[]
  readonly cells: Readonly<Partial<Record<Column, CellText>>>
  /** Everything that stands in it. */
  readonly whole: CellText
  /** Whether a cell goes over several columns or rows, or one is missing. */
  readonly isMerged: boolean
}

/**
 * The rows of all tables of a document, wherever they stand, without those that head the columns and those that are
 * empty. Columns are known by the marks in their heads, and where these are lost, by their place.
 */
export function tableRows(tree: ElementTree): readonly TableRow[] {
  const rows: TableRow[] = []
  let places: ReadonlyMap<number, Column> = new Map(columns.map((column, at) => [at, column]))
  for (const row of rowsIn(tree.root)) {
    const cells = placedCells(tree, row)
    const heads = cells.map(({ text }) => readColumnMark(text.text))
    if (heads.some((head) => head !== null)) {
      places = new Map(cells.flatMap(({ from }, at) => (heads[at] ? [[from, heads[at]] as const] : [])))
      continue
    }
    const whole = joined(cells.map(({ text }) => text))
    if (whole.text.trim() === '' && whole.comments.length === 0) continue
    const named = cells.flatMap((cell): readonly (readonly [Column, CellText])[] => {
      const column = places.get(cell.from)
      return column === undefined ? [] : [[column, cell.text]]
    })
    const isMerged =
      cells.some(({ from, to, isVertical }) => isVertical || to - from > 1) || cells.length < columns.length
    const inColumns = new Map(named)
    // Elsewhere than in its column, what looks like a mark is text.
    const marks = readRowMarks((isMerged ? whole : (inColumns.get('number') ?? whole)).text)
    rows.push({ marks, cells: Object.fromEntries(named), whole, isMerged })
  }
  return rows
}

/** The rows in an element, in order, those of tables inside of cells as well; rows that were taken out are none. */
function* rowsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name === 'w:del' || child.name === 'w:moveFrom') continue
    const isRow = child.name === 'w:tr'
    if (isRow && childOf(childOf(child, 'w:trPr'), 'w:del') !== undefined) continue
    if (isRow) yield child
    yield* rowsIn(child)
  }
}

/** A cell with the columns of the grid over which it goes: from the first to behind the last. */
interface PlacedCell {
  readonly from: number
  readonly to: number
  readonly text: CellText
  /** Whether it goes on in another row, or goes on from one. */
  readonly isVertical: boolean
}

function placedCells(tree: ElementTree, row: Element): readonly PlacedCell[] {
  let at = Number(settingOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0
  return cellsIn(row).map((cell): PlacedCell => {
    const properties = childOf(cell, 'w:tcPr')
    const span = Math.min(Math.max(Number(settingOf(properties, 'w:gridSpan') ?? 1) || 1, 1), 100)
    const from = at
    at += span
    return { from, to: at, text: readCell(tree, cell), isVertical: childOf(properties, 'w:vMerge') !== undefined }
  })
}

/** The cells of a row, some of which may stand in content controls. */
function cellsIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:customXml' ? cellsIn(child) : []
  })
}

function joined(cells: readonly CellText[]): CellText {
  return {
    text: cells.map(({ text }) => text).join('\n'),
    authors: new Set(cells.flatMap(({ authors }) => [...authors])),
    comments: [...new Set(cells.flatMap(({ comments }) => comments))],
  }
}
