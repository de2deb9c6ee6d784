import type { Role } from './people.ts'

/** A passkey as its person sees it. */
export interface Passkey {
  /** The id of the credential, in base64url. */
  readonly id: string
  readonly name: string
  /** An instant in UTC, ISO 8601. */
  readonly madeAt: string
}

/** What is stored of a passkey: no secret is in it. */
export interface StoredPasskey extends Passkey {
  /** The public key (COSE), in base64url. */
  readonly publicKey: string
  /** How often it has signed, as it says itself; 0 for those that do not count. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** The most passkeys of one person. */
export const mostPasskeys = 20

/**
 * When a passkey is asked for at sign-in, whichever way somebody comes in: never, of whoever has one, or besides of everybody with one of
 * these roles, who then has to set one up. At signing it is asked of whoever has one in any case.
 */
export interface SecondFactor {
  readonly when: 'off' | 'held' | 'required'
  readonly roles: readonly Role[]
}

/** What somebody who has shown once who they are has still to do before they are signed in. */
export const nextSteps = ['passkey', 'enrol'] as const
export type NextStep = (typeof nextSteps)[number]

/** What follows the right password, or the word of the provider or of a proxy. */
export function stepAfterPassword(
  { when, roles }: SecondFactor,
  person: { readonly roles: readonly Role[] },
  hasPasskey: boolean,
): NextStep | null {
  if (when === 'off') return null
  if (hasPasskey) return 'passkey'
  return when === 'required' && person.roles.some((role) => roles.includes(role)) ? 'enrol' : null
}

/** What somebody who is signed in uses a passkey for; the answer is good for that alone. */
export type PasskeyPurpose =
  | { readonly type: 'sign'; readonly document: string; readonly sequence: number }
  | { readonly type: 'withdraw'; readonly document: string; readonly number: number }
  | { readonly type: 'add' }
  | { readonly type: 'remove'; readonly passkey: string }
  /** To link one's account at the provider. */
  | { readonly type: 'link' }

/** How long one administrator's word for a recovery waits for that of another, in days. */
export const recoveryDays = 7
