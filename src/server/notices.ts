import { join } from 'node:path'
import pino from 'pino'
import type { JournalReport } from '../stores/lowdb/adapter.ts'

/** Messages for the operator of the server. */
export type Notice =
  /** Damage found when a journal was opened. */
  | { readonly type: 'journal'; readonly journal: string; readonly report: JournalReport }
  /** The published pages could not be updated, because this journal is damaged. They stay as they are. */
  | { readonly type: 'site-behind'; readonly journal: string }
  /** A fault of the programme; `number` is in the answer, `place` names the request, `file` has the details. */
  | { readonly type: 'fault'; readonly number: string; readonly place: string; readonly file: string }

export type Tell = (notice: Notice) => void

/** Records a fault and gives the number under which it is recorded. */
export type Faults = (fault: unknown, place: string) => string

/**
 * Records faults with their traces in `faults.log` in the workspace, one JSON line each, readable only by its owner; the
 * notice is one line. The first fault creates the file.
 */
export function openFaults(workspace: string, tell: Tell): Faults {
  const file = join(workspace, 'faults.log')
  let log: pino.Logger | undefined
  return (fault, place) => {
    const number = crypto.randomUUID().slice(0, 8)
    log ??= pino({ base: null }, pino.destination({ dest: file, sync: true, mode: 0o600 }))
    log.error({ number, place, err: fault })
    tell({ type: 'fault', number, place, file })
    return number
  }
}
