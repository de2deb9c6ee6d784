import * as z from 'zod'
import { undraftedReasons } from '../../model/draft.ts'
import { draft } from '../../schemas/document.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { DiscardedDrafts, DraftingForecast, DraftingStatus, OtherDraft } from '../views/drafting.ts'
import { codeAndParams, count, spending, text } from './parts.ts'

export const draftingStatus = exactly<DraftingStatus>()(
  z
    .object({
      running: z.boolean(),
      done: count,
      total: count,
      without: count,
      tooLong: count,
      undrafted: z.array(z.object({ segment: text, reason: z.enum(undraftedReasons) })),
      repaired: count,
      open: count,
      engine: text,
      startedAt: text,
      spending: z.array(spending),
      waiting: codeAndParams.extend({ milliseconds: z.number() }).exactOptional(),
      refused: codeAndParams.exactOptional(),
    })
    .meta({ id: 'DraftingStatus' }),
)

export const draftingForecast = exactly<DraftingForecast>()(
  z
    .object({
      engine: text.nullable(),
      second: text.nullable(),
      segments: count,
      fromMemory: count,
      repeated: count,
      toEngine: count,
      characters: count,
      tooLong: count,
      microdollars: z.number().exactOptional(),
    })
    .meta({ id: 'DraftingForecast' }),
)

export const discardedDrafts = exactly<DiscardedDrafts>()(z.object({ discarded: z.array(text), touched: count }))
export const otherDraft = exactly<OtherDraft>()(z.object({ draft: draft.nullable(), spending: z.array(spending) }))
