import type { ProviderTokens } from './door.ts'

/** What a session that was begun by the provider has of it. */
export interface ProviderSession extends ProviderTokens {
  /** When the provider vouched for the person last, in milliseconds since 1970. */
  readonly vouched: number
  /** When it was asked in vain since. */
  readonly tried?: number
}
