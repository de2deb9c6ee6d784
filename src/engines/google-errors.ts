import { refuse } from '../model/refusal.ts'
import type { Verdict } from './patience.ts'

/** An error of the client library: `httpStatusCode` is there when the service answered at all. */
interface GoogleFailure {
  readonly httpStatusCode?: number
  readonly message?: string
}

const engine = 'google'
/** The longest detail that is passed on to people. */
const longest = 300

/**
 * What an error of Cloud Translation comes to. A quota of so much a minute answers 429, or 403 with "User Rate Limit",
 * and passes; one of so much a day ("Daily Limit") does not. 5xx, resets and silence pass. Missing or refused
 * credentials do not, nor does a request that the service calls wrong: its project, location or glossary.
 */
export function judgeGoogle(error: unknown): Verdict {
  const { httpStatusCode: status, message = '' } = error as GoogleFailure
  const params = { engine, detail: message.slice(0, longest) }
  if (/daily limit/i.test(message)) return { again: false, refusal: refuse('engine-quota', params) }
  if (status === 429 || (status === 403 && /rate limit/i.test(message))) {
    return { again: true, refusal: refuse('engine-quota', params) }
  }
  if (status === 400 || status === 404) return { again: false, refusal: refuse('engine-refused', params) }
  if (status === 401 || status === 403) return { again: false, refusal: refuse('engine-unavailable', params) }
  return { again: true, refusal: refuse('engine-unavailable', params) }
}

/** Credentials are not there or not good: asking again changes nothing. */
export function judgeCredentials(error: unknown): Verdict {
  return { ...judgeGoogle(error), again: false }
}
