/**
 * Editors who write at once on two servers with one PostgreSQL, behind the nginx of the page on operations; one server is
 * killed in the middle: `npm run bench:two-servers`, or `-- EDITORS SECONDS`, 200 for 30 seconds without. Each has a
 * connection and sentences of their own in one document of ten sentences an editor. It fails where an acknowledged edit
 * is lost, doubled, or not shown by the server that is left.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { documentedServers, freePort, startNginx, withoutNginx } from '../src/server/testing/nginx.ts'
import { password } from '../src/server/testing/server.ts'
import { type Acknowledged, holdAcknowledged, startProcess } from '../src/server/testing/two-servers.ts'
import { durableDatabase, withoutPostgres } from '../src/stores/postgres/testing/database.ts'

const missing = withoutNginx || (await withoutPostgres())
if (missing !== false) throw new Error(missing)
const [editors = 200, seconds = 30] = process.argv.slice(2).map(Number)

const host = 'office.example.org'
const port = await freePort()
const origin = `https://${host}:${port}`
const database = await durableDatabase()
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const servers = [
  await startProcess(database, folder, `${origin}/duizhao`),
  await startProcess(database, folder, `${origin}/duizhao`),
] as const
const [, room = '', upstream = ''] = documentedServers()
const lines = `${upstream}${room.replace('http://127.0.0.1:4700', 'http://duizhao')}`
const nginx = await startNginx(lines, {
  port,
  replace: [
    ['127.0.0.1:4700', `127.0.0.1:${servers[0].port}`],
    ['127.0.0.1:4701', `127.0.0.1:${servers[1].port}`],
  ],
})

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what the server answers
  readonly body: any
  readonly cookie: string
}

async function send(agent: Agent, method: string, path: string, body?: unknown, cookie = ''): Promise<Answer> {
  const isFile = body instanceof Uint8Array
  const sent = request({
    host: '127.0.0.1',
    port,
    path: `/duizhao/api${path}`,
    method,
    ca: nginx.certificate,
    servername: host,
    agent,
    headers: {
      host: `${host}:${port}`,
      origin,
      'x-requested-with': 'duizhao',
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      cookie,
    },
  })
  sent.end(body === undefined || isFile ? body : JSON.stringify(body))
  const [response] = await once(sent, 'response')
  const text = Buffer.concat(await response.toArray()).toString('utf8')
  return {
    status: response.statusCode,
    body: response.headers['content-type']?.includes('json') ? JSON.parse(text) : null,
    cookie: (response.headers['set-cookie'] ?? []).map((one: string) => one.split(';')[0]).join('; '),
  }
}

const own = new Agent({ keepAlive: true, maxSockets: 1 })
const token = servers
  .flatMap(({ invitations }) => invitations)
  .find(({ roles }) => roles.includes('translator'))
  ?.path.split('#')[1]
const { cookie } = await send(own, 'POST', '/invitation/accept', { token, password })
const text = Array.from({ length: editors * 10 }, (_, at) => `这是第${at + 1}句话，请翻译。`).join('\n')
const imported = await send(own, 'POST', '/documents?filename=two.txt', new TextEncoder().encode(text), cookie)
const document = String(imported.body.id)
const view = await send(own, 'GET', `/documents/${document}`, undefined, cookie)
const segments = Object.keys(view.body.state.segments)

const acknowledged: Acknowledged[] = []
/** Milliseconds from the first try of an edit until it is acknowledged, and when that was. */
const waits: { readonly milliseconds: number; readonly at: number }[] = []
const refused = { unanswered: 0, conflicts: 0, others: 0 }
const start = performance.now()
const until = start + seconds * 1000

/** Tries an edit until a server takes it; gives the version after it. */
async function edit(agent: Agent, segment: string, target: string, base: number): Promise<number> {
  const begun = performance.now()
  for (let version = base; ; ) {
    const path = `/documents/${document}/segments/${segment}`
    const answer = await send(agent, 'PUT', path, { base: version, target: [target] }, cookie).catch(() => null)
    if (answer?.status === 200) {
      const at = performance.now()
      waits.push({ milliseconds: at - begun, at: at - start })
      acknowledged.push({ segment, text: target, entries: answer.body.entries })
      return version + answer.body.entries.length
    }
    const refusal = answer?.body?.refusal
    if (refusal?.code === 'segment-changed') {
      // It had been written by a server that was killed before it could say so.
      refused.conflicts++
      version = Number(refusal.params.version)
    } else if (answer === null || answer.status >= 500) {
      refused.unanswered++
      await sleep(20)
    } else {
      refused.others++
      throw new Error(JSON.stringify(answer))
    }
  }
}

async function editor(number: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const sentences = segments.filter((_, at) => at % editors === number)
  const versions = new Map<string, number>()
  for (let count = 0; performance.now() < until; count++) {
    const segment = sentences[count % sentences.length] ?? ''
    const base = versions.get(segment) ?? 0
    versions.set(segment, await edit(agent, segment, `Editor ${number}, edit ${count}.`, base))
  }
  agent.destroy()
}

const writing = Promise.all(Array.from({ length: editors }, (_, number) => editor(number)))
await sleep((seconds * 1000) / 2)
await servers[0].kill()
const killed = performance.now() - start
await writing

const quantile = (part: number, of: readonly { readonly milliseconds: number }[]) =>
  of.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[Math.floor((of.length - 1) * part)] ?? 0
const rows = [
  ['two servers', waits.filter(({ at }) => at < killed), killed],
  ['one of them killed', waits.filter(({ at }) => at >= killed), seconds * 1000 - killed],
] as const
console.log(`${editors} editors, ${segments.length} sentences, ${seconds} s behind nginx`)
console.log(`${''.padEnd(20)} edits a second   median ms   99% ms   worst ms`)
for (const [name, of, milliseconds] of rows) {
  const figures = [quantile(0.5, of), quantile(0.99, of), quantile(1, of)].map((figure) => figure.toFixed(0))
  const rate = ((of.length * 1000) / milliseconds).toFixed(0)
  console.log(`${name.padEnd(20)} ${rate.padStart(14)} ${figures.map((figure) => figure.padStart(11)).join('')}`)
}
console.log(`without an answer ${refused.unanswered}, written but not acknowledged ${refused.conflicts}`)

const last = await send(own, 'GET', `/documents/${document}`, undefined, cookie)
const newest = new Map(acknowledged.map(({ segment, text }) => [segment, text]))
for (const [segment, written] of newest) {
  if (last.body.state.segments[segment].target.join('') !== written) throw new Error(`${segment} shows something else`)
}
await holdAcknowledged(database, document, acknowledged)
console.log(`${acknowledged.length} acknowledged edits: none lost, none doubled, all chains whole`)
own.destroy()
await Promise.all([nginx.stop(), servers[1].kill()])
rmSync(folder, { recursive: true })
