import * as z from 'zod'
import { incomingDocument, longText, short } from '../inputs.ts'
import * as replies from '../replies/documents.ts'
import { appended, done } from '../replies/parts.ts'
import type { Route } from '../route.ts'

/** Documents as a whole: their files, news and exports. */
export const documentsRoutes = {
  formats: {
    resource: 'documents',
    method: 'GET',
    path: '/api/formats',
    access: 'read',
    reply: replies.formats,
  },
  documents: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents',
    access: 'read',
    terminal: true,
    reply: replies.documents,
  },
  lookAtDocument: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/look',
    access: 'import-document',
    bytes: true,
    query: incomingDocument,
    terminal: true,
    reply: replies.documentLook,
  },
  importDocument: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents',
    access: 'import-document',
    bytes: true,
    query: incomingDocument,
    terminal: true,
    reply: replies.importedDocument,
  },
  document: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document',
    access: 'read',
    terminal: true,
    reply: replies.documentView,
  },
  packedDocument: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/packed',
    access: 'read',
    reply: replies.packedView,
  },
  findings: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/findings',
    access: 'read',
    terminal: true,
    reply: replies.findings,
  },
  documentStream: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/stream',
    access: 'read',
    query: z.object({ after: z.coerce.number().int().min(0), segment: short.exactOptional() }),
    reply: 'events',
  },
  presence: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/presence',
    access: 'read',
    body: z.object({ segment: short.nullable() }),
    reply: done,
  },
  renameDocument: {
    resource: 'documents',
    method: 'PUT',
    path: '/api/documents/:document/name',
    access: 'rename-document',
    body: z.object({ name: longText }),
    reply: appended,
  },
  archiveDocument: {
    resource: 'documents',
    method: 'PUT',
    path: '/api/documents/:document/archive',
    access: 'archive-document',
    reply: appended,
  },
  restoreDocument: {
    resource: 'documents',
    method: 'DELETE',
    path: '/api/documents/:document/archive',
    access: 'restore-document',
    reply: appended,
  },
  exportDocument: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/export/:format',
    access: 'read',
    terminal: true,
    reply: 'file',
  },
} as const satisfies Readonly<Record<string, Route>>
