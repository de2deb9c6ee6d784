import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createOfflineModels } from '../../engines/offline/model/models.ts'
import { findLocalServers } from '../../engines/openai-compatible/local-servers.ts'
import { formats } from '../../formats/registry.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { openDiskOriginals } from '../../stores/disk/originals.ts'
import { openDiskSite } from '../../stores/disk/site.ts'
import { openDiskSnapshots } from '../../stores/disk/snapshots.ts'
import { openWorkspace, type Workspace } from '../../workspace/core/open.ts'
import type { World } from '../../workspace/core/world.ts'
import { modelsFolder, siteFolder } from '../defaults.ts'
import { digest, digestBytes } from '../digest.ts'
import { extractApart } from '../extraction.ts'
import { createIds } from '../ids.ts'
import type { Faults } from '../notices.ts'
import { createPause } from '../pause.ts'
import { proofreader } from '../proofreader.ts'
import { createReadApart } from '../reading.ts'
import { createRenderApart } from '../rendering.ts'
import { searchApart } from '../searching.ts'
import { secrets } from '../secrets.ts'
import { createSendMail } from '../sending/mail.ts'
import { createPostWebhook } from '../sending/webhook.ts'
import { fingerprintOf, verifySignature } from '../signing-key.ts'
import { createWriteApart } from '../writing.ts'
import type { Threads } from './threads.ts'

/** What a workspace has of the place it is in. */
type Doors = Pick<World, 'journals' | 'settings' | 'coordination' | 'signer' | 'access' | 'siteAssets' | 'reviewPage'>

/** Opens a workspace in a world of this machine: its disk, its clock, its chance, and the threads of the server. */
export function openOnDisk(
  folder: string,
  { journals, settings, coordination, signer, access, siteAssets, reviewPage }: Doors,
  { files, judges, memory, engines }: Omit<Threads, 'close'>,
  faults: Faults,
): Workspace {
  return openWorkspace({
    journals,
    settings,
    coordination,
    signer,
    access,
    siteAssets,
    reviewPage,
    site: openDiskSite(siteFolder(folder)),
    originals: openDiskOriginals(join(folder, 'originals')),
    snapshots: openDiskSnapshots(join(folder, 'snapshots')),
    clock: () => new Date().toISOString(),
    pause: createPause(),
    digest,
    digestBytes,
    newId: createIds(),
    verifySignature,
    fingerprintOf,
    secrets,
    engines: engines.open,
    chat: engines.chat,
    offlineModels: createOfflineModels(modelsFolder(folder), (fault) => faults(fault, 'workspace')),
    findLocalServers,
    chance: { wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }), random: Math.random },
    judges,
    memory,
    postWebhook: createPostWebhook(),
    sendMail: createSendMail(),
    extract: extractApart,
    search: searchApart(createPause()),
    // The workspace already reported a damaged journal when it opened it.
    report(fault) {
      if (!(fault instanceof DamagedJournal)) faults(fault, 'workspace')
    },
    formats,
    read: createReadApart(files),
    write: createWriteApart(files),
    renderPart: createRenderApart(files),
    proofreader,
  })
}
