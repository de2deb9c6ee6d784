import { type AccessType, accessTypes } from './access.ts'
import type { PeopleEvent } from './event.ts'
import type { Role } from './people.ts'

/** What can be read about an account: the entries of the people's record, and what happened at the door. */
export const accountActs = [
  'person-added',
  'person-renamed',
  'roles-changed',
  'person-deactivated',
  'person-reactivated',
  'person-invited',
  'password-set',
  'single-person-declared',
  'absence-set',
  'token-made',
  'token-revoked',
  'identity-linked',
  'identity-unlinked',
  'provider-set',
  'passkey-added',
  'passkey-removed',
  'recovery-asked',
  'recovery-agreed',
  'data-exported',
  'erasure-asked',
  'person-erased',
  'second-factor-set',
  ...accessTypes,
] as const satisfies readonly (PeopleEvent['type'] | AccessType)[]
export type AccountAct = (typeof accountActs)[number]

export interface AccountEntry {
  readonly at: string
  readonly act: AccountAct
  /** Who did it, by name; null where nobody was signed in, or for the programme itself. */
  readonly by: string | null
  /** Whose account it concerns, by name; null for nobody's. */
  readonly person: string | null
  /** The roles that `person-added` and `roles-changed` gave. */
  readonly roles?: readonly Role[]
  /** The address that asked, of what happened at the door. */
  readonly address?: string
  /** Of `act-refused`, the route. */
  readonly route?: string
  /** Of an identity, who it is at which provider. */
  readonly detail?: string
  /** Done because the provider of sign-in said so. */
  readonly byProvider?: true
}
