import { changeEngine } from '../../workspace/core/engine-settings.ts'
import { localServers, viewEngines } from '../../workspace/core/engines.ts'
import {
  installOfflineModel,
  removeOfflineModel,
  stopOfflineModel,
  viewOfflineModel,
} from '../../workspace/core/offline-model.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { viewSettings } from '../../workspace/core/settings.ts'
import { viewFormats } from '../../workspace/core/view-formats.ts'
import { testEngine } from '../../workspace/documents/one-draft.ts'
import { changeSettingsAndPages } from '../../workspace/releases/change-settings.ts'
import type { Handlers } from '../api.ts'

type SettingsRoutes =
  | 'formats'
  | 'settings'
  | 'changeSettings'
  | 'changeEngine'
  | 'engines'
  | 'findLocalServers'
  | 'testEngine'
  | 'offlineModel'
  | 'installOfflineModel'
  | 'stopOfflineModel'
  | 'removeOfflineModel'

export function settingsHandlers(workspace: Workspace): Pick<Handlers, SettingsRoutes> {
  return {
    formats: ({ actor }) => viewFormats(workspace, actor),
    settings: ({ actor }) => viewSettings(workspace, actor),
    changeSettings: ({ actor, body }) => changeSettingsAndPages(workspace, actor, body),
    changeEngine: ({ actor, body }) => changeEngine(workspace, actor, body),
    engines: ({ actor }) => viewEngines(workspace, actor),
    findLocalServers: ({ actor }) => localServers(workspace, actor),
    testEngine: ({ actor, body }) => testEngine(workspace, actor, body),
    offlineModel: ({ actor }) => viewOfflineModel(workspace, actor),
    installOfflineModel: ({ actor, body }) => installOfflineModel(workspace, actor, body),
    stopOfflineModel: ({ actor }) => stopOfflineModel(workspace, actor),
    removeOfflineModel: ({ actor }) => removeOfflineModel(workspace, actor),
  }
}
