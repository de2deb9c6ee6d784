import { checkerVersion } from '../../checks/registry.ts'
import type { DocumentView, PackedView } from '../../contract/views/documents.ts'
import type { SignOffStatus } from '../../contract/views/signing.ts'
import { type Finding, type FindingCode, findingCodes } from '../../model/finding.ts'
import { tableOf } from '../../model/names.ts'
import { packSteps } from '../../model/packed-segments.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { type DocumentState, type SegmentStateName, segmentStates } from '../../model/state.ts'
import { mapSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import type { PeopleState } from '../../review/people.ts'
import { standingState } from '../../review/presented.ts'
import { isWaived } from '../../review/waivers.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { analyseNow } from './analyse-now.ts'
import { statusOfRun } from './runs-elsewhere.ts'
import { namesOfSources, sourcesOfDrafts } from './source-names.ts'

/** How many segments are in each state: none is final while the signature does not hold. */
export function countStates(state: DocumentState, signOff: SignOffStatus): Readonly<Record<SegmentStateName, number>> {
  const byState = Map.groupBy([...state.segments.values()], (segment) =>
    standingState(segment.state, signOff === 'signed'),
  )
  return tableOf(segmentStates, (name) => byState.get(name)?.length ?? 0)
}

/** Everything that the document page shows. */
export async function viewDocument(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<DocumentView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state } = opened
  const beside = await besideState(workspace, opened)
  return { state: { ...state, segments: Object.fromEntries(state.segments) }, ...beside }
}

/** The same with its segments packed. */
export async function viewPacked(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<PackedView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { segments, ...state } = opened.state
  const packed = await inSlices(packSteps(state.document.blocks, segments), workspace.world.pause)
  return { state, segments: packed, ...(await besideState(workspace, opened)) }
}

async function besideState(
  workspace: Workspace,
  { state, people }: { readonly state: DocumentState; readonly people: PeopleState },
): Promise<Omit<DocumentView, 'state'>> {
  const analysis = await analyseNow(workspace, state)
  const { status, staleness } = await signedStatus(workspace, state, analysis, people)
  return {
    ...(await inSlices(analysis.documentTerms.steps(), workspace.world.pause)),
    people: people.people.map(({ id, name, roles, active, away }) => ({
      id,
      name,
      roles,
      active,
      ...(away && { away }),
    })),
    sources: await namesOfSources(workspace, sourcesOfDrafts(state)),
    drafting: await statusOfRun(workspace, state.document.id),
    signOff: status,
    staleness,
    singlePerson: people.singlePerson,
    office: await officeRules(workspace),
  }
}

/** What was found, and what was looked at for it. */
interface CheckedFindings {
  readonly findings: readonly (Finding & { readonly waived: boolean })[]
  readonly checked: { readonly segments: number; readonly checks: readonly FindingCode[]; readonly checker: string }
}

/** Every finding of the document; those that a waiver covers are marked. */
export async function listFindings(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<CheckedFindings | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  const { pause } = workspace.world
  const analysis = await analyseNow(workspace, state)
  const findings = await inSlices(analysis.findings.steps(), pause)
  const waived = (finding: Finding) => isWaived(state, finding, people.singlePerson)
  return {
    findings: await inSlices(
      mapSteps(findings, (finding) => ({ ...finding, waived: waived(finding) })),
      pause,
    ),
    checked: { segments: analysis.contexts.length, checks: findingCodes, checker: checkerVersion },
  }
}
