import type { Person } from '../../model/people.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { ProofKind } from '../../model/sign-in.ts'
import type { Workspace } from '../core/open.ts'
import { accountsOf, refusalOfPresentPassword } from './accounts.ts'
import { signInSettings } from './sign-in-settings.ts'

/** By what somebody who is signed in shows anew that it is they, before they put their name to something. */
export interface Proof {
  readonly password?: string | undefined
  /** Whether they have just signed in anew at the provider, for this very act. */
  readonly atProvider?: boolean | undefined
  /** Whether they have just used a passkey of theirs, for this very act. */
  readonly withPasskey?: boolean | undefined
}

/** How this person shows it: whoever has a password by that, all others at the provider. */
export async function proofOf(workspace: Workspace, person: Pick<Person, 'id'>): Promise<ProofKind> {
  if ((await accountsOf(workspace))[person.id]?.password !== undefined) return 'password'
  const { provider } = await signInSettings(workspace)
  const { state } = await workspace.people.read()
  const isThere = state.identities.some((one) => one.person === person.id && one.issuer === provider?.issuer)
  return isThere ? 'provider' : 'none'
}

/**
 * The refusal if somebody has not shown that it is they. A passkey is asked of whoever has one, after the password if there is
 * one: it shows of itself that they are there and who they are. Else `wrong-password`, `provider-again` where they have to sign in at
 * the provider once more, and `proof-none` where they have no way to show it.
 */
export async function refusalOfProof(workspace: Workspace, actor: Person, proof: Proof): Promise<Refusal | null> {
  const kind = await proofOf(workspace, actor)
  const hasPasskey = ((await accountsOf(workspace))[actor.id]?.passkeys ?? []).length > 0
  if (hasPasskey) {
    const wrong = kind === 'password' ? await refusalOfPresentPassword(workspace, actor, proof.password ?? '') : null
    return wrong ?? (proof.withPasskey === true ? null : refuse('passkey-needed'))
  }
  switch (kind) {
    case 'password':
      return refusalOfPresentPassword(workspace, actor, proof.password ?? '')
    case 'provider':
      return proof.atProvider === true ? null : refuse('provider-again')
    case 'none':
      return refuse('proof-none')
  }
}
