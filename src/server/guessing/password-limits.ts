import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit'
import { membersOf } from '../../model/names.ts'
import { refuse } from '../../model/refusal.ts'
import { loginKey } from '../../review/people.ts'
import type { Attempts } from './attempts.ts'
import type { KnownBrowsers } from './known-browsers.ts'

const minutes = 15

/** Wrong tries a quarter of an hour. */
const most = {
  /** From a browser in which the person has signed in before: nobody else uses this up. */
  knownBrowser: 10,
  /** Under one name from one address. */
  loginAndAddress: 10,
  /** Under one name from all addresses together. */
  login: 100,
  /** From one address under all names. */
  address: 100,
  /** One-time links that are none, from one address. */
  links: 100,
  /** Answers of the provider that are none, from one address. */
  provider: 100,
  /** Present passwords of a signed-in person. */
  person: 10,
} as const

export interface PasswordLimits {
  readonly signIn: RequestHandler[]
  readonly invitation: RequestHandler[]
  readonly acceptInvitation: RequestHandler[]
  readonly beginProvider: RequestHandler[]
  /** Of the place to which the provider sends people back. */
  readonly provider: RequestHandler[]
  /** Of whatever asks a signed-in person for their password again. */
  readonly presentPassword: RequestHandler[]
}

/**
 * Limits on guessing, by name and address together. They cannot be turned against the owner of an account: a browser
 * in which they signed in before is counted by itself, and so are links and the change of a password.
 */
export function passwordLimits(
  attempts: Attempts,
  browsers: KnownBrowsers,
  exceeded: (request: Request) => void,
): PasswordLimits {
  const isKnown = (request: Request) => browsers.idOf(request, loginOf(request)) !== null
  function limit(
    kind: keyof typeof most,
    keyOf: (request: Request, response: Response) => string,
    more: Pick<Partial<Options>, 'skip' | 'requestWasSuccessful'> = {},
  ): RequestHandler {
    return rateLimit({
      windowMs: minutes * 60 * 1000,
      limit: most[kind],
      store: attempts.store(kind),
      skipSuccessfulRequests: true,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      keyGenerator: keyOf,
      ...more,
      handler: (request, response) => {
        // The library tells the count in a member of the request.
        const { used } = membersOf(membersOf(request).rateLimit)
        if (used === most[kind] + 1) exceeded(request)
        response.status(429).json({ refusal: refuse('too-many-attempts', { minutes: String(minutes) }) })
      },
    })
  }
  const links = [limit('links', addressOf)]
  const provider = limit('provider', addressOf, {
    // The answer leads on in either case, and says itself whether it was refused.
    requestWasSuccessful: (_request, response) => response.locals.refused !== true && response.statusCode < 400,
  })
  return {
    signIn: [
      limit('knownBrowser', (request) => `${browsers.idOf(request, loginOf(request))} ${loginOf(request)}`, {
        skip: (request) => !isKnown(request),
      }),
      limit('loginAndAddress', (request) => `${addressOf(request)} ${loginOf(request)}`, { skip: isKnown }),
      limit('login', loginOf, { skip: isKnown }),
      limit('address', addressOf, { skip: isKnown }),
    ],
    invitation: links,
    acceptInvitation: links,
    beginProvider: [provider],
    provider: [provider],
    presentPassword: [
      // What was refused for another reason was no guess: a document with open points, or a new password too short.
      limit('person', (_request, response) => response.locals.actor.id, {
        requestWasSuccessful: (_request, response) => response.statusCode !== 401,
      }),
    ],
  }
}

/** As names are compared, so that ` Admin` and `admin` have one limit. */
function loginOf(request: Request): string {
  const { login } = request.body ?? {}
  return typeof login === 'string' ? loginKey(login).slice(0, 100) : ''
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '')
}
