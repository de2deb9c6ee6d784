import type { ReleaseView } from '../../contract/views.ts'
import type { DocumentEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from '../documents/analyse-now.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { releaseOf } from './release.ts'
import { lastRelease, releasesIn, viewOf } from './releases.ts'
import { refusalToPublish, updateSite } from './site.ts'

/**
 * Makes a numbered edition of what was signed, and its pages. The journal comes first: the pages of an edition that is
 * recorded there are made when the workspace is opened again, should this be cut short. Refused where the signature does
 * not hold, where it is published already, and where the site cannot be brought up to date.
 */
export async function publish(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<ReleaseView | Refusal> {
  const opened = await openFor(workspace, actor, 'publish', document)
  if (isRefusal(opened)) return opened
  const refusal = await refusalToPublish(workspace)
  if (refusal !== null) return refusal
  const entries = await workspace.document(document).write(actor.id, async ({ state, entries: before }) => {
    if (state === null) return refuse('document-unknown', { document })
    const { state: people } = await workspace.people.read()
    const analysis = await analyseNow(workspace, state)
    const { signOff } = state
    if (signOff === undefined || signedStatus(workspace, state, analysis, people).status !== 'signed') {
      return refuse('not-signed')
    }
    const last = lastRelease(before)
    if (last?.signOff.signature === signOff.signature) {
      return refuse('already-released', { number: String(last.number) })
    }
    const stamp = { at: workspace.world.clock(), by: actor.id }
    const release = releaseOf({ ...state, signOff }, analysis, people, { ...stamp, last })
    const event: DocumentEvent = { type: 'document-released', v: 1, release }
    return [event]
  })
  if (isRefusal(entries)) return entries
  const [release] = releasesIn(entries)
  if (release === undefined) throw new Error('a release was written and is not there')
  await updateSite(workspace, 'releases')
  return viewOf(release)
}
