/**
 * How long requests hold the server's main thread, and with it everybody else: `npm run bench:main-thread`, or
 * `-- terms`, `-- replace` for some of them, `-- publication 20000` for so many sentences of it. A server is started as
 * a process of its own; for each case the longest turn of its event loop is printed, in processor time of the thread,
 * which a busy machine does not lengthen, and by the clock; then how long another user waited at most for a small answer,
 * and how long the case took. `-- import 200000` and `-- preview 200000`, so many sentences in eight documents, print
 * under it what users who ask every 20 ms wait, and what a server that does nothing else makes them wait meanwhile.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment } from '../scripts/build/server-process.mjs'
import type { ReplyOf } from '../src/contract/calls.ts'
import { type Arguments, addressOf, type Callable, createClient } from '../src/contract/client.ts'
import { startOpenAiLoopback, writing } from '../src/engines/loopback/openai.ts'
import type { Role } from '../src/model/people.ts'
import { anotherUser, password, signIn } from './another-user.ts'
import type { Holds, Ready } from './main-thread-server.ts'
import { percentile, waitingUsers } from './waiting-users.ts'

const [groups, counts] = [/^\D/, /^\d+$/].map((form) => process.argv.slice(2).filter((one) => form.test(one)))
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const server = fork(new URL('main-thread-server.ts', import.meta.url), [folder], {
  env: { ...process.env, ...serverEnvironment },
})
// biome-ignore lint/plugin/no-cast: the server sends this first
const [{ address, invitations }] = (await once(server, 'message')) as [Ready]

const cookies = {
  administrator: await signIn({ address, invitations }, 'administrator'),
  translator: await signIn({ address, invitations }, 'translator'),
}
const clients = {
  administrator: createClient(fetch, { server: address, headers: { cookie: cookies.administrator } }),
  translator: createClient(fetch, { server: address, headers: { cookie: cookies.translator } }),
}

/** The reply of a route; a refusal ends the measurement. Editing is the translator's, all else the administrator's. */
async function call<N extends Callable>(name: N, ...args: Arguments<N>): Promise<ReplyOf<N>> {
  const outcome = await clients[name === 'editSegment' ? 'translator' : 'administrator'](name, ...args)
  if (outcome.type !== 'reply') throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  return outcome.reply
}

async function holdsSinceLast(): Promise<Holds> {
  server.send('holds')
  // biome-ignore lint/plugin/no-cast: the server answers with this
  const [holds] = (await once(server, 'message')) as [Holds]
  return holds
}

const column = (value: string | number, width: number) =>
  String(typeof value === 'number' ? value.toFixed(0) : value).padStart(width)

/** Runs a case and prints its line. News of the termbase come after the answer, so that some turns more are counted. */
async function measure<T>(name: string, run: () => Promise<T>): Promise<T> {
  await holdsSinceLast()
  const end = anotherUser(address)
  const start = performance.now()
  const result = await run()
  const whole = performance.now() - start
  await sleep(200)
  const wait = await end()
  const { processor, clock, long, total } = await holdsSinceLast()
  const figures = [processor, clock, long, wait, total, whole]
  console.log(name.padEnd(52) + figures.map((figure) => column(figure, 10)).join(''))
  return result
}

/** Keeps a document open as the review room does, until the result is called. */
async function openRoom(document: string): Promise<() => void> {
  const ending = new AbortController()
  const path = addressOf('documentStream', { document }, { after: 0 })
  const response = await fetch(`${address}${path}`, {
    headers: { cookie: cookies.administrator },
    signal: ending.signal,
  })
  void response.text().catch(() => undefined)
  return () => ending.abort()
}

async function edit(document: string): Promise<void> {
  const { state } = await call('document', { params: { document } })
  const segment = Object.values(state.segments)[0]
  if (segment === undefined) throw new Error('the document has no segment')
  const { id, version } = segment
  const body = { base: version, target: [`The report of ${version} people was read out.`] }
  await measure('  one edit of it', () => call('editSegment', { params: { document, segment: id }, body }))
}

