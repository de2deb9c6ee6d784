import * as z from 'zod'
import { memoryPair } from '../../schemas/document.ts'
import { longText, short } from '../inputs.ts'
import * as replies from '../replies/memory.ts'
import { done } from '../replies/parts.ts'
import type { Route } from '../route.ts'

/** The translation memory, and how much of a text it has. */
export const memoryRoutes = {
  concordance: {
    resource: 'memory',
    method: 'GET',
    path: '/api/memory',
    access: 'read',
    query: z.object({ text: short.min(1) }),
    reply: replies.concordance,
  },
  importMemory: {
    resource: 'memory',
    method: 'POST',
    path: '/api/memory',
    access: 'import-memory',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
    terminal: true,
    reply: replies.importedMemory,
  },
  fileCoverage: {
    resource: 'memory',
    method: 'POST',
    path: '/api/coverage',
    access: 'import-document',
    bytes: true,
    query: z.object({ filename: short.min(1) }),
    terminal: true,
    reply: replies.coverage,
  },
  documentCoverage: {
    resource: 'memory',
    method: 'GET',
    path: '/api/documents/:document/coverage',
    access: 'read',
    terminal: true,
    reply: replies.coverage,
  },
  postEdits: {
    resource: 'memory',
    method: 'GET',
    path: '/api/post-edits',
    access: 'see-post-edits',
    terminal: true,
    reply: replies.postEdits,
  },
  memories: {
    resource: 'memory',
    method: 'GET',
    path: '/api/memories',
    access: 'read',
    terminal: true,
    reply: replies.memories,
  },
  exportMemory: {
    resource: 'memory',
    method: 'GET',
    path: '/api/memories/:memory/file',
    access: 'read',
    terminal: true,
    reply: 'file',
  },
  settleMemory: {
    resource: 'memory',
    method: 'PUT',
    path: '/api/memories/:memory',
    access: 'manage-memory',
    body: z.object({
      name: short.min(1).exactOptional(),
      penalty: z.int().min(0).max(30).exactOptional(),
      priority: z.int().min(-9).max(9).exactOptional(),
      readOnly: z.boolean().exactOptional(),
    }),
    terminal: true,
    reply: done,
  },
  removeMemory: {
    resource: 'memory',
    method: 'DELETE',
    path: '/api/memories/:memory',
    access: 'manage-memory',
    terminal: true,
    reply: done,
  },
  correctPair: {
    resource: 'memory',
    method: 'POST',
    path: '/api/memories/:memory/pairs',
    access: 'correct-memory',
    body: z.object({ pair: memoryPair, target: longText.min(1).nullable() }),
    terminal: true,
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
