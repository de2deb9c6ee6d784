import type { DeliveryTry } from '../model/outbox.ts'

/** One message to one receiver. `body` is JSON; `at` an instant in UTC, ISO 8601: when it is sent. */
export interface WebhookPost {
  readonly url: string
  readonly id: string
  readonly at: string
  readonly body: string
  /** As it was given to the receiver: `whsec_` and the key in base64. */
  readonly secret: string
  /** Whether it may go to this machine or into a private network. */
  readonly allowPrivate: boolean
}

/** `after`: how long the receiver asks to be left alone, in milliseconds; 0 if it does not. */
export type PostOutcome = DeliveryTry & { readonly after: number }

/**
 * Sends a message as Standard Webhooks has it, and waits for the answer no longer than some seconds. What goes wrong is an
 * outcome; it throws for an aborted signal alone.
 */
export type PostWebhook = (post: WebhookPost, signal: AbortSignal) => Promise<PostOutcome>
