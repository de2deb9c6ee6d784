import type { Format, Readable, ReturnedRows, ReviewTable } from '../../ports/format.ts'
import { readReviewTable } from './read-table.ts'
import { writeReviewTable } from './write-table.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document as a bilingual table in Word, for people who work on it there. */
export const reviewTableFormat = {
  name: 'review-table',
  endings: ['.docx'],
  mediaType,
  write: async (contents) => writeReviewTable(contents),
} as const satisfies Format<unknown, ReviewTable>

/** The table as it comes back. */
export const returnedReviewTable = {
  name: 'review-table',
  endings: ['.docx', '.docm'],
  mediaType,
  read: async (bytes) => readReviewTable(bytes),
} as const satisfies Readable<ReturnedRows>
