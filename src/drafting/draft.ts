import type { DraftAttempt } from '../model/draft.ts'
import type { Price, Spending, Usage } from '../model/engine.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineAnswer, EngineTarget } from '../ports/engine.ts'
import type { Digest, Pause } from '../ports/world.ts'
import { type Chance, callWithPatience, createWidths, type Patience, type Waiting, type Widths } from './calling.ts'
import { draftOf } from './compliance.ts'
import { type Course, codePointsOf, createCourse, type Group, type PlannedCall } from './course.ts'
import { createEventQueue } from './events.ts'
import type { Drafted, DraftJob } from './job.ts'
import { judge } from './judgement.ts'
import type { Rung } from './ladder.ts'
import { recallExact } from './recall.ts'
import { type Examples, type PreparedCall, prepareCall, restoredTargets } from './request.ts'
import { type Account, type Budget, costOf, createAccount } from './spending.ts'

export { usualPatience } from './calling.ts'
export type { Budget } from './spending.ts'

/** The engines of a run: the memory, which is asked first unless it is left out, and the ladder of those that translate. */
export interface DraftingEngines {
  readonly memory: Engine | null
  readonly ladder: readonly Rung[]
}

/** What drafting needs of the world and of the office. */
export interface DraftingTools {
  readonly digest: Digest
  readonly signal: AbortSignal
  readonly pause: Pause
  readonly chance: Chance
  readonly patience: Patience
  readonly budget: Budget
  /** Prices by the name of the engine. */
  readonly prices: ReadonlyMap<string, Price>
  /** Similar confirmed pairs, at most `count` for each source. */
  readonly examples: (sources: readonly string[], count: number) => Promise<Examples>
}

/** What happens in a run. `stopped` comes last, and only if the run did not do all its jobs. */
export type DraftingStep =
  | { readonly type: 'drafted'; readonly drafted: readonly Drafted[]; readonly spending: readonly Spending[] }
  | Waiting
  | { readonly type: 'stopped'; readonly refusal: Refusal; readonly spending: readonly Spending[] }

/** How often a rung may leave a segment out of its answers before the segment climbs. */
const mostMisses = 2

/**
 * Has engines draft segments. Confirmed pairs of the memory come first. Every other segment climbs the ladder: its draft
 * is judged against the terms and figures of its source, and where it has defects the next rung is asked; of two drafts
 * the one with fewer defects stays. Drafts come as soon as they are answered, and again when there is a better one. An
 * aborted `signal` ends the work without an error; a refusal that does not pass ends it after the calls under way.
 */
export async function* draftSegments(
  jobs: readonly DraftJob[],
  { memory, ladder }: DraftingEngines,
  tools: DraftingTools,
): AsyncGenerator<DraftingStep, void> {
  const account = createAccount(tools.prices, tools.budget)
  const remaining: DraftJob[] = []
  for await (const { drafted, left } of recallExact(jobs, memory, tools)) {
    if (drafted.length > 0) yield { type: 'drafted', drafted, spending: account.spending() }
    for (const job of left) remaining.push(job)
  }
  if (tools.signal.aborted) return
  const course = createCourse(remaining, ladder)
  const drafted = course.settled.flatMap((group) => draftedOf(group, true, tools.digest))
  if (drafted.length > 0) yield { type: 'drafted', drafted, spending: account.spending() }
  try {
    yield* runCourse({ course, account, widths: createWidths(), tools })
  } catch (fault) {
    // Libraries end in various ways when they are aborted; that is not a fault.
    if (!tools.signal.aborted) throw fault
  }
}

interface Run {
  readonly course: Course
  readonly account: Account
  readonly widths: Widths
  readonly tools: DraftingTools
}

type Event =
  | Waiting
  | {
      readonly type: 'answered'
      readonly planned: PlannedCall
      readonly prepared: PreparedCall
      readonly answer: EngineAnswer
    }
  | { readonly type: 'fault'; readonly fault: unknown }

