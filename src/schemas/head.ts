import * as z from 'zod'
import type { ChainHead } from '../model/head.ts'
import { exactly } from './exactly.ts'

export const chainHead = exactly<ChainHead>()(
  z
    .object({ name: z.string(), length: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .meta({ id: 'ChainHead', description: 'The last entry of a journal at some time.' }),
)

/** A list of heads that somebody has kept: what `duizhao heads --json` prints, a certificate, or the list of a site. */
export const headList = z.object({ heads: z.array(chainHead) })
