import { createHmac } from 'node:crypto'
import { lookup as resolve } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { DeliveryFault } from '../../model/outbox.ts'
import type { PostOutcome, PostWebhook, WebhookPost } from '../../ports/webhook.ts'
import { reachableAs } from './addresses.ts'

/** A receiver answers within this time, in milliseconds, or the message is sent again. */
const answerTime = 15_000

/** Where a message may go: an address, and what its name resolved to, so that it does not resolve to another meanwhile. */
interface Target {
  readonly url: URL
  readonly address: string
  readonly family: 4 | 6
}

/**
 * Sends by HTTPS to public addresses, and to this machine and private networks only where that is allowed: there by HTTP,
 * too. Follows no redirect, and reads nothing of the answer but its status. Times out after `within` milliseconds.
 */
export function createPostWebhook({ within = answerTime }: { readonly within?: number } = {}): PostWebhook {
  return async (post, signal) => {
    signal.throwIfAborted()
    const timeout = AbortSignal.timeout(within)
    const both = AbortSignal.any([signal, timeout])
    try {
      const target = await targetOf(post, both)
      if (typeof target === 'string') return failed(target)
      return outcomeOf(await answerOf(target, post, both))
    } catch (error) {
      signal.throwIfAborted()
      return failed(timeout.aborted ? 'timeout' : faultOf(error))
    }
  }
}

/** The headers of Standard Webhooks 1.0: the signature is of id, time in seconds and body, with HMAC-SHA256. */
export function signedHeaders({ id, at, body, secret }: Pick<WebhookPost, 'id' | 'at' | 'body' | 'secret'>) {
  const seconds = String(Math.floor(Date.parse(at) / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}

async function targetOf(
  { url: text, allowPrivate }: WebhookPost,
  signal: AbortSignal,
): Promise<Target | DeliveryFault> {
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await namesOf(host, signal)
  const reach = addresses.map(reachableAs)
  const [address] = addresses
  // One bad address among several makes a name suspect as a whole.
  if (address === undefined) return 'unreachable'
  if (reach.includes('never') || (reach.includes('private') && !allowPrivate)) return 'address-private'
  if (url.protocol !== 'https:' && reach.includes('public')) return 'address-open'
  return { url, address, family: isIP(address) === 6 ? 6 : 4 }
}

/** What a name resolves to; a resolver that hangs is not waited for. */
async function namesOf(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const found = await Promise.race([resolve(host, { all: true, verbatim: true }), aborted])
  return found.map(({ address }) => address)
}

function answerOf({ url, address, family }: Target, post: WebhookPost, signal: AbortSignal): Promise<IncomingMessage> {
  const body = Buffer.from(post.body)
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'Duizhao',
      ...signedHeaders(post),
    },
    lookup: (_host, { all }, callback) =>
      all ? callback(null, [{ address, family }]) : callback(null, address, family),
  }
  return new Promise((answered, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      // What a receiver says beside the status is of no use, and may have no end.
      response.on('error', () => {}).destroy()
      answered(response)
    })
    request.on('error', fail)
    request.end(body)
  })
}

function outcomeOf({ statusCode: status = 0, headers }: IncomingMessage): PostOutcome {
  if (status >= 200 && status < 300) return { type: 'delivered', status, after: 0 }
  const fault = status >= 300 && status < 400 ? 'redirected' : 'refused'
  return { type: 'failed', fault, status, after: afterOf(headers['retry-after']) }
}

/** `Retry-After` in milliseconds (RFC 9110 §10.2.3), given in seconds or as a date. */
function afterOf(header: string | undefined): number {
  if (header === undefined) return 0
  const seconds = Number(header)
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0
}

function failed(fault: DeliveryFault): PostOutcome {
  return { type: 'failed', fault, status: 0, after: 0 }
}

function faultOf(error: unknown): DeliveryFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) ? 'not-trusted' : 'unreachable'
}
