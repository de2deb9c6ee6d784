import { modelDisk } from '../engines/offline/model/disk.ts'
import { installFromFolder } from '../engines/offline/model/install-folder.ts'
import { patience } from '../engines/offline/model/options.ts'
import type { InstalledModel, ModelProgress, OfflineModelName } from '../model/offline-model.ts'
import type { Refusal } from '../model/refusal.ts'
import { modelsFolder } from './defaults.ts'

/** The licence of the models that are known by name. */
export { modelLicence } from '../engines/offline/model/manifest.ts'

/**
 * Installs a model from a folder of this machine into a workspace, whether a server holds it or not: a model is in place
 * in one step, and the server finds it there. Only for whoever may write the workspace's files, never over the API.
 */
export function installModelFromFolder(
  workspace: string,
  name: OfflineModelName | 'own',
  folder: string,
  tell: (progress: ModelProgress) => void,
): Promise<InstalledModel | Refusal> {
  const options = { models: modelsFolder(workspace), disk: modelDisk, signal: new AbortController().signal, tell }
  return installFromFolder(name, folder, { ...options, now: () => new Date(), ...patience })
}
