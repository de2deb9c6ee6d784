import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { DocumentNews } from '../../contract/views/documents.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { verifyChain } from '../../review/chain.ts'
import { newDatabase } from '../../stores/postgres/testing/database.ts'
import { openStores } from '../../stores/postgres/testing/stores.ts'
import { digest } from '../digest.ts'
import { cookiesIn, password, type Visitor, visitorOf } from './server.ts'

const script = fileURLToPath(new URL('./server-process.ts', import.meta.url))

/** A server in a process of its own. */
export interface ServerProcess {
  readonly address: string
  readonly port: number
  readonly child: ChildProcess
  kill(): Promise<void>
}

/** Two servers on one database and one folder. */
export interface TwoServers {
  readonly database: string
  readonly folder: string
  readonly servers: [ServerProcess, ServerProcess]
  /** The cookie of the sample's translator, who has signed in on one of them. */
  readonly cookie: string
  /** Kills a server with SIGKILL, and starts another in its place. */
  replace(index: 0 | 1): Promise<void>
  end(): Promise<void>
}

export async function startTwoServers(): Promise<TwoServers> {
  const database = await newDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-two-'))
  const [first, second] = await Promise.all([startProcess(database, folder), startProcess(database, folder)])
  const servers: [ServerProcess, ServerProcess] = [first, second]
  const links = [...first.invitations, ...second.invitations]
  const token = links.find(({ roles }) => roles.includes('translator'))?.path.split('#')[1]
  const accepted = await visitorOf(first.address).send('POST', '/api/invitation/accept', { token, password })
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  return {
    database,
    folder,
    servers,
    cookie: cookiesIn(accepted.headers),
    async replace(index) {
      await servers[index].kill()
      servers[index] = await startProcess(database, folder)
    },
    async end() {
      await Promise.all(servers.map((server) => server.kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Started extends ServerProcess {
  readonly invitations: readonly { readonly roles: readonly string[]; readonly path: string }[]
}

/** Starts a server; `address` is the public one, where there is a proxy. */
export async function startProcess(database: string, folder: string, address?: string): Promise<Started> {
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      DUIZHAO_DATABASE_URL: database,
      DUIZHAO_WORKSPACE: folder,
      ...(address !== undefined && { DUIZHAO_ADDRESS: address }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [''])])
  if (line === '') throw new Error('the server did not start')
  return {
    ...JSON.parse(line),
    child,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The news of a document on one server, each with the time at which it came. */
export async function listenTo(
  { address }: ServerProcess,
  cookie: string,
  document: string,
): Promise<{ readonly news: readonly { readonly news: DocumentNews; readonly at: number }[]; stop(): void }> {
  const abort = new AbortController()
  const response = await fetch(new URL(`/api/documents/${document}/stream?after=0`, address), {
    headers: { cookie },
    signal: abort.signal,
  })
  assert.equal(response.status, 200)
  const news: { news: DocumentNews; at: number }[] = []
  const reading = async () => {
    let text = ''
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = `${text}${piece}`.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events.filter((one) => one.startsWith('data: ')))
        news.push({ news: JSON.parse(event.slice('data: '.length)), at: performance.now() })
    }
  }
  // It ends with the server, or when nobody listens any more.
  reading().catch(() => {})
  return { news, stop: () => abort.abort() }
}

/** Imports a text of so many sentences, and gives the document and the ids of its segments. */
export async function importSentences(visitor: Visitor, count: number) {
  const text = Array.from({ length: count }, (_, index) => `这是第${index + 1}句话，请翻译。`).join('\n')
  const sent = await visitor.send('POST', '/api/documents?filename=two.txt', new TextEncoder().encode(text))
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
  const viewed = await visitor.send('GET', `/api/documents/${sent.body.id}`)
  return { document: String(sent.body.id), segments: Object.keys(viewed.body.state.segments) }
}

/** An edit that was acknowledged. */
export interface Acknowledged {
  readonly segment: string
  readonly text: string
  readonly entries: readonly Entry<DocumentEvent>[]
}

/**
 * Edits a segment until a server takes it: on a server that is gone or has no database the other is asked. An answer that
 * never came may have been written: then its version is another, and the edit is made on that.
 */
export async function editUntilTaken(
  two: Pick<TwoServers, 'servers' | 'cookie'>,
  document: string,
  { segment, text }: Pick<Acknowledged, 'segment' | 'text'>,
  prefer: 0 | 1,
): Promise<Acknowledged> {
  for (let tries = 0; tries < 200; tries++) {
    const server = two.servers[(prefer + tries) % 2] ?? two.servers[0]
    const visitor = visitorOf(server.address, two.cookie)
    try {
      const viewed = await visitor.send('GET', `/api/documents/${document}`)
      if (viewed.status !== 200) throw new Error(String(viewed.status))
      const { version } = viewed.body.state.segments[segment]
      const path = `/api/documents/${document}/segments/${segment}`
      const answer = await visitor.send('PUT', path, { base: version, target: [text] })
      if (answer.status === 200) return { segment, text, entries: answer.body.entries }
    } catch {
      // The server was killed meanwhile.
    }
    await wait(10)
  }
  throw new Error('no server took the edit')
}

/** Holds that every acknowledged edit is in the journal once, and that all chains are whole. */
export async function holdAcknowledged(
  database: string,
  document: string,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { journal, damage } = await openStores(database)
  for (const name of await journal.names('')) {
    assert.deepEqual(verifyChain(await journal.read(name, 0), digest), { type: 'whole' }, name)
  }
  assert.deepEqual(damage, [])
  const entries = await journal.read(`document/${document}`, 0)
  const hashes = new Set(entries.map(({ hash }) => hash))
  const lost = acknowledged.filter(({ entries: own }) => own.some(({ hash }) => !hashes.has(hash)))
  assert.deepEqual(lost, [], 'nothing acknowledged is lost')
  const texts = entries.flatMap(({ event }) => (event.type === 'segment-edited' ? [JSON.stringify(event)] : []))
  assert.equal(new Set(texts).size, texts.length, 'nothing is there twice')
}
