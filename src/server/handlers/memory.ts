import type { Workspace } from '../../workspace/core/open.ts'
import { analyseDocument, analyseFile } from '../../workspace/documents/coverage.ts'
import {
  correctPair,
  exportMemory,
  listMemories,
  removeMemory,
  settleMemory,
} from '../../workspace/documents/memories.ts'
import { concordance, importMemory } from '../../workspace/documents/memory.ts'
import { viewPostEdits } from '../../workspace/documents/post-edits.ts'
import type { Handlers } from '../api.ts'

type MemoryRoutes =
  | 'concordance'
  | 'importMemory'
  | 'memories'
  | 'exportMemory'
  | 'settleMemory'
  | 'removeMemory'
  | 'correctPair'
  | 'fileCoverage'
  | 'documentCoverage'
  | 'postEdits'

export function memoryHandlers(workspace: Workspace): Pick<Handlers, MemoryRoutes> {
  return {
    concordance: ({ actor, query }) => concordance(workspace, actor, query),
    importMemory: ({ actor, query: { filename }, bytes }) => importMemory(workspace, actor, { filename, bytes }),
    memories: ({ actor }) => listMemories(workspace, actor),
    exportMemory: ({ actor, params }) => exportMemory(workspace, actor, params),
    settleMemory: ({ actor, params, body }) => settleMemory(workspace, actor, { ...params, ...body }),
    removeMemory: ({ actor, params }) => removeMemory(workspace, actor, params),
    fileCoverage: ({ actor, query: { filename }, bytes }) => analyseFile(workspace, actor, { filename, bytes }),
    documentCoverage: ({ actor, params }) => analyseDocument(workspace, actor, params),
    postEdits: ({ actor }) => viewPostEdits(workspace, actor),
    correctPair: ({ actor, params, body }) => correctPair(workspace, actor, { ...params, ...body }),
  }
}
