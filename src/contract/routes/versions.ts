import * as z from 'zod'
import { short } from '../inputs.ts'
import * as replies from '../replies/versions.ts'
import type { Route } from '../route.ts'

/** New versions of the Chinese of a document. */
export const versionsRoutes = {
  compareVersion: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/version/comparison',
    access: 'import-document',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
    terminal: true,
    reply: replies.versionView,
  },
  replaceSource: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/version',
    access: 'import-document',
    bytes: true,
    query: z.object({ filename: short.min(1), sequence: z.coerce.number().int().min(0) }),
    terminal: true,
    reply: replies.versionView,
  },
} as const satisfies Readonly<Record<string, Route>>
