import type { DocumentState } from '../model/state.ts'
import type { Analysis } from './analysis.ts'
import type { Workspace } from './open.ts'
import { workspaceSettings } from './settings.ts'

/** A document under the termbase and the house style as they are now. */
export async function analyseNow(workspace: Workspace, state: DocumentState): Promise<Analysis> {
  const { state: termbase } = await workspace.termbase.read()
  const { style } = await workspaceSettings(workspace)
  return workspace.analyst.analyse(state, termbase, style)
}
