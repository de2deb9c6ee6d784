import type { SessionView } from '../../contract/views/session.ts'
import type { Person } from '../../model/people.ts'
import { engineSettings } from '../core/engine-settings.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import { passkeysOf } from './passkeys.ts'
import { proofOf } from './proof.ts'
import { signInSettings } from './sign-in-settings.ts'

/** What every page needs to know of the workspace and of the signed-in person; `proved` is the document for which they showed who they are. */
export async function viewSession(
  workspace: Workspace,
  person: Person | null,
  proved: string | null = null,
): Promise<SessionView> {
  const { state: people } = await workspace.people.read()
  const { provider } = await signInSettings(workspace)
  return {
    person,
    workspace: await workspaceSettings(workspace),
    engine: (await engineSettings(workspace)).active,
    singlePerson: people.singlePerson,
    provider: provider ? { label: provider.label, host: new URL(provider.issuer).host } : null,
    proof: person && (await proofOf(workspace, person)),
    proved: person && proved,
    hasPasskey: person !== null && (await passkeysOf(workspace, person.id)).length > 0,
    next: null,
  }
}
