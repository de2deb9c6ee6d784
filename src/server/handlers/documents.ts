import type { DocumentNews } from '../../contract/views/documents.ts'
import { countLimits } from '../../model/count-limits.ts'
import { isRefusal, refuse } from '../../model/refusal.ts'
import { openFor } from '../../workspace/core/lookup.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { listDocuments } from '../../workspace/documents/document-list.ts'
import { listFindings, viewDocument, viewPacked } from '../../workspace/documents/documents.ts'
import { draftingStatus, estimateRun, startDrafting, stopDrafting } from '../../workspace/documents/drafting.ts'
import { exportDocument, exportRevisions } from '../../workspace/documents/export.ts'
import { segmentMatches } from '../../workspace/documents/memory.ts'
import { otherDraft } from '../../workspace/documents/one-draft.ts'
import { listRevisions } from '../../workspace/documents/revisions.ts'
import { discardDrafts } from '../../workspace/documents/segments.ts'
import { changeShelf, deleteDocument } from '../../workspace/documents/shelf.ts'
import type { Handlers } from '../api.ts'
import { createPresence } from '../presence.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import { afterCatchUp, createListeners, openStream } from '../stream.ts'

type DocumentRoutes =
  | 'documents'
  | 'document'
  | 'packedDocument'
  | 'findings'
  | 'documentStream'
  | 'presence'
  | 'renameDocument'
  | 'labelDocument'
  | 'archiveDocument'
  | 'deleteDocument'
  | 'restoreDocument'
  | 'exportDocument'
  | 'revisions'
  | 'exportRevisions'
  | 'estimateDrafting'
  | 'startDrafting'
  | 'discardDrafts'
  | 'otherDraft'
  | 'draftingStatus'
  | 'stopDrafting'
  | 'segmentMatches'

export function documentHandlers(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
): Pick<Handlers, DocumentRoutes> {
  const presence = createPresence(workspace.news, workspace.world.coordination)
  const listeners = createListeners()
  return {
    documents: ({ actor }) => listDocuments(workspace, actor),
    document: ({ actor, params }) => viewDocument(workspace, actor, params),
    packedDocument: ({ actor, params }) => viewPacked(workspace, actor, params),
    findings: ({ actor, params }) => listFindings(workspace, actor, params),
    async documentStream({ actor, params: { document }, query: { after }, request, response }) {
      const opened = await openFor(workspace, actor, 'read', document)
      if (isRefusal(opened)) return opened
      const end = listeners.begin(actor.id)
      if (end === null) return refuse('streams-too-many', { most: String(countLimits.streams) })
      const listen = (tell: (news: DocumentNews) => void) => {
        const { later, now } = afterCatchUp(tell)
        const unsubscribe = workspace.news.subscribe(document, later)
        const leave = presence.join(document, response, actor)
        const { sessionID, session } = request
        // The command line has no session.
        const unwatch = session.person === undefined ? () => {} : sessions.watch(sessionID, () => response.destroy())
        // Entries appended between the page's first view and now; the reader skips those it has already.
        void workspace
          .document(document)
          .read()
          .then(async (page) => now({ type: 'entries', entries: await page.entries(after) }))
          .catch(() => response.destroy())
        return () => {
          unsubscribe()
          leave()
          end()
          unwatch()
        }
      }
      openStream(request, response, listen, workspace.world)
    },
    async presence({ actor, params: { document }, body: { segment } }) {
      presence.move(document, actor.id, segment)
      return { done: true }
    },
    renameDocument: ({ actor, params, body: { name } }) =>
      changeShelf(workspace, actor, { ...params, command: { type: 'rename-document', name } }),
    labelDocument: ({ actor, params, body: { labels } }) =>
      changeShelf(workspace, actor, { ...params, command: { type: 'label-document', labels } }),
    archiveDocument: ({ actor, params }) =>
      changeShelf(workspace, actor, { ...params, command: { type: 'archive-document' } }),
    restoreDocument: ({ actor, params }) =>
      changeShelf(workspace, actor, { ...params, command: { type: 'restore-document' } }),
    deleteDocument: ({ actor, params }) => deleteDocument(workspace, actor, params),
    revisions: ({ actor, params, query }) => listRevisions(workspace, actor, { ...params, ...query }),
    exportRevisions: ({ actor, params, query }) => exportRevisions(workspace, actor, { ...params, ...query }),
    exportDocument: ({ actor, params }) => exportDocument(workspace, actor, params),
    estimateDrafting: ({ actor, params, query }) => estimateRun(workspace, actor, { ...params, ...query }),
    startDrafting({ actor, params, body: { scope = 'open', segments, budget = {} } }) {
      const { dollars, ...limits } = budget
      return startDrafting(workspace, actor, {
        ...params,
        scope: segments ?? scope,
        budget: { ...limits, ...(dollars !== undefined && { microdollars: dollars * 1_000_000 }) },
      })
    },
    discardDrafts: ({ actor, params, body }) => discardDrafts(workspace, actor, { ...params, ...body }),
    otherDraft: ({ actor, params, body }) => otherDraft(workspace, actor, { ...params, ...body }),
    draftingStatus: ({ actor, params }) => draftingStatus(workspace, actor, params),
    stopDrafting: ({ actor, params }) => stopDrafting(workspace, actor, params),
    segmentMatches: ({ actor, params }) => segmentMatches(workspace, actor, params),
  }
}
