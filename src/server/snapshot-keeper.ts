import type { Workspace } from '../workspace/core/open.ts'
import { type TakenUp, writeDocuments } from '../workspace/documents/document-snapshot.ts'

/** How often it is seen whether something has changed, in milliseconds. */
const interval = 20_000
/** So many changes are written even where people go on working. */
const mostUnwritten = 2_000

/** Writes what is known of all documents once people rest, and when the server stops. */
export interface SnapshotKeeper {
  stop(): Promise<void>
}

export function keepSnapshots(workspace: Workspace, taken: TakenUp, report: (fault: unknown) => void): SnapshotKeeper {
  let written = 0
  let seen = 0
  let writing: Promise<void> | undefined

  function write(): Promise<void> {
    const present = workspace.outlines.changes()
    writing ??= Promise.all([writeDocuments(workspace, taken), workspace.writeFolds(), workspace.counts.write()])
      .then(() => {
        written = present
      })
      .catch(report)
      .finally(() => {
        writing = undefined
      })
    return writing
  }

  const timer = setInterval(() => {
    const present = workspace.outlines.changes()
    const isQuiet = present === seen
    seen = present
    if (present > written && (isQuiet || present - written > mostUnwritten)) void write()
  }, interval).unref()

  return {
    async stop() {
      clearInterval(timer)
      await writing
      if (workspace.outlines.changes() > written) await write()
    },
  }
}
