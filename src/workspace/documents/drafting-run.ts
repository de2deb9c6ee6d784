import type { DraftingStatus } from '../../contract/views/drafting.ts'
import { hasDefects } from '../../drafting/compliance.ts'
import { type DraftingEngines, type DraftingTools, draftSegments } from '../../drafting/draft.ts'
import type { Drafted, DraftJob } from '../../drafting/job.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { refusalOfDisk } from '../core/disk-refusal.ts'
import type { EngineAccount } from '../core/engine-ledger.ts'

/** A run of engines over segments of a document. */
export interface DraftingRun {
  status(): DraftingStatus
  /** Stops the run; later replies of the engines are discarded. */
  stop(): void
  /** Fulfilled after the last reply has been handled. */
  readonly ended: Promise<void>
}

export interface DraftingRunOptions {
  readonly engine: string
  readonly startedAt: string
  /** Makes the engines ready; called within the run, since it may take long. */
  readonly prepare: (signal: AbortSignal) => Promise<DraftingEngines | Refusal>
  readonly tools: Omit<DraftingTools, 'signal'>
  /** Writes the drafts of segments that no person has touched; a refusal stops the run. */
  readonly keep: (drafted: readonly Drafted[]) => Promise<Refusal | null>
  readonly account: EngineAccount
  readonly tell: (status: DraftingStatus) => void
  readonly report: (fault: unknown) => void
}

export function runDrafting(jobs: readonly DraftJob[], options: DraftingRunOptions): DraftingRun {
  const { engine, startedAt, prepare, tools, keep, account, tell, report } = options
  const abort = new AbortController()
  const { signal } = abort
  let status: DraftingStatus = {
    running: true,
    done: 0,
    total: jobs.length,
    without: 0,
    tooLong: 0,
    undrafted: [],
    repaired: 0,
    open: 0,
    engine,
    startedAt,
    spending: [],
  }
  const change = (changes: Partial<DraftingStatus>) => {
    status = { ...status, ...changes }
    tell(status)
  }
  const end = (refused?: Refusal) => {
    abort.abort()
    if (!status.running) return
    const { waiting: _, ...rest } = status
    status = { ...rest, running: false, ...(refused && { refused: { code: refused.code, params: refused.params } }) }
    tell(status)
  }

  async function run(): Promise<void> {
    const engines = await prepare(signal)
    if (isRefusal(engines)) {
      account.failed(engine, engines, true)
      return end(engines)
    }
    for await (const step of draftSegments(jobs, engines, { ...tools, signal })) {
      if (signal.aborted) return
      if (step.type === 'waiting') {
        const { refusal, milliseconds } = step
        account.failed(engine, refusal, false)
        change({ waiting: { code: refusal.code, params: refusal.params, milliseconds } })
        continue
      }
      if (step.type === 'stopped') {
        account.failed(engine, step.refusal, true)
        change({ spending: step.spending })
        return end(step.refusal)
      }
      const refusal = await keep(step.drafted)
      if (signal.aborted) return
      if (refusal) return end(refusal)
      account.drafted(step.drafted, step.spending)
      const { waiting: _, ...rest } = status
      status = rest
      change({ ...countedWith(status, step.drafted), spending: step.spending })
    }
    end()
  }

  tell(status)
  const ended = run()
    .catch((fault: unknown) => {
      if (!signal.aborted) report(fault)
      end(refusalOfDisk(fault) ?? { type: 'refusal', code: 'engine-unavailable', params: { engine } })
    })
    .then(() => account.close(status.spending))
  return { status: () => status, stop: () => end(), ended }
}

/** A run that is over, without what it was made with: the memory that it asked is as large as the document. */
export function endedRun(status: DraftingStatus): DraftingRun {
  return { status: () => status, stop: () => {}, ended: Promise.resolve() }
}

type Counts = Pick<DraftingStatus, 'done' | 'without' | 'tooLong' | 'undrafted' | 'repaired' | 'open'>

/** How many segments without a draft are named: the status is sent again and again while a run goes on. */
const mostNamed = 200

/** The counts of a run with more of its segments done. */
function countedWith(before: Counts, drafted: readonly Drafted[]): Counts {
  let { done, without, tooLong, repaired, open } = before
  const undrafted = [...before.undrafted]
  for (const one of drafted) {
    if (!one.done) continue
    done += 1
    if (one.draft === null) {
      const { segment, reason } = one
      without += 1
      if (reason === 'too-long') tooLong += 1
      if (reason !== 'no-engine' && undrafted.length < mostNamed) undrafted.push({ segment, reason })
    } else if (hasDefects(one.draft)) open += 1
    else if ((one.draft.compliance.attempts?.length ?? 0) > 1) repaired += 1
  }
  return { done, without, tooLong, undrafted, repaired, open }
}
