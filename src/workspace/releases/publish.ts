import type { ReleaseView } from '../../contract/views.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Release } from '../../model/release.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from '../documents/analyse-now.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { releaseOf } from './release.ts'

/** Makes a numbered edition of what was signed. Refused where the signature does not hold, or is published already. */
export async function publish(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<ReleaseView | Refusal> {
  const opened = await openFor(workspace, actor, 'publish', document)
  if (isRefusal(opened)) return opened
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
  return viewOf(release)
}

/** Every edition of every document, the latest first. Those of a document whose journal is damaged are left out. */
export async function listReleases(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly releases: readonly ReleaseView[] } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const releases = [...(await allReleases(workspace, () => true))].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return { releases: releases.map(viewOf) }
}

/**
 * All that was ever published, document by document, editions in order: what the public pages are made of. A damaged
 * journal is thrown, for pages made without its document would take down what is published; unless `passOver` says
 * that this document may be left out.
 */
export async function allReleases(
  workspace: Workspace,
  passOver: (document: string) => boolean = () => false,
): Promise<readonly Release[]> {
  const releases: Release[] = []
  for (const id of await workspace.documents()) {
    try {
      releases.push(...releasesIn((await workspace.document(id).read()).entries))
    } catch (fault) {
      if (!(fault instanceof DamagedJournal) || !passOver(id)) throw fault
    }
  }
  return releases
}

/** The last release of a document, in its entries. */
export function lastRelease(entries: readonly Entry[]): Release | undefined {
  return releasesIn(entries).at(-1)
}

function releasesIn(entries: readonly Entry[]): readonly Release[] {
  return entries.flatMap(({ event }) => (event.type === 'document-released' ? [event.release] : []))
}

/** Where a release stands on this server. */
export function releasePath(document: string, number: number): string {
  return `/published/d/${document}/v${number}/`
}

function viewOf({ document, title, number, at, by, errata }: Release): ReleaseView {
  return { document, title: title.target, number, at, by, errata: errata.length, path: releasePath(document, number) }
}
