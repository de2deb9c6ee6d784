import type { Role } from './people.ts'

/** Who somebody is at a provider of sign-in: OpenID Connect promises that the two together are never given to another. */
export interface Identity {
  /** The address of the provider, as its tokens say it. */
  readonly issuer: string
  /** The name of the account there (`sub`). */
  readonly subject: string
}

/** An identity, and whose account it opens. */
export interface LinkedIdentity extends Identity {
  /** The id of the person. */
  readonly person: string
}

/** A provider of OpenID Connect by which the people of the office sign in. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  /** What is asked for, parted by spaces; `openid` is among it. */
  readonly scope: string
  /** The claim with the values that roles follow; a dot leads into an object: `realm_access.roles`. */
  readonly claim: string
  /** By role, the values of the claim that give it. */
  readonly roles: Readonly<Record<Role, readonly string[]>>
  /** Whether somebody who has a role and no account gets one at the first sign-in. */
  readonly makesAccounts: boolean
  /** What stands on the button; empty: the host of the provider. */
  readonly label: { readonly zh: string; readonly en: string }
}

/** What a provider said of somebody who has just signed in there. */
export interface ProviderWord extends Identity {
  readonly name: string
  readonly login: string
  /** The roles that its claim gives; none where it gives none. */
  readonly roles: readonly Role[]
}

/**
 * How somebody who is signed in shows anew that it is they, before they sign: by their password, or at the provider where
 * they have none; `none` where they have neither.
 */
export const proofs = ['password', 'provider', 'none'] as const
export type ProofKind = (typeof proofs)[number]

const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Whether this is the address of a provider: reached through TLS, except on this machine, and without what no issuer has
 * (OpenID Connect Discovery 1.0 §4.1: neither query nor fragment).
 */
export function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || /[?#\s]/.test(text)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname))
}
