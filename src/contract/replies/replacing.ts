import * as z from 'zod'
import { finding, span } from '../../schemas/document.ts'
import { exactly } from '../../schemas/exactly.ts'
import { segmentStateName } from '../../schemas/state.ts'
import type { ReplaceDone, ReplaceUndone, ReplaceView } from '../views/replacing.ts'
import { count, refusal, text } from './parts.ts'

export const replaceView = exactly<ReplaceView>()(
  z.object({
    documents: z.array(
      z.object({
        id: text,
        title: text,
        name: text,
        signed: count,
        segments: z.array(
          z.object({
            id: text,
            number: count,
            version: count,
            state: segmentStateName,
            draft: z.boolean(),
            source: text,
            sourcePlaces: z.array(span),
            target: text,
            places: z.array(z.object({ from: count, to: count, with: text })),
            coded: count,
            blocked: refusal.nullable(),
            falls: z
              .object({ what: z.enum(['translated', 'reviewed', 'final']), name: text, mine: z.boolean() })
              .nullable(),
            findings: z.array(finding),
          }),
        ),
      }),
    ),
    more: z.boolean(),
  }),
)

const refused = z.array(z.object({ document: text, segment: text, number: count, refusal }))

export const replaceDone = exactly<ReplaceDone>()(z.object({ act: text, places: count, segments: count, refused }))

export const replaceUndone = exactly<ReplaceUndone>()(z.object({ segments: count, refused }))
