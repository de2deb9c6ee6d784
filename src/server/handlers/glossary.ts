import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { termsIn } from '../../contract/inputs.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { dismissTerm, extractTerms, restoreTerm } from '../../workspace/glossary/extract-terms.ts'
import { previewTermImpact, termImpact } from '../../workspace/glossary/term-impact.ts'
import { addTerm, changeTerm, listTerms, termHistory } from '../../workspace/glossary/terms.ts'
import { exportTerms, importTerms, lookAtTerms, officialTerms } from '../../workspace/glossary/terms-in-and-out.ts'
import type { Handlers } from '../api.ts'

type GlossaryRoutes =
  | 'terms'
  | 'addTerm'
  | 'changeTerm'
  | 'previewTermImpact'
  | 'termImpact'
  | 'termHistory'
  | 'termCandidates'
  | 'dismissCandidate'
  | 'restoreCandidate'
  | 'exportTerms'
  | 'lookAtTerms'
  | 'importTerms'
  | 'officialTerms'

const official = join(import.meta.dirname, '../../../glossary/official_zh-CN_en.csv')

export function glossaryHandlers(workspace: Workspace): Pick<Handlers, GlossaryRoutes> {
  return {
    terms: ({ actor }) => listTerms(workspace, actor),
    addTerm: ({ actor, body }) => addTerm(workspace, actor, body),
    changeTerm: ({ actor, params, body }) => changeTerm(workspace, actor, { id: params.term, ...body }),
    previewTermImpact: ({ actor, body }) => previewTermImpact(workspace, actor, body),
    termImpact: ({ actor, params, query: { limit } }) => termImpact(workspace, actor, { id: params.term, limit }),
    termHistory: ({ actor, params }) => termHistory(workspace, actor, { id: params.term }),
    termCandidates: ({ actor, query: { document = null, limit } }) =>
      extractTerms(workspace, actor, { document, limit }),
    dismissCandidate: ({ actor, body }) => dismissTerm(workspace, actor, body),
    restoreCandidate: ({ actor, body }) => restoreTerm(workspace, actor, body),
    exportTerms: ({ actor, params }) => exportTerms(workspace, actor, params),
    officialTerms: ({ actor }) => officialTerms(workspace, actor, () => readFile(official)),
    lookAtTerms: ({ actor, query: { filename, sheet }, bytes }) =>
      lookAtTerms(workspace, actor, {
        filename,
        bytes,
        ...(sheet !== undefined && { table: { sheet, headings: 0, zh: 'A' } }),
      }),
    importTerms: ({ actor, query, bytes }) =>
      importTerms(workspace, actor, {
        filename: query.filename,
        bytes,
        dryRun: query.dryRun ?? false,
        ...termsIn(query),
      }),
  }
}
