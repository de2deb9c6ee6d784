import type { Delivery, Receiver } from '../../model/outbox.ts'

/** A receiver as the settings show it, with how many messages wait for it and since when it has taken none. */
export interface ReceiverView extends Receiver {
  readonly waiting: number
  readonly failingSince: string | null
}

/** Who is told what, and the last messages: those that wait among them, the newest first. */
export interface WebhooksView {
  readonly allowPrivate: boolean
  readonly receivers: readonly ReceiverView[]
  readonly deliveries: readonly Delivery[]
}
