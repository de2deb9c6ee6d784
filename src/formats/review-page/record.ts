import * as z from 'zod'

/** What went out: texts have their codes as tags. `codes` are the ids of the codes of a Chinese text by their letters. */
export const reviewRecord = z.object({
  version: z.literal(1),
  document: z.string(),
  review: z.string(),
  reviewer: z.string(),
  sequence: z.int().min(1),
  head: z.string(),
  rows: z.array(z.object({ id: z.string(), codes: z.array(z.string()), source: z.string(), target: z.string() })),
})
export type ReviewRecord = z.infer<typeof reviewRecord>

/** What the reviewer wrote, by segment: other English, and a word about the sentence. */
export const reviewAnswers = z.record(
  z.string(),
  z.object({ english: z.string().exactOptional(), comment: z.string().exactOptional() }),
)
export type ReviewAnswers = z.infer<typeof reviewAnswers>
