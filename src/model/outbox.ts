/** What receivers outside are told of, as Standard Webhooks names types of events. */
export const webhookKinds = [
  'document.imported',
  'sentences.confirmed',
  'document.signed',
  'document.unsigned',
  'document.published',
  'release.withdrawn',
] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** What happened to a document, told from its journal: the same journal always gives the same messages. */
export interface DocumentMessage {
  /** Given once, by document and entries: the same on every try, so that a receiver knows a message that it has. */
  readonly id: string
  readonly kind: WebhookKind
  readonly document: string
  readonly title: string
  /** The entries that it tells of, and when the last of them was written. */
  readonly from: number
  readonly to: number
  readonly at: string
  /** Ids of the people who did it. */
  readonly by: readonly string[]
  /** Of confirmed sentences: how many. */
  readonly sentences?: number
  /** Of a release: its number. */
  readonly release?: number
}

/** A message and the receivers it goes to. */
export interface QueuedMessage {
  readonly message: DocumentMessage
  readonly to: readonly string[]
}

/** Why a try brought nothing. `refused`: the receiver answered with a status that is no success. The last three are of e-mail. */
export const deliveryFaults = [
  'refused',
  'timeout',
  'unreachable',
  'not-trusted',
  'address-private',
  'address-open',
  'redirected',
  'sign-in-refused',
  'recipient-refused',
  'no-tls',
] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

/** How one try ended. `status` is that of HTTP, 0 where there was no answer. */
export type DeliveryTry =
  | { readonly type: 'delivered'; readonly status: number }
  | { readonly type: 'failed'; readonly fault: DeliveryFault; readonly status: number }

/** A message on its way to one receiver, or at its end. */
export interface Delivery {
  readonly message: DocumentMessage
  readonly to: string
  /** Since when it is tried. */
  readonly since: string
  readonly tries: number
  readonly last: (DeliveryTry & { readonly at: string }) | null
  /** When it is tried again; null at its end. */
  readonly next: string | null
  readonly state: 'waiting' | 'delivered' | 'given-up'
}

/** A receiver that an administrator named. Its secret is beside it, and never on a page after it was made. */
export interface Receiver {
  readonly id: string
  readonly url: string
  readonly kinds: readonly WebhookKind[]
  readonly madeAt: string
  readonly paused?: { readonly at: string; readonly why: 'failing' | 'gone' | 'person' }
}

/** `allowPrivate`: receivers may be on this machine or in a private network, and reached without TLS there. */
export interface WebhookSettings {
  readonly allowPrivate: boolean
  readonly receivers: readonly (Receiver & { readonly secret: string })[]
}

export const outboxLimits = {
  receivers: 20,
  /** Messages that wait for one receiver; with one more, the oldest is given up. */
  waiting: 1_000,
  /** Deliveries at their end that are listed, of all receivers. */
  ended: 200,
  /** A message is tried for so long, and a receiver that takes nothing for so long is paused; in milliseconds. */
  patience: 3 * 24 * 60 * 60 * 1000,
} as const
