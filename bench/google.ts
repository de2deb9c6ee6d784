/**
 * How fast a document is drafted by a service of a known delay: `npx node bench/google.ts [characters] [milliseconds]`.
 * The loopback Google answers every call after that delay from a process of its own. On paper a run takes as many rounds
 * of 8 calls as the characters sent fill calls of 30,000; the ratio is that time to the time by the clock. Sentences are made
 * up, as long as real ones, with terms of the glossary and figures; the service keeps both, so that one call each is enough.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { draftSegments } from '../src/drafting/draft.ts'
import type { DraftJob } from '../src/drafting/job.ts'
import { ladderOf } from '../src/drafting/ladder.ts'
import { createGoogleEngine } from '../src/engines/google/engine.ts'
import { createMemoryEngine } from '../src/engines/memory-engine.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { createMemory } from '../src/memory/memory.ts'
import { expectDefined } from '../src/model/expect.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal } from '../src/model/refusal.ts'
import type { Term } from '../src/model/term.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'
import { createRandom } from './random.ts'

const characters = Number(process.argv[2] ?? 1_000_000)
const delay = Number(process.argv[3] ?? 100)

const random = createRandom(5)
const whole = (below: number) => Math.floor(random() * below)
const oneOf = <T>(items: readonly T[]): T => expectDefined(items[whole(items.length)], 'an item')

const glossary = readGlossary(readFileSync(new URL('../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
const terms = glossary.map((fields, index): Term => ({ ...fields, id: `t${index}` }))

function sentence(): string {
  const length = Math.max(6, Math.round(46 * Math.exp(1.5 * (random() + random() + random() - 1.5))))
  let text = ''
  while (text.length < length) {
    const kind = random()
    if (kind < 0.03) text += oneOf(terms).source[0]
    else if (kind < 0.06) text += `${1 + whole(5000)}个`
    else text += String.fromCharCode(0x4e00 + Math.floor(3000 * random() ** 2))
  }
  return `${text}。`
}

const recognise = createRecogniser(terms)
const jobs: DraftJob[] = []
let held = 0
while (held < characters) {
  const source = sentence()
  held += Array.from(source).length
  jobs.push({ segment: `s${jobs.length}`, source, terms: recognise(source), before: '', after: '', style: plainStyle })
}

const server = fork(new URL('google-server.ts', import.meta.url), [String(delay)])
const [{ port }] = await once(server, 'message')
const require = createRequire(createRequire(import.meta.url).resolve('@google-cloud/translate'))
const { GoogleAuth, PassThroughClient } = require('google-auth-library')
const auth = new GoogleAuth({ projectId: 'loopback', authClient: new PassThroughClient() })
const engine = createGoogleEngine(
  { project: 'office', location: '', glossary: '' },
  { protocol: 'http', apiEndpoint: '127.0.0.1', port, auth },
)
if (isRefusal(engine)) throw new Error(engine.code)
const { signal } = new AbortController()
const means = await engine.prepare(terms, signal)
if (isRefusal(means)) throw new Error(JSON.stringify(means))

const started = performance.now()
const startedCpu = process.cpuUsage()
let done = 0
let sent = 0
let clean = 0
const steps = draftSegments(
  jobs,
  { memory: createMemoryEngine(createMemory([])), ladder: ladderOf({ engine, means: [means[0]] }, null) },
  {
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    signal,
    pause: () => undefined,
    chance: { wait: (milliseconds) => sleep(milliseconds), random: Math.random },
    patience: { attempts: 6, first: 1000, most: 30_000 },
    budget: {},
    prices: new Map(),
    examples: async () => new Map(),
  },
)
for await (const step of steps) {
  if (step.type === 'stopped') throw new Error(JSON.stringify(step.refusal))
  if (step.type !== 'drafted') continue
  done += step.drafted.length
  sent = step.spending.reduce((sum, { characters: used }) => sum + used, 0)
  clean += step.drafted.filter(({ draft }) => draft?.compliance.attempts?.at(-1)?.defects === 0).length
}
const took = performance.now() - started
const cpu = process.cpuUsage(startedCpu)
server.send('calls')
const [{ calls }] = await once(server, 'message')
server.disconnect()

const { codePoints, concurrency } = engine.limits
const paper = Math.ceil(Math.ceil(sent / codePoints) / concurrency) * delay
console.log(`${jobs.length} sentences, ${held} characters, ${sent} sent, ${done} drafted, ${clean} without a defect`)
console.log(
  `means ${means[0]}, ${calls - 2} calls; on paper ${paper} ms, took ${Math.round(took)} ms: ${(paper / took).toFixed(2)}`,
)
console.log(`the drafting used ${Math.round((cpu.user + cpu.system) / 1000)} ms of the processor`)
