import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a mirror does instead of answering a request as it should. */
export type MirrorFault =
  /** Sends so many bytes of the answer and breaks the connection. */
  | { readonly type: 'break'; readonly after: number }
  /** Sends so many bytes of the answer, and then nothing. */
  | { readonly type: 'stall'; readonly after: number }
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'redirect'; readonly to: string }
  /** Sends the whole file whatever range was asked for. */
  | { readonly type: 'whole' }
  /** Says that the part begins elsewhere. */
  | { readonly type: 'shifted' }

export interface Mirror {
  readonly address: string
  /** The file and range of every request so far. */
  readonly requests: readonly { readonly path: string; readonly range: string }[]
  /** Bytes sent so far. */
  sent(): number
  /** The next requests fail, one a fault; null lets one succeed. */
  fail(...faults: readonly (MirrorFault | null)[]): void
  stop(): Promise<void>
}

/** A web server on loopback with some files, which answers ranges. */
export async function startMirror(files: ReadonlyMap<string, Buffer>): Promise<Mirror> {
  const requests: { path: string; range: string }[] = []
  const faults: (MirrorFault | null)[] = []
  let sent = 0

  function send(response: ServerResponse, bytes: Buffer, fault: MirrorFault | null): void {
    const isShort = fault?.type === 'break' || fault?.type === 'stall'
    const part = isShort ? bytes.subarray(0, fault.after) : bytes
    sent += part.length
    response.write(part, () => {
      if (fault?.type === 'break') response.destroy()
      else if (fault?.type !== 'stall') response.end()
    })
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').slice(1)
    const range = request.headers.range ?? ''
    requests.push({ path, range })
    const fault = faults.shift() ?? null
    if (fault?.type === 'status') return void response.writeHead(fault.status).end('no')
    if (fault?.type === 'redirect') return void response.writeHead(302, { location: fault.to }).end()
    const bytes = files.get(path.split('/').at(-1) ?? '')
    if (!bytes) return void response.writeHead(404).end('no such file')
    const from = fault?.type === 'whole' ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0)
    if (from > 0 && from >= bytes.length) return void response.writeHead(416).end()
    const length = { 'content-length': bytes.length - from }
    if (from === 0) response.writeHead(200, length)
    else {
      const said = fault?.type === 'shifted' ? from - 1 : from
      response.writeHead(206, { ...length, 'content-range': `bytes ${said}-${bytes.length - 1}/${bytes.length}` })
    }
    send(response, bytes.subarray(from), fault)
  }

  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return {
    address: `http://127.0.0.1:${address.port}/models`,
    requests,
    sent: () => sent,
    fail: (...more) => void faults.push(...more),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
