import { membersOf } from '../model/names.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { AnyInput, Input, ParamsOf, ReplyOf } from './calls.ts'
import type { Route } from './route.ts'
import { type RouteName, routes } from './routes.ts'

/** The part of the Fetch Standard that the client needs; `fetch` of browsers and of Node.js is one. */
export type Fetch = (
  address: string,
  request: {
    readonly method: string
    readonly headers: Record<string, string>
    readonly credentials: 'same-origin'
    readonly body?: string | Blob | Uint8Array<ArrayBuffer>
    readonly signal?: AbortSignal
  },
) => Promise<{
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
  arrayBuffer(): Promise<ArrayBuffer>
}>

/** The server did not answer, or not as the contract says: the outcome of the call is unknown. */
export interface Unreachable {
  readonly type: 'unreachable'
  /** What was thrown, or what the server answered. */
  readonly cause?: unknown
}

/** Why a call has no reply. */
export type Failure = Refusal | Unreachable

export type Answer<T> = { readonly type: 'reply'; readonly reply: T } | Failure

export type Outcome<N extends RouteName> = Answer<ReplyOf<N>>

/** A route's arguments; the input is optional if the route requires none. */
export type Arguments<N extends RouteName> = object extends Input<N> ? [input?: Input<N>] : [input: Input<N>]

/** The routes with one reply; a stream is read at its address. */
export type Callable = {
  [N in RouteName]: (typeof routes)[N] extends { readonly reply: 'events' } ? never : N
}[RouteName]

/** Calls a route of the contract. Throws only for an input that is not in the contract. */
export type Call = <N extends Callable>(name: N, ...args: Arguments<N>) => Promise<Outcome<N>>

/** The address of a route on its server. */
export function addressOf<N extends RouteName>(
  name: N,
  params: ParamsOf<N>,
  query: Readonly<Record<string, unknown>> = {},
): string {
  return pathOf(name, params, query)
}

function pathOf(name: RouteName, params: Readonly<Record<string, string>> = {}, query: object = {}): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, part: string) => {
    const value = params[part]
    if (value === undefined) throw new Error(`${name} needs ${part}`)
    return encodeURIComponent(value)
  })
  const present = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(present.map(([key, value]): [string, string] => [key, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

/**
 * The one client of the API. `server` is the origin, or empty for the page's own; `headers` are sent with every call.
 * Replies are cast to their types, which is safe because the server's tests compare each reply with its schema.
 */
export function createClient(
  fetch: Fetch,
  { server = '', headers = {} }: { readonly server?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Call {
  return async <N extends Callable>(name: N, ...[input = {}]: [AnyInput?]): Promise<Outcome<N>> => {
    const { method, bytes, reply }: Route = routes[name]
    const address = `${server}${pathOf(name, input.params, input.query)}`
    const body = bytes ? input.bytes : input.body === undefined ? undefined : JSON.stringify(input.body)
    try {
      const response = await fetch(address, {
        method,
        headers: {
          ...headers,
          ...(method !== 'GET' && { 'x-requested-with': 'duizhao' }),
          ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        },
        credentials: 'same-origin',
        ...(body !== undefined && { body }),
        ...(input.signal && { signal: input.signal }),
      })
      const answer =
        response.ok && reply === 'file' ? new Uint8Array(await response.arrayBuffer()) : await response.json()
      // biome-ignore lint/plugin/no-cast: by the contract, an answer with status 200 has the route's type
      if (response.ok) return { type: 'reply', reply: answer as ReplyOf<N> }
      const refusal = membersOf(answer).refusal
      return isRefusal(refusal) ? refusal : { type: 'unreachable', cause: { status: response.status, answer } }
    } catch (cause) {
      return { type: 'unreachable', cause }
    }
  }
}
