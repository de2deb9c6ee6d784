/**
 * How much of a server's own rate drafting by one sentence a call uses: a Hy-MT2 on a loopback server that takes a fixed
 * time a call, 8 calls at once, beside bare requests to the same server in the same run.
 * `npm run bench:engines -- [sentences] [milliseconds a call]`
 */
import { setTimeout as wait } from 'node:timers/promises'
import { draftSegments, usualPatience } from '../src/drafting/draft.ts'
import type { DraftJob } from '../src/drafting/job.ts'
import { judgesHere } from '../src/drafting/judging.ts'
import { ladderOf } from '../src/drafting/ladder.ts'
import { createDocumentNames } from '../src/drafting/names.ts'
import { startOpenAiLoopback } from '../src/engines/loopback/openai.ts'
import { createMemoryEngine } from '../src/engines/memory-engine.ts'
import { createOpenAiEngine } from '../src/engines/openai-compatible/engine.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal } from '../src/model/refusal.ts'
import { digest } from '../src/server/digest.ts'

const sentences = Number(process.argv[2] ?? 800)
const delay = Number(process.argv[3] ?? 50)
const atOnce = 8

const jobs: readonly DraftJob[] = Array.from({ length: sentences }, (_, at) => ({
  segment: `b${at}.s1`,
  source: `第${at}次会议讨论了河道治理。`,
  terms: [],
  before: '',
  after: '',
  style: plainStyle,
}))

const server = await startOpenAiLoopback({
  dialect: 'hy-mt',
  delay,
  write: ({ segments: [segment] }) => `Meeting ${/\d+/.exec(segment?.source ?? '')} discussed the river.`,
})

/** Requests of the same size, as fast as the server takes them. */
async function bare(): Promise<number> {
  const { body, headers } = server.requests.at(-1) ?? {}
  const started = performance.now()
  let left = sentences
  const ask = async () => {
    while (left > 0) {
      left -= 1
      await fetch(`${server.settings.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: { authorization: headers?.authorization ?? '', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then((response) => response.json())
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))
  return performance.now() - started
}

async function drafted(): Promise<number> {
  const engine = createOpenAiEngine(server.settings)
  if (isRefusal(engine)) throw new Error(engine.code)
  const { signal } = new AbortController()
  const means = await engine.prepare([], signal)
  if (isRefusal(means)) throw new Error(means.code)
  const engines = { memory: createMemoryEngine(async () => []), ladder: ladderOf({ engine, means }, null) }
  const started = performance.now()
  let done = 0
  for await (const step of draftSegments(jobs, engines, {
    signal,
    judges: judgesHere(() => undefined, digest),
    chance: { wait: async (milliseconds) => wait(milliseconds), random: Math.random },
    patience: usualPatience,
    budget: {},
    names: createDocumentNames(),
    pause: () => undefined,
    prices: new Map(),
    examples: async () => new Map(),
  })) {
    if (step.type === 'drafted') done += step.drafted.filter((one) => one.done && one.draft !== null).length
  }
  if (done !== sentences) throw new Error(`${done} of ${sentences} drafted`)
  return performance.now() - started
}

/** Rounds of both by turns, since other work on the machine comes and goes; the median counts. */
const rounds = 3
await drafted()
const all: { readonly drafting: number; readonly bare: number }[] = []
for (let round = 0; round < rounds; round += 1) all.push({ drafting: await drafted(), bare: await bare() })
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[(rounds - 1) / 2] ?? 0
const times = median(all.map(({ drafting }) => drafting))
const bareTimes = median(all.map((round) => round.bare))
const onPaper = (sentences / atOnce) * delay
const rate = (milliseconds: number) => `${((sentences / milliseconds) * 1000).toFixed(0)} a second`
console.log(`${sentences} sentences of hy-mt, ${atOnce} calls at once, ${delay} ms a call`)
console.log(`  drafting        ${rate(times)}`)
console.log(`  bare requests   ${rate(bareTimes)}: drafting is ${((bareTimes / times) * 100).toFixed(1)}% of it`)
console.log(`  on paper        ${rate(onPaper)}: drafting is ${((onPaper / times) * 100).toFixed(1)}% of it`)
await server.stop()
