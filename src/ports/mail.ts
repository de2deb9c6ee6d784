import type { MailServer } from '../model/notice.ts'
import type { DeliveryTry } from '../model/outbox.ts'

/** One e-mail to one address. `id` becomes its Message-ID: the same on every try. */
export interface OutgoingMail {
  readonly server: MailServer & { readonly password?: string }
  readonly to: string
  readonly id: string
  /** An instant in UTC, ISO 8601: when it was queued. */
  readonly at: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * Sends an e-mail, and waits for the server no longer than some seconds. What goes wrong is an outcome, whose `status` is
 * that of SMTP (RFC 5321 §4.2), 0 where there was none; it throws for an aborted signal alone.
 */
export type SendMail = (mail: OutgoingMail, signal: AbortSignal) => Promise<DeliveryTry>
