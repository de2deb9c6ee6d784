import type { QualityView } from '../../contract/views/quality.ts'
import { segmentsOf } from '../../model/document.ts'
import type { Person } from '../../model/people.ts'
import type { IssueCategory, IssueSeverity, SampleSize } from '../../model/quality.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import { presentSegments } from '../../review/assignments.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { isDone, qualitySteps } from '../../review/quality.ts'
import { qualityRowSteps } from '../../review/quality-rows.ts'
import { decideSample } from '../../review/sampling.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import { sendCommand } from './segments.ts'
import { type Appended, changeDocument } from './write-document.ts'

/** Marks what is wrong with a sentence as it was seen. */
export function markIssue(
  workspace: Workspace,
  actor: Person,
  {
    document,
    ...issue
  }: {
    readonly document: string
    readonly category: IssueCategory
    readonly severity: IssueSeverity
  } & Omit<Extract<SegmentCommand, { readonly type: 'mark-issue' }>, 'type' | 'issue'>,
): Promise<Appended | Refusal> {
  return sendCommand(workspace, actor, document, { type: 'mark-issue', issue: workspace.world.newId(), ...issue })
}

/** Draws sentences at random; by chance alone, so that nobody chooses which. */
export function drawSample(
  workspace: Workspace,
  actor: Person,
  { document, size }: { readonly document: string; readonly size: SampleSize },
): Promise<Appended | Refusal> {
  const { chance, newId } = workspace.world
  const sample = { id: newId(), seed: Math.floor(chance.random() * 2 ** 32), size }
  return changeDocument(workspace, actor, document, (state, people) => decideSample(state, sample, actor, people))
}

/** The assessment of a document as it stands, by the settings of now. */
export async function viewQuality(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<QualityView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  const { quality: settings } = await workspaceSettings(workspace)
  const { singlePerson } = people
  const { pause } = workspace.world
  const rows = await inSlices(qualityRowSteps(state, singlePerson), pause)
  const { samples = [] } = state
  const ids = [...samples, ...rows.flatMap(({ assessed, issues }) => [...(assessed ? [assessed] : []), ...issues])]
  return {
    title: state.document.title,
    quality: await inSlices(qualitySteps(state, settings, singlePerson), pause),
    settings,
    rows,
    samples,
    left: leftOf(state, singlePerson),
    names: Object.fromEntries(ids.map(({ by }) => [by, nameOf(people, by)])),
  }
}

/** The sentences of the last sample that wait, in reading order. */
function leftOf(state: DocumentState, singlePerson: boolean): QualityView['left'] {
  const last = state.samples?.at(-1)
  if (last === undefined) return []
  const open = new Set(presentSegments(state, last.segments).filter((id) => !isDone(state, id, last.at, singlePerson)))
  return segmentsOf(state.document).flatMap(({ id }, index) =>
    open.has(id) ? [{ segment: id, number: index + 1 }] : [],
  )
}
