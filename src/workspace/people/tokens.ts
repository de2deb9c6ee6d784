import { type ApiToken, type TokenScope, tokenLimits, tokenScopes } from '../../model/api-token.ts'
import type { Person } from '../../model/people.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { activePerson } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { accountsName, accountsOf, keepAccount, recordAccount } from './accounts.ts'

/** What every token begins with, so that one that was published by mistake is found. */
export const tokenPrefix = 'dzt_'

const dayMilliseconds = 24 * 60 * 60 * 1000

/** A token, and whose it is. */
export interface HeldToken {
  readonly person: Person
  readonly token: ApiToken
}

/** The tokens of a person that are good now, the newest first. */
export async function listTokens(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly tokens: readonly ApiToken[] }> {
  return { tokens: (await goodTokens(workspace, actor.id)).map(shown).reverse() }
}

/**
 * Makes a token for oneself. Its text is given once; stored is a hash. It is an entry of the people's record. Refuses
 * `bad-request` for a name or scopes that are empty, and `tokens-too-many`.
 */
export async function makeToken(
  workspace: Workspace,
  actor: Person,
  asked: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number },
): Promise<{ readonly token: ApiToken; readonly text: string } | Refusal> {
  const { clock, digest, secrets, newId } = workspace.world
  const name = asked.name.toWellFormed().trim()
  const scopes = tokenScopes.filter((scope) => asked.scopes.includes(scope))
  if (name === '' || scopes.length === 0) return refuse('bad-request', { place: name === '' ? 'name' : 'scopes' })
  return workspace.turns.take(accountsName, async () => {
    const held = await goodTokens(workspace, actor.id)
    if (held.length >= tokenLimits.each) return refuse('tokens-too-many', { most: String(tokenLimits.each) })
    const madeAt = clock()
    const expires = new Date(Date.parse(madeAt) + asked.days * dayMilliseconds).toISOString()
    const token: ApiToken = { id: newId(), name, scopes, madeAt, expires }
    const text = `${tokenPrefix}${token.id}_${secrets.newToken()}`
    const event = { type: 'token-made', v: 1, person: actor.id, token: token.id, name, scopes, expires } as const
    const refused = await recordAccount(workspace, actor.id, event)
    if (refused) return refused
    const account = (await accountsOf(workspace))[actor.id]
    await keepAccount(workspace, actor.id, { ...account, tokens: [...held, { ...token, hash: digest(text) }] })
    return { token, text }
  })
}

/** Ends a token of one's own. Refuses `token-unknown`. */
export async function revokeToken(
  workspace: Workspace,
  actor: Person,
  { token }: { readonly token: string },
): Promise<{ readonly done: true } | Refusal> {
  return workspace.turns.take(accountsName, async () => {
    const held = await goodTokens(workspace, actor.id)
    if (!held.some(({ id }) => id === token)) return refuse('token-unknown')
    const refused = await recordAccount(workspace, actor.id, { type: 'token-revoked', v: 1, person: actor.id, token })
    if (refused) return refused
    const account = (await accountsOf(workspace))[actor.id]
    await keepAccount(workspace, actor.id, { ...account, tokens: held.filter(({ id }) => id !== token) })
    return { done: true }
  })
}

/** Whose token a text is; null for none that is good now, and for people who are not active. */
export async function holderOfToken(workspace: Workspace, text: string): Promise<HeldToken | null> {
  const { clock, digest } = workspace.world
  if (!text.startsWith(tokenPrefix)) return null
  // The hash is of 256 random bits: what comparing it tells by its time leads to none of them.
  const hash = digest(text)
  const now = clock()
  for (const [holder, { tokens = [] }] of Object.entries(await accountsOf(workspace))) {
    const token = tokens.find((one) => one.hash === hash)
    if (token === undefined) continue
    const person = now < token.expires ? await activePerson(workspace, holder) : null
    return person && { person, token: shown(token) }
  }
  return null
}

async function goodTokens(workspace: Workspace, person: string) {
  const now = workspace.world.clock()
  return ((await accountsOf(workspace))[person]?.tokens ?? []).filter(({ expires }) => now < expires)
}

function shown({ id, name, scopes, madeAt, expires }: ApiToken): ApiToken {
  return { id, name, scopes, madeAt, expires }
}
