import { align } from '../../../src/alignment/align.ts'
import type { AlignmentSegment } from '../../../src/alignment/alignment.ts'
import type { Term } from '../../../src/model/term.ts'

/** What the page has aligned: both texts by their sentences, and the terms of the office. */
export interface AlignRequest {
  readonly zh: readonly AlignmentSegment[]
  readonly en: readonly AlignmentSegment[]
  readonly terms: readonly Term[]
}

// Beside the page, which stays usable: a book takes seconds.
addEventListener('message', ({ data }: MessageEvent<AlignRequest>) => {
  postMessage(align(data.zh, data.en, data.terms))
})
