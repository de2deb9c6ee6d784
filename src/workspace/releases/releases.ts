import type { ReleaseView } from '../../contract/views/releases.ts'
import type { Entry } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Release, Withdrawal } from '../../model/release.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { folderOf } from '../../publishing/addresses.ts'
import { withdrawalOf, withdrawalsIn } from '../../review/withdrawal.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** Every release of every document, the latest first, except those of documents with a damaged journal. */
export async function listReleases(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly releases: readonly ReleaseView[] } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const releases = [...(await allReleases(workspace, () => true))].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const withdrawals = await allWithdrawals(workspace, () => true)
  return { releases: releases.map((release) => viewOf(release, withdrawalOf(release, withdrawals))) }
}

/**
 * Every release, by document and in order: the content of the public pages. Throws for a damaged journal, since pages
 * made without its document would remove published ones; a document that `passOver` accepts is left out instead.
 */
export function allReleases(
  workspace: Workspace,
  passOver?: (document: string) => boolean,
): Promise<readonly Release[]> {
  return inEveryDocument(workspace, (_document, entries) => releasesIn(entries), passOver)
}

/** Every withdrawal of a release; of damaged journals as with releases. */
export function allWithdrawals(
  workspace: Workspace,
  passOver?: (document: string) => boolean,
): Promise<readonly Withdrawal[]> {
  return inEveryDocument(workspace, withdrawalsIn, passOver)
}

async function inEveryDocument<T>(
  workspace: Workspace,
  read: (document: string, entries: readonly Entry[]) => readonly T[],
  passOver: (document: string) => boolean = () => false,
): Promise<readonly T[]> {
  const all: T[] = []
  for (const { id, fault } of await workspace.outlines.unreadable()) {
    if (!(fault instanceof DamagedJournal) || !passOver(id)) throw fault
  }
  for (const { id, releases } of await workspace.outlines.all()) {
    if (releases === 0) continue
    try {
      all.push(...read(id, await (await workspace.look(id)).entries()))
    } catch (fault) {
      if (!(fault instanceof DamagedJournal) || !passOver(id)) throw fault
    }
  }
  return all
}

/** The last release of a document, in its entries. */
export function lastRelease(entries: readonly Entry[]): Release | undefined {
  return releasesIn(entries).at(-1)
}

/** The releases of a document, in its entries. */
export function releasesIn(entries: readonly Entry[]): readonly Release[] {
  return entries.flatMap(({ event }) => (event.type === 'document-released' ? [event.release] : []))
}

/** The path of a release on this server. */
export function releasePath(document: string, number: number): string {
  return `/published/${folderOf(document, number)}`
}

export function viewOf(
  { document, title, number, at, by, errata }: Release,
  withdrawal: Withdrawal | undefined,
): ReleaseView {
  return {
    document,
    title: title.target,
    number,
    at,
    by,
    errata: errata.length,
    path: releasePath(document, number),
    withdrawn: withdrawal === undefined ? null : { at: withdrawal.at, by: withdrawal.name, reason: withdrawal.reason },
  }
}
