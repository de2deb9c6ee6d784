import type { NextStep } from '../../model/passkey.ts'
import type { Person } from '../../model/people.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import type { ProofKind } from '../../model/sign-in.ts'

/** What the replies of the API hold. */

export interface SessionView {
  readonly person: Person | null
  readonly workspace: WorkspaceSettings
  readonly engine: string
  readonly singlePerson: boolean
  /** What stands on the button of the office's provider; null without one. */
  readonly provider: { readonly label: { readonly zh: string; readonly en: string }; readonly host: string } | null
  /** How the person shows before signing that it is they; null where nobody is signed in. */
  readonly proof: ProofKind | null
  /** The id of the document for which they have just shown it at the provider. */
  readonly proved: string | null
  /** Whether they have a passkey, which is asked for before signing. */
  readonly hasPasskey: boolean
  /** What somebody who has just given their password has still to do; null where they are signed in, or nobody is. */
  readonly next: NextStep | null
}
