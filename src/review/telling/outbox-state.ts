import type { Delivery } from '../../model/outbox.ts'
import type { HeldNotices } from './held-notices.ts'

/** What is on its way to receivers, as the journal of the outbox has it. */
export interface OutboxState {
  /** Up to which entry each document is told. */
  readonly read: ReadonlyMap<string, number>
  /** What waits, in the order in which it was queued, by `deliveryKey`. */
  readonly waiting: ReadonlyMap<string, Delivery>
  /** What is at its end, the newest last. */
  readonly ended: readonly Delivery[]
  /** Since when a receiver has taken nothing, of those that failed last. */
  readonly failing: ReadonlyMap<string, string>
  /** The last entry that holds all before it; 0 for none. */
  readonly carried: number
  /** What people here were told, and the e-mails to them. */
  readonly notices: HeldNotices
}

export function deliveryKey(message: string, to: string): string {
  return `${message} ${to}`
}
