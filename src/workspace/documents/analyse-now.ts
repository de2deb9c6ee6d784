import type { DocumentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import type { Analysis, SegmentAnalysis } from './analysis.ts'

/** The analysis of a document under the present termbase and house style. */
export async function analyseNow(workspace: Workspace, state: DocumentState): Promise<Analysis> {
  const { state: termbase } = await workspace.termbase.read()
  const { style } = await workspaceSettings(workspace)
  return inSlices(workspace.analyst.analyseSteps(state, termbase, style), workspace.world.pause)
}

/** The same with its findings and figures at hand: `atOnce` gives them without work. */
export async function analyseWhole(workspace: Workspace, state: DocumentState): Promise<Analysis> {
  const analysis = await analyseNow(workspace, state)
  await inSlices(analysis.findings.steps(), workspace.world.pause)
  await inSlices(analysis.figures.steps(), workspace.world.pause)
  return analysis
}

/** What the checks say now of a segment by itself. */
export async function analyseSegment(
  workspace: Workspace,
  state: DocumentState,
  segment: string,
): Promise<SegmentAnalysis> {
  const { state: termbase } = await workspace.termbase.read()
  const { style } = await workspaceSettings(workspace)
  return workspace.analyst.analyseSegment(state, segment, termbase, style)
}
