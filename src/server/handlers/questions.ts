import type { Workspace } from '../../workspace/core/open.ts'
import { askQuestions, settleQuestion, stopQuestions, viewQuestions } from '../../workspace/documents/questions.ts'
import type { Handlers } from '../api.ts'

type QuestionsRoutes = 'questions' | 'askQuestions' | 'stopQuestions' | 'settleQuestion'

/** What a language model asks of finished English. */
export function questionsHandlers(workspace: Workspace): Pick<Handlers, QuestionsRoutes> {
  return {
    questions: ({ actor, params }) => viewQuestions(workspace, actor, params),
    askQuestions: ({ actor, params, body: { segments, budget } }) =>
      askQuestions(workspace, actor, {
        ...params,
        segments,
        ...(budget && { budget: { microdollars: budget.dollars * 1_000_000 } }),
      }),
    stopQuestions: ({ actor, params }) => stopQuestions(workspace, actor, params),
    settleQuestion: ({ actor, params, body }) => settleQuestion(workspace, actor, { ...params, ...body }),
  }
}
