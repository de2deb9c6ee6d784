import type { SecondFactor } from '../../model/passkey.ts'
import type { ProviderSettings } from '../../model/sign-in.ts'

/** How people sign in, as administrators see it. */
export interface SignInView {
  readonly provider: ProviderSettings | null
  /** Whether the client has a secret. */
  readonly secretSet: boolean
  readonly secondFactor: SecondFactor
}
