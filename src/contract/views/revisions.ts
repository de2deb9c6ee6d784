import type { Revision } from '../../model/revision.ts'

/** What people changed in a document. */
export interface RevisionsView {
  readonly title: string
  /** The first of them in reading order, and how many more there are. */
  readonly revisions: readonly Revision[]
  readonly more: number
  /** Everybody who changed something at any time, with how many changes; and the names of all in it. */
  readonly people: readonly { readonly id: string; readonly count: number }[]
  readonly names: Readonly<Record<string, string>>
}
