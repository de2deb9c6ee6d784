import { isRefusal } from '../../model/refusal.ts'
import { changeEngine } from '../../workspace/core/engine-settings.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { changeSettings, viewSettings } from '../../workspace/core/settings.ts'
import type { Handlers } from '../api.ts'
import type { Site } from '../site.ts'

type SettingsRoutes = 'settings' | 'changeSettings' | 'changeEngine'

export function settingsHandlers(workspace: Workspace, site: Site): Pick<Handlers, SettingsRoutes> {
  return {
    settings: ({ actor }) => viewSettings(workspace, actor),
    async changeSettings({ actor, body }) {
      const refusal = await site.refusal()
      if (refusal) return refusal
      const changed = await changeSettings(workspace, actor, body)
      // The list of documents and the newest pages name the office.
      if (!isRefusal(changed)) await site.write()
      return changed
    },
    changeEngine: ({ actor, body }) => changeEngine(workspace, actor, body),
  }
}
