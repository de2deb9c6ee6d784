import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** A failure that replaces the answer to one request. */
export type Fault =
  | {
      readonly type: 'status'
      readonly status: number
      readonly body: unknown
      readonly headers?: Record<string, string>
    }
  /** The connection is reset. */
  | { readonly type: 'reset' }
  /** The server never answers. */
  | { readonly type: 'silence' }
  /** Status 200 with this body. */
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
  /** Every request so far, failed ones included. */
  readonly requests: readonly LoopbackRequest[]
  /** Makes the next requests fail, one a fault, in order; null lets one succeed. */
  fail(...faults: readonly (Fault | null)[]): void
  stop(): Promise<void>
}

export interface LoopbackAnswer {
  readonly status: number
  readonly body: unknown
}

/** A loopback server that sends the results of `answer` as JSON. */
export async function startLoopback(
  answer: (request: LoopbackRequest) => LoopbackAnswer | Promise<LoopbackAnswer>,
): Promise<Loopback> {
  const requests: LoopbackRequest[] = []
  const faults: (Fault | null)[] = []

  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const isJson = /^application\/json\b/.test(request.headers['content-type'] ?? '')
    const body: unknown = text === '' ? null : isJson ? JSON.parse(text) : text
    const received: LoopbackRequest = { method: request.method ?? '', path, query, headers: request.headers, body }
    requests.push(received)

    const fault = faults.shift()
    if (fault?.type === 'silence') return
    if (fault?.type === 'reset') return void request.socket.resetAndDestroy()
    if (fault?.type === 'body') {
      response.writeHead(200, { 'content-type': fault.contentType ?? 'application/json' })
      return void response.end(fault.body)
    }
    const { status, body: replyBody } = fault ?? (await answer(received))
    response.writeHead(status, { 'content-type': 'application/json', ...fault?.headers })
    response.end(JSON.stringify(replyBody))
  })

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return {
    port: address.port,
    requests,
    fail: (...more) => void faults.push(...more),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
