import type { Person } from '../../model/people.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { viewSession } from '../../workspace/core/settings.ts'
import { acceptInvitation, changePassword, signIn, viewInvitation } from '../../workspace/people/accounts.ts'
import { listTokens, makeToken, revokeToken } from '../../workspace/people/tokens.ts'
import type { ActorOf } from '../actor.ts'
import type { Call, Handlers } from '../api.ts'
import type { KnownBrowsers } from '../guessing/known-browsers.ts'
import type { CatalogueSessionStore } from '../sessions.ts'

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
): Pick<Handlers, SessionRoutes> {
  /** Each sign-in makes a new session id, so that an id planted before is useless. */
  async function begin({ request, response }: Pick<Call<'signIn'>, 'request' | 'response'>, person: Person) {
    await done((callback) => request.session.regenerate(callback))
    request.session.person = person.id
    await done((callback) => request.session.save(callback))
    browsers.remember(request, response, person.login)
    return viewSession(workspace, person)
  }

  return {
    session: async ({ request }) => viewSession(workspace, await actorOf(request, 'session')),
    async signIn({ body, request, response }) {
      const person = await signIn(workspace, body)
      return isRefusal(person) ? person : begin({ request, response }, person)
    },
    async signOut({ request }) {
      await done((callback) => request.session.destroy(callback))
      return { done: true }
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

function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())))
}
