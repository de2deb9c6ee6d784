import type { BroughtComment } from '../../model/document.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { ReturnedRow, ReturnedRows } from '../../ports/format.ts'
import { attributeOf, childrenOf } from '../docx/element-tree.ts'
import { openPackage, type WordPackage } from '../docx/package.ts'
import { readCell } from './cell-text.ts'
import { readTagged } from './code-tags.ts'
import { readTableMark, withoutMarks } from './marks.ts'
import { type TableRow, tableRows } from './table-rows.ts'

/**
 * A review table as it came back, whoever saved it: rows by their hidden marks, wherever they stand; the English as it
 * reads in the end, tracked or not; comments of Word and of the column for them. What was merged or cut is told of the rows
 * that it concerns, and rows without a mark come without an id. Refuses what `openPackage` refuses, and `return-not-ours`.
 */
export async function readReviewTable(bytes: Uint8Array): Promise<ReturnedRows | Refusal> {
  const file = await openPackage(bytes)
  if (isRefusal(file)) return file
  const { tree } = file.main
  const outside = readCell(tree, tree.root)
  const mark = readTableMark(outside.text)
  if (mark === null) return refuse('return-not-ours')
  const { document, sequence, head } = mark
  const rows = tableRows(tree)
  const comments = wordComments(file)
  const commentsOf = commentsBeside(rows, comments)
  const besideNone = outside.comments.flatMap((id) => comments.get(id) ?? [])
  return {
    type: 'returned-rows',
    document,
    base: { sequence, head },
    rows: [
      ...rows.flatMap((row, at) => returnedRows(row, rows[at + 1], commentsOf)),
      ...(besideNone.length > 0 ? [madeRow('', besideNone)] : []),
    ],
    notices: [],
  }
}

type CommentsOf = (row: TableRow) => readonly BroughtComment[]

/** The comments of Word, by their numbers. */
function wordComments({ others }: WordPackage): ReadonlyMap<string, BroughtComment> {
  const parts = others.filter(({ sort }) => sort === 'comments')
  return new Map(
    parts.flatMap(({ tree }) =>
      childrenOf(tree.root, 'w:comment').map((comment): readonly [string, BroughtComment] => [
        attributeOf(comment, 'w:id') ?? '',
        { author: attributeOf(comment, 'w:author') ?? '', text: readCell(tree, comment).text },
      ]),
    ),
  )
}

/** What was said beside a row: in comments of Word, each with the first row that it goes over, and in the column for them. */
function commentsBeside(rows: readonly TableRow[], comments: ReadonlyMap<string, BroughtComment>): CommentsOf {
  const firstRows = new Map<string, TableRow>()
  for (const row of rows) for (const id of row.whole.comments) if (!firstRows.has(id)) firstRows.set(id, row)
  return (row) => {
    const ids = row.whole.comments.filter((id) => firstRows.get(id) === row)
    const beside = ids.flatMap((id) => comments.get(id) ?? [])
    const text = row.cells.comment?.text.trim() ?? ''
    const [author = ''] = row.cells.comment?.authors ?? []
    return text === '' ? beside : [...beside, { author, text }]
  }
}

/** A row that somebody has made, or what was said beside none. */
function madeRow(text: string, comments: readonly BroughtComment[]): ReturnedRow {
  return { id: '', source: text === '' ? [] : [text], target: [], confirmed: false, authors: [], comments }
}

function returnedRows(row: TableRow, next: TableRow | undefined, commentsOf: CommentsOf): readonly ReturnedRow[] {
  const { marks, cells, whole, isMerged } = row
  const comments = commentsOf(row)
  const [mark] = marks
  if (mark === undefined) return [madeRow(withoutMarks(whole.text).trim(), comments)]
  const damage = isMerged || marks.length > 1 ? 'merged' : next !== undefined && isOtherHalf(next) ? 'cut' : undefined
  return marks.map(({ segment, codes }, at) => ({
    id: segment,
    source: readTagged(cells.source?.text ?? '', codes),
    target: readTagged(cells.target?.text ?? '', codes),
    confirmed: false,
    authors: [...(cells.target?.authors ?? [])],
    // What was said of several rows in one is told once.
    comments: at === 0 ? comments : [],
    ...(damage !== undefined && { damage }),
  }))
}

/** Whether a row has English and neither number nor Chinese: what was cut off the row before it. */
function isOtherHalf({ marks, cells }: TableRow): boolean {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''
  return (
    marks.length === 0 && isEmpty(cells.number?.text) && isEmpty(cells.source?.text) && !isEmpty(cells.target?.text)
  )
}
