import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import { publicReason } from '../../schemas/release.ts'
import type { ReleaseView } from '../views/releases.ts'
import { count, text } from './parts.ts'

export const releaseView = exactly<ReleaseView>()(
  z
    .object({
      document: text,
      title: text,
      number: count,
      at: text,
      by: text,
      errata: count,
      path: text,
      withdrawn: z.object({ at: text, by: text, reason: publicReason }).nullable(),
    })
    .meta({ id: 'ReleaseSummary' }),
)

export const releases = z.object({ releases: z.array(releaseView).readonly() })
