import { isRefusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { accountRecord } from '../../workspace/people/account-record.ts'
import { erasePerson, viewErasure } from '../../workspace/people/data/erase.ts'
import { exportOwnData, exportPersonData } from '../../workspace/people/data/person-data.ts'
import { addPerson, changePerson, declareSinglePerson, invite, listPeople } from '../../workspace/people/people.ts'
import type { Handlers } from '../api.ts'
import type { PublicAddress } from '../public-address.ts'
import type { CatalogueSessionStore } from '../sessions.ts'

type PeopleRoutes =
  | 'people'
  | 'accountRecord'
  | 'addPerson'
  | 'changePerson'
  | 'invite'
  | 'exportOwnData'
  | 'exportPersonData'
  | 'erasure'
  | 'erasePerson'
  | 'declareSinglePerson'

export function peopleHandlers(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
  address: PublicAddress | null,
): Pick<Handlers, PeopleRoutes> {
  const doors = { sessions: (person: string) => sessions.sessionsOf(person) }
  return {
    people: ({ actor }) => listPeople(workspace, actor),
    accountRecord: ({ actor, query }) => accountRecord(workspace, actor, query),
    async addPerson({ actor, body }) {
      const added = await addPerson(workspace, actor, body)
      return isRefusal(added) ? added : { person: added.person, link: invitationLink(address, added.token) }
    },
    async changePerson({ actor, params: { person }, body }) {
      const changed = await changePerson(workspace, actor, { person, ...body })
      if (!isRefusal(changed) && !changed.person.active) await sessions.endSessionsOf(person)
      return changed
    },
    async invite({ actor, params: { person } }) {
      const invited = await invite(workspace, actor, { person })
      return isRefusal(invited) ? invited : { link: invitationLink(address, invited.token) }
    },
    exportOwnData: ({ actor }) => exportOwnData(workspace, actor, doors),
    exportPersonData: ({ actor, params }) => exportPersonData(workspace, actor, params, doors),
    erasure: ({ actor, params }) => viewErasure(workspace, actor, params, doors.sessions),
    async erasePerson({ actor, params, body }) {
      const answer = await erasePerson(workspace, actor, { ...params, ...body })
      if (!isRefusal(answer) && answer.erased) await sessions.endSessionsOf(params.person)
      return answer
    },
    declareSinglePerson: ({ actor, body }) => declareSinglePerson(workspace, actor, body),
  }
}

/**
 * A one-time link; without a public address, its path. The token is in the fragment, which browsers neither send nor log.
 */
export function invitationLink(address: PublicAddress | null, token: string): string {
  return `${address ? `${address.origin}${address.base}` : ''}/invite#${token}`
}
