/**
 * Files made to do harm, sent to a server over HTTP: `npm run bench:bombs -- [part of a name]`. For each the answer, how
 * long it took, how long another user waited at most for a small answer meanwhile, and the server's peak of memory.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anotherUser, signIn } from './another-user.ts'
import { type Bomb, bombs } from './bombs-files.ts'
import type { Ready } from './main-thread-server.ts'

const [only = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bombs-'))
const server = fork(new URL('main-thread-server.ts', import.meta.url), [folder])
// biome-ignore lint/plugin/no-cast: the server sends this first
const [{ address, invitations }] = (await once(server, 'message')) as [Ready]
const cookie = await signIn({ address, invitations }, 'translator')
const paths: Readonly<Record<Bomb['door'], string>> = {
  documents: '/api/documents',
  terms: '/api/terms/import',
  memory: '/api/memory',
}

/** The most memory that the server has held, in megabytes; NaN where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}

console.log(`${'file'.padEnd(58)}  sent MB  seconds   wait ms  peak MB  answer`)
for (const { name, door, filename, make } of bombs) {
  if (!name.includes(only)) continue
  const body = new Uint8Array(make())
  const end = anotherUser(address)
  const start = performance.now()
  const response = await fetch(`${address}${paths[door]}?filename=${filename}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-requested-with': 'duizhao', cookie },
    body,
  })
  const answer = Object(await response.json())
  const seconds = (performance.now() - start) / 1000
  const wait = await end()
  const said = response.ok ? 'taken' : String(answer.refusal?.code ?? response.status)
  const figures = [(body.length / 1e6).toFixed(2), seconds.toFixed(1), wait.toFixed(0), peakOf(server.pid).toFixed(0)]
  console.log(`${name.padEnd(58)} ${figures.map((figure) => figure.padStart(8)).join(' ')}  ${said}`)
}
server.disconnect()
await once(server, 'exit')
rmSync(folder, { recursive: true, force: true })
