import * as z from 'zod'
import { short } from '../inputs.ts'
import * as replies from '../replies/alignment.ts'
import type { Route } from '../route.ts'

/** Texts that are aligned elsewhere, and the pairs and documents that come of them. */
export const alignmentRoutes = {
  textToAlign: {
    resource: 'memory',
    method: 'POST',
    path: '/api/alignment/text',
    access: 'import-memory',
    bytes: true,
    query: z.object({ filename: short.min(1), language: z.enum(['zh', 'en']) }),
    reply: replies.textToAlign,
  },
  importPairs: {
    resource: 'memory',
    method: 'POST',
    path: '/api/alignment/pairs',
    access: 'import-memory',
    bytes: true,
    reply: replies.importedPairs,
  },
  importAligned: {
    resource: 'memory',
    method: 'POST',
    path: '/api/alignment/document',
    access: 'import-document',
    bytes: true,
    reply: replies.importedAligned,
  },
} as const satisfies Readonly<Record<string, Route>>
