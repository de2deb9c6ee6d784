import { countKeysIn } from '../../contract/routes/counts.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { exportCounts, viewCounts } from '../../workspace/documents/counts.ts'
import type { Handlers } from '../api.ts'

export function countsHandlers(workspace: Workspace): Pick<Handlers, 'counts' | 'exportCounts'> {
  return {
    counts: ({ actor, query }) => viewCounts(workspace, actor, { ...query, by: countKeysIn(query.by) }),
    exportCounts: ({ actor, query }) => exportCounts(workspace, actor, { ...query, by: countKeysIn(query.by) }),
  }
}
