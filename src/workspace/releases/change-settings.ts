import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { SettingsChange, WorkspaceSettings } from '../../model/settings.ts'
import type { Workspace } from '../core/open.ts'
import { changeSettings } from '../core/settings.ts'
import { refusalToPublish, updateSite } from './site.ts'

/** Changes the settings, and the pages that show them: the index and the newest pages of each document. */
export async function changeSettingsAndPages(
  workspace: Workspace,
  actor: Person,
  change: SettingsChange,
): Promise<{ readonly settings: WorkspaceSettings } | Refusal> {
  const refusal = await refusalToPublish(workspace)
  if (refusal !== null) return refusal
  const changed = await changeSettings(workspace, actor, change)
  if (!isRefusal(changed)) await updateSite(workspace, 'settings')
  return changed
}
