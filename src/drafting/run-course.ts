import { type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineAnswer } from '../ports/engine.ts'
import { callWithPatience, type Waiting, type Widths } from './calling.ts'
import type { PlannedCall } from './course.ts'
import { createEventQueue } from './events.ts'
import type { Drafted } from './job.ts'
import { type Answered, judgeAnswers } from './judge-answers.ts'
import type { Rung } from './ladder.ts'
import { type PreparedCall, prepareCall } from './request.ts'
import type { DraftingStep, Run } from './run.ts'

type Step = DraftingStep | { readonly type: 'ended' } | { readonly type: 'fault'; readonly fault: unknown }

/** Makes the calls of a course and judges their answers, and gives what comes of them. Throws when it is aborted. */
export async function* runCourse(run: Run): AsyncGenerator<DraftingStep, void> {
  const { signal } = run.tools
  if (signal.aborted) return
  const steps = createEventQueue<Step>()
  const work = startWork(run, steps.put)
  const abort = () => work.fail(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    work.advance()
    for (;;) {
      const step = await steps.next()
      if (step.type === 'fault') throw step.fault
      if (step.type === 'ended') return
      yield step
      if (step.type === 'drafted') work.written()
    }
  } finally {
    signal.removeEventListener('abort', abort)
    work.end()
  }
}

interface Work {
  /** Starts whatever may start now. */
  advance(): void
  /** To be called when the reader has written down a step with drafts. */
  written(): void
  fail(fault: unknown): void
  /** Starts nothing any more, and gives no more steps. */
  end(): void
}

/**
 * Calls, judging and writing run beside each other. A call counts among those of its engine until its answer is being
 * judged, and answers are judged only while few are not yet written: so that what a crash loses is the calls under way and
 * these few.
 */
function startWork(run: Run, put: (step: Step) => void): Work {
  const { course, account, widths, tools } = run
  const slots = createSlots(widths)
  const answers: Answered[] = []
  /** Answers that are being judged, or are judged and not yet written. */
  let unwritten = 0
  let stopped: Refusal | null = null
  let isOver = false

  const tell = (step: Step) => {
    if (!isOver) put(step)
  }

  const fail = (fault: unknown) => {
    tell({ type: 'fault', fault })
    isOver = true
  }

  function startCalls(): void {
    for (let planned = stopped ? null : course.next(slots.isFree); planned; planned = course.next(slots.isFree)) {
      const { engine } = planned.rung
      const prepared = prepareCall(planned, new Map(), tools.names)
      const expected = engine.expect(prepared.call)
      if (!account.reserve(engine.name, expected)) {
        stopped = refuse('engine-budget')
        break
      }
      slots.take(planned)
      makeCall(run, planned, prepared, tell)
        .finally(() => account.release(engine.name, expected))
        .then((made) => arrived(planned, made), fail)
    }
  }

  function arrived(planned: PlannedCall, { prepared, answer }: Made): void {
    if (answer.type === 'answered') answers.push({ planned, prepared, answer })
    else {
      slots.free(planned)
      course.giveBack(planned.at, planned.groups)
      stopped ??= answer.refusal
      course.ended(planned)
    }
    advance()
  }

  function startJudging(): void {
    while (unwritten <= tools.judges.width) {
      const answered = answers.shift()
      if (answered === undefined) return
      unwritten += 1
      // While an answer is judged the engine works on the next call.
      slots.free(answered.planned)
      startCalls()
      judgeAnswers(run, answered).then((drafted) => judged(answered, drafted), fail)
    }
  }

  function judged({ planned }: Answered, drafted: readonly Drafted[]): void {
    course.ended(planned)
    if (drafted.length > 0) tell({ type: 'drafted', drafted, spending: account.spending() })
    else unwritten -= 1
    advance()
  }

  function advance(): void {
    if (isOver) return
    startCalls()
    startJudging()
    if (unwritten > 0 || answers.length > 0 || slots.areTaken()) return
    if (stopped) tell({ type: 'stopped', refusal: stopped, spending: account.spending() })
    tell({ type: 'ended' })
    isOver = true
  }

  return {
    advance,
    written() {
      unwritten -= 1
      advance()
    },
    fail,
    end() {
      isOver = true
    },
  }
}

/** How many calls of each engine are under way, within its present width. */
function createSlots(widths: Widths) {
  const underWay = new Map<Engine, number>()
  const taken = (engine: Engine) => underWay.get(engine) ?? 0
  return {
    isFree: ({ engine }: Rung) => taken(engine) < widths.of(engine),
    take: ({ rung: { engine } }: PlannedCall) => void underWay.set(engine, taken(engine) + 1),
    free: ({ rung: { engine } }: PlannedCall) => void underWay.set(engine, taken(engine) - 1),
    areTaken: () => [...underWay.values()].some((calls) => calls > 0),
  }
}

interface Made {
  readonly prepared: PreparedCall
  readonly answer: EngineAnswer
}

async function makeCall(
  { account, widths, tools }: Run,
  planned: PlannedCall,
  bare: PreparedCall,
  tell: (waiting: Waiting) => void,
): Promise<Made> {
  const { engine } = planned.rung
  const sources = planned.groups.map(({ jobs: [job] }) => job.source)
  const prepared =
    engine.examples > 0 ? prepareCall(planned, await tools.examples(sources, engine.examples), tools.names) : bare
  const answer = await callWithPatience(engine, prepared.call, {
    patience: tools.patience,
    chance: tools.chance,
    widths,
    signal: tools.signal,
    used: (usage) => account.use(engine.name, usage),
    waiting: tell,
  })
  return { prepared, answer }
}
