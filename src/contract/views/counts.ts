import type { CountFigures, CountKey, CountRow, Counts } from '../../model/counts.ts'
import type { QualitySettings } from '../../model/quality.ts'

/** What the office has done by months. */
export interface CountsView {
  /** The first month and the last (`2026-03`), as the office's time zone has them. */
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly by: readonly CountKey[]
  readonly whose: 'everyone' | 'me'
  /** In the order of months, titles, drafts and names; and how many more there are. */
  readonly rows: readonly CountRow[]
  readonly more: number
  /** Of all rows together. */
  readonly total: CountFigures & { readonly counts: Counts }
  /** How many documents are counted, how many are left to count, and how many cannot be read. Deleted ones are none. */
  readonly documents: number
  readonly left: number
  readonly unreadable: number
  /** Whether the office shows counts by person. */
  readonly people: boolean
  /** What penalty points are spread over. */
  readonly measure: QualitySettings['measure']
}
