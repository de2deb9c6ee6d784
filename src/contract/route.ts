import type * as z from 'zod'
import { scopesCover, type TokenScope, tokenScopes } from '../model/api-token.ts'
import type { Act } from '../model/permissions.ts'

/** Who may call a route: anyone, anyone signed in, or everyone who may perform this act. The rules decide the rest. */
export type Access = 'anyone' | 'signed-in' | Act

/** What routes are about; the description of the API groups them by it, in this order. */
export const resources = [
  'session',
  'documents',
  'segments',
  'signing',
  'releases',
  'memory',
  'terms',
  'people',
  'settings',
] as const

export type Resource = (typeof resources)[number]

/**
 * One route of the API. `body` and `query` are checked before a handler sees them; `bytes` says the body is a file,
 * sent as `application/octet-stream`. `reply` is the JSON answered with status 200, or a file, or a stream of
 * server-sent events; a refusal is a 4xx with `{refusal}`. `terminal` opens the route to the command line's token.
 */
export interface Route {
  readonly resource: Resource
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly body?: z.ZodType
  readonly query?: z.ZodObject
  readonly bytes?: true
  readonly reply: z.ZodType | 'file' | 'events'
  readonly terminal?: true
}

/** Whether programs may call a route with a token of these scopes: it is open to them, and its act is in one. */
export function isOpenToTokens({ access, terminal }: Route, scopes: readonly TokenScope[] = tokenScopes): boolean {
  return terminal === true && access !== 'anyone' && access !== 'signed-in' && scopesCover(scopes, access)
}
