import type { TFunction } from 'i18next'
import { DamagedJournal } from '../ports/journal.ts'
import { Unusable } from '../server/unusable.ts'
import { exitCodes, tell } from './outcome.ts'

/** Errors of the system that have words of their own in `cli.json`, under `failure`. */
const known = ['EACCES', 'EADDRINUSE', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']

/** What cannot be helped from outside, such as a file that is not there, in one line; gives the exit code. */
export function tellFailure(t: TFunction, error: unknown): number {
  if (error instanceof Unusable) {
    tell(t('failure.unusable', { file: error.file }))
    return exitCodes.failed
  }
  if (error instanceof DamagedJournal) {
    tell(t('refusals:ledger-altered', { journal: error.journal, entry: error.entry }))
    return exitCodes.failed
  }
  const { code, path, syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number }
  if (code !== undefined && syscall !== undefined) {
    const place = path ?? (port === undefined ? '' : `${address}:${port}`)
    tell(t(`failure.${known.includes(code) ? code : 'other'}`, { place, code }))
    return code === 'ENOENT' || code === 'EISDIR' ? exitCodes.usage : exitCodes.failed
  }
  const cause = (error as { cause?: { code?: unknown } }).cause?.code
  if (error instanceof TypeError && typeof cause === 'string') {
    tell(t('failure.server', { code: cause }))
    return exitCodes.failed
  }
  // A fault of the programme: whoever is to mend it needs the trace.
  tell(t('failure.fault'))
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCodes.failed
}
