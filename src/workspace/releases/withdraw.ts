import type { ReleaseView } from '../../contract/views/releases.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decideWithdrawal, type WithdrawCommand, withdrawalOf, withdrawalsIn } from '../../review/withdrawal.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { publicNames } from '../core/public-names.ts'
import { workspaceSettings } from '../core/settings.ts'
import { timeToSign } from '../core/time-to-sign.ts'
import { type Proof, refusalOfProof } from '../people/proof.ts'
import { releasesIn, viewOf } from './releases.ts'
import { refusalToPublish, updateSite } from './site.ts'

/**
 * Withdraws a release for good, and says so on its pages. Whoever does it shows anew that it is they, as at signing: everybody reads
 * what follows. Writes the journal first, as publishing does. Refuses if the site cannot be updated, since a withdrawal
 * that no reader sees is none.
 */
export async function withdrawRelease(
  workspace: Workspace,
  actor: Person,
  { document, password, atProvider, withPasskey, ...command }: WithdrawCommand & { readonly document: string } & Proof,
): Promise<ReleaseView | Refusal> {
  const opened = await openFor(workspace, actor, 'withdraw-release', document)
  if (isRefusal(opened)) return opened
  const refusal =
    (await refusalOfProof(workspace, actor, { password, atProvider, withPasskey })) ??
    (await refusalToPublish(workspace))
  if (refusal !== null) return refusal
  const entries = await workspace.document(document).write(actor.id, async ({ state, last }) => {
    if (state === null) return refuse('document-unknown', { document })
    const at = timeToSign(workspace.world.clock(), last)
    if (isRefusal(at)) return at
    const { state: people } = await workspace.people.read()
    const { publishing } = await workspaceSettings(workspace)
    const name = publicNames(people, publishing)(actor.id, 'approver')
    return decideWithdrawal(state, command, actor, { people, name })
  })
  if (isRefusal(entries)) return entries
  await updateSite(workspace, 'releases')
  const releases = releasesIn(await (await workspace.document(document).read()).entries())
  const release = expectDefined(
    releases.find(({ number }) => number === command.number),
    'the release that was withdrawn',
  )
  return viewOf(release, withdrawalOf(release, withdrawalsIn(document, entries)))
}
