import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import * as client from 'openid-client'
import * as z from 'zod'
import type { PublicAddress } from '../public-address.ts'

/** A sign-in that was begun here and is under way at the provider. */
const pendingShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** `enter`: to sign in; `link`: to link the account there to one's own; `proof`: to show anew that it is oneself. */
  purpose: z.enum(['enter', 'link', 'proof']),
  /** Where the page goes on, within the room. */
  returnTo: z.string(),
  /** Of `link` and `proof`, the id of whoever is signed in. */
  person: z.string().exactOptional(),
  /** Of `proof`, the id of the document that is signed. */
  document: z.string().exactOptional(),
  /** When it was begun, in milliseconds since 1970. */
  at: z.number(),
})
export type Pending = z.infer<typeof pendingShape>

/** How long somebody may take at the provider, in milliseconds. */
export const pendingMilliseconds = 10 * 60 * 1000

/**
 * Sign-ins under way, each in a cookie of the browser that began it, which nobody else can read or write: strangers fill
 * no memory here, and any server of the workspace can take the answer. Each is taken once.
 */
export interface PendingSignIns {
  begin(response: Response, wanted: Pick<Pending, 'purpose' | 'returnTo' | 'person' | 'document'>): Pending
  /** The sign-in that an answer belongs to; `none` where this browser began no such one or it was taken before. */
  take(request: Request, response: Response): Pending | 'none' | 'expired'
}

export function createPendingSignIns(secret: string, address: PublicAddress | null, now: () => number): PendingSignIns {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sign-in under way', 32))
  const isSecure = address?.isSecure === true
  const options = {
    httpOnly: true,
    // The provider sends people back from its own site, by a link.
    sameSite: 'lax',
    secure: isSecure,
    path: `${address?.base ?? ''}/api/session/provider`,
  } as const
  const nameOf = (state: string) =>
    `${isSecure ? '__Secure-' : ''}duizhao-provider-${createHash('sha256').update(state).digest('hex').slice(0, 12)}`
  /** By state, until when; other servers do not know it, and there the provider takes no code twice. */
  const taken = new Map<string, number>()
  return {
    begin(response, wanted) {
      const pending: Pending = {
        ...wanted,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        at: now(),
      }
      response.cookie(nameOf(pending.state), seal(key, JSON.stringify(pending)), {
        ...options,
        maxAge: pendingMilliseconds,
      })
      return pending
    },
    take(request, response) {
      const { state } = request.query
      if (typeof state !== 'string') return 'none'
      const sealed = cookieOf(request, nameOf(state))
      response.clearCookie(nameOf(state), options)
      const pending = sealed === undefined ? null : readPending(open(key, sealed))
      for (const [known, until] of taken) if (until <= now()) taken.delete(known)
      if (pending === null || pending.state !== state || taken.has(state)) return 'none'
      if (pending.at + pendingMilliseconds <= now()) return 'expired'
      taken.set(state, pending.at + pendingMilliseconds)
      return pending
    },
  }
}

function readPending(text: string | null): Pending | null {
  return text === null ? null : pendingShape.parse(JSON.parse(text))
}

function seal(key: Buffer, text: string): string {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, start)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed under this key; null for anything else. */
function open(key: Buffer, text: string): string | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const cookies = request.get('cookie')?.split(/; */) ?? []
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
}
