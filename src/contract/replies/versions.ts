import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import type { VersionView } from '../views/versions.ts'
import { count, notices, text } from './parts.ts'

const sentenceCounts = z.object({
  before: count,
  now: count,
  unchanged: count,
  moved: count,
  changed: count,
  new: count,
  removed: count,
})

export const versionView = exactly<VersionView>()(
  z.object({
    sequence: count,
    filename: text,
    notices,
    counts: sentenceCounts,
    changes: z.array(
      z.object({
        type: z.enum(['unchanged', 'moved', 'changed', 'new', 'removed']),
        id: text,
        now: text.nullable(),
        was: z.object({ source: text, target: text }).exactOptional(),
      }),
    ),
    more: count,
  }),
)
