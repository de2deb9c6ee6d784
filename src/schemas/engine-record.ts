import * as z from 'zod'
import { type EngineFailure, type EngineMonth, type EngineRecord, engineOccasions } from '../model/engine-record.ts'
import { exactly } from './exactly.ts'

const count = z.number().nonnegative()
const occasion = z.enum(engineOccasions)

export const engineMonth = exactly<EngineMonth>()(
  z.object({
    sentences: count,
    atOnce: count,
    mended: count,
    requests: count,
    characters: count,
    inputTokens: count,
    outputTokens: count,
    microdollars: count.nullable(),
  }),
)

export const engineAnswered = z.object({ at: z.string(), during: occasion })
export const engineFailure = exactly<EngineFailure>()(
  z.object({
    at: z.string(),
    during: occasion,
    code: z.string(),
    params: z.record(z.string(), z.string()),
    ended: z.boolean(),
  }),
)

/** What the catalogue holds of all engines, by their names. */
export const engineRecords = exactly<Readonly<Record<string, EngineRecord>>>()(
  z.record(
    z.string(),
    z.object({
      months: z.record(z.string(), engineMonth),
      answered: engineAnswered.exactOptional(),
      failed: engineFailure.exactOptional(),
    }),
  ),
)
