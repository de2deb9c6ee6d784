import { membersOf } from '../../model/names.ts'
import { StoreUnavailable } from '../../ports/store-unavailable.ts'
import { placeOf, withoutPassword } from './address.ts'

/** Classes of SQLSTATE (PostgreSQL, appendix A) that say that the database cannot serve now, and not that it was asked wrongly. */
const passing = ['08', '25', '28', '3D', '40', '53', '55', '57', '58', 'XX']

/** Whether an error of the driver says that the connection broke, so that nobody knows what became of the statement. */
export function isCut(error: unknown): boolean {
  const { code } = membersOf(error)
  // Such as an address that cannot be read: it never reached a connection.
  if (isOfOurs(error) || String(code).startsWith('ERR_')) return false
  return !isState(code) || code.startsWith('08') || code.startsWith('57P')
}

/** Whether an error says that a row with this key is there. */
export function isTaken(error: unknown): boolean {
  return membersOf(error).code === '23505'
}

/** Thrown where somebody has the workspace of a database alone, or others have it. */
export class InUse extends Error {}

/** Thrown for tables that a newer version of the programme has made. */
export class NewerTables extends Error {}

function isOfOurs(error: unknown): boolean {
  return error instanceof StoreUnavailable || error instanceof InUse || error instanceof NewerTables
}

/** An error of the driver as the ports know it. A statement that is wrong stays what it is: a fault of the programme. */
export function portError(error: unknown, url: string): unknown {
  const { code, message = '' } = membersOf(error)
  if (isOfOurs(error)) return error
  if (isState(code) && !passing.includes(code.slice(0, 2))) return error
  return new StoreUnavailable(reasonOf(code), `database ${placeOf(url)}: ${withoutPassword(String(message), url)}`)
}

function reasonOf(code: unknown): StoreUnavailable['reason'] {
  if (code === '53100') return 'full'
  return code === '25006' ? 'read-only' : 'unreachable'
}

/** Whether a code is a state of SQL, and none of the system. */
function isState(code: unknown): code is string {
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)
}
