/**
 * How long users of a server wait for a small answer while others have it work: a process of its own that asks the
 * server, and beside it a server that does nothing else, every 20 ms until it is told to stop; then it sends the waits.
 * What the bare server makes wait is what the machine does.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Waits in milliseconds, of the server and of the bare one. */
export interface Waits {
  readonly server: readonly number[]
  readonly bare: readonly number[]
}

const every = 20

/** Begins to ask; the result ends it. */
export async function waitingUsers(address: string): Promise<() => Promise<Waits>> {
  const here = fileURLToPath(import.meta.url)
  const bare = fork(here, ['bare'])
  // biome-ignore lint/plugin/no-cast: the bare server sends its address first
  const [bareAddress] = (await once(bare, 'message')) as [string]
  const users = fork(here, ['users', address, bareAddress])
  await once(users, 'message')
  return async () => {
    users.send('end')
    // biome-ignore lint/plugin/no-cast: the users answer with this
    const [waits] = (await once(users, 'message')) as [Waits]
    for (const child of [users, bare]) child.disconnect()
    return waits
  }
}

/** The wait that so many of a thousand are not longer than; 0 of none. */
export function percentile(waits: readonly number[], ofThousand: number): number {
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * ofThousand) / 1000))] ?? 0
}

function serveBare(): void {
  const server = createServer((_request, response) => response.end('{}'))
  server.listen(0, '127.0.0.1', () => {
    // biome-ignore lint/plugin/no-cast: it listens on a port
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}

async function ask(address: string, bareAddress: string): Promise<void> {
  let on = true
  const agent = new Agent({ keepAlive: true })
  const askOne = (url: string) =>
    new Promise<number>((resolve, reject) => {
      const begun = performance.now()
      get(url, { agent }, (response) => {
        response.resume()
        response.on('end', () => resolve(performance.now() - begun))
      }).on('error', reject)
    })
  const askAll = async (url: string) => {
    const waits: number[] = []
    while (on) {
      const wait = await askOne(url)
      waits.push(wait)
      await sleep(Math.max(0, every - wait))
    }
    return waits
  }
  process.on('message', () => {
    on = false
  })
  const asking = Promise.all([askAll(`${address}/api/session`), askAll(bareAddress)])
  await sleep(500)
  process.send?.('begun')
  const [server, bare] = await asking
  process.send?.({ server: server.slice(25), bare: bare.slice(25) } satisfies Waits)
}

const [part, address = '', bareAddress = ''] = process.argv.slice(2)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit())
  if (part === 'bare') serveBare()
  else await ask(address, bareAddress)
}
