import type { Format, Readable, ReturnedRows, ReviewPage } from '../../ports/format.ts'
import { recordId, tagBefore } from './json-element.ts'
import { readReviewPage } from './read-page.ts'
import { writeReviewPage } from './write-page.ts'

const mediaType = 'text/html; charset=utf-8'

/** A document as one HTML file for a reviewer who has no account: it reads, marks and corrects there, and sends it back. */
export const reviewPageFormat = {
  name: 'review-page',
  endings: ['.html'],
  mediaType,
  write: async (page) => new TextEncoder().encode(writeReviewPage(page)),
} as const satisfies Format<unknown, ReviewPage>

/** The file as it comes back. */
export const returnedReviewPage = {
  name: 'review-page',
  endings: ['.html', '.htm'],
  mediaType,
  recognises: (bytes) => new TextDecoder().decode(bytes).includes(tagBefore(recordId)),
  read: async (bytes) => readReviewPage(new TextDecoder().decode(bytes)),
} as const satisfies Readable<ReturnedRows>
