import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { HeadFault } from '../review/heads.ts'
import type { JournalReport } from '../stores/lowdb/adapter.ts'
import { refusalOfDisk } from '../workspace/core/disk-refusal.ts'

/** Messages for the operator of the server. */
export type Notice =
  /** Damage found when a journal was opened. */
  | { readonly type: 'journal'; readonly journal: string; readonly report: JournalReport }
  /** A journal is not what was recorded, signed or published of it: its end is missing, or it was made anew. */
  | { readonly type: 'ledger'; readonly fault: HeadFault }
  /** Every line of every journal was read beside the server, and held to all heads; faults are told by themselves before. */
  | {
      readonly type: 'ledger-checked'
      readonly journals: number
      readonly entries: number
      readonly faults: number
    }
  /** The clock says less than what the ledger knows. */
  | { readonly type: 'clock'; readonly clock: string; readonly at: string }
  /** The published pages could not be updated, because this journal is damaged. They stay as they are. */
  | { readonly type: 'site-behind'; readonly journal: string }
  /** The disk takes nothing; told once a minute at most. */
  | { readonly type: 'disk-full' | 'disk-read-only' }
  /** The database does not answer, and what it or its driver says; told once a minute at most. */
  | { readonly type: 'store-unavailable'; readonly reason: string }
  /** A fault whose details could not be written. */
  | { readonly type: 'fault-unwritten'; readonly number: string; readonly place: string; readonly reason: string }
  /** A fault of the programme; `number` is in the answer, `place` names the request, `file` has the details. */
  | { readonly type: 'fault'; readonly number: string; readonly place: string; readonly file: string }

export type Tell = (notice: Notice) => void

/** Records a fault and gives the number under which it is recorded. */
export type Faults = (fault: unknown, place: string) => string

const minute = 60_000

/** A file of this size, in bytes, is put aside as `<file>.1` in place of the one that was, and a new one begun. */
const mostBytes = 4_000_000

function writeWithin(file: string, line: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`)
  appendFileSync(file, line, { mode: 0o600 })
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}

/**
 * Records faults with their traces in `faults.log` in the workspace, one JSON line each, readable only by its owner; the
 * notice is one line. The first fault creates the file. A disk that takes nothing is no fault of the programme, and no
 * fault is lost to the operator because it cannot be written.
 */
export function openFaults(workspace: string, tell: Tell, now: () => number = Date.now): Faults {
  const file = join(workspace, 'faults.log')
  const log = pino({ base: null }, { write: (line: string) => writeWithin(file, line) })
  let toldOfDisk = Number.NEGATIVE_INFINITY
  return (fault, place) => {
    const number = crypto.randomUUID().slice(0, 8)
    const { code } = refusalOfDisk(fault) ?? {}
    if (code === 'disk-full' || code === 'disk-read-only' || code === 'store-unavailable') {
      if (now() - toldOfDisk >= minute) {
        toldOfDisk = now()
        tell(code === 'store-unavailable' ? { type: code, reason: messageOf(fault) } : { type: code })
      }
      return number
    }
    try {
      log.error({ number, place, err: fault })
      tell({ type: 'fault', number, place, file })
    } catch (failure) {
      tell({ type: 'fault-unwritten', number, place, reason: messageOf(failure) })
    }
    return number
  }
}
