import type { Workspace } from '../workspace/core/open.ts'
import type { TakenUp } from '../workspace/documents/document-snapshot.ts'
import { checkLedgerLater } from './ledger-check.ts'
import type { Tell } from './notices.ts'
import { keepSnapshots } from './snapshot-keeper.ts'

export interface Beside {
  stop(): Promise<void>
}

/**
 * What a server does beside serving: it checks the ledger, and writes snapshots for the next start. Of several servers
 * with one store each reads every journal at its start instead.
 */
export function workBeside(
  workspace: Workspace,
  {
    folder,
    taken,
    reported,
    checks,
    tell,
    report,
  }: {
    readonly folder: string
    /** What the start took up from a snapshot. */
    readonly taken: TakenUp
    /** Journals whose faults were reported at the start. */
    readonly reported: ReadonlySet<string>
    /** Whether it runs long enough to check the ledger. */
    readonly checks: boolean
    readonly tell: Tell
    readonly report: (fault: unknown) => void
  },
): Beside {
  if (workspace.world.coordination.shared) return { stop: async () => {} }
  const snapshots = keepSnapshots(workspace, taken, report)
  const check = checks ? checkLedgerLater({ folder, workspace, tell, report, reported }) : null
  return {
    async stop() {
      await check?.stop()
      await snapshots.stop()
    },
  }
}
