/**
 * What it costs the server to translate and to revise a sentence, in documents of 500 and of 10,000 sentences:
 * `npm run bench:edits`, or `-- 500 2000` for other sizes. The documents are worked on by turns, so that whatever else the
 * machine does meets both. Prints processor time of the server's main thread and time by the clock for each sentence, and
 * fails where the longest document costs more than twice what the shortest does.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, type Call, createClient } from '../src/contract/client.ts'
import type { Role } from '../src/model/people.ts'
import { signIn } from './another-user.ts'
import type { Holds, Ready } from './main-thread-server.ts'

const chosen = process.argv.slice(2).map(Number)
const sizes = chosen.length > 0 ? chosen : [500, 10_000]
/** Turns, and sentences that are worked on in each, so many of them at once. */
const turns = 5
const aTurn = 50
const atOnce = 6

const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const server = fork(new URL('main-thread-server.ts', import.meta.url), [folder])
// biome-ignore lint/plugin/no-cast: the server sends this first
const [ready] = (await once(server, 'message')) as [Ready]

const by = async (role: Role): Promise<Call> =>
  createClient(fetch, { server: ready.address, headers: { cookie: await signIn(ready, role) } })
const [translator, reviser] = [await by('translator'), await by('reviser')]

async function replyOf<R>(asked: Promise<Answer<R>>): Promise<R> {
  const answer = await asked
  if (answer.type !== 'reply') throw new Error(JSON.stringify(answer))
  return answer.reply
}

/** Milliseconds of each sentence. */
interface Cost {
  readonly processor: number
  readonly clock: number
}

/** The cost of some work on each of these segments. */
async function costOf(segments: readonly string[], work: (segment: string) => Promise<unknown>): Promise<Cost> {
  const total = async () => {
    server.send('holds')
    // biome-ignore lint/plugin/no-cast: the server answers with this
    const [holds] = (await once(server, 'message')) as [Holds]
    return holds.total
  }
  await total()
  const begun = performance.now()
  const open = segments.values()
  const worker = async () => {
    for (const segment of open) await work(segment)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const clock = performance.now() - begun
  return { processor: (await total()) / segments.length, clock: clock / segments.length }
}

const characters = [...'山水田林湖草春夏秋冬东西南北上下左右前后金木土石云雨风雪桃李杏梅松竹兰菊']
const nameOf = (at: number) =>
  [at, Math.floor(at / 40), Math.floor(at / 1600)].map((digit) => characters[digit % 40]).join('')

interface Measured {
  readonly document: string
  readonly segments: readonly string[]
  readonly costs: Readonly<Record<Work, Cost[]>>
}

const works = ['translate', 'translate and revise'] as const
type Work = (typeof works)[number]

async function imported(sentences: number): Promise<Measured> {
  const lines = Array.from({ length: sentences }, (_, at) => `村民们在雨后修好了通往${nameOf(at)}村的小路。`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const query = { filename: `${sentences}.txt` }
  const { id: document } = await replyOf(translator('importDocument', { query, bytes }))
  const { state } = await replyOf(translator('document', { params: { document } }))
  return { document, segments: Object.keys(state.segments), costs: { translate: [], 'translate and revise': [] } }
}

async function turn({ document, segments, costs }: Measured, number: number): Promise<void> {
  const target = ['After the rain the villagers mended the path to the village.']
  const translate = async (segment: string) => {
    const params = { document, segment }
    return replyOf(translator('translateSegment', { params, body: { base: 0, target } }))
  }
  const both = async (segment: string) => {
    const { entries } = await translate(segment)
    const params = { document, segment }
    await replyOf(reviser('reviseSegment', { params, body: { base: entries.length } }))
  }
  const [first, second] = [0, aTurn].map((from) => segments.slice(number * 2 * aTurn + from).slice(0, aTurn))
  costs.translate.push(await costOf(first ?? [], translate))
  costs['translate and revise'].push(await costOf(second ?? [], both))
}

const documents: Measured[] = []
for (const sentences of sizes) documents.push(await imported(sentences))
// The first turn warms both up, and is not counted.
for (let number = 0; number < turns; number++) for (const document of documents) await turn(document, number)

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
console.log('Milliseconds a sentence: processor time of the main thread, and by the clock')
for (const work of works) {
  const processor: number[] = []
  for (const [index, { costs }] of documents.entries()) {
    const counted = costs[work].slice(1)
    const time = middle(counted.map((cost) => cost.processor))
    processor.push(time)
    const clock = middle(counted.map((cost) => cost.clock))
    const sentences = (sizes[index] ?? 0).toLocaleString('en').padStart(7)
    console.log(`  ${work.padEnd(20)} of ${sentences} sentences ${time.toFixed(2)}   ${clock.toFixed(2)}`)
  }
  const ratio = (processor.at(-1) ?? 0) / (processor[0] ?? 1)
  console.log(`  ${work}: ${ratio.toFixed(2)} times as much in the longest as in the shortest`)
  if (ratio > 2) process.exitCode = 1
}
server.disconnect()
await once(server, 'exit')
rmSync(folder, { recursive: true })
