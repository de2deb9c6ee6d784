/**
 * What it costs to see the counts of an office with many documents: `npm run bench:counts`, or `-- 1000 20000` for other
 * numbers of documents and of edits, which are of all of them alike. Prints how long it takes until the first who asks has
 * all of them, and the second; after an edit in one document; and after another start, from what was written. Beside each
 * stands the longest and the 99.9th percentile that other users waited meanwhile, who ask every 20 ms, and what a server
 * that does nothing made them wait: the machine.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnvironment } from '../scripts/build/server-process.mjs'
import { type Call, createClient } from '../src/contract/client.ts'
import type { DocumentEvent, Entry } from '../src/model/event.ts'
import { expectDefined } from '../src/model/expect.ts'
import { chain, chainStart } from '../src/review/chain.ts'
import { linesOf } from '../src/stores/lowdb/lines.ts'
import { signIn } from './another-user.ts'
import type { Begun } from './start-server.ts'
import { percentile, waitingUsers } from './waiting-users.ts'

const [documents = 10_000, edits = 200_000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const journalOf = (id: string) => join(folder, 'journals/document', `${id}.jsonl`)

async function start() {
  const server = fork(new URL('start-server.ts', import.meta.url), [folder], {
    env: { ...process.env, ...serverEnvironment },
  })
  // biome-ignore lint/plugin/no-cast: the server sends this first
  const [begun] = (await once(server, 'message')) as [Begun]
  // What it does by itself after a start is over once it has checked its ledger.
  const checked = once(server, 'message')
  return {
    begun,
    checked,
    async stop() {
      server.send('stop')
      await once(server, 'exit')
    },
  }
}

/** Imports one document, and gives its journal's first entry, and the cookie of an administrator. */
async function importFirst(): Promise<{ readonly first: Entry<DocumentEvent>; readonly cookie: string }> {
  const server = await start()
  const cookie = await signIn(server.begun, 'administrator')
  const call = createClient(fetch, { server: server.begun.address, headers: { cookie } })
  const bytes = new TextEncoder().encode('道路已经通车。全市一切顺利。公园免费开放。\n')
  const imported = await call('importDocument', { query: { filename: 'a.txt' }, bytes })
  if (imported.type !== 'reply') throw new Error(JSON.stringify(imported))
  await server.stop()
  return { first: JSON.parse(readFileSync(journalOf(imported.reply.id), 'utf8')), cookie }
}

/** Writes journals as a server would have: edits and confirmations in turns, a minute apart. */
function fill({ at, by, event }: Entry<DocumentEvent>): void {
  if (event.type !== 'document-imported') throw new Error('a document begins with its import')
  const segments = event.document.blocks.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === 'segment' ? [part.id] : [])),
  )
  const each = Math.round(edits / documents)
  for (let number = 0; number < documents; number++) {
    const id = `x${number}`
    const origin = { ...event.document.origin, sha256: digest(id) }
    const imported: DocumentEvent = { ...event, document: { ...event.document, id, origin } }
    const done = Array.from({ length: each }, (_, index): DocumentEvent => {
      const segment = expectDefined(segments[Math.floor(index / 2) % segments.length], 'a segment')
      if (index % 2 === 1) return { type: 'segment-translated', v: 1, segment }
      return { type: 'segment-edited', v: 1, segment, target: [`Edit ${index} of a road that is open.`] }
    })
    const entries: Entry<DocumentEvent>[] = []
    for (const [index, next] of [imported, ...done].entries()) {
      const later = new Date(Date.parse(at) + index * 60_000).toISOString()
      entries.push(...chain(entries.at(-1) ?? chainStart, [next], { at: later, by, digest }))
    }
    writeFileSync(journalOf(id), linesOf(entries))
  }
}

/** Asks until all documents are counted. */
async function see(call: Call): Promise<number> {
  for (let answers = 1; ; answers++) {
    const answer = await call('counts', { query: { by: 'month,engine' } })
    if (answer.type !== 'reply') throw new Error(JSON.stringify(answer))
    if (answer.reply.left === 0) return answers
  }
}

async function measure(name: string, address: string, call: Call): Promise<void> {
  const end = await waitingUsers(address)
  const clock = performance.now()
  const answers = await see(call)
  const milliseconds = performance.now() - clock
  const { server, bare } = await end()
  const waits = [server, bare].flatMap((list) => [percentile(list, 999), Math.max(0, ...list)])
  const figures = [milliseconds, answers, ...waits].map((figure) => figure.toFixed(0).padStart(9))
  console.log(name.padEnd(24) + figures.join(''))
}

const { first, cookie } = await importFirst()
fill(first)
console.log(`${documents.toLocaleString('en')} documents and ${edits.toLocaleString('en')} edits`)
const columns = ['ms', 'answers', '99.9%', 'longest', 'bare', 'longest']
console.log(''.padEnd(24) + columns.map((name) => name.padStart(9)).join(''))
for (const isAgain of [false, true]) {
  const { begun, checked, stop } = await start()
  await checked
  const call = createClient(fetch, { server: begun.address, headers: { cookie } })
  // What every list of documents needs is worked out before; how long that takes `bench:start` says.
  await call('releases')
  await measure(isAgain ? 'after another start' : 'first view', begun.address, call)
  await measure('second view', begun.address, call)
  if (!isAgain) {
    const commented = await call('renameDocument', { params: { document: 'x1' }, body: { name: 'Road' } })
    if (commented.type !== 'reply') throw new Error(JSON.stringify(commented))
    await measure('after an entry', begun.address, call)
  }
  await stop()
}
rmSync(folder, { recursive: true })
