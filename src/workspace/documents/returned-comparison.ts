import type { Person } from '../../model/people.ts'
import type { Act } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState, OutsideReview } from '../../model/state.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { compareRows, type RowComparison } from '../../returns/compare.ts'
import { advanceSteps } from '../../review/fold.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Page } from '../core/page.ts'
import type { Readings } from '../core/reading.ts'

/** A file that went out of here, was worked on in another tool and comes back over its document. */
export interface Returning {
  readonly document: string
  readonly file: IncomingFile
}

export interface Compared {
  readonly read: Readings['returns']
  readonly went: DocumentState
  readonly now: DocumentState
  readonly comparison: RowComparison
  readonly filename: string
  /** Of a file that went out to a reviewer outside: what is on record of it. */
  readonly review: OutsideReview | null
  /** When the last entry that went out was made. */
  readonly at: string
}

export async function comparedWith(
  workspace: Workspace,
  actor: Person,
  { document, file, act }: Returning & { readonly act: Act },
): Promise<Compared | Refusal> {
  const opened = await openFor(workspace, actor, act, document)
  if (isRefusal(opened)) return opened
  const read = await workspace.world.read('returns', file)
  if (isRefusal(read)) return read
  const then = await stateThen(workspace, opened, read)
  if (isRefusal(then)) return then
  const { state: now } = opened
  const { review: id } = read.head
  const review = (now.reviews ?? []).find((one) => one.id === id) ?? null
  if (id !== undefined && review === null) return refuse('review-unknown')
  const comparison = compareRows(review === null ? read.items : namedBy(read.items, review.name), {
    went: then.went,
    now,
    taker: actor.name,
  })
  return { read, ...then, now, review, comparison, filename: file.filename.toWellFormed() }
}

/** The document as it went out: its entries up to the one that the file names, if that is on record here. */
async function stateThen(
  { world }: Workspace,
  page: Page<DocumentState>,
  { head: { document, base } }: Readings['returns'],
): Promise<Pick<Compared, 'went' | 'at'> | Refusal> {
  const entries = (await page.entries()).slice(0, base.sequence)
  const last = entries.at(-1)
  if (page.state.document.id !== document || last?.sequence !== base.sequence || last.hash !== base.head) {
    return refuse('return-other-document')
  }
  const went = await inSlices(advanceSteps(null, entries), world.pause)
  return went === null ? refuse('return-other-document') : { went, at: last.at }
}

/** Rows with the name on record in place of the one in the file, which anybody can change. */
function namedBy(rows: Readings['returns']['items'], name: string): Readings['returns']['items'] {
  return rows.map((row) => ({
    ...row,
    authors: row.authors.map(() => name),
    comments: row.comments.map((comment) => ({ ...comment, author: name })),
  }))
}
