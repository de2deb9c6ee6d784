import * as z from 'zod'
import { short } from '../inputs.ts'
import * as replies from '../replies/candidates.ts'
import { done } from '../replies/parts.ts'
import type { Route } from '../route.ts'

/** Forms that may be terms. */
export const candidatesRoutes = {
  termCandidates: {
    resource: 'terms',
    method: 'GET',
    path: '/api/terms/candidates',
    access: 'extract-terms',
    query: z.object({ document: short.min(1).exactOptional(), limit: z.coerce.number().int().min(1).max(1000) }),
    reply: replies.candidates,
  },
  dismissCandidate: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms/candidates/dismiss',
    access: 'extract-terms',
    body: z.object({ form: short.min(1) }),
    reply: done,
  },
  restoreCandidate: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms/candidates/restore',
    access: 'extract-terms',
    body: z.object({ form: short.min(1) }),
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
