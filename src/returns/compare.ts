import { type CodeFault, codeFaults } from '../model/code-faults.ts'
import { segmentsOf } from '../model/document.ts'
import { type Inline, isCode, plain } from '../model/inline.ts'
import type { RowProblemName } from '../model/returned.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import type { ReturnedRow } from '../ports/format.ts'
import { sameText } from '../segmentation/returned.ts'

/**
 * What a row would change. `edit`: its English is another than what went out, and nobody has changed it here since.
 * `conflict`: somebody has. `confirm`: the English is the present one, and the file says that somebody confirmed it.
 */
export interface RowChange {
  readonly type: 'edit' | 'conflict' | 'confirm'
  readonly segment: string
  /** The version of the segment that this was compared with. */
  readonly version: number
  readonly target: Inline
  readonly confirmed: boolean
  /** Who has changed it, as the file names them; none where it does not say. */
  readonly authors: readonly string[]
}

/** A row whose English is not taken. */
export interface RowProblem {
  readonly type: RowProblemName
  /** Empty for a row that somebody else has made. */
  readonly segment: string
  /** The row before it in the file; of the first, and of one that is missing, none. */
  readonly after?: string
  /** As the file has them; of a missing one, as they went out. */
  readonly source: Inline
  readonly target: Inline
  /** Of one that came back more than once: the English of its other rows. */
  readonly others?: readonly Inline[]
  /** What is wrong with its codes. */
  readonly faults?: readonly CodeFault[]
  /** Comments that have no place in the document. */
  readonly comments: readonly string[]
}

export interface RowComparison {
  /** In the order of the file. */
  readonly changes: readonly RowChange[]
  readonly comments: readonly { readonly segment: string; readonly text: string }[]
  readonly problems: readonly RowProblem[]
  /** Rows that are as they went out, or as they are here by now. */
  readonly unchanged: number
  /** How many rows at least stand elsewhere than they did. They are known by their ids, and taken as any others. */
  readonly moved: number
}

/** The document as it went out and as it is now, and the name of whoever takes the rows. */
export interface Present {
  readonly went: DocumentState
  readonly now: DocumentState
  readonly taker: string
}

/**
 * Compares rows that came back with the document as it went out and as it is now, by id and by the whole of the Chinese.
 * What does not match is reported and changes nothing: nothing is guessed.
 */
export function compareRows(rows: readonly ReturnedRow[], present: Present): RowComparison {
  const { went, now } = present
  const changes: RowChange[] = []
  const comments: { segment: string; text: string }[] = []
  const problems: RowProblem[] = []
  let unchanged = 0
  const { byId, before: rowBefore } = grouped(rows)
  for (const [row, ...again] of byId) {
    if (row === undefined) continue
    const { id } = row
    const before = segmentIn(went, id)
    const after = segmentIn(now, id)
    const said = newComments([row, ...again], after, present)
    if (after !== undefined) comments.push(...said.map((text) => ({ segment: id, text })))
    const problem = problemOf(row, again.length > 0, before, after, id in now.tombstones)
    if (problem !== null || before === undefined || after === undefined) {
      const place = rowBefore.get(row)
      problems.push({
        type: problem ?? 'unknown',
        segment: id,
        ...(place !== undefined && { after: place }),
        source: row.source,
        target: row.target,
        ...(again.length > 0 && { others: again.map(({ target }) => target) }),
        ...(problem === 'codes' && after !== undefined && { faults: codeFaults(after.source, row.target) }),
        comments: after === undefined ? said : [],
      })
      continue
    }
    const change = changeOf(row, before, after)
    if (change === null) unchanged += 1
    else changes.push(change)
  }
  const returned = new Set(rows.map(({ id }) => id))
  for (const { id, source, target } of went.segments.values()) {
    if (returned.has(id)) continue
    problems.push({ type: 'missing', segment: id, source, target, comments: [] })
  }
  return { changes, comments, problems, unchanged, moved: movedRows(rows, went) }
}

