import * as z from 'zod'
import { base, incomingTerms, limit, short, termFields } from '../inputs.ts'
import { tableLook } from '../replies/parts.ts'
import * as replies from '../replies/terms.ts'
import type { Route } from '../route.ts'

/** The glossary and what it changes. */
export const termsRoutes = {
  terms: {
    resource: 'terms',
    method: 'GET',
    path: '/api/terms',
    access: 'read',
    reply: replies.terms,
  },
  addTerm: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms',
    access: 'propose-term',
    body: z.object({ term: termFields }),
    reply: replies.oneTerm,
  },
  changeTerm: {
    resource: 'terms',
    method: 'PUT',
    path: '/api/terms/:term',
    access: 'decide-term',
    body: z.object({ base, term: termFields }),
    reply: replies.oneTerm,
  },
  previewTermImpact: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms/impact',
    access: 'propose-term',
    body: z.object({ id: short.nullable(), term: termFields, limit }),
    reply: replies.termImpact,
  },
  termImpact: {
    resource: 'terms',
    method: 'GET',
    path: '/api/terms/:term/impact',
    access: 'read',
    query: z.object({ limit }),
    reply: replies.termImpact,
  },
  termHistory: {
    resource: 'terms',
    method: 'GET',
    path: '/api/terms/:term/history',
    access: 'read',
    reply: replies.termHistory,
  },
  exportTerms: {
    resource: 'terms',
    method: 'GET',
    path: '/api/terms/export/:format',
    access: 'read',
    terminal: true,
    reply: 'file',
  },
  officialTerms: {
    resource: 'terms',
    method: 'GET',
    path: '/api/official-terms',
    access: 'read',
    reply: 'file',
  },
  lookAtTerms: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms/look',
    access: 'import-terms',
    bytes: true,
    query: z.object({ filename: short.min(1), sheet: z.string().max(100).exactOptional() }),
    reply: z.object({ table: tableLook.nullable() }),
  },
  importTerms: {
    resource: 'terms',
    method: 'POST',
    path: '/api/terms/import',
    access: 'import-terms',
    bytes: true,
    query: incomingTerms.extend({ dryRun: z.stringbool().exactOptional() }),
    terminal: true,
    reply: replies.termImport,
  },
} as const satisfies Readonly<Record<string, Route>>
