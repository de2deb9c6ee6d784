import type { DraftingStatus } from '../../contract/views.ts'
import { type DraftJob, draftSegments } from '../../drafting/draft.ts'
import type { Draft } from '../../model/draft.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Engine } from '../../ports/engine.ts'
import type { Digest } from '../../ports/world.ts'

/** A run of an engine over the segments of a document that have no target. */
export interface DraftingRun {
  status(): DraftingStatus
  /** Stops the run; later replies of the engine are discarded. */
  stop(): void
  /** Fulfilled after the last reply has been handled. */
  readonly ended: Promise<void>
}

export function runDrafting(
  jobs: readonly DraftJob[],
  engine: Engine,
  {
    digest,
    keep,
    tell,
    report,
  }: {
    readonly digest: Digest
    /** Writes a draft if the segment still has no target; a refusal stops the run. */
    readonly keep: (segment: string, draft: Draft) => Promise<Refusal | null>
    readonly tell: (status: DraftingStatus) => void
    readonly report: (fault: unknown) => void
  },
): DraftingRun {
  const abort = new AbortController()
  let status: DraftingStatus = { running: true, done: 0, total: jobs.length, without: 0, engine: engine.name }
  const change = (changes: Partial<DraftingStatus>) => {
    status = { ...status, ...changes }
    tell(status)
  }
  const end = (refused?: Refusal) => {
    abort.abort()
    if (status.running)
      change({ running: false, ...(refused && { refused: { code: refused.code, params: refused.params } }) })
  }

  async function run(): Promise<void> {
    for await (const reply of draftSegments(jobs, engine, { digest, signal: abort.signal })) {
      if (abort.signal.aborted) return
      if (isRefusal(reply)) return end(reply)
      const refusal = reply.draft === null ? null : await keep(reply.segment, reply.draft)
      if (abort.signal.aborted) return
      if (refusal) return end(refusal)
      change({ done: status.done + 1, without: status.without + (reply.draft === null ? 1 : 0) })
    }
    end()
  }

  tell(status)
  const ended = run().catch((fault: unknown) => {
    if (!abort.signal.aborted) report(fault)
    end({ type: 'refusal', code: 'engine-unavailable', params: { engine: engine.name } })
  })
  return { status: () => status, stop: () => end(), ended }
}
