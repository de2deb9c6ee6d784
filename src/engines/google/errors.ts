import { membersOf } from '../../model/names.ts'
import { refuse } from '../../model/refusal.ts'
import type { Verdict } from '../verdict.ts'

const engine = 'google'
/** The longest detail that is shown to people, in UTF-16 units. */
const longest = 300

/**
 * The verdict on an error of Cloud Translation. Temporary: a quota a minute (429, or 403 with "User Rate Limit"), 5xx,
 * resets and timeouts. Permanent: a quota a day ("Daily Limit"), missing or refused credentials, and a request that the
 * service rejects: its project, location or glossary.
 */
export function judgeGoogle(error: unknown): Verdict {
  const status = statusOf(error)
  const message = error instanceof Error ? error.message : ''
  const params = { engine, detail: message.slice(0, longest) }
  if (/daily limit/i.test(message)) return { again: false, refusal: refuse('engine-quota', params) }
  if (status === 429 || (status === 403 && /rate limit/i.test(message))) {
    return { again: true, refusal: refuse('engine-quota', params) }
  }
  if (status === 400 || status === 404) return { again: false, refusal: refuse('engine-refused', params) }
  if (status === 401 || status === 403) return { again: false, refusal: refuse('engine-unavailable', params) }
  return { again: true, refusal: refuse('engine-unavailable', params) }
}

/** Missing or invalid credentials: a retry cannot help. */
export function judgeCredentials(error: unknown): Verdict {
  return { ...judgeGoogle(error), again: false }
}

/** The HTTP status of each code of a long-running operation that failed (google.rpc.Code). */
const statusOfCode: Readonly<Record<number, number>> = { 3: 400, 5: 404, 6: 409, 7: 403, 8: 429, 9: 400, 16: 401 }

/**
 * The status of an error: of a call of the client library, which has `httpStatusCode` if the service answered, of an
 * operation that failed, or of Cloud Storage. None where no service answered.
 */
export function statusOf(error: unknown): number | undefined {
  const { httpStatusCode, status, code } = membersOf(error)
  const known = httpStatusCode ?? status ?? (typeof code === 'number' ? statusOfCode[code] : undefined)
  return typeof known === 'number' ? known : undefined
}
