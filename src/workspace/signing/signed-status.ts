import { checkerVersion } from '../../checks/registry.ts'
import type { SignOffSheet } from '../../contract/views/signing.ts'
import type { ChainHead } from '../../model/head.ts'
import type { Binding } from '../../model/signoff.ts'
import type { DocumentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import type { PeopleState } from '../../review/people.ts'
import { bindingSteps, staleness } from '../../review/signoff.ts'
import type { Workspace } from '../core/open.ts'
import type { PublicName } from '../core/public-names.ts'
import type { Analysis } from '../documents/analysis.ts'
import { sheetSteps } from './figure-sheet.ts'

/** What distinguishes bindings: the heads they name, the earlier one they are compared with, how they call people. */
interface Making {
  readonly heads?: readonly ChainHead[]
  readonly like?: Binding
  readonly nameFor?: PublicName
}

/** The binding of a signature made now, with the heads that it names; or one like another, to compare with. */
export async function bindingNow(
  { world: { digest, pause } }: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
  { heads, like, nameFor }: Making,
): Promise<Binding> {
  const findings = await inSlices(analysis.findings.steps(), pause)
  const figures = await inSlices(sheetSteps(state, analysis, people, nameFor), pause)
  const { terms } = analysis
  const bound = { terms, figures, findings, checker: checkerVersion, people, ...(heads && { heads }) }
  return inSlices(bindingSteps(state, bound, digest, like), pause)
}

type SignedStatus = Pick<SignOffSheet, 'status' | 'staleness'>

/**
 * Whether the document is signed, and why its signature no longer holds if it does not. The status does not depend on
 * people's names, so it is valid as long as the analysis.
 */
export async function signedStatus(
  workspace: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
): Promise<SignedStatus> {
  if (state.signOff === undefined) return { status: 'never', staleness: null }
  const cached = workspace.statuses.get(analysis)
  if (cached) return cached
  const { binding } = state.signOff
  const stale = staleness(state, await bindingNow(workspace, state, analysis, people, { like: binding }))
  const status: SignedStatus = { status: stale === null ? 'signed' : 'stale', staleness: stale }
  workspace.statuses.set(analysis, status)
  return status
}
