import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { ModelDisk } from './disk.ts'
import type { PackedFile } from './manifest.ts'

export interface FetchOptions {
  readonly disk: ModelDisk
  readonly signal: AbortSignal
  /** Bytes of the file that are there. */
  readonly tell: (done: number) => void
  /** Milliseconds without a byte until a connection counts as broken, and between two tries. */
  readonly stalled: number
  readonly between: number
}

/** How often a connection may break without a byte in between, and in all. */
const mostBreaks = 5
const mostTries = 100
const mostRedirects = 5

/** What a try to fetch the rest came to; a `Refusal` says that another is of no use. */
type Try = 'whole' | 'broken' | Refusal

/**
 * Fetches a file to `part`, which goes on where an earlier try has stopped, today or last week. It is whole only when
 * its length and its SHA-256 are those announced; else it is deleted. A connection that breaks is made again; when it
 * keeps breaking the part stays for next time. Throws when aborted, and for a disk that fails.
 */
export async function fetchFile(
  address: URL,
  part: string,
  packed: PackedFile,
  options: FetchOptions,
): Promise<Refusal | null> {
  const { disk, signal, between } = options
  let breaks = 0
  for (let tries = 1; ; tries += 1) {
    const before = await disk.size(part)
    const result = before < packed.bytes ? await fetchRest(address, part, before, packed, options) : 'whole'
    signal.throwIfAborted()
    if (isRefusal(result)) return result
    if (result === 'whole') return checkPart(part, packed, options)
    breaks = (await disk.size(part)) > before ? 0 : breaks + 1
    if (breaks === mostBreaks || tries === mostTries)
      return refuse('model-interrupted', { host: address.host, file: packed.file })
    await wait(between, undefined, { signal })
  }
}

async function fetchRest(
  address: URL,
  part: string,
  from: number,
  packed: PackedFile,
  { disk, signal, stalled, tell }: FetchOptions,
): Promise<Try> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), stalled)
  const both = AbortSignal.any([signal, stop.signal])
  const response = await get(address, from, both).catch(() => null)
  if (!(response instanceof Response) || response.body === null) {
    clearTimeout(timer)
    return isRefusal(response) ? response : 'broken'
  }
  const verdict = judge(response, address, from, packed)
  if (verdict !== 'onward' && verdict !== 'anew') {
    clearTimeout(timer)
    await response.body.cancel().catch(() => undefined)
    // A part that is longer than the file there is none of that file.
    if (response.status === 416) await disk.remove(part)
    return verdict
  }
  const file = await disk.grow(part, verdict)
  let done = verdict === 'anew' ? 0 : from
  try {
    const chunks = response.body[Symbol.asyncIterator]()
    for (;;) {
      const next = await chunks.next().catch(() => null)
      if (next === null) return 'broken'
      if (next.done) break
      timer.refresh()
      done += next.value.length
      // More than was announced is another file; the check says so.
      await file.write(next.value)
      tell(Math.min(done, packed.bytes))
      if (done > packed.bytes) {
        stop.abort()
        break
      }
    }
  } finally {
    clearTimeout(timer)
    await file.close(done >= packed.bytes)
  }
  return done < packed.bytes ? 'broken' : 'whole'
}

/** Follows redirects itself: a few, to web addresses only, and never from an encrypted one to one that is not. */
async function get(address: URL, from: number, signal: AbortSignal): Promise<Response | Refusal> {
  let at = address
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    const response = await fetch(at.href, {
      redirect: 'manual',
      signal,
      headers: { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) },
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    await response.body?.cancel()
    const next = URL.parse(location, at.href)
    if (next === null || !isWeb(next) || (at.protocol === 'https:' && next.protocol !== 'https:')) break
    at = next
  }
  return refuse('model-address', { address: address.href })
}

export function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}

/** How the answer is to be written, or why not. */
function judge(
  { status, headers }: Response,
  { host, href }: URL,
  from: number,
  { file }: PackedFile,
): 'anew' | 'onward' | Try {
  if (status === 200) return 'anew'
  // A part that goes on elsewhere than it was asked to would be another file.
  if (status === 206) return headers.get('content-range')?.startsWith(`bytes ${from}-`) ? 'onward' : 'broken'
  if (status === 408 || status === 416 || status === 429 || status >= 500) return 'broken'
  return refuse('model-not-there', { host, file, address: href, status: String(status) })
}

/** Length and hash of a part that is thought to be whole. */
async function checkPart(
  part: string,
  { file, bytes, sha256 }: PackedFile,
  { disk }: FetchOptions,
): Promise<Refusal | null> {
  const hash = await hashOf(part)
  if ((await disk.size(part)) === bytes && hash === sha256) return null
  await disk.remove(part)
  return refuse('model-wrong', { file, expected: sha256.slice(0, 8), is: hash.slice(0, 8) })
}

/** The SHA-256 of a file in hexadecimal digits. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