/** The rows by id, each without one by itself; and the id of the row before each. */
function grouped(rows: readonly ReturnedRow[]) {
  const byId = new Map<string | ReturnedRow, ReturnedRow[]>()
  const before = new Map<ReturnedRow, string>()
  let last: string | undefined
  for (const row of rows) {
    const key = row.id === '' ? row : row.id
    const group = byId.get(key)
    if (group) group.push(row)
    else byId.set(key, [row])
    if (last !== undefined) before.set(row, last)
    if (row.id !== '') last = row.id
  }
  return { byId: [...byId.values()], before }
}

/** How many rows have to be put elsewhere for all to stand in the order in which they went out. */
function movedRows(rows: readonly ReturnedRow[], { document }: DocumentState): number {
  const places = new Map(segmentsOf(document).map(({ id }, at) => [id, at]))
  const order = [...new Set(rows.map(({ id }) => id))].flatMap((id) => places.get(id) ?? [])
  // The longest run of rows in order, by the smallest end of a run of each length (patience sorting).
  const ends: number[] = []
  for (const place of order) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    ends[low] = place
  }
  return order.length - ends.length
}

function segmentIn({ segments }: DocumentState, id: string): SegmentState | undefined {
  return segments.get(id)
}

function problemOf(
  row: ReturnedRow,
  isDoubled: boolean,
  before: SegmentState | undefined,
  after: SegmentState | undefined,
  isRemoved: boolean,
): RowProblem['type'] | null {
  if (before === undefined) return 'unknown'
  if (isDoubled) return 'doubled'
  if (row.damage !== undefined) return row.damage
  if (!sameText(before.source, row.source)) return 'altered'
  if (after === undefined) return isRemoved ? 'removed' : 'unknown'
  if (!sameText(before.source, after.source)) return 'changed-here'
  if (isBlank(row.target) && !isBlank(before.target)) return 'emptied'
  return hasBrokenCodes(row.target, before, after) ? 'codes' : null
}

/** Whether a new English has not the codes of its Chinese. */
function hasBrokenCodes(target: Inline, before: SegmentState, after: SegmentState): boolean {
  if (isBlank(target) || sameText(target, before.target) || sameText(target, after.target)) return false
  return codeFaults(after.source, target).length > 0
}

function changeOf(row: ReturnedRow, before: SegmentState, after: SegmentState): RowChange | null {
  const { confirmed, authors } = row
  const target = withCodesOf(after.source, row.target)
  const change = { segment: after.id, version: after.version, target, confirmed, authors }
  if (isBlank(target)) return null
  if (sameText(target, after.target)) {
    const isNew = confirmed && before.state === 'initial' && after.state === 'initial'
    return isNew ? { type: 'confirm', ...change } : null
  }
  if (sameText(target, before.target)) return null
  return { type: sameText(before.target, after.target) ? 'edit' : 'conflict', ...change }
}

function isBlank(inline: Inline): boolean {
  return plain(inline).trim() === ''
}

/** A text whose codes are written as those of its source, where it has them: other tools keep no more than their ids. */
function withCodesOf(source: Inline, target: Inline): Inline {
  const codes = new Map(source.filter(isCode).map((code) => [`${code.type} ${code.id}`, code]))
  return target.map((part) => (isCode(part) ? (codes.get(`${part.type} ${part.id}`) ?? part) : part))
}

/** Comments that the segment does not have yet, each once, with the name of whoever is not the one that takes them. */
function newComments(rows: readonly ReturnedRow[], segment: SegmentState | undefined, present: Present): string[] {
  const known = new Set(segment?.comments.map(({ text }) => text))
  return rows.flatMap(({ comments }) =>
    comments.flatMap((comment) => {
      const text = comment.text.trim()
      const author = comment.author.trim()
      const named = author === '' || author === present.taker ? text : `${author}: ${text}`
      if (text === '' || known.has(text) || known.has(named)) return []
      known.add(named)
      return [named]
    }),
  )
}
