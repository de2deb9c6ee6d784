import * as z from 'zod'
import { segmentVersions, short } from '../inputs.ts'
import { appended } from '../replies/parts.ts'
import * as replies from '../replies/returns.ts'
import type { Route } from '../route.ts'

/** Files that went out, were worked on elsewhere, and come back. */
export const returnsRoutes = {
  sendReview: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/outside-reviews',
    access: 'send-review',
    body: z.object({ name: short }),
    terminal: true,
    reply: appended,
  },
  exportReview: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/outside-reviews/:review',
    access: 'send-review',
    terminal: true,
    reply: 'file',
  },
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
    // An approver brings back what a reviewer outside wrote; edits are refused where they are decided.
    access: 'send-review',
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
