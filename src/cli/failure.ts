import type { TFunction } from 'i18next'
import { membersOf } from '../model/names.ts'
import { DamagedJournal } from '../ports/journal.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import { KeyLost } from '../server/signing-key.ts'
import { Unusable } from '../server/unusable.ts'
import { WrongStore } from '../server/wrong-store.ts'
import { NewerTables } from '../stores/postgres/faults.ts'
import { refusalOfDamage } from '../workspace/core/lookup.ts'
import { exitCodes, tell } from './outcome.ts'
import { terminal } from './terminal.ts'

/** System errors that have their own words in `cli.json`, under `failure`. */
const wordedErrors = ['EACCES', 'EADDRINUSE', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']

/** Writes one line about an error, such as a missing file, and returns the exit code. */
export function tellFailure(t: TFunction, error: unknown): number {
  if (error instanceof Unusable) {
    tell(t('failure.unusable', { file: error.file }))
    return exitCodes.failed
  }
  if (error instanceof WrongStore) {
    tell(t(`failure.${error.is}`, { workspace: error.folder }))
    return exitCodes.usage
  }
  if (error instanceof StoreUnavailable) {
    tell(t('failure.database', { reason: error.message }))
    return exitCodes.failed
  }
  if (error instanceof NewerTables) {
    tell(t('failure.newerTables'))
    return exitCodes.failed
  }
  if (error instanceof DamagedJournal) {
    const { code, params } = refusalOfDamage(error)
    tell(t(`refusals:${code}`, { ...params }))
    return exitCodes.failed
  }
  if (error instanceof KeyLost) {
    const { file, expected, found } = error
    tell(t(found === null ? 'failure.keyLost' : 'failure.keyOther', { file, expected, found }))
    return exitCodes.failed
  }
  const { code, path, syscall, address, port, cause } = membersOf(error)
  if (typeof code === 'string' && syscall !== undefined) {
    const place = typeof path === 'string' ? path : port === undefined ? '' : `${address}:${port}`
    tell(t(`failure.${wordedErrors.includes(code) ? code : 'other'}`, { place, code }))
    return code === 'ENOENT' || code === 'EISDIR' ? exitCodes.usage : exitCodes.failed
  }
  const { code: causeCode } = membersOf(cause)
  if (error instanceof TypeError && typeof causeCode === 'string') {
    tell(t('failure.server', { code: causeCode }))
    return exitCodes.failed
  }
  // A fault of the programme: the trace helps to correct it.
  tell(t('failure.fault'))
  terminal().err(`${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCodes.failed
}
