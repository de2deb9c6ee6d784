import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with one request, in the place of its answer. */
export type Fault =
  | {
      readonly type: 'status'
      readonly status: number
      readonly body: unknown
      readonly headers?: Record<string, string>
    }
  /** The connection is torn down. */
  | { readonly type: 'reset' }
  /** No answer ever comes. */
  | { readonly type: 'silence' }
  /** 200, and a body as it stands. */
  | { readonly type: 'body'; readonly body: string; readonly contentType?: string }

export interface LoopbackRequest {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

export interface Loopback {
  readonly port: number
  /** Every request so far, those that failed as well. */
  readonly requests: readonly LoopbackRequest[]
  /** Lets the next requests go wrong, one a fault, in order; null lets one pass. */
  fail(...faults: readonly (Fault | null)[]): void
  stop(): Promise<void>
}

export interface LoopbackAnswer {
  readonly status: number
  readonly body: unknown
}

/** A server on this machine alone, that answers with JSON what `answer` says. */
export async function startLoopback(answer: (request: LoopbackRequest) => LoopbackAnswer): Promise<Loopback> {
  const requests: LoopbackRequest[] = []
  const faults: (Fault | null)[] = []

  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const body: unknown = text === '' ? null : JSON.parse(text)
    const asked: LoopbackRequest = { method: request.method ?? '', path, query, headers: request.headers, body }
    requests.push(asked)

    const fault = faults.shift()
    if (fault?.type === 'silence') return
    if (fault?.type === 'reset') return void request.socket.resetAndDestroy()
    if (fault?.type === 'body') {
      response.writeHead(200, { 'content-type': fault.contentType ?? 'application/json' })
      return void response.end(fault.body)
    }
    const { status, body: said } = fault ?? answer(asked)
    response.writeHead(status, { 'content-type': 'application/json', ...fault?.headers })
    response.end(JSON.stringify(said))
  })

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    fail: (...more) => void faults.push(...more),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
