import type { z } from 'zod'
import type { Act } from '../model/permissions.ts'

/** Who may call a route: anyone, anyone signed in, or whoever may do this act. The rules decide the rest. */
export type Access = 'anyone' | 'signed-in' | Act

/**
 * One route of the API. `body` and `query` are checked before a handler sees them; `bytes` says the body is a file,
 * sent as `application/octet-stream`. `Reply` is the type of the JSON answer with status 200; a refusal is a 4xx with
 * `{refusal}`.
 */
export interface Route<Body = unknown, Query = unknown, Reply = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly body?: z.ZodType<Body>
  readonly query?: z.ZodType<Query>
  readonly bytes?: true
  readonly reply?: Reply
}

/** A route with the type of its reply; the rest is told from the schemas. */
export function route<Reply>() {
  return <Body = undefined, Query = undefined>(
    definition: Omit<Route<Body, Query, Reply>, 'reply'>,
  ): Route<Body, Query, Reply> => definition
}
