import { isRefusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { accountRecord } from '../../workspace/people/account-record.ts'
import { addPerson, changePerson, declareSinglePerson, invite, listPeople } from '../../workspace/people/people.ts'
import type { Handlers } from '../api.ts'
import type { CatalogueSessionStore } from '../sessions.ts'

type PeopleRoutes = 'people' | 'accountRecord' | 'addPerson' | 'changePerson' | 'invite' | 'declareSinglePerson'

export function peopleHandlers(workspace: Workspace, sessions: CatalogueSessionStore): Pick<Handlers, PeopleRoutes> {
  return {
    people: ({ actor }) => listPeople(workspace, actor),
    accountRecord: ({ actor, query }) => accountRecord(workspace, actor, query),
    async addPerson({ actor, body }) {
      const added = await addPerson(workspace, actor, body)
      return isRefusal(added) ? added : { person: added.person, link: invitationPath(added.token) }
    },
    async changePerson({ actor, params: { person }, body }) {
      const changed = await changePerson(workspace, actor, { person, ...body })
      if (!isRefusal(changed) && !changed.person.active) await sessions.endSessionsOf(person)
      return changed
    },
    async invite({ actor, params: { person } }) {
      const invited = await invite(workspace, actor, { person })
      return isRefusal(invited) ? invited : { link: invitationPath(invited.token) }
    },
    declareSinglePerson: ({ actor, body }) => declareSinglePerson(workspace, actor, body),
  }
}

/** The path of a one-time link. The token is in the fragment, which browsers neither send nor log. */
export function invitationPath(token: string): string {
  return `/invite#${token}`
}
