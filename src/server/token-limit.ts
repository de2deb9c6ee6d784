import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { membersOf } from '../model/names.ts'
import { refuse } from '../model/refusal.ts'
import { tokenPrefix } from '../workspace/people/tokens.ts'
import { bearerIn } from './actor.ts'
import { answer } from './api.ts'

/** Calls a minute of one token: ten a second, which no script of an office needs for long. */
const most = 600

/**
 * Limits how often one token is used; what is no token of anybody is counted by the address that sends it, so that made-up
 * ones fill no memory. `idOf` gives the id of a token that is good. Each server counts for itself; calls without a token
 * are not counted.
 */
export function tokenLimit(idOf: (text: string) => Promise<string | null>, limit = most): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => !bearerIn(request).startsWith(tokenPrefix),
    keyGenerator: async (request) => (await idOf(bearerIn(request))) ?? ipKeyGenerator(request.ip ?? ''),
    handler: (request, response) => {
      const seconds = Math.max(1, Math.ceil((resetOf(request) - Date.now()) / 1000))
      answer(response, refuse('token-too-fast', { most: String(limit), seconds: String(seconds) }))
    },
  })
}

/** When the count begins anew: the library tells it in a member of the request. */
function resetOf(request: Request): number {
  const { resetTime } = membersOf(membersOf(request).rateLimit)
  return resetTime instanceof Date ? resetTime.getTime() : 0
}
