import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentView } from '../../contract/views/documents.ts'
import type { Tell } from '../notices.ts'
import type { ProviderTimes } from '../provider/provider-sessions.ts'
import type { PublicAddress } from '../public-address.ts'
import type { RunningServer } from '../start/serve.ts'
import { startServer } from '../start.ts'
import { holdReply } from './replies.ts'
import { beginWorkspace } from './workspace.ts'

export const password = 'correct horse battery'

/** Someone signed in over real HTTP: `send` gives status and JSON. */
export interface Visitor {
  readonly cookie: string
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly body: any
  readonly headers: Headers
}

export interface TestServer extends RunningServer {
  readonly folder: string
  visitor(cookie?: string): Visitor
  /** Signs in the one of this role by their one-time link. */
  signIn(role: 'administrator' | 'translator' | 'reviser' | 'approver'): Promise<Visitor>
  /** The sample document as `visitor` sees it. */
  sample(visitor: Visitor): Promise<DocumentView>
  end(): Promise<void>
}

/** A server on a workspace of its own, with the sample in it. */
export async function testServer(
  options: {
    readonly room?: boolean
    readonly folder?: string
    readonly log?: Tell
    readonly address?: PublicAddress
    readonly proxies?: readonly string[]
    readonly providerTimes?: ProviderTimes
    readonly signInHeader?: string
  } = {},
): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'duizhao-'))
  beginWorkspace(folder)
  const server = await startServer({
    workspace: folder,
    port: 0,
    room: options.room === true,
    sample: true,
    log: options.log ?? 'silent',
    ...(options.address && { address: options.address }),
    ...(options.proxies && { proxies: options.proxies }),
    ...(options.signInHeader && { signInHeader: options.signInHeader }),
    ...(options.providerTimes && { providerTimes: options.providerTimes }),
  })
  if (server.type === 'held') throw new Error('the workspace is held')

  const visitor = (cookie = '') => visitorOf(server.address, cookie)

  return {
    ...server,
    folder,
    visitor,
    async signIn(role) {
      const invitation = server.invitations.find(({ roles }) => roles.includes(role))
      const token = invitation?.path.split('#')[1]
      const accepted = await visitor().send('POST', '/api/invitation/accept', { token, password })
      if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
      return visitor(cookiesIn(accepted.headers))
    },
    async sample(visitor) {
      const { body } = await visitor.send('GET', '/api/documents')
      return (await visitor.send('GET', `/api/documents/${body.documents[0].id}`)).body
    },
    async end() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesIn(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** A request with headers that `fetch` does not let one set, such as Host. */
export function rawStatus(address: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(new URL(path, address), { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

/** Someone at a server, with the cookie of a session or without. */
export function visitorOf(address: string, cookie = ''): Visitor {
  return {
    cookie,
    async send(method, path, body, headers = {}) {
      const response = await fetch(new URL(path, address), {
        method,
        redirect: 'manual',
        headers: {
          'x-requested-with': 'duizhao',
          'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
          ...(cookie === '' ? {} : { cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json')
      const answer = isJson && text !== '' ? JSON.parse(text) : text
      if (response.status === 200) holdReply(method, path, answer)
      return { status: response.status, body: answer, headers: response.headers }
    },
  }
}
