import { checkerVersion } from '../../checks/registry.ts'
import type { SignOffSheet } from '../../contract/views.ts'
import type { Binding } from '../../model/signoff.ts'
import type { DocumentState } from '../../model/state.ts'
import type { PeopleState } from '../../review/people.ts'
import { bindingOf, staleness } from '../../review/signoff.ts'
import type { Workspace } from '../core/open.ts'
import type { Analysis } from '../documents/analysis.ts'
import { sheetOf } from './figure-sheet.ts'

/** The binding of a signature made now. */
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
      figures: sheetOf(state, analysis, people),
      findings: analysis.findings(),
      checker: checkerVersion,
      people,
    },
    workspace.world.digest,
  )
}

type SignedStatus = Pick<SignOffSheet, 'status' | 'staleness'>

/**
 * Whether the document is signed, and why its signature no longer holds if it does not. The status does not depend on
 * people's names, so it is valid as long as the analysis.
 */
export function signedStatus(
  workspace: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
): SignedStatus {
  if (state.signOff === undefined) return { status: 'never', staleness: null }
  const cached = workspace.statuses.get(analysis)
  if (cached) return cached
  const stale = staleness(state, bindingNow(workspace, state, analysis, people))
  const status: SignedStatus = { status: stale === null ? 'signed' : 'stale', staleness: stale }
  workspace.statuses.set(analysis, status)
  return status
}
