/**
 * How fast a document is drafted by a service of a known delay: `npm run bench:google -- [characters] [milliseconds]`.
 * The loopback Google answers every call after that delay, from a process of its own. Sentences are real clauses
 * recombined, with the terms of the glossary; those are left out whose words the service would get wrong, so that one call
 * is enough for each. Every run has sentences of its own; the first one starts the threads that judge and compiles what
 * they run. On paper a run takes ceil(ceil(characters sent / 5,000) / 8) rounds of that delay, 8 calls being
 * under way at once; the ratio is that time to the time by the clock. Where the processor takes longer than that, it is
 * the limit: its time is given for the main thread, the threads that judge, and the service. The last run takes every
 * answer without judging it: what the calls and the journey of the texts alone cost.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { draftSegments } from '../src/drafting/draft.ts'
import type { DraftJob } from '../src/drafting/job.ts'
import { judge } from '../src/drafting/judgement.ts'
import type { Judges } from '../src/drafting/judging.ts'
import { ladderOf } from '../src/drafting/ladder.ts'
import { createDocumentNames } from '../src/drafting/names.ts'
import { restore } from '../src/drafting/protect.ts'
import { protectionOf } from '../src/drafting/protection.ts'
import { createGoogleEngine } from '../src/engines/google/engine.ts'
import { translatePlain } from '../src/engines/loopback/google-model.ts'
import { createMemoryEngine } from '../src/engines/memory-engine.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { countCodePoints } from '../src/model/code-points.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal, type Refusal } from '../src/model/refusal.ts'
import type { Term } from '../src/model/term.ts'
import { createJudgingThreads } from '../src/server/judging-threads.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'
import { wordsOfGoogle } from './google-words.ts'
import { createTexts } from './memory-texts.ts'

const characters = Number(process.argv[2] ?? 1_000_000)
const delay = Number(process.argv[3] ?? 100)

const glossary = readGlossary(readFileSync(new URL('../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
const terms = glossary.map((fields, index): Term => ({ ...fields, id: `t${index}` }))

const recognise = createRecogniser(terms)
const texts = createTexts(5)

/** Sentences that no other batch has, of `characters` together. */
function createJobs(): readonly DraftJob[] {
  const jobs: DraftJob[] = []
  for (let held = 0; held < characters; ) {
    const source = texts.sentence()
    const job = {
      segment: `s${jobs.length}`,
      source,
      terms: recognise(source),
      before: '',
      after: '',
      style: plainStyle,
    }
    const { source: protectedSource } = protectionOf(
      { jobs: [job], missed: [] },
      'target-in-source',
      createDocumentNames(),
    )
    const english = translatePlain(protectedSource, { translations: new Map(), words: wordsOfGoogle }) ?? ''
    if (judge(job, english).defects.length > 0) continue
    held += countCodePoints(source)
    jobs.push(job)
  }
  return jobs
}

// Made before any run, since the service closes connections that lie idle.
const [first, second, third, last] = [createJobs(), createJobs(), createJobs(), createJobs()]

function workingOf<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(JSON.stringify(value))
  return value
}

const server = fork(new URL('google-server.ts', import.meta.url), [String(delay)])
const [{ port }] = await once(server, 'message')
const require = createRequire(createRequire(import.meta.url).resolve('@google-cloud/translate'))
const { GoogleAuth, PassThroughClient } = require('google-auth-library')
const auth = new GoogleAuth({ projectId: 'loopback', authClient: new PassThroughClient() })
const engine = workingOf(
  createGoogleEngine(
    { project: 'office', location: '', glossary: '' },
    { protocol: 'http', apiEndpoint: '127.0.0.1', port, auth },
  ),
)
const { signal } = new AbortController()
const means = workingOf(await engine.prepare(terms, signal))

/** Takes every answer as it comes. */
const noJudges: Judges = {
  width: 1,
  judge: async (answers) =>
    answers.map(({ answer, protection }) => ({
      target: protection === null ? answer : restore(protection, answer),
      judgement: { defects: [], terms: { asked: [], met: [] }, figures: { asked: 0, met: 0 } },
      glossary: '',
      names: [],
    })),
}

async function callsOf(): Promise<{ readonly calls: number; readonly milliseconds: number }> {
  server.send('calls')
  const [answer] = await once(server, 'message')
  return answer
}

const spent = ({ user, system }: NodeJS.CpuUsage) => Math.round((user + system) / 1000)

async function measure(name: string, jobs: readonly DraftJob[], judges: Judges): Promise<void> {
  const before = await callsOf()
  const started = performance.now()
  const startedCpu = process.cpuUsage()
  const startedMain = process.threadCpuUsage()
  let done = 0
  let sent = 0
  let clean = 0
  const steps = draftSegments(
    jobs,
    { memory: createMemoryEngine(async () => []), ladder: ladderOf({ engine, means: [means[0]] }, null) },
    {
      signal,
      judges,
      chance: { wait: (milliseconds) => sleep(milliseconds), random: Math.random },
      patience: { attempts: 6, first: 1000, most: 30_000 },
      budget: {},
      names: createDocumentNames(),
      pause: () => undefined,
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
  const main = process.threadCpuUsage(startedMain)
  const after = await callsOf()
  const serverCpu = after.milliseconds - before.milliseconds
  const { codePoints, concurrency } = engine.limits
  const paper = Math.ceil(Math.ceil(sent / codePoints) / concurrency) * delay
  console.log(`${name}: ${jobs.length} sentences, ${sent} characters sent, ${done} drafted, ${clean} without a defect`)
  console.log(
    `  means ${means[0]}, ${after.calls - before.calls} calls; on paper ${paper} ms, took ${Math.round(took)} ms: ${(paper / took).toFixed(2)}`,
  )
  const judging = spent(cpu) - spent(main)
  console.log(
    `  processor time: main thread ${spent(main)} ms, judging ${judging} ms in ${judges.width} threads, service ${Math.round(serverCpu)} ms`,
  )
  const cores = Math.max(spent(main), judging / judges.width, (spent(cpu) + serverCpu) / availableParallelism())
  console.log(
    `  the processor allows ${Math.round(cores)} ms: ${(Math.max(paper, cores) / took).toFixed(2)} of the slower of both`,
  )
}

const judges = createJudgingThreads(() => undefined)
await measure('first run of a process', first, judges)
await measure('second run', second, judges)
await measure('third run', third, judges)
judges.close()
await measure('not judged', last, noJudges)
server.disconnect()
