import { isDeepStrictEqual } from 'node:util'
import type { Request } from 'express'
import type { ChallengePurpose, PasskeyChallenge } from './passkey-challenge.ts'
import type { CatalogueSessionStore } from './sessions.ts'

/** How long a browser has to answer, in milliseconds. */
const challengeMilliseconds = 5 * 60 * 1000

/** Challenges, one a session at a time: a new one, and any answer, takes the place of the last. */
export interface Challenges {
  ask(request: Request, asked: Pick<PasskeyChallenge, 'value' | 'person' | 'purpose'>): Promise<void>
  /** What was asked last, which is forgotten with it; null if that was somebody else, for something else, or too long ago. */
  take(request: Request, person: string, purpose: ChallengePurpose): Promise<string | null>
}

export function createChallenges(sessions: CatalogueSessionStore, now: () => number): Challenges {
  return {
    async ask(request, asked) {
      const challenge = { ...asked, until: now() + challengeMilliseconds }
      await sessions.alter(request.sessionID, (data) => ({ ...data, challenge }))
    },
    async take(request, person, purpose) {
      let taken: PasskeyChallenge | undefined
      await sessions.alter(request.sessionID, ({ challenge, ...data }) => {
        taken = challenge
        return data
      })
      const isIt = taken?.person === person && isDeepStrictEqual(taken.purpose, purpose) && now() < taken.until
      return taken !== undefined && isIt ? taken.value : null
    },
  }
}
