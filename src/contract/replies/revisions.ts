import * as z from 'zod'
import type { Revision } from '../../model/revision.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { RevisionsView } from '../views/revisions.ts'
import { count, text } from './parts.ts'

const revision = exactly<Revision>()(
  z.object({
    segment: text,
    number: z.int().nullable(),
    source: text,
    before: text,
    after: text,
    by: text,
    from: text,
    at: text,
    why: z
      .array(z.object({ by: text, at: text, kind: z.enum(['returned', 'comment', 'suggestion']), text }))
      .readonly(),
    stands: z.boolean(),
  }),
)

export const revisions = exactly<RevisionsView>()(
  z.object({
    title: text,
    revisions: z.array(revision).readonly(),
    more: count,
    people: z.array(z.object({ id: text, count })).readonly(),
    names: z.record(text, text),
  }),
)
