import * as z from 'zod'
import { short } from '../inputs.ts'
import * as replies from '../replies/revisions.ts'
import type { Route } from '../route.ts'

/** Whose changes, and from which instant to which. */
const choice = z.object({
  by: short.min(1).exactOptional(),
  from: z.iso.datetime().exactOptional(),
  to: z.iso.datetime().exactOptional(),
})

/** What people changed in a document. */
export const revisionsRoutes = {
  revisions: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/revisions',
    access: 'read',
    query: choice,
    reply: replies.revisions,
  },
  exportRevisions: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/revisions/:format',
    access: 'read',
    query: choice,
    terminal: true,
    reply: 'file',
  },
} as const satisfies Readonly<Record<string, Route>>
