import type { Request } from 'express'
import { isOpenToTokens } from '../contract/route.ts'
import { type RouteName, routes } from '../contract/routes.ts'
import type { Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { loginKey } from '../review/people.ts'
import { activePerson } from '../workspace/core/lookup.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { holderOfToken } from '../workspace/people/tokens.ts'
import { type CommandToken, commandRoutes } from './command-token.ts'

/**
 * The person a request acts for: that of its session, of its token, or the one the command line names. Null for inactive
 * people, and where the provider that began the session vouches for them no more.
 */
export type ActorOf = (request: Request, route: RouteName) => Promise<Person | null>

export function createActorOf(
  workspace: Workspace,
  token: CommandToken,
  holds: (request: Request) => Promise<boolean>,
): ActorOf {
  return async (request, route) => {
    if (request.get('authorization') === undefined) {
      const id = request.session.person
      return id === undefined || !(await holds(request)) ? null : activePerson(workspace, id)
    }
    const held = await holderOfToken(workspace, bearerIn(request))
    if (held !== null) return isOpenToTokens(routes[route], held.token.scopes) ? held.person : null
    if (!token.matches(request.get('authorization')) || !commandRoutes.has(route)) return null
    const { state } = await workspace.people.read()
    const active = state.people.filter((person) => person.active)
    const login = request.get('x-duizhao-as')
    const person =
      login === undefined
        ? active.find((person) => mayDo(person, 'manage-people'))
        : active.find((person) => loginKey(person.login) === loginKey(decoded(login)))
    return person ?? null
  }
}

/** What stands behind `Bearer` in the `Authorization` header; '' for another scheme. */
export function bearerIn(request: Request): string {
  return /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1] ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