/** What is asked of a document and, of all, its list. */
async function readings(document: string): Promise<void> {
  await measure('  documents listed', () => call('documents'))
  await measure('  documents listed again', () => call('documents'))
  await measure('  document opened', () => call('document', { params: { document } }))
  await measure('  its findings', () => call('findings', { params: { document } }))
  await edit(document)
  await measure('  its findings after the edit', () => call('findings', { params: { document } }))
}

const terms = 99_000
const termFields = (source: string, text: string) => ({
  source: [source],
  renderings: [{ text, status: 'preferred' as const }],
  status: 'proposed' as const,
  domain: '',
  note: '',
  authority: '',
})

async function measureTerms(): Promise<void> {
  const { documents } = await call('documents')
  const document = documents[0]?.id ?? ''
  const closeRoom = await openRoom(document)
  const rows = Array.from({ length: terms }, (_, index) => `词语${index}号,term number ${index}`)
  const bytes = new TextEncoder().encode(['source,preferred', ...rows].join('\n'))
  console.log(`\n${terms.toLocaleString('en')} terms, the sample open`)
  await measure('  terms imported', () => call('importTerms', { query: { filename: 'a.csv' }, bytes }))
  await readings(document)
  await measure('  glossary listed', () => call('terms'))
  const { term } = await measure('  one more term, in no text', () =>
    call('addTerm', { body: { term: termFields('词语', 'word') } }),
  )
  await measure('  the term changed', () =>
    call('changeTerm', { params: { term: term.id }, body: { base: 1, term: termFields('词语', 'a word') } }),
  )
  await measure('  one more term, in texts', () =>
    call('addTerm', { body: { term: termFields('是', 'a made-up word') } }),
  )
  await measure('  impact of a term foreseen', () =>
    call('previewTermImpact', { body: { id: null, term: termFields('有', 'another word'), limit: 100 } }),
  )
  await readings(document)
  for (const format of ['csv', 'tbx', 'xlsx']) {
    await measure(`  glossary as ${format}`, () => call('exportTerms', { params: { format } }))
  }
  closeRoom()
}

const sentences = 25_000

