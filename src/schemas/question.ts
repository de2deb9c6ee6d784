import * as z from 'zod'
import { type Question, questionCategories, questionSeverities, questionVerdicts } from '../model/question.ts'
import { exactly } from './exactly.ts'

export const questionShape = {
  category: z.enum(questionCategories),
  severity: z.enum(questionSeverities),
  source: z.string().exactOptional(),
  target: z.string().exactOptional(),
}

/** The answers of models, by the marks of the pairs that they were asked about. */
export const storedAnswers = z.object({
  version: z.literal(1),
  answers: z.record(z.string(), z.array(exactly<Question>()(z.object(questionShape)))),
})

const settled = z.object({ verdict: z.enum(questionVerdicts), by: z.string(), at: z.string() })

/** What people made of questions: by document, then by the mark of the question. */
export const storedVerdicts = z.record(z.string(), z.record(z.string(), settled))
