import { checkerVersion } from '../checks/registry.ts'
import type { SignOffStatus } from '../contract/views.ts'
import type { Binding, Staleness } from '../model/signoff.ts'
import type { DocumentState } from '../model/state.ts'
import type { PeopleState } from '../review/people.ts'
import { bindingOf, staleness } from '../review/signoff.ts'
import type { Analysis } from './analysis.ts'
import type { Workspace } from './open.ts'

/** What a signature would bind now. */
export function bindingNow(
  workspace: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
): Binding {
  return bindingOf(
    state,
    {
      terms: analysis.terms,
      figures: analysis.figures(),
      findings: analysis.findings(),
      checker: checkerVersion,
      people,
    },
    workspace.world.digest,
  )
}

export interface SignedStatus {
  readonly status: SignOffStatus
  readonly staleness: Staleness | null
}

/** Whether the document is signed, and where its signature no longer holds, why. */
export function signedStatus(
  workspace: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
): SignedStatus {
  if (state.signOff === undefined) return { status: 'never', staleness: null }
  const stale = staleness(state, bindingNow(workspace, state, analysis, people))
  return { status: stale === null ? 'signed' : 'stale', staleness: stale }
}