async function measureDocument(): Promise<void> {
  const lines = Array.from({ length: sentences }, (_, index) => `第${index}项工作完成投资${index}亿元。`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  console.log(`\n${sentences.toLocaleString('en')} sentences`)
  const { id } = await measure('  document imported', () =>
    call('importDocument', { query: { filename: 'a.txt' }, bytes }),
  )
  await measure('  opened for the first time', () => call('document', { params: { document: id } }))
  await measure('  its first findings', () => call('findings', { params: { document: id } }))
  await readings(id)
  for (const format of ['xliff', 'tmx', 'json', 'figures']) {
    await measure(`  written as ${format}`, () => call('exportDocument', { params: { document: id, format } }))
  }
}

/** A run of a model on this machine over a long document, with the room open. */
async function measureDrafting(): Promise<void> {
  const model = await startOpenAiLoopback({
    delay: 20,
    write: writing(
      'json',
      (source) => `Item ${/\d+/.exec(source)?.[0]} is done, with an investment of 3 billion yuan.`,
    ),
  })
  const consent = true
  await call('changeEngine', { body: { active: 'openai-compatible', openai: model.settings, consent } })
  const lines = Array.from({ length: sentences }, (_, index) => `第${index}项工作完成，投资30亿元。`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const { id } = await call('importDocument', { query: { filename: 'b.txt' }, bytes })
  const params = { document: id }
  const closeRoom = await openRoom(id)
  console.log(`\n${sentences.toLocaleString('en')} sentences to draft, the document open`)
  await measure('  what a run would do', () => call('estimateDrafting', { params, query: { scope: 'open' } }))
  await measure('  a run', async () => {
    await call('startDrafting', { params, body: { scope: 'open' } })
    while ((await call('document', { params })).drafting?.running !== false) await sleep(2000)
  })
  await measure('  document opened', () => call('document', { params }))
  closeRoom()
  await model.stop()
}

const characters = [...'山水田林湖草春夏秋冬东西南北上下左右前后金木土石云雨风雪桃李杏梅松竹兰菊']

/** The publication of a long document: translated, revised and signed by three people, then made into pages. */
async function measurePublication(): Promise<void> {
  const count = Number(counts?.[0] ?? 2000)
  const by = async (role: Role) =>
    createClient(fetch, { server: address, headers: { cookie: await signIn({ address, invitations }, role) } })
  const [reviser, approver] = [await by('reviser'), await by('approver')]
  await call('changeSettings', { body: { office: { zh: '山城新闻办公室', en: 'Shancheng Press Office' } } })
  const nameOf = (at: number) =>
    [at, Math.floor(at / 40), Math.floor(at / 1600)].map((digit) => characters[digit % 40]).join('')
  const bytes = new TextEncoder().encode(
    Array.from({ length: count }, (_, at) => `村民们在雨后修好了通往${nameOf(at)}村的小路。`).join('\n'),
  )
  const { id: document } = await call('importDocument', { query: { filename: 'p.txt' }, bytes })
  const { state } = await call('document', { params: { document } })
  const work = async (segments: readonly string[]) => {
    for (const segment of segments) {
      const params = { document, segment }
      const target = ['After the rain the villagers mended the path to the village.']
      const done = await clients.translator('translateSegment', { params, body: { base: 0, target } })
      if (done.type !== 'reply') throw new Error(JSON.stringify(done))
      await reviser('reviseSegment', { params, body: { base: done.reply.entries.length } })
    }
  }
  const ids = Object.keys(state.segments)
  await Promise.all(Array.from({ length: 40 }, (_, at) => work(ids.filter((_, index) => index % 40 === at))))
  console.log(`\n${count.toLocaleString('en')} sentences to sign and publish`)
  const params = { document }
  const sheet = await measure('  what is to be signed', () => approver('signOffSheet', { params }))
  if (sheet.type !== 'reply') throw new Error(JSON.stringify(sheet))
  const body = { sequence: sheet.reply.sequence, password }
  const signed = await measure('  signed', () => approver('signOff', { params, body }))
  if (signed.type !== 'reply') throw new Error(JSON.stringify(signed))
  const published = await measure('  published', () => approver('publish', { params, body: {} }))
  if (published.type !== 'reply') throw new Error(JSON.stringify(published))
}

const rows = 20_000
const hits = 2_000

/**
 * Find and replace over a long document that somebody has open: 2,000 sentences of 20,000 have the words, each confirmed
 * by the translator and approved by the reviser, so that 2,000 reviews fall and come back.
 */
async function measureReplacing(): Promise<void> {
  const { translator } = clients
  const reviser = createClient(fetch, {
    server: address,
    headers: { cookie: await signIn({ address, invitations }, 'reviser') },
  })
  const isHit = (at: number) => at % (rows / hits) === 0
  const lines = Array.from({ length: rows }, (_, at) =>
    isHit(at)
      ? `第${at}个县接入骨干水网。,${at} counties joined the trunk water grid.`
      : `第${at}项工作完成投资${at}亿元。,Item ${at} is done with an investment of ${at / 10} billion yuan.`,
  )
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const query = { filename: 'r.csv', columns: 'zh=A,en=B' }
  const { id: document } = await call('importDocument', { query, bytes })
  const params = { document }
  const { state } = await call('document', { params })
  const ids = Object.keys(state.segments).filter((_id, at) => isHit(at))
  const seen = (since: number) =>
    ids.map((segment) => ({ segment, base: (state.segments[segment]?.version ?? 0) + since }))
  await call('findings', { params })
  const closeRoom = await openRoom(document)
  console.log(
    `\n${rows.toLocaleString('en')} sentences, ${hits.toLocaleString('en')} with the words, the document open`,
  )
  await measure('  confirmed at once', () => translator('confirmMany', { params, body: { segments: seen(0) } }))
  const approved = await measure('  approved at once', () =>
    reviser('approveMany', { params, body: { segments: seen(1) } }),
  )
  if (approved.type !== 'reply' || approved.reply.done.length !== hits) throw new Error(JSON.stringify(approved))
  const words = { find: 'trunk water grid', capitals: false, replacement: 'backbone water network' } as const
  const states = ['initial', 'translated', 'reviewed'] as const
  for (const mode of ['words', 'expression'] as const) {
    const search = { ...words, mode }
    const look = { search, chinese: '水网', states: [...states], document }
    const { documents } = await measure(`  looked at, as ${mode}`, () => call('lookAtReplacement', { body: look }))
    const found = documents[0]?.segments ?? []
    if (found.length !== hits) throw new Error(`${found.length} found`)
    const segments = found.map(({ id: segment, version }) => ({ segment, version }))
    const act = `bench-${mode}`
    const body = { act, search, signed: false, chosen: [{ document, segments }] }
    const done = await measure('  replaced', () => translator('replaceWords', { body }))
    if (done.type !== 'reply' || done.reply.segments !== hits) throw new Error(JSON.stringify(done))
    const undone = await measure('  taken back', () =>
      translator('undoReplacement', { params: { act }, body: { documents: [document] } }),
    )
    if (undone.type !== 'reply' || undone.reply.segments !== hits) throw new Error(JSON.stringify(undone))
  }
  const search = { ...words, mode: 'expression', find: String.raw`(\w+\s*)+network` } as const
  await measure('  an expression that is stopped', () =>
    clients.administrator('lookAtReplacement', { body: { search, chinese: '', states: [...states], document } }),
  )
  closeRoom()
}

/** Runs a case and prints under its line what users waited at the 50th, 99th and 99.9th percentile and at most. */
async function measureWaits<T>(name: string, run: () => Promise<T>): Promise<T> {
  const end = await waitingUsers(address)
  const result = await measure(name, run)
  const { server, bare } = await end()
  for (const [label, waits] of [
    ['server', server],
    ['bare server', bare],
  ] as const) {
    const figures = [500, 990, 999, 1000].map((part) => column(percentile(waits, part), 7)).join('')
    console.log(`    waits, ${label}`.padEnd(52) + figures)
  }
  const ratio = percentile(server, 999) / percentile(bare, 999)
  console.log(`    at the 99.9th percentile ${ratio.toFixed(1)} times the bare server's`)
  return result
}

const files = 8

/** So many sentences that differ, in eight files. */
function largeFiles(): readonly Uint8Array<ArrayBuffer>[] {
  const count = Number(counts?.[0] ?? 200_000)
  return Array.from({ length: files }, (_file, file) => {
    const lines = Array.from(
      { length: Math.ceil(count / files) },
      (_line, line) => `第${file}批第${line}项工作完成投资${line}亿元，新修道路${line + file}公里。`,
    )
    return new TextEncoder().encode(lines.join('\n'))
  })
}

async function importLarge(): Promise<void> {
  for (const [file, bytes] of largeFiles().entries()) {
    await call('importDocument', { query: { filename: `large-${file}.txt` }, bytes })
  }
}

async function measureImport(): Promise<void> {
  console.log('\nMany sentences in eight files')
  await measureWaits('  imported', importLarge)
}

async function measurePreview(): Promise<void> {
  console.log('\nMany sentences in eight documents')
  const { documents } = await call('documents')
  if (documents.length < files) await importLarge()
  const preview = (source: string) =>
    call('previewTermImpact', { body: { id: null, term: termFields(source, 'a rendering'), limit: 100 } })
  await measureWaits('  impact of a term in none of them', () => preview('骨干水网'))
  await measureWaits('  impact of a term in all of them', () => preview('道路'))
}

/** What is measured only where it is asked for, since it takes a minute. */
const largeCases: Readonly<Record<string, () => Promise<void>>> = { import: measureImport, preview: measurePreview }

const cases: Readonly<Record<string, () => Promise<void>>> = {
  terms: measureTerms,
  document: measureDocument,
  drafting: measureDrafting,
  publication: measurePublication,
  replace: measureReplacing,
}

console.log(
  'Longest hold of the main thread in ms, of its processor time and by the clock; holds over 50 ms; the worst wait of',
)
console.log('another user; all processor time of the thread; the whole case by the clock')
console.log(
  ''.padEnd(52) + ['processor', 'clock', 'over 50', 'wait', 'total', 'whole'].map((name) => column(name, 10)).join(''),
)
for (const [group, run] of Object.entries({ ...cases, ...largeCases })) {
  if (groups?.length ? groups.includes(group) : group in cases) await run()
}
server.disconnect()
await once(server, 'exit')
rmSync(folder, { recursive: true })
