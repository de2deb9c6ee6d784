import type { Person } from '../../model/people.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { acceptInvitation, changePassword, signIn, viewInvitation } from '../../workspace/people/accounts.ts'
import { viewSession } from '../../workspace/people/session-view.ts'
import { listTokens, makeToken, revokeToken } from '../../workspace/people/tokens.ts'
import type { ActorOf } from '../actor.ts'
import type { Call, Handlers } from '../api.ts'
import { comeIn, done } from '../begin-session.ts'
import type { KnownBrowsers } from '../guessing/known-browsers.ts'
import { originOf } from '../provider/callback.ts'
import { providerOf } from '../provider/provider-sessions.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import type { SignInDoors } from './sign-in.ts'

type SessionRoutes =
  | 'session'
  | 'signIn'
  | 'signOut'
  | 'invitation'
  | 'acceptInvitation'
  | 'changePassword'
  | 'tokens'
  | 'makeToken'
  | 'revokeToken'

export function sessionHandlers(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
  actorOf: ActorOf,
  browsers: KnownBrowsers,
  { provider: ask, address, halfway }: SignInDoors,
): Pick<Handlers, SessionRoutes> {
  async function begin({ request, response }: Pick<Call<'signIn'>, 'request' | 'response'>, person: Person) {
    browsers.remember(request, response, person.login)
    if (await comeIn(workspace, request, person)) return viewSession(workspace, person)
    return { ...(await viewSession(workspace, null)), next: (await halfway(request))?.step ?? null }
  }

  return {
    async session({ request }) {
      const person = await actorOf(request, 'session')
      const { proved } = request.session
      const view = await viewSession(workspace, person, proved && Date.now() < proved.until ? proved.document : null)
      return person === null ? { ...view, next: (await halfway(request))?.step ?? null } : view
    },
    async signIn({ body, request, response }) {
      const person = await signIn(workspace, body)
      return isRefusal(person) ? person : begin({ request, response }, person)
    },
    async signOut({ request }) {
      const { provider: tokens } = request.session
      await done((callback) => request.session.destroy(callback))
      const provider = tokens ? await providerOf(workspace) : null
      const isThere = provider !== null && tokens !== undefined && provider.settings.issuer === tokens.issuer
      return { done: true, leave: isThere ? await ask.leave(provider, tokens, `${originOf(address, request)}/`) : null }
    },
    invitation: ({ body }) => viewInvitation(workspace, body),
    async acceptInvitation({ body, request, response }) {
      const person = await acceptInvitation(workspace, body)
      if (isRefusal(person)) return person
      await sessions.endSessionsOf(person.id)
      return begin({ request, response }, person)
    },
    async changePassword({ actor, body, request }) {
      const changed = await changePassword(workspace, actor, body)
      if (!isRefusal(changed)) await sessions.endSessionsOf(actor.id, request.sessionID)
      return changed
    },
    tokens: ({ actor }) => listTokens(workspace, actor),
    makeToken: ({ actor, body }) => makeToken(workspace, actor, body),
    revokeToken: ({ actor, params }) => revokeToken(workspace, actor, params),
  }
}
