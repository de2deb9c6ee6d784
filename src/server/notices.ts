import { join } from 'node:path'
import pino from 'pino'
import type { JournalReport } from '../stores/lowdb/adapter.ts'

/** What whoever runs the server is told beside its answers. */
export type Notice =
  /** What was found amiss on opening a journal. */
  | { readonly type: 'journal'; readonly journal: string; readonly report: JournalReport }
  /** The published pages could not be brought up to date, for this journal is damaged. They stay as they are. */
  | { readonly type: 'site-behind'; readonly journal: string }
  /** A fault of the programme; `number` is in the answer, `place` says what was asked, `file` has the particulars. */
  | { readonly type: 'fault'; readonly number: string; readonly place: string; readonly file: string }

export type Tell = (notice: Notice) => void

/** Writes a fault down and gives the number it goes by. */
export type Faults = (fault: unknown, place: string) => string

/**
 * Faults with their traces go into `faults.log` in the workspace, one JSON line each, which only its owner can read;
 * what is told is one line. The file is made with the first fault.
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
