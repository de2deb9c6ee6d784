import * as z from 'zod'
import { documentEntry } from '../../schemas/event.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { ManyDone } from '../views/many.ts'
import { refusal, text, texts } from './parts.ts'

export const manyDone = exactly<ManyDone>()(
  z.object({
    entries: z.array(documentEntry).readonly(),
    done: texts,
    refused: z.array(z.object({ segment: text, refusal })),
  }),
)
