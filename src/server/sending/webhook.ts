import { createHmac } from 'node:crypto'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { DeliveryFault } from '../../model/outbox.ts'
import type { PostOutcome, PostWebhook, WebhookPost } from '../../ports/webhook.ts'
import { faultOf, type Target, targetOf } from './target.ts'

/** A receiver answers within this time, in milliseconds, or the message is sent again. */
const answerTime = 15_000

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
      const url = new URL(post.url)
      const open = url.protocol !== 'https:'
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const target = await targetOf(host, { private: post.allowPrivate, open }, both)
      if (typeof target === 'string') return failed(target)
      return outcomeOf(await answerOf(url, target, post, both))
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

function answerOf(
  url: URL,
  { address, family }: Target,
  post: WebhookPost,
  signal: AbortSignal,
): Promise<IncomingMessage> {
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
