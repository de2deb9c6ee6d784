import type { RetentionSettings } from '../../model/retention.ts'
import type { OutboxTerms } from '../../review/telling/carried.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import { oldestEntry, shortenOutbox } from '../outbox/shorten.ts'
import { closedBefore, forgetOfClosed, forgetSpent } from '../people/closed.ts'
import { finishErasures } from '../people/data/erase.ts'

/** Between two rounds, in milliseconds. */
const pace = 6 * 60 * 60 * 1000
const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Removes what is older than the office keeps it, and what an erasure that was cut off has left. Nothing that is not yet
 * delivered or not yet seen is among it. Each step can be done twice, so whatever is killed, the next round goes on.
 */
export async function tidy(workspace: Workspace): Promise<void> {
  const { retention } = await workspaceSettings(workspace)
  const { world } = workspace
  const before = (days: number | null) =>
    days === null ? null : new Date(Date.parse(world.clock()) - days * dayMilliseconds).toISOString()
  await finishErasures(workspace)
  await forgetSpent(workspace)
  const closed = before(retention.closed)
  if (closed !== null) await forgetOfClosed(workspace, await closedBefore(workspace, closed))
  const door = before(retention.door)
  if (door !== null) await world.access.forget({ before: door })
  await tidyOutbox(workspace, retention, before)
}

async function tidyOutbox(
  workspace: Workspace,
  { deliveries, notices }: RetentionSettings,
  before: (days: number | null) => string | null,
): Promise<void> {
  const { state } = await workspace.people.read()
  const terms: OutboxTerms = {
    deliveriesSince: before(deliveries),
    noticesSince: before(notices),
    without: new Set(state.people.filter(({ erased }) => erased !== undefined).map(({ id }) => id)),
  }
  // What has ended is in entries long after no list has it any more.
  const oldest = terms.deliveriesSince === null ? null : await oldestEntry(workspace)
  const always = oldest !== null && terms.deliveriesSince !== null && oldest < terms.deliveriesSince
  await shortenOutbox(workspace, terms, { always })
}

export interface Tidying {
  stop(): Promise<void>
}

/** Does so at the start and four times a day, as long as it runs: one server of a workspace at a time. */
export function runTidying(workspace: Workspace): Tidying {
  const ended = new AbortController()
  const { coordination, chance, report } = workspace.world
  async function keepTidy(): Promise<void> {
    while (!ended.signal.aborted) {
      try {
        const hold = await coordination.hold('tidying')
        if (hold) await tidy(workspace).finally(() => hold.release())
      } catch (fault) {
        report(fault)
      }
      await chance.wait(pace, ended.signal).catch(() => {})
    }
  }
  const running = keepTidy()
  return {
    async stop() {
      ended.abort()
      await running
    },
  }
}
