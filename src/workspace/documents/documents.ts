import { checkerVersion } from '../../checks/registry.ts'
import type { DocumentSummary, DocumentView, SignOffStatus } from '../../contract/views.ts'
import { type Finding, type FindingCode, findingCodes } from '../../model/finding.ts'
import { tableOf } from '../../model/names.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { type DocumentState, type SegmentStateName, segmentStates } from '../../model/state.ts'
import { mapSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import type { PeopleState } from '../../review/people.ts'
import { standingState } from '../../review/presented.ts'
import { isWaived } from '../../review/waivers.ts'
import type { Page } from '../core/book.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { analyseNow } from './analyse-now.ts'
import type { Analysis } from './analysis.ts'

/** All documents, the latest imported first. */
export async function listDocuments(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly documents: readonly DocumentSummary[] } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const documents: DocumentSummary[] = []
  for (const page of await workspace.readable()) {
    const analysis = await analyseNow(workspace, page.state)
    documents.push(await summaryOf(workspace, page, analysis, people))
  }
  return { documents: documents.sort((a, b) => Date.parse(b.importedAt) - Date.parse(a.importedAt)) }
}

async function summaryOf(
  workspace: Workspace,
  { last, state }: Page<DocumentState>,
  analysis: Analysis,
  people: PeopleState,
): Promise<DocumentSummary> {
  const { pause } = workspace.world
  const counts = { error: 0, warning: 0, note: 0 }
  const findings = await inSlices(analysis.findings.steps(), pause)
  const counting = mapSteps(findings, (finding) => {
    // The states show which segments have no English; as errors these would hide the others.
    if (finding.code === 'target-empty' || isWaived(state, finding, people.singlePerson)) return
    counts[finding.severity]++
  })
  await inSlices(counting, pause)
  const signOff = (await signedStatus(workspace, state, analysis, people)).status
  return {
    id: state.document.id,
    title: state.document.title,
    importedAt: state.imported.at,
    segments: Object.keys(state.segments).length,
    states: countStates(state, signOff),
    errors: counts.error,
    warnings: counts.warning,
    signOff,
    releases: state.releases.length,
    changedAt: last?.at ?? state.imported.at,
  }
}

/** How many segments are in each state: none is final while the signature does not hold. */
export function countStates(state: DocumentState, signOff: SignOffStatus): Readonly<Record<SegmentStateName, number>> {
  const byState = Map.groupBy(Object.values(state.segments), (segment) =>
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
  const { state, people } = opened
  const analysis = await analyseNow(workspace, state)
  const { status, staleness } = await signedStatus(workspace, state, analysis, people)
  return {
    state,
    ...(await inSlices(analysis.documentTerms.steps(), workspace.world.pause)),
    people: people.people.map(({ id, name, roles }) => ({ id, name, roles })),
    drafting: workspace.runs.get(document)?.status() ?? null,
    signOff: status,
    staleness,
    singlePerson: people.singlePerson,
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
