/**
 * How a server begins that has many documents: `npm run bench:start`, or `-- 1000 20000` for other numbers of documents and
 * of edits, which are of one of them. It begins without snapshots, and once more with those that it wrote when it stopped.
 * Prints milliseconds from the start of the process until it answers, and the most megabytes it held until then and until
 * it had checked its whole ledger.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnvironment } from '../scripts/build/server-process.mjs'
import { createClient } from '../src/contract/client.ts'
import type { DocumentEvent, Entry } from '../src/model/event.ts'
import { expectDefined } from '../src/model/expect.ts'
import { type ChainEnd, chain, chainStart } from '../src/review/chain.ts'
import { linesOf } from '../src/stores/lowdb/lines.ts'
import { signIn } from './another-user.ts'
import type { Begun, Checked } from './start-server.ts'

const [documents = 10_000, edits = 200_000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const journalOf = (id: string) => join(folder, 'journals/document', `${id}.jsonl`)

interface Started {
  readonly milliseconds: number
  readonly begun: Begun
  /** Resolves with the most megabytes it held, once it has checked the ledger. */
  readonly checked: Promise<number>
  stop(): Promise<void>
}

async function start(): Promise<Started> {
  const clock = performance.now()
  const server = fork(new URL('start-server.ts', import.meta.url), [folder], {
    env: { ...process.env, ...serverEnvironment },
  })
  // biome-ignore lint/plugin/no-cast: the server sends this first
  const [begun] = (await once(server, 'message')) as [Begun]
  const milliseconds = performance.now() - clock
  // biome-ignore lint/plugin/no-cast: the server sends this when the ledger was checked
  const checked = once(server, 'message').then(([message]) => (message as Checked).megabytes)
  return {
    milliseconds,
    begun,
    checked,
    async stop() {
      server.send('stop')
      await once(server, 'exit')
    },
  }
}

/** Imports one document, and gives its journal's first entry. */
async function importFirst(): Promise<Entry<DocumentEvent>> {
  const server = await start()
  const headers = { cookie: await signIn(server.begun, 'administrator') }
  const call = createClient(fetch, { server: server.begun.address, headers })
  const bytes = new TextEncoder().encode('道路已经通车。全市一切顺利。公园免费开放。\n')
  const imported = await call('importDocument', { query: { filename: 'a.txt' }, bytes })
  if (imported.type !== 'reply') throw new Error(JSON.stringify(imported))
  await server.stop()
  return JSON.parse(readFileSync(journalOf(imported.reply.id), 'utf8'))
}

/** Writes journals as a server would have, without waiting for the disk. */
function fill(first: Entry<DocumentEvent>): void {
  const { at, by, event } = first
  if (event.type !== 'document-imported') throw new Error('a document begins with its import')
  const { document } = event
  const part = expectDefined(document.blocks[0]?.parts[0], 'a part')
  const segment = part.type === 'segment' ? part.id : ''
  let end: ChainEnd = first
  for (let from = 0; from < edits; from += 20_000) {
    const events = Array.from({ length: Math.min(20_000, edits - from) }, (_, index): DocumentEvent => {
      return { type: 'segment-edited', v: 1, segment, target: [`Edit ${from + index}.`] }
    })
    const added = chain(end, events, { at, by, digest })
    end = added.at(-1) ?? end
    appendFileSync(journalOf(document.id), linesOf(added))
  }
  for (let number = 0; number < documents; number++) {
    const id = `x${number}`
    const origin = { ...document.origin, sha256: digest(id) }
    const copy = { ...event, document: { ...document, id, origin } }
    writeFileSync(journalOf(id), linesOf(chain(chainStart, [copy], { at, by, digest })))
  }
}

function print(name: string, { milliseconds, begun }: Started, checked: number): void {
  const figures = [milliseconds, begun.megabytes, checked].map((figure) => figure.toFixed(0).padStart(9))
  console.log(name.padEnd(20) + figures.join(''))
}

fill(await importFirst())
console.log(`${documents.toLocaleString('en')} documents and ${edits.toLocaleString('en')} edits`)
console.log(`${''.padEnd(20)}${['ms', 'MB', 'checked'].map((name) => name.padStart(9)).join('')}`)
for (const name of ['without snapshots', 'with snapshots']) {
  const server = await start()
  print(name, server, await server.checked)
  await server.stop()
}
rmSync(folder, { recursive: true })
