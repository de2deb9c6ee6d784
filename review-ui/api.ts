import type { Route } from '../src/contract/route.ts'
import { type RouteName, routes } from '../src/contract/routes.ts'
import { isRefusal, type Refusal } from '../src/model/refusal.ts'

type Parts<R> =
  R extends Route<infer Body, infer Query, infer Reply> ? { body: Body; query: Query; reply: Reply } : never
type PartsOf<N extends RouteName> = Parts<(typeof routes)[N]>
export type Reply<N extends RouteName> = PartsOf<N>['reply']

interface Input<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: PartsOf<N>['body']
  readonly query?: Partial<PartsOf<N>['query']>
  /** The file, for routes that take bytes. */
  readonly bytes?: Blob
  readonly signal?: AbortSignal
}

/** The server did not answer, or not in its own words: nothing is known of what became of the call. */
export interface Unreachable {
  readonly type: 'unreachable'
}

/** Why a call brought no reply. */
export type Failure = Refusal | Unreachable

export type Answer<T> = { readonly type: 'reply'; readonly reply: T } | Failure

const listeners = new Set<() => void>()

/** Hears of every call that was refused because nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function addressOf(name: RouteName, params: Readonly<Record<string, string>> = {}, query: object = {}): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, part: string) => {
    const value = params[part]
    if (value === undefined) throw new Error(`${name} needs ${part}`)
    return encodeURIComponent(value)
  })
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

/** Calls a route of the contract. Never throws but for a call that the contract does not have. */
export async function call<N extends RouteName>(name: N, input: Input<N> = {}): Promise<Answer<Reply<N>>> {
  const { method, bytes } = routes[name] as Route
  const headers: Record<string, string> = {}
  if (method !== 'GET') headers['x-requested-with'] = 'duizhao'
  if (bytes) headers['content-type'] = 'application/octet-stream'
  else if (input.body !== undefined) headers['content-type'] = 'application/json'
  try {
    const response = await fetch(addressOf(name, input.params, input.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(input.signal && { signal: input.signal }),
      ...(bytes ? { body: input.bytes ?? null } : input.body !== undefined && { body: JSON.stringify(input.body) }),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { type: 'reply', reply: answer as Reply<N> }
    const refusal = (answer as { refusal?: unknown } | null)?.refusal
    if (!isRefusal(refusal)) return { type: 'unreachable' }
    if (refusal.code === 'not-signed-in') for (const listener of listeners) listener()
    return refusal
  } catch {
    return { type: 'unreachable' }
  }
}
