import type { Workspace } from '../../workspace/core/open.ts'
import { replaceWords, undoReplacement } from '../../workspace/documents/replace-act.ts'
import { lookAtReplacement } from '../../workspace/documents/replace-look.ts'
import type { Handlers } from '../api.ts'

type ReplacingRoutes = 'lookAtReplacement' | 'replaceWords' | 'undoReplacement'

/** Find and replace over one document or all. */
export function replacingHandlers(workspace: Workspace): Pick<Handlers, ReplacingRoutes> {
  return {
    lookAtReplacement: ({ actor, body }) => lookAtReplacement(workspace, actor, body),
    replaceWords: ({ actor, body }) => replaceWords(workspace, actor, body),
    undoReplacement: ({ actor, params, body }) => undoReplacement(workspace, actor, { ...params, ...body }),
  }
}
