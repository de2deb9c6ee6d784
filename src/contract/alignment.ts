import * as z from 'zod'
import { fileLimits } from '../model/file-limits.ts'

/** What is sent of an alignment: JSON in the bytes of its routes, since it may be as long as a file. */

const text = z.string().max(fileLimits.paragraphCharacters)
const filename = z.string().min(1).max(300)

/** Pairs for the memory. `reviewed`: the English was published, so a match loses no points. */
export const alignedPairs = z.object({
  chinese: filename,
  english: filename,
  reviewed: z.boolean(),
  pairs: z
    .array(z.object({ source: text.min(1), target: text.min(1), before: text, after: text }))
    .min(1)
    .max(fileLimits.sentences),
})
export type AlignedPairs = z.output<typeof alignedPairs>

/** A row of a document: its Chinese, the number of its block, its English, or '' where there is none. */
const alignedRow = z.object({
  source: text.min(1),
  block: z.int().min(0),
  target: text,
  /** Whole per cent. */
  score: z.int().min(0).max(100),
  doubtful: z.boolean(),
  /** English sentences that stand after it and have no Chinese. */
  loose: z.array(text).max(1000),
})

export const alignedDocument = z.object({
  chinese: filename,
  english: filename,
  rows: z.array(alignedRow).min(1).max(fileLimits.sentences),
  /** What the comment on a doubtful row says, and the one that an English sentence without Chinese stands in. */
  words: z.object({ doubtful: z.string().max(500), loose: z.string().max(500) }),
})
export type AlignedDocument = z.output<typeof alignedDocument>
