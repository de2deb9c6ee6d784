import type { OfflineModelName, OfflineModelState } from '../../model/offline-model.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'

/** What is known of the offline engine's model. */
export async function viewOfflineModel(workspace: Workspace, actor: Person): Promise<OfflineModelState | Refusal> {
  const people = await admit(workspace, actor, 'read')
  return isRefusal(people) ? people : workspace.world.offlineModels.state()
}

/** Begins to install a model, whose licence the administrator has read. Refuses a mirror that is no web address. */
export async function installOfflineModel(
  workspace: Workspace,
  actor: Person,
  { model, mirror }: { readonly model: OfflineModelName; readonly mirror?: string | undefined },
): Promise<OfflineModelState | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  if (mirror !== undefined && !/^https?:$/.test(URL.parse(mirror)?.protocol ?? '')) {
    return refuse('model-address', { address: mirror })
  }
  const { offlineModels } = workspace.world
  return offlineModels.install(model, mirror) ?? offlineModels.state()
}

/** Stops the installation under way, if there is one. */
export async function stopOfflineModel(workspace: Workspace, actor: Person): Promise<OfflineModelState | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  await workspace.world.offlineModels.stop()
  return workspace.world.offlineModels.state()
}

/** Deletes the installed model. */
export async function removeOfflineModel(workspace: Workspace, actor: Person): Promise<OfflineModelState | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  await workspace.world.offlineModels.remove()
  return workspace.world.offlineModels.state()
}
