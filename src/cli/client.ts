import type { Route } from '../contract/route.ts'
import { type RouteName, routes } from '../contract/routes.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'

type Parts<R> =
  R extends Route<infer Body, infer Query, infer Reply> ? { body: Body; query: Query; reply: Reply } : never

type ReplyOf<N extends RouteName> = Parts<(typeof routes)[N]>['reply']

export interface Input<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Parts<(typeof routes)[N]>['query']
  readonly body?: Parts<(typeof routes)[N]>['body']
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** A server to talk to, and the name on whose behalf: the API is the same as the page's. */
export interface Client {
  call<N extends RouteName>(name: N, input?: Input<N>): Promise<ReplyOf<N> | Refusal>
  /** For routes that answer with a file. */
  download(name: RouteName, params: Readonly<Record<string, string>>): Promise<Uint8Array | Refusal>
}

export function createClient(address: string, token: string, login: string | undefined): Client {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, 'x-requested-with': 'duizhao' }
  if (login !== undefined) headers['x-duizhao-as'] = encodeURIComponent(login)

  /** The token opens the door; who is unknown then is the name given with it. */
  function asSeenHere(refusal: Refusal): Refusal {
    return refusal.code === 'not-signed-in' && login !== undefined ? refuse('person-unknown', { login }) : refusal
  }

  async function send(name: RouteName, input: Input<RouteName>): Promise<Response> {
    const route: Route = routes[name]
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''))
    const url = new URL(path, address)
    for (const [key, value] of Object.entries(input.query ?? {})) url.searchParams.set(key, String(value))
    const [type, body] = input.bytes
      ? ['application/octet-stream', input.bytes]
      : ['application/json', input.body === undefined ? null : JSON.stringify(input.body)]
    return fetch(url, { method: route.method, headers: { ...headers, 'content-type': type }, body })
  }

  return {
    async call(name, input = {}) {
      const response = await send(name, input as Input<RouteName>)
      const reply = (await response.json()) as { refusal?: unknown }
      if (response.ok) return reply as ReplyOf<typeof name>
      if (isRefusal(reply.refusal)) return asSeenHere(reply.refusal)
      throw new Error(`the server answered ${response.status} ${JSON.stringify(reply)}`)
    },
    async download(name, params) {
      const response = await send(name, { params })
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      const reply = (await response.json().catch(() => ({}))) as { refusal?: unknown }
      if (isRefusal(reply.refusal)) return asSeenHere(reply.refusal)
      throw new Error(`the server answered ${response.status}`)
    },
  }
}
