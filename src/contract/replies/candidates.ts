import * as z from 'zod'
import { span } from '../../schemas/document.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { CandidatesView, CandidateView } from '../views/candidates.ts'
import { count, text, texts } from './parts.ts'

const candidate = exactly<CandidateView>()(
  z
    .object({
      form: text,
      frequency: count,
      score: z.number(),
      nestedIn: texts,
      retired: z.boolean(),
      english: z.object({ text, found: z.enum(['alone', 'among']), pairs: count, of: count }).nullable(),
      contexts: z.array(
        z.object({ document: text, segment: text, number: count, text, spans: z.array(span), english: text }),
      ),
    })
    .meta({ id: 'Candidate' }),
)

export const candidates = exactly<CandidatesView>()(
  z
    .object({
      documents: z.array(z.object({ id: text, title: text })),
      segments: count,
      left: count,
      candidates: z.array(candidate),
      dismissed: z.array(z.object({ form: text, at: text, name: text })),
    })
    .meta({ id: 'Candidates' }),
)
