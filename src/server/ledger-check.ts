import { Worker } from 'node:worker_threads'
import { documentPrefix } from '../model/head.ts'
import type { CheckedJournals } from '../stores/lowdb/check.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { publishedHeads } from '../workspace/releases/site.ts'
import type { Tell } from './notices.ts'
import { workerUrl, youngMegabytes } from './workers.ts'

/** How long the server is up before the check begins, in milliseconds: those who wait for the start go first. */
const delay = 2_000

interface LedgerCheckDoors {
  readonly folder: string
  readonly workspace: Workspace
  readonly tell: Tell
  readonly report: (fault: unknown) => void
  /** Journals whose faults were reported at the start. */
  readonly reported: ReadonlySet<string>
}

/**
 * Checks the whole ledger in a thread, beside the server: every line of every journal, and all heads. A start from
 * snapshots has read few of them. What is found is told, and a document that is damaged is no longer known as it was.
 */
export function checkLedgerLater(doors: LedgerCheckDoors): { stop(): Promise<void> } {
  let worker: Worker | undefined
  let stopped = false

  async function check(): Promise<void> {
    const heads = await publishedHeads(doors.workspace.world.site)
    if (stopped) return
    worker = new Worker(workerUrl('ledger-worker'), {
      workerData: { folder: doors.folder, heads },
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    })
    worker.unref()
    worker.once('error', doors.report)
    worker.once('message', (checked: CheckedJournals) => reportChecked(checked, doors))
  }

  const timer = setTimeout(() => void check().catch(doors.report), delay).unref()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
}

function reportChecked(
  { damaged, faults, ...counts }: CheckedJournals,
  { workspace, tell, reported }: LedgerCheckDoors,
): void {
  for (const { journal, damage } of damaged) {
    if (journal.startsWith(documentPrefix)) workspace.outlines.forget(journal.slice(documentPrefix.length))
    if (!reported.has(journal)) tell({ type: 'journal', journal, report: { type: 'damaged', damage } })
  }
  for (const fault of faults) if (!reported.has(fault.journal)) tell({ type: 'ledger', fault })
  tell({ type: 'ledger-checked', ...counts, faults: damaged.length + faults.length })
}
