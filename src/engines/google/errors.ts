import { membersOf } from '../../model/names.ts'
import { type RefusalCode, refuse } from '../../model/refusal.ts'
import type { Verdict } from '../verdict.ts'

/** The longest detail that is shown to people, in UTF-16 units. */
const longest = 300

/** A request to Cloud Storage that failed: with the status of its answer, if there was one. */
export class StorageFailure extends Error {
  readonly status: unknown

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'Cloud Storage', { cause })
    this.status = membersOf(cause).status
  }
}

/**
 * The verdict on an error of Cloud Translation or Cloud Storage. Temporary: a quota a minute (429, or 403 with "User
 * Rate Limit"), 5xx, resets and timeouts. Permanent: a quota a day ("Daily Limit"), missing or refused credentials,
 * missing rights, a bucket that cannot be written, and a request that the service rejects: its project, location or
 * glossary.
 */
export function judgeGoogle(error: unknown, project: string): Verdict {
  const status = statusOf(error)
  const message = error instanceof Error ? error.message : ''
  const verdict = (again: boolean, code: RefusalCode): Verdict => ({
    again,
    refusal: refuse(code, {
      engine: 'google',
      host: 'Google Cloud',
      project,
      status: String(status ?? ''),
      detail: message.slice(0, longest),
    }),
  })
  if (/daily limit/i.test(message)) return verdict(false, 'google-daily-limit')
  if (status === 429 || (status === 403 && /rate limit/i.test(message))) return verdict(true, 'engine-quota')
  if (status === undefined)
    return verdict(true, unreachable.test(message) ? 'engine-unreachable' : 'engine-interrupted')
  if (status >= 500) return verdict(true, 'engine-fault')
  if (status === 401) return verdict(false, 'google-credentials')
  if (error instanceof StorageFailure) return verdict(false, 'google-bucket')
  if (status === 403) return verdict(false, 'google-permission')
  if (status === 404) return verdict(false, 'google-unknown')
  return status === 400 ? verdict(false, 'engine-refused') : verdict(true, 'engine-fault')
}

/** Codes of Node.js for a host at which nothing can be reached, in the words of the client library. */
const unreachable = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

/** Missing or invalid credentials: a retry cannot help. */
export function judgeCredentials(error: unknown, project: string): Verdict {
  const { refusal } = judgeGoogle(error, project)
  return { again: false, refusal: refuse('google-credentials', refusal.params) }
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
