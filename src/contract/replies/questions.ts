import * as z from 'zod'
import { questionVerdicts } from '../../model/question.ts'
import { exactly } from '../../schemas/exactly.ts'
import { questionShape } from '../../schemas/question.ts'
import type { PlacedQuestion, QuestionsStatus, QuestionsView } from '../views/questions.ts'
import { codeAndParams, count, spending, text, texts } from './parts.ts'

export const questionsStatus = exactly<QuestionsStatus>()(
  z
    .object({
      running: z.boolean(),
      done: count,
      total: count,
      questions: count,
      unanswered: count,
      spending: z.array(spending),
      waiting: codeAndParams.extend({ milliseconds: z.number() }).exactOptional(),
      refused: codeAndParams.exactOptional(),
    })
    .meta({ id: 'QuestionsStatus' }),
)

const placedQuestion = exactly<PlacedQuestion>()(
  z.object({
    ...questionShape,
    segment: text,
    settled: z.object({ verdict: z.enum(questionVerdicts), name: text, at: text }).exactOptional(),
  }),
)

export const questionsView = exactly<QuestionsView>()(
  z
    .object({
      on: z.boolean(),
      model: text,
      host: text,
      asked: count,
      unasked: texts.readonly(),
      expected: z.object({ inputTokens: count, outputTokens: count, microdollars: z.number().nullable() }),
      status: questionsStatus.nullable(),
      questions: z.array(placedQuestion),
    })
    .meta({ id: 'Questions' }),
)
