import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as it came. */
export interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly id: string
}

/** A receiver of webhooks on loopback. It answers 204 unless `answers` has something else for the next messages. */
export interface TestReceiver {
  readonly url: string
  readonly received: readonly Received[]
  /** What the next messages get, in order: a status, no answer at all, or a closed connection. */
  readonly answers: (number | 'hang' | 'close' | ((response: ServerResponse) => void))[]
  /** The first message for which this holds, once it has come. */
  first(holds: (received: Received) => boolean): Promise<Received>
  stop(): Promise<void>
}

export async function startReceiver(): Promise<TestReceiver> {
  const received: Received[] = []
  const answers: TestReceiver['answers'] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    const answer = answers.shift() ?? 204
    received.push({ headers: request.headers, body, id: String(request.headers['webhook-id']) })
    for (const wake of [...waiting]) wake()
    if (answer === 'close') request.socket.destroy()
    else if (typeof answer === 'function') answer(response)
    else if (answer !== 'hang') response.writeHead(answer).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // biome-ignore lint/plugin/no-cast: a server that listens on a port has an address
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers,
    async first(holds) {
      for (;;) {
        const found = received.find(holds)
        if (found) return found
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
