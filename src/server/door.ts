import type { Request } from 'express'
import type { RouteName } from '../contract/routes.ts'
import type { AccessType } from '../model/access.ts'
import type { Person } from '../model/people.ts'
import { isRefusal } from '../model/refusal.ts'
import { loginKey } from '../review/people.ts'
import type { Workspace } from '../workspace/core/open.ts'

/** Notes what happens at the door: who came in or left, and who was refused what. */
export interface Door {
  /** What a route answered to somebody; most answers are not noted. */
  answered(name: RouteName, actor: Person | null, request: Request, answer: unknown): void
  /** Somebody came in by the provider or a proxy, or was refused at the provider. */
  entered(request: Request, person: Person): void
  refusedAtProvider(request: Request): void
  /** A limit on tries was reached; called once until it is over. */
  exceeded(request: Request): void
}

export function openDoor({ people, world }: Pick<Workspace, 'people' | 'world'>): Door {
  function note(type: AccessType, person: string | null, request: Request, route?: RouteName): void {
    const address = request.ip ?? ''
    world.access.add({ at: world.clock(), type, person, address, ...(route !== undefined && { route }) })
  }
  /** Whoever has the login that was given: what was typed is not kept, since it may be a password. */
  function named(request: Request): string | null {
    const login: unknown = request.body?.login
    if (typeof login !== 'string') return null
    return people.peek()?.state.people.find((person) => loginKey(person.login) === loginKey(login))?.id ?? null
  }
  return {
    answered(name, actor, request, answer) {
      const code = isRefusal(answer) ? answer.code : null
      if (code === 'role-missing') return note('act-refused', actor?.id ?? null, request, name)
      switch (name) {
        case 'signIn':
          if (code === null && request.session.person !== undefined) note('signed-in', named(request), request)
          else if (code === 'wrong-password') note('sign-in-refused', named(request), request)
          return
        case 'signOut':
          return note('signed-out', actor?.id ?? null, request)
        case 'invitation':
        case 'acceptInvitation':
          if (code === 'link-invalid') note('link-refused', null, request)
          else if (name === 'acceptInvitation' && code === null && request.session.person !== undefined)
            note('signed-in', request.session.person, request)
          return
        case 'enterByPasskey':
        case 'enrolPasskey':
          if (code === null) note('signed-in', request.session.person ?? null, request)
          else if (code === 'passkey-wrong') note('passkey-refused', request.session.half?.person ?? null, request)
          return
        case 'changePassword':
        case 'beginPasskey':
        case 'removePasskey':
        case 'signOff':
        case 'withdrawRelease':
        case 'beginLink':
          if (code === 'wrong-password') note('password-refused', actor?.id ?? null, request)
          else if (code === 'passkey-wrong') note('passkey-refused', actor?.id ?? null, request)
      }
    },
    entered: (request, person) => note('signed-in', person.id, request),
    refusedAtProvider: (request) => note('provider-refused', request.session.person ?? null, request),
    exceeded(request) {
      note('too-many-tries', request.session.person ?? named(request), request)
    },
  }
}
