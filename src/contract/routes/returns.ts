import * as z from 'zod'
import { segmentVersions, short } from '../inputs.ts'
import * as replies from '../replies/returns.ts'
import type { Route } from '../route.ts'

/** Files that went out, were worked on elsewhere, and come back. */
export const returnsRoutes = {
  lookAtReturns: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/returns/look',
    access: 'read',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
    terminal: true,
    reply: replies.returnsView,
  },
  takeReturns: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/returns',
    access: 'edit',
    bytes: true,
    query: z.object({
      filename: short.min(1),
      confirm: z.enum(['yes', 'no']).default('no'),
      over: segmentVersions.default(''),
      leave: segmentVersions.default(''),
    }),
    reply: replies.returnsTaken,
  },
} as const satisfies Readonly<Record<string, Route>>
