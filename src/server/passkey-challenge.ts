import type { PasskeyPurpose } from '../model/passkey.ts'

/** What a challenge is good for: to make a passkey, to come in, or what a signed-in person does. */
export type ChallengePurpose = PasskeyPurpose | { readonly type: 'make' } | { readonly type: 'enter' }

/** What a browser was asked with; it is answered once. */
export interface PasskeyChallenge {
  readonly value: string
  /** The id of whoever was asked. */
  readonly person: string
  readonly purpose: ChallengePurpose
  /** Until when it can be answered, in milliseconds since 1970. */
  readonly until: number
}
