import type { ReleaseView } from '../../contract/views/releases.ts'
import type { DocumentEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { countBlocking } from '../../review/gates.ts'
import { publicHeads, recordHeads } from '../core/heads.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { isNamed, workspaceSettings } from '../core/settings.ts'
import { timeToSign } from '../core/time-to-sign.ts'
import { analyseWhole } from '../documents/analyse-now.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { releaseOf } from './release.ts'
import { lastRelease, releasesIn, viewOf } from './releases.ts'
import { refusalToPublish, updateSite } from './site.ts'

/**
 * Makes a numbered release of a signed document, and its pages. Writes the journal first: if the process is cut short,
 * the pages of a recorded release are made when the workspace is next opened. Refuses if the signature does not hold, if
 * the document is published already, if a comment blocks it, if the office has no name to stand on the page, which
 * nobody can change later, and if the site cannot be updated.
 */
export async function publish(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<ReleaseView | Refusal> {
  const opened = await openFor(workspace, actor, 'publish', document)
  if (isRefusal(opened)) return opened
  const refusal = (await refusalToPublish(workspace)) ?? (await refusalOfUnnamedOffice(workspace))
  if (refusal !== null) return refusal
  const entries = await workspace
    .document(document)
    .write(actor.id, async ({ state, last: newest, entries: before }) => {
      if (state === null) return refuse('document-unknown', { document })
      const { state: people } = await workspace.people.read()
      const analysis = await analyseWhole(workspace, state)
      const { signOff } = state
      if (signOff === undefined || (await signedStatus(workspace, state, analysis, people)).status !== 'signed') {
        return refuse('not-signed')
      }
      const blocking = countBlocking(state)
      if (blocking > 0) return refuse('comment-blocks', { count: String(blocking) })
      const last = lastRelease(await before())
      if (last?.signOff.signature === signOff.signature) {
        return refuse('already-released', { number: String(last.number) })
      }
      const damaged = await recordHeads(workspace)
      if (damaged) return damaged
      const heads = await publicHeads(workspace, [document])
      const { publishing } = await workspaceSettings(workspace)
      const at = timeToSign(workspace.world.clock(), newest)
      if (isRefusal(at)) return at
      const stamp = { at, by: actor.id }
      const release = releaseOf({ ...state, signOff }, analysis, people, { ...stamp, last, heads, publishing })
      const event: DocumentEvent = { type: 'document-released', v: 1, release }
      return [event]
    })
  if (isRefusal(entries)) return entries
  const [release] = releasesIn(entries)
  if (release === undefined) throw new Error('a release was written and is not there')
  await updateSite(workspace, 'releases')
  return viewOf(release, undefined)
}

async function refusalOfUnnamedOffice(workspace: Workspace): Promise<Refusal | null> {
  return isNamed((await workspaceSettings(workspace)).office) ? null : refuse('office-unnamed')
}
