import * as z from 'zod'
import { codeFaultTypes } from '../../model/code-faults.ts'
import { findingCodes } from '../../model/finding.ts'
import { rowProblemNames } from '../../model/returned.ts'
import { exactly } from '../../schemas/exactly.ts'
import { segmentStateName } from '../../schemas/state.ts'
import type { ReturnsTaken, ReturnsView } from '../views/returns.ts'
import { count, notices, text, texts } from './parts.ts'

export const returnsView = exactly<ReturnsView>()(
  z.object({
    filename: text,
    at: text,
    sequence: count,
    reviewer: text.nullable(),
    notices,
    counts: z.object({
      rows: count,
      unchanged: count,
      moved: count,
      edit: count,
      conflict: count,
      confirm: count,
      confirmed: count,
      comments: count,
      problems: count,
    }),
    changes: z.array(
      z.object({
        type: z.enum(['edit', 'conflict', 'confirm']),
        segment: text,
        version: count,
        confirmed: z.boolean(),
        authors: texts,
        errors: z.array(z.object({ code: z.enum(findingCodes), params: z.record(text, text) })),
        state: segmentStateName,
        source: text,
        went: text,
        now: text,
        target: text,
      }),
    ),
    comments: z.array(z.object({ segment: text, text })),
    problems: z.array(
      z.object({
        type: z.enum(rowProblemNames),
        segment: text,
        after: text.exactOptional(),
        source: text,
        target: text,
        others: texts,
        faults: z.array(z.object({ type: z.enum(codeFaultTypes), code: text })),
        comments: texts,
      }),
    ),
    more: count,
  }),
)

export const returnsTaken = exactly<ReturnsTaken>()(
  z.object({ edited: count, confirmed: count, suggested: count, comments: count, left: count }),
)
