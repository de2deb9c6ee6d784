import { useState } from 'react'
import type { Answer, Failure } from '../api.ts'

/** The sending of one form or button: whether it is under way, and what came instead of being done. */
export interface Sending {
  readonly busy: boolean
  readonly failure: Failure | null
  /** Gives the reply, or null where there was none. */
  readonly send: <T>(call: Promise<Answer<T>>) => Promise<T | null>
  /** The same for a step that has no reply: whether it was done. */
  readonly step: (call: Promise<Failure | null>) => Promise<boolean>
  /** Forgets the failure of an earlier try. */
  readonly reset: () => void
}

export function useSending(): Sending {
  const [underWay, setUnderWay] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async <T>(call: Promise<T>, failureOf: (outcome: T) => Failure | null): Promise<T> => {
    setUnderWay((count) => count + 1)
    setFailure(null)
    const outcome = await call
    setUnderWay((count) => count - 1)
    setFailure(failureOf(outcome))
    return outcome
  }
  return {
    busy: underWay > 0,
    failure,
    async send(call) {
      const answer = await run(call, (outcome) => (outcome.type === 'reply' ? null : outcome))
      return answer.type === 'reply' ? answer.reply : null
    },
    step: async (call) => (await run(call, (outcome) => outcome)) === null,
    reset: () => setFailure(null),
  }
}
