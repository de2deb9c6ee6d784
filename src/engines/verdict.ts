import { countCodePoints } from '../model/code-points.ts'
import type { Usage } from '../model/engine.ts'
import type { Refusal } from '../model/refusal.ts'
import type { EngineAnswer, EngineRequest, SentRequest } from '../ports/engine.ts'

/** What an error of a service comes to. `again`: it may pass; the refusal holds when it does not. */
export interface Verdict {
  readonly again: boolean
  readonly refusal: Refusal
  /** How long the service asks to be left alone, in milliseconds. */
  readonly after?: number
}

/** The answer of a call that failed. */
export function failedAnswer({ again, refusal, after }: Verdict, usage: Usage): EngineAnswer {
  return { type: 'failed', again, refusal, usage, ...(after !== undefined && { after }) }
}

/** A request as people may see it. */
export function sentRequest(address: string, body: unknown): SentRequest {
  return { address, body: JSON.stringify(body, null, 2) }
}

/** The code points of the sources of some requests: what services count, and charge for. */
export function charactersOf(requests: readonly EngineRequest[]): number {
  return requests.reduce((sum, { source }) => sum + countCodePoints(source), 0)
}
