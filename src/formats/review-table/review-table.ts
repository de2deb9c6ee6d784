import type { Format, ReviewTable } from '../../ports/format.ts'
import { writeReviewTable } from './write-table.ts'

/** A document as a bilingual table in Word, for people who work on it there. */
export const reviewTableFormat = {
  name: 'review-table',
  endings: ['.docx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async (contents) => writeReviewTable(contents),
} as const satisfies Format<unknown, ReviewTable>
