import type { Person } from '../../model/people.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'

/** What the replies of the API hold. */

export interface SessionView {
  readonly person: Person | null
  readonly workspace: WorkspaceSettings
  readonly engine: string
  readonly singlePerson: boolean
}
