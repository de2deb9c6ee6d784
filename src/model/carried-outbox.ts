import type { HeldNotice, MailDelivery } from './notice.ts'
import type { Delivery } from './outbox.ts'

/** What is told outside and how far, as one value: what all entries of the journal of the outbox came to. */
export interface CarriedOutbox {
  /** Up to which entry each document is told. */
  readonly read: Readonly<Record<string, number>>
  readonly waiting: readonly Delivery[]
  readonly ended: readonly Delivery[]
  readonly failing: Readonly<Record<string, string>>
  readonly notices: {
    readonly begun: boolean
    readonly looked: Readonly<Record<string, number>>
    readonly day: string
    readonly toSign: readonly string[]
    /** By the ids of people. */
    readonly held: Readonly<Record<string, readonly HeldNotice[]>>
    readonly mails: readonly MailDelivery[]
    readonly sent: readonly MailDelivery[]
    readonly mailed: Readonly<Record<string, string>>
    readonly failingSince: string | null
  }
}
