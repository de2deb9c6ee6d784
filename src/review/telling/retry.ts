import { type Delivery, type DeliveryTry, outboxLimits } from '../../model/outbox.ts'

const first = 5_000
const growth = 4
const longest = 6 * 60 * 60 * 1000

/** Whether it is time for the next try. What is further off than any wait was set by a clock that has been put back since. */
export function isDue(next: string, now: string): boolean {
  return next <= now || Date.parse(next) - Date.parse(now) > longest
}

/**
 * When a delivery is tried again after a try that ended so; null for never. Waits grow from 5 s to 6 h, each between half
 * and all of it by chance (`random`, from 0 to 1), so that receivers that come back are not met by everything at once; a
 * receiver that asks for more time (`after`, in milliseconds) gets it. It is given up after `outboxLimits.patience`.
 */
export function nextTry(
  { since, tries }: Pick<Delivery, 'since' | 'tries'>,
  outcome: DeliveryTry,
  { now, random, after = 0 }: { readonly now: string; readonly random: number; readonly after?: number },
): string | null {
  if (outcome.type === 'delivered') return null
  const wait = Math.min(first * growth ** tries, longest)
  const at = Date.parse(now) + Math.max(wait * (0.5 + random / 2), Math.min(after, longest))
  return at - Date.parse(since) > outboxLimits.patience ? null : new Date(at).toISOString()
}

/** Why nothing more is sent to a receiver after this try; null where it goes on. */
export function pauseAfter(
  outcome: DeliveryTry,
  failingSince: string | undefined,
  now: string,
): 'failing' | 'gone' | null {
  if (outcome.type === 'delivered') return null
  if (outcome.status === 410) return 'gone'
  const since = failingSince ?? now
  return Date.parse(now) - Date.parse(since) >= outboxLimits.patience ? 'failing' : null
}

/** When an e-mail is tried again; null for never. A server that refuses the address or the message for good is not asked again. */
export function nextMailTry(
  mail: Pick<Delivery, 'since' | 'tries'>,
  outcome: DeliveryTry,
  chance: { readonly now: string; readonly random: number },
): string | null {
  const isFinal =
    outcome.type === 'failed' &&
    outcome.status >= 500 &&
    (outcome.fault === 'recipient-refused' || outcome.fault === 'refused')
  return isFinal ? null : nextTry(mail, outcome, chance)
}
