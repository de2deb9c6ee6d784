import * as z from 'zod'
import { coverageBands } from '../../model/coverage.ts'
import type { PostEdits } from '../../model/post-edit.ts'
import { memoryPair } from '../../schemas/document.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { ConcordanceView, CoverageView, ImportedMemoryView } from '../views/memory.ts'
import { count, notices, sourceNames, text } from './parts.ts'

export const concordance = exactly<ConcordanceView>()(
  z.object({ pairs: z.array(memoryPair).readonly(), sources: sourceNames }),
)
export const importedMemory = z.object({ pairs: count, skipped: count, codes: count, notices })

const amount = z.object({ segments: count, characters: count })

export const coverage = exactly<CoverageView>()(
  z
    .object({
      total: amount,
      bands: z.record(z.enum(coverageBands), amount),
      prices: z.array(z.object({ engine: text, characters: count, microdollars: count })),
    })
    .meta({ id: 'Coverage' }),
)

const postEditShape = {
  segments: count,
  unchanged: count,
  edits: count,
  characters: count,
  distance: z.number(),
}

const namedPostEdits = z.array(z.object({ name: text, ...postEditShape }))

export const postEdits = exactly<PostEdits>()(
  z
    .object({
      total: z.object(postEditShape),
      by: z.object({ engine: namedPostEdits, document: namedPostEdits, person: namedPostEdits }),
    })
    .meta({ id: 'PostEdits' }),
)

export const memories = z.object({
  memories: z
    .array(
      exactly<ImportedMemoryView>()(
        z
          .object({
            id: text,
            name: text,
            origin: text,
            at: text,
            by: text,
            pairs: count,
            penalty: z.number(),
            priority: z.number(),
            readOnly: z.boolean(),
          })
          .meta({ id: 'ImportedMemory' }),
      ),
    )
    .readonly(),
})
