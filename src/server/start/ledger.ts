import { isBehind } from '../../review/clock.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { ledgerFaults } from '../../workspace/releases/site.ts'
import type { Tell } from '../notices.ts'

/** Reports a clock that is behind the time at which heads were recorded last: at the last stop, if there was one. */
export async function reportClock(workspace: Workspace, tell: Tell): Promise<void> {
  const { last } = await workspace.heads.read()
  const clock = workspace.world.clock()
  if (last !== undefined && isBehind(clock, last.at)) tell({ type: 'clock', clock, at: last.at })
}

/**
 * Reports which journals are not what was recorded, signed or published of them, as far as the start has to know. What is
 * `damaged` in itself is reported already. Returns the names of all journals of which something was reported.
 */
export async function reportLedger(
  workspace: Workspace,
  damaged: ReadonlySet<string>,
  tell: Tell,
): Promise<ReadonlySet<string>> {
  const reported = new Set(damaged)
  for (const fault of await ledgerFaults(workspace)) {
    if (!damaged.has(fault.journal)) tell({ type: 'ledger', fault })
    reported.add(fault.journal)
  }
  return reported
}
