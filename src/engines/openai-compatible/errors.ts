import { membersOf } from '../../model/names.ts'
import { type Refusal, type RefusalCode, refuse } from '../../model/refusal.ts'
import type { Verdict } from '../verdict.ts'
import { type Server, UnreadableAnswer } from './connection.ts'

/** The longest detail that is shown to people, in UTF-16 units. */
const longest = 300

/**
 * The verdict on an error of an OpenAI-compatible server. What may pass is tried again: 429 (after `Retry-After`), 408,
 * 409, 5xx, connections that fail, and answers that cannot be read. What does not: an exhausted account
 * (`insufficient_quota`, or 402), a refused key, a model or an address that is not there, and a request that the server
 * rejects. The key is removed from the detail, in which servers tend to repeat it.
 */
export function judgeServer(error: unknown, server: Server): Verdict {
  const status = statusOf(error)
  const { code, headers } = membersOf(error)
  const say = (refusal: RefusalCode) => refusalOf(refusal, error, server)
  if (status === undefined) return { again: true, refusal: say(codeWithoutStatus(error)) }
  if (status === 402 || code === 'insufficient_quota') return { again: false, refusal: say('engine-quota') }
  if (status === 429) return { again: true, refusal: say('engine-busy'), after: retryAfter(headers) }
  if (status === 401 || status === 403) return { again: false, refusal: say('engine-key') }
  if (status === 404) return { again: false, refusal: say('engine-model') }
  if (status === 408 || status === 409 || status >= 500) {
    return { again: true, refusal: say('engine-fault'), after: retryAfter(headers) }
  }
  return { again: false, refusal: say('engine-refused') }
}

/** The refusal of a server that answers, but nothing that can be read as a translation. */
export function unreadable(server: Server): Refusal {
  return refusalOf('engine-unreadable', undefined, server)
}

function refusalOf(refusal: RefusalCode, error: unknown, { baseUrl, model, key }: Server): Refusal {
  const message = error instanceof Error ? error.message : ''
  return refuse(refusal, {
    engine: 'openai-compatible',
    host: URL.parse(baseUrl)?.host ?? '',
    status: String(statusOf(error) ?? ''),
    model,
    detail: (key === '' ? message : message.replaceAll(key, '…')).slice(0, longest),
  })
}

/** Codes of Node.js and of its client for a host at which nothing can be reached. */
const unreachable = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|\w*CERT\w*)$/

function codeWithoutStatus(error: unknown): RefusalCode {
  if (error instanceof UnreadableAnswer || error instanceof SyntaxError) return 'engine-unreadable'
  for (let cause = error; cause !== undefined && cause !== null; cause = membersOf(cause).cause) {
    const { code } = membersOf(cause)
    if (typeof code === 'string' && unreachable.test(code)) return 'engine-unreachable'
  }
  return 'engine-interrupted'
}

/** Whether the server rejected the request itself: it may not support its form. */
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
