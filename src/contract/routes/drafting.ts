import * as z from 'zod'
import { engineNames } from '../../model/engine.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { draftingScope, short } from '../inputs.ts'
import * as replies from '../replies/drafting.ts'
import { appended } from '../replies/parts.ts'
import type { Route } from '../route.ts'

const segment = '/api/documents/:document/segments/:segment'

/** Runs that draft a document, and what becomes of drafts. */
export const draftingRoutes = {
  estimateDrafting: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/drafting',
    access: 'draft',
    query: z.object({ scope: draftingScope.exactOptional() }),
    terminal: true,
    reply: replies.draftingForecast,
  },
  startDrafting: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/drafting',
    access: 'draft',
    body: z.object({
      scope: draftingScope.exactOptional(),
      segments: z.array(short).max(fileLimits.sentences).exactOptional(),
      budget: z
        .object({ characters: z.int().positive().exactOptional(), dollars: z.number().positive().exactOptional() })
        .exactOptional(),
    }),
    terminal: true,
    reply: replies.draftingStatus,
  },
  draftingStatus: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/drafting/status',
    access: 'read',
    terminal: true,
    reply: replies.draftingStatus,
  },
  stopDrafting: {
    resource: 'documents',
    method: 'DELETE',
    path: '/api/documents/:document/drafting',
    access: 'draft',
    terminal: true,
    reply: replies.draftingStatus,
  },
  confirmInContext: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/confirm-in-context',
    access: 'translate',
    body: z.object({ segments: z.array(short).min(1).max(fileLimits.sentences) }),
    reply: appended,
  },
  discardDrafts: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/drafting/discard',
    access: 'discard-draft',
    body: z.object({ segments: z.array(short).max(fileLimits.sentences).exactOptional() }),
    terminal: true,
    reply: replies.discardedDrafts,
  },
  otherDraft: {
    resource: 'documents',
    method: 'POST',
    path: `${segment}/drafts`,
    access: 'draft',
    body: z.object({ engine: z.enum(engineNames) }),
    reply: replies.otherDraft,
  },
} as const satisfies Readonly<Record<string, Route>>
