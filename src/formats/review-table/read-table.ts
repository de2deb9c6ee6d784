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
  const mark = readTableMark(readCell(tree, tree.root).text)
  if (mark === null) return refuse('return-not-ours')
  const { document, sequence, head } = mark
  const commentsOf = commentsBy(file)
  const rows = tableRows(tree)
  return {
    type: 'returned-rows',
    document,
    base: { sequence, head },
    rows: rows.flatMap((row, at) => returnedRows(row, rows[at + 1], commentsOf)),
    notices: [],
  }
}

type CommentsOf = (row: TableRow) => readonly BroughtComment[]

/** What was said beside a row: in comments of Word, and in the column of comments. */
function commentsBy({ others }: WordPackage): CommentsOf {
  const parts = others.filter(({ sort }) => sort === 'comments')
  const comments = new Map(
    parts.flatMap(({ tree }) =>
      childrenOf(tree.root, 'w:comment').map((comment): readonly [string, BroughtComment] => [
        attributeOf(comment, 'w:id') ?? '',
        { author: attributeOf(comment, 'w:author') ?? '', text: readCell(tree, comment).text },
      ]),
    ),
  )
  return ({ whole, cells }) => {
    const beside = whole.comments.flatMap((id) => comments.get(id) ?? [])
    const text = cells.comment?.text.trim() ?? ''
    const [author = ''] = cells.comment?.authors ?? []
    return text === '' ? beside : [...beside, { author, text }]
  }
}

function returnedRows(row: TableRow, next: TableRow | undefined, commentsOf: CommentsOf): readonly ReturnedRow[] {
  const { marks, cells, whole, isMerged } = row
  const comments = commentsOf(row)
  const [mark] = marks
  if (mark === undefined) {
    const text = withoutMarks(whole.text).trim()
    return [{ id: '', source: text === '' ? [] : [text], target: [], confirmed: false, authors: [], comments }]
  }
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
