import * as z from 'zod'
import type { ChainHead } from '../model/head.ts'
import { exactly } from './exactly.ts'

export const chainHead = exactly<ChainHead>()(
  z
    .object({ name: z.string(), length: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .meta({ id: 'ChainHead', description: 'The last entry of a journal at some time.' }),
)
