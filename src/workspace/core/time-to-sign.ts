import type { Entry } from '../../model/event.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { isBehind, notBefore } from '../../review/clock.ts'

/**
 * The time of a signature or release, which is published and cannot be put right afterwards: never before the last entry.
 * Refuses while the clock is behind that by more than clocks differ; other work goes on, and its entries record it.
 */
export function timeToSign(now: string, last: Pick<Entry, 'at'> | undefined): string | Refusal {
  if (last !== undefined && isBehind(now, last.at)) return refuse('clock-behind', { clock: now, last: last.at })
  return notBefore(now, last)
}
