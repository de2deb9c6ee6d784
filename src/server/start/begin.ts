import { join } from 'node:path'
import { DamagedJournal } from '../../ports/journal.ts'
import type { Signer } from '../../ports/world.ts'
import { type DiskAccessLog, openDiskAccessLog } from '../../stores/disk/access-log.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { type KnownKeys, knownKeys, recordFirstKey } from '../../workspace/core/signing-keys.ts'
import { type TakenUp, takeUpDocuments } from '../../workspace/documents/document-snapshot.ts'
import type { Invited } from '../../workspace/people/set-up.ts'
import { updateSite } from '../../workspace/releases/site.ts'
import { reviewPageAssets, siteAssets } from '../built-assets.ts'
import type { Faults, Tell } from '../notices.ts'
import type { Place } from '../place.ts'
import { KeyLost, openSigningKey, signingKeyFile } from '../signing-key.ts'
import { usable } from '../unusable.ts'
import { fillWorkspace, invite } from './fill.ts'
import { reportClock, reportLedger } from './ledger.ts'
import type { StartOptions } from './options.ts'
import type { Threads } from './threads.ts'
import { openOnDisk } from './workspace.ts'

export interface BeginDoors {
  readonly threads: Threads
  readonly faults: Faults
  /** Journals that were found damaged when they were opened; reading on adds to them. */
  readonly damaged: ReadonlySet<string>
  readonly tell: Tell
}

/** A workspace that a server can serve. */
export interface Begun {
  readonly workspace: Workspace
  readonly access: DiskAccessLog
  readonly invitations: readonly Invited[]
  /** What was taken up from a snapshot. */
  readonly taken: TakenUp
  /** Journals of which a fault was reported. */
  readonly reported: ReadonlySet<string>
}

/** Opens the workspace, and brings it to where a server can serve it. */
export async function beginWorkspace(
  options: StartOptions,
  place: Place,
  { threads, faults, damaged, tell }: BeginDoors,
): Promise<Begun> {
  const { workspace: folder } = options
  const keys = await knownKeys(place.journals)
  const signer = await openKey(folder, keys)
  const access = openDiskAccessLog(join(folder, 'access.log'), (fault) => faults(fault, 'access.log'))
  const doors = { ...place, signer, access, siteAssets: await siteAssets(), reviewPage: await reviewPageAssets() }
  const workspace = openOnDisk(folder, doors, threads, faults)
  await recordFirstKey(workspace.settings, signer.key, keys)
  const taken: TakenUp = place.coordination.shared ? new Map() : await takeUpDocuments(workspace)
  await reportClock(workspace, tell)
  await fillWorkspace(workspace, place.settings, options.sample === true)
  const invitations = await invite(workspace, options.invite ?? 'again')
  const reported = await reportLedger(workspace, damaged, tell)
  await refreshSite(workspace, tell)
  return { workspace, access, invitations, taken, reported }
}

/** A key that is lost is reported as what it is. */
async function openKey(folder: string, keys: KnownKeys): Promise<Signer> {
  try {
    return openSigningKey(folder, keys)
  } catch (error) {
    if (error instanceof KeyLost) throw error
    return usable(signingKeyFile(folder), () => Promise.reject(error))
  }
}

/** The pages that are published stay as they are where the record of one of them is damaged; all else goes on. */
async function refreshSite(workspace: Workspace, tell: Tell): Promise<void> {
  try {
    await updateSite(workspace, 'settings')
  } catch (fault) {
    if (!(fault instanceof DamagedJournal)) throw fault
    tell({ type: 'site-behind', journal: fault.journal })
  }
}
