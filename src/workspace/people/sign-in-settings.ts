import type { SignInView } from '../../contract/views/sign-in.ts'
import type { SecondFactor } from '../../model/passkey.ts'
import { type Person, roles } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { isIssuer, type ProviderSettings } from '../../model/sign-in.ts'
import { type StoredSignIn, storedSignIn } from '../../schemas/sign-in.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { readStored } from '../core/stored.ts'
import { wellFormed } from '../core/well-formed.ts'
import { accountsOf, recordAccount } from './accounts.ts'

/** The turn in which these settings are changed, and where they are stored. */
export const signInName = 'sign-in'

/** Where nobody has set one. */
export const noSecondFactor: SecondFactor = { when: 'off', roles: [] }

/** How people sign in, the secret included: for the door to the provider, never for a page. */
export async function signInSettings({ world }: Pick<Workspace, 'world'>): Promise<StoredSignIn> {
  return (await readStored(world.settings, signInName, storedSignIn)) ?? {}
}

/** The same as administrators may see it: of the secret only whether it is set. */
export async function viewSignIn(workspace: Workspace, actor: Person): Promise<SignInView | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const { provider, secret, secondFactor = noSecondFactor } = await signInSettings(workspace)
  return { provider: provider ?? null, secretSet: secret !== undefined, secondFactor }
}

/** A provider as an administrator sets it. Without `secret` the stored one stays, if provider and client do; '' removes it. */
export type ProviderChange = ProviderSettings & { readonly secret?: string | undefined }

/**
 * Sets or removes the provider. Both are entries of the people's record, since they say who becomes who. Refuses
 * `provider-locks-out` as long as no administrator could sign in without the provider.
 */
export async function changeProvider(
  workspace: Workspace,
  actor: Person,
  { provider: change }: { readonly provider: ProviderChange | null },
): Promise<SignInView | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  return workspace.turns.take(signInName, async () => {
    const before = await signInSettings(workspace)
    const provider = change && providerIn(change)
    if (provider !== null && isRefusal(provider)) return provider
    if (provider !== null && !(await someAdministratorHasPassword(workspace))) return refuse('provider-locks-out')
    const refused = await recordAccount(workspace, actor.id, { type: 'provider-set', v: 1, provider })
    if (refused) return refused
    const secret = provider && secretWith(before, provider, change?.secret)
    const { secondFactor } = before
    await workspace.world.settings.set(signInName, {
      ...(provider && { provider }),
      ...(secret && { secret }),
      ...(secondFactor && { secondFactor }),
    })
    return { provider, secretSet: Boolean(secret), secondFactor: secondFactor ?? noSecondFactor }
  })
}

function providerIn({ secret: _, ...change }: ProviderChange): ProviderSettings | Refusal {
  const { issuer, clientId, scope, claim, roles: mapping, makesAccounts, label } = wellFormed(change)
  if (!isIssuer(issuer.trim())) return refuse('bad-request', { place: 'issuer' })
  if (clientId.trim() === '') return refuse('bad-request', { place: 'clientId' })
  if (claim.trim() === '') return refuse('bad-request', { place: 'claim' })
  const clean = (values: readonly string[]) => [
    ...new Set(values.map((value) => value.trim()).filter((value) => value !== '')),
  ]
  const cleaned = {
    translator: clean(mapping.translator),
    reviser: clean(mapping.reviser),
    approver: clean(mapping.approver),
    terminologist: clean(mapping.terminologist),
    administrator: clean(mapping.administrator),
  }
  if (roles.every((role) => cleaned[role].length === 0)) return refuse('bad-request', { place: 'roles' })
  const scopes = [...new Set(['openid', ...scope.split(/\s+/).filter((word) => word !== '')])].join(' ')
  const { zh, en } = label
  return {
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    scope: scopes,
    claim: claim.trim(),
    roles: cleaned,
    makesAccounts,
    label: { zh: zh.trim(), en: en.trim() },
  }
}

/** A secret belongs to one client of one provider, and is sent to no other. */
function secretWith(before: StoredSignIn, { issuer, clientId }: ProviderSettings, given: string | undefined): string {
  if (given !== undefined) return given
  const isSame = before.provider?.issuer === issuer && before.provider.clientId === clientId
  return isSame ? (before.secret ?? '') : ''
}

async function someAdministratorHasPassword(workspace: Workspace): Promise<boolean> {
  const { state } = await workspace.people.read()
  const accounts = await accountsOf(workspace)
  return state.people.some(
    (person) => person.active && mayDo(person, 'manage-people') && accounts[person.id]?.password !== undefined,
  )
}
