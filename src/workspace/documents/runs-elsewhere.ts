import * as z from 'zod'
import type { DraftingStatus } from '../../contract/views/drafting.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { News } from '../core/news.ts'
import type { DraftingRun } from './drafting-run.ts'

/** Drafting runs of other servers, as far as those tell of them. */
export interface RunsElsewhere {
  /** What was told last of the run on a document; null if nothing was. One whose server is gone is not running. */
  status(document: string): Promise<DraftingStatus | null>
  /** Tells the others of a run here. */
  tell(document: string, status: DraftingStatus): void
  /** Has the server stop that drafts a document. */
  stop(document: string): void
}

const runTopic = 'drafting'
const stopTopic = 'stop-drafting'
const runMessage = z.object({ document: z.string(), status: z.custom<DraftingStatus>((value) => isStatus(value)) })
const stopMessage = z.object({ document: z.string() })

/** Segments without a draft that are named to others: news between servers are short. */
const mostNamed = 20

/** Held by the server that drafts a document, as long as it does. */
export function runLock(document: string): string {
  return `drafting-run/${document}`
}

export function createRunsElsewhere(
  coordination: Coordination,
  news: Pick<News, 'tell'>,
  runs: ReadonlyMap<string, DraftingRun>,
): RunsElsewhere {
  const told = new Map<string, DraftingStatus>()
  const take = (document: string, status: DraftingStatus) => {
    told.set(document, status)
    news.tell(document, { type: 'drafting', status })
  }
  if (coordination.shared)
    coordination.listen((one) => {
      if (one.type !== 'message') return
      const run = one.topic === runTopic ? runMessage.safeParse(one.body) : undefined
      if (run?.success) take(run.data.document, run.data.status)
      const stop = one.topic === stopTopic ? stopMessage.safeParse(one.body) : undefined
      if (stop?.success) runs.get(stop.data.document)?.stop()
    })

  return {
    async status(document) {
      const status = told.get(document) ?? null
      if (!status?.running) return status
      const hold = await coordination.hold(runLock(document))
      if (hold === null) return status
      await hold.release()
      const ended = { ...status, running: false }
      told.set(document, ended)
      return ended
    },
    tell(document, status) {
      told.delete(document)
      const body = { document, status: { ...status, undrafted: status.undrafted.slice(0, mostNamed) } }
      if (coordination.shared) coordination.tell(runTopic, body)
    },
    stop: (document) => coordination.tell(stopTopic, { document }),
  }
}

/** Of the members those that are looked at: servers of one version tell each other. */
function isStatus(value: unknown): value is DraftingStatus {
  return z.looseObject({ running: z.boolean(), done: z.number(), total: z.number() }).safeParse(value).success
}

/** The run that is on, here or elsewhere, or the last there was since the start; null if there was none. */
export async function statusOfRun(
  { runs, elsewhere }: { readonly runs: ReadonlyMap<string, DraftingRun>; readonly elsewhere: RunsElsewhere },
  document: string,
): Promise<DraftingStatus | null> {
  const here = runs.get(document)?.status() ?? null
  return here?.running ? here : ((await elsewhere.status(document)) ?? here)
}
