import { isRefusal } from '../../model/refusal.ts'
import { dismissTerm, extractTerms, restoreTerm } from '../../workspace/extract-terms.ts'
import type { Workspace } from '../../workspace/open.ts'
import { previewTermImpact, termImpact } from '../../workspace/term-impact.ts'
import { addTerm, changeTerm, exportTerms, listTerms, termHistory } from '../../workspace/terms.ts'
import type { Handlers } from '../api.ts'
import { sendFile } from '../api.ts'

type GlossaryRoutes =
  | 'terms'
  | 'addTerm'
  | 'changeTerm'
  | 'termHistory'
  | 'exportTerms'
  | 'termCandidates'
  | 'dismissCandidate'
  | 'restoreCandidate'
  | 'previewTermImpact'
  | 'termImpact'

export function glossaryHandlers(workspace: Workspace): Pick<Handlers, GlossaryRoutes> {
  return {
    terms: ({ actor }) => listTerms(workspace, actor),
    addTerm: ({ actor, body }) => addTerm(workspace, actor, body),
    changeTerm: ({ actor, params, body }) => changeTerm(workspace, actor, { id: params.term ?? '', ...body }),
    previewTermImpact: ({ actor, body }) => previewTermImpact(workspace, actor, body),
    termImpact: ({ actor, params, query: { limit } }) => termImpact(workspace, actor, { id: params.term ?? '', limit }),
    termHistory: ({ actor, params }) => termHistory(workspace, actor, { id: params.term ?? '' }),
    termCandidates: ({ actor, query: { document = null, limit } }) =>
      extractTerms(workspace, actor, { document, limit }),
    dismissCandidate: ({ actor, body }) => dismissTerm(workspace, actor, body),
    restoreCandidate: ({ actor, body }) => restoreTerm(workspace, actor, body),
    async exportTerms({ actor, response }) {
      const csv = await exportTerms(workspace, actor)
      if (isRefusal(csv)) return csv
      sendFile(response, { filename: 'glossary-zh-CN-en.csv', mediaType: 'text/csv; charset=utf-8', content: csv })
    },
  }
}
