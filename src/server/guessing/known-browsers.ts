import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { loginKey } from '../../review/people.ts'
import type { PublicAddress } from '../public-address.ts'

/** How long a browser is known after a sign-in, in milliseconds. */
const knownFor = 400 * 24 * 60 * 60 * 1000

/**
 * Browsers in which a person has signed in before, by a cookie that says so under a key of the server (OWASP, "Device
 * cookies"). Such a browser has a limit of its own, so that whoever guesses elsewhere does not lock out the owner.
 */
export interface KnownBrowsers {
  /** A name for this browser; null if nobody with this login has signed in with it. */
  idOf(request: Request, login: string): string | null
  remember(request: Request, response: Response, login: string): void
}

export function createKnownBrowsers(secret: string, address: PublicAddress | null): KnownBrowsers {
  const isSecure = address?.isSecure === true
  // `__Host-` would ask for a path of `/`, and the cookie would go along with every request.
  const nameOf = (login: string) => `${isSecure ? '__Secure-' : ''}${namePrefix}${shortHash(login)}`
  const sealOf = (login: string, id: string) =>
    createHmac('sha256', secret)
      .update(`known browser\n${loginKey(login)}\n${id}`)
      .digest()
  function idOf(request: Request, login: string): string | null {
    const [id = '', seal = ''] = cookieOf(request, nameOf(login))?.split('.') ?? []
    const expected = sealOf(login, id)
    const given = Buffer.from(seal, 'base64url')
    return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
  }
  return {
    idOf,
    remember(request, response, login) {
      const id = idOf(request, login) ?? randomBytes(16).toString('base64url')
      response.cookie(nameOf(login), `${id}.${sealOf(login, id).toString('base64url')}`, {
        httpOnly: true,
        sameSite: 'strict',
        secure: isSecure,
        path: `${address?.base ?? ''}/api/session`,
        maxAge: knownFor,
      })
    },
  }
}

const namePrefix = 'duizhao-known-'

/** Each person who uses this browser has a cookie of their own; its name does not show theirs. */
function shortHash(login: string): string {
  return createHash('sha256').update(loginKey(login)).digest('hex').slice(0, 12)
}

function cookieOf(request: Request, name: string): string | undefined {
  const cookies = request.get('cookie')?.split(/; */) ?? []
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
}