async function* runCourse(run: Run): AsyncGenerator<DraftingStep, void> {
  const { course, account, widths, tools } = run
  const events = createEventQueue<Event>()
  const underWay = new Map<Engine, number>()
  const abort = () => events.put({ type: 'fault', fault: tools.signal.reason })
  if (tools.signal.aborted) return
  tools.signal.addEventListener('abort', abort, { once: true })
  let stopped: Refusal | null = null
  const isFree = ({ engine }: Rung) => (underWay.get(engine) ?? 0) < widths.of(engine)
  const count = (engine: Engine, change: number) => underWay.set(engine, (underWay.get(engine) ?? 0) + change)

  const startCalls = () => {
    for (let planned = stopped ? null : course.next(isFree); planned; planned = course.next(isFree)) {
      const { engine } = planned.rung
      const expected = engine.expect(prepareCall(planned, new Map()).call)
      if (!account.reserve(engine.name, expected)) {
        stopped = refuse('engine-budget')
        break
      }
      count(engine, 1)
      void makeCall(run, planned, expected, events.put)
    }
  }

  for (;;) {
    startCalls()
    if ([...underWay.values()].every((calls) => calls === 0)) break
    const event = await events.next()
    if (event.type === 'fault') throw event.fault
    if (event.type === 'waiting') {
      yield event
      continue
    }
    count(event.planned.rung.engine, -1)
    const { answer, planned, prepared } = event
    if (answer.type === 'failed') {
      course.giveBack(planned.at, planned.groups)
      stopped ??= answer.refusal
    } else {
      // While an answer is judged the engine works on the next call.
      startCalls()
      const drafted = await judgeAnswer(run, planned, prepared, answer)
      if (drafted.length > 0) yield { type: 'drafted', drafted, spending: account.spending() }
    }
    course.ended(planned)
  }
  if (stopped) yield { type: 'stopped', refusal: stopped, spending: account.spending() }
}

async function makeCall(
  { account, widths, tools }: Run,
  planned: PlannedCall,
  expected: Usage,
  put: (event: Event) => void,
): Promise<void> {
  const { engine } = planned.rung
  const sources = planned.groups.map(({ jobs: [job] }) => job.source)
  try {
    const examples = engine.examples > 0 ? await tools.examples(sources, engine.examples) : new Map()
    const prepared = prepareCall(planned, examples)
    const answer = await callWithPatience(engine, prepared.call, {
      patience: tools.patience,
      chance: tools.chance,
      widths,
      signal: tools.signal,
      used: (usage) => account.use(engine.name, usage),
      waiting: put,
    })
    put({ type: 'answered', planned, prepared, answer })
  } catch (fault) {
    put({ type: 'fault', fault })
  } finally {
    account.release(engine.name, expected)
  }
}

/** Judges the targets of an answer, lets their groups climb, and gives the drafts that changed or are done. */
async function judgeAnswer(
  { course, tools }: Run,
  { at, rung, groups }: PlannedCall,
  prepared: PreparedCall,
  { targets, usage }: Extract<EngineAnswer, { readonly type: 'answered' }>,
): Promise<readonly Drafted[]> {
  const restored = restoredTargets(prepared, targets)
  const price = tools.prices.get(rung.engine.name)
  const share = shareOf(price ? costOf(price, usage) : null, groups)
  const drafted: Drafted[] = []
  const left: Group[] = []
  for (const group of groups) {
    const target = restored.get(group.jobs[0].segment)
    if (target === undefined && group.misses + 1 < mostMisses) {
      group.misses += 1
      left.push(group)
      continue
    }
    take(group, target, rung, share(group))
    const isDone = group.best?.judgement.defects.length === 0 || !course.climb(at, group)
    if (isDone || group.best !== null) drafted.push(...draftedOf(group, isDone, tools.digest))
    const others = tools.pause()
    if (others) await others
  }
  course.giveBack(at, left)
  return drafted
}

/** Each group's share of the cost of a call, by its length; undefined if the engine has no price. */
function shareOf(cost: number | null, groups: readonly Group[]): (group: Group) => number | undefined {
  const all = groups.reduce((sum, group) => sum + codePointsOf(group), 0)
  return (group) => (cost === null ? undefined : Math.round((cost * codePointsOf(group) * 1000) / all) / 1000)
}

/** Keeps an answer if it is better than the draft so far, and the attempt in any case. */
function take(group: Group, target: EngineTarget | undefined, rung: Rung, microdollars: number | undefined): void {
  const judgement = target && judge(group.jobs[0], target.target)
  const attempt: DraftAttempt = {
    engine: rung.engine.name,
    means: rung.means,
    repair: rung.repair,
    ...(judgement && { defects: judgement.defects.length }),
    ...(microdollars !== undefined && { microdollars }),
  }
  group.attempts = [...group.attempts, attempt]
  if (!target || !judgement) return
  group.missed = [...group.missed, ...judgement.defects.flatMap(({ figure }) => figure ?? [])]
  const fewest = group.best?.judgement.defects.length ?? Number.POSITIVE_INFINITY
  if (judgement.defects.length < fewest) group.best = { ...target, judgement }
}

function draftedOf({ jobs, best, attempts }: Group, done: boolean, digest: Digest): readonly Drafted[] {
  const [first] = jobs
  const draft = best && draftOf(first, best, best.judgement, attempts, digest)
  return jobs.map((job) => {
    // Nothing was asked since: the draft is the one that it has.
    const isUnchanged = job.draft?.compliance.attempts?.length === attempts.length
    return { segment: job.segment, draft: (isUnchanged && job.draft) || draft, done }
  })
}
