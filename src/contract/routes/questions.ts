import * as z from 'zod'
import { fileLimits } from '../../model/file-limits.ts'
import { questionVerdicts } from '../../model/question.ts'
import { short } from '../inputs.ts'
import { done } from '../replies/parts.ts'
import * as replies from '../replies/questions.ts'
import type { Route } from '../route.ts'

const path = '/api/documents/:document/questions'

/** What a language model asks of finished English. */
export const questionsRoutes = {
  questions: {
    resource: 'documents',
    method: 'GET',
    path,
    access: 'read',
    reply: replies.questionsView,
  },
  askQuestions: {
    resource: 'documents',
    method: 'POST',
    path,
    access: 'ask-questions',
    body: z.object({
      segments: z.array(short).max(fileLimits.sentences).exactOptional(),
      budget: z.object({ dollars: z.number().positive() }).exactOptional(),
    }),
    reply: replies.questionsStatus,
  },
  stopQuestions: {
    resource: 'documents',
    method: 'DELETE',
    path,
    access: 'ask-questions',
    reply: replies.questionsStatus,
  },
  settleQuestion: {
    resource: 'documents',
    method: 'POST',
    path: `${path}/settle`,
    access: 'ask-questions',
    body: z.object({
      segment: short,
      /** `questionKey` of the question. */
      question: z.string().max(1000),
      /** Null takes back what was made of it. */
      verdict: z.enum(questionVerdicts).nullable(),
    }),
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
