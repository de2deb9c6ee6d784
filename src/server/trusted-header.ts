import type { Request, RequestHandler } from 'express'
import type { Person } from '../model/people.ts'

declare module 'express-session' {
  interface SessionData {
    /** That a proxy said who it is: it has to say so with every request. */
    byHeader?: true
  }
}

export interface HeaderDoors {
  /** The name of the header, in lower case; null where nobody signs in by one. */
  readonly header: string | null
  /** Whether an address is that of a proxy whose word is taken. */
  readonly isProxy: (address: string) => boolean
  /** The active person with this login. */
  readonly personOf: (login: string) => Promise<Person | null>
  /** Lets them in, or halfway where a second step is asked of them. */
  readonly enter: (request: Request, person: Person) => Promise<void>
}

/** By what a proxy says who somebody is: it begins a session where a page asks for one, and every request has to agree. */
export interface TrustedHeader {
  readonly middleware: RequestHandler
  /** Whether the session of a request is not one that the proxy began for somebody it does not name now. */
  agrees(request: Request): boolean
}

/**
 * Takes the header from named proxies alone, by the address that is at the other end of the connection, and takes it out of
 * every request: whatever comes after sees none that somebody else wrote.
 */
export function createTrustedHeader({ header, isProxy, personOf, enter }: HeaderDoors): TrustedHeader {
  const named = new WeakMap<Request, string>()
  return {
    async middleware(request, _response, next) {
      if (header === null) return next()
      const value = request.headers[header]
      delete request.headers[header]
      if (typeof value !== 'string' || value === '' || !isProxy(request.socket.remoteAddress ?? '')) return next()
      const person = await personOf(decoded(value))
      if (person === null) return next()
      named.set(request, person.id)
      const begun = standingOf(request)
      const isBegun = begun.byHeader === true && begun.person === person.id
      if (!isBegun && request.method === 'GET' && request.path === '/session') await enter(request, person)
      next()
    },
    agrees(request) {
      const { byHeader, person } = standingOf(request)
      const name = named.get(request)
      return byHeader === true ? name === person : name === undefined || name === person
    },
  }
}

/** Whose session it is, signed in or halfway, and whether the proxy began it. */
function standingOf({ session: { byHeader, person, half } }: Request) {
  if (person !== undefined || half === undefined) return { byHeader, person }
  return Date.now() < half.until ? { byHeader: half.byHeader, person: half.person } : {}
}

/** Logins that a header cannot hold are sent with percent signs. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
