import { membersOf } from '../model/names.ts'
import { refuse } from '../model/refusal.ts'
import type { Verdict } from './verdict.ts'

const engine = 'openai-compatible'
/** The longest detail that is shown to people, in UTF-16 units. */
const longest = 300

/**
 * The verdict on an error of an OpenAI-compatible server. Temporary: 429 (after `Retry-After`), 408, 409, 5xx, resets
 * and timeouts. Permanent: an exhausted account (`insufficient_quota`, or 402), a refused key, and a request that the
 * server rejects. `key` is removed from the detail, in which servers tend to repeat it.
 */
export function judgeServer(error: unknown, key: string): Verdict {
  const status = statusOf(error)
  const { code, headers } = membersOf(error)
  const message = error instanceof Error ? error.message : ''
  const detail = (key === '' ? message : message.replaceAll(key, '…')).slice(0, longest)
  const params = { engine, detail }
  if (status === 402 || code === 'insufficient_quota') return { again: false, refusal: refuse('engine-quota', params) }
  if (status === 429) return { again: true, refusal: refuse('engine-quota', params), after: retryAfter(headers) }
  if (status === 401 || status === 403) return { again: false, refusal: refuse('engine-unavailable', params) }
  const passes = status === undefined || status === 408 || status === 409 || status >= 500
  if (passes) return { again: true, refusal: refuse('engine-unavailable', params), after: retryAfter(headers) }
  return { again: false, refusal: refuse('engine-refused', params) }
}

/** Whether the server rejected the request itself: it may not support the requested form. */
export function isBadRequest(error: unknown): boolean {
  const status = statusOf(error)
  return status === 400 || status === 422
}

/** The status of an error of the client library; none where no server was reached or the answer was not that of such a server. */
function statusOf(error: unknown): number | undefined {
  const { status } = membersOf(error)
  return typeof status === 'number' ? status : undefined
}

/** In milliseconds. A date, which the header may also have, is treated as absent. */
function retryAfter(headers: unknown): number {
  const seconds = Number(headers instanceof Headers ? headers.get('retry-after') : 0)
  return Number.isFinite(seconds) ? seconds * 1000 : 0
}
