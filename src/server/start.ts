import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createOfflineModels } from '../engines/offline/model/models.ts'
import { findLocalServers } from '../engines/openai-compatible/local-servers.ts'
import { formats } from '../formats/registry.ts'
import type { EngineSettings } from '../model/engine.ts'
import type { Role } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { isRefusal } from '../model/refusal.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import { DamagedJournal } from '../ports/journal.ts'
import type { Signer } from '../ports/world.ts'
import { isBehind } from '../review/clock.ts'
import { type DiskAccessLog, openDiskAccessLog } from '../stores/disk/access-log.ts'
import { openDiskOriginals } from '../stores/disk/originals.ts'
import { openDiskSite } from '../stores/disk/site.ts'
import { openDiskSnapshots } from '../stores/disk/snapshots.ts'
import { engineSettings } from '../workspace/core/engine-settings.ts'
import { recordHeads } from '../workspace/core/heads.ts'
import { openWorkspace, type Workspace } from '../workspace/core/open.ts'
import { type KnownKeys, knownKeys, recordFirstKey } from '../workspace/core/signing-keys.ts'
import type { World } from '../workspace/core/world.ts'
import { type TakenUp, takeUpDocuments } from '../workspace/documents/document-snapshot.ts'
import { stopAllDrafting } from '../workspace/documents/drafting.ts'
import { loadSample } from '../workspace/documents/sample.ts'
import { loadGlossary } from '../workspace/glossary/terms.ts'
import { type Invited, inviteFirstPeople, setUp } from '../workspace/people/set-up.ts'
import { ledgerFaults, updateSite } from '../workspace/releases/site.ts'
import { createApp } from './app.ts'
import { workBeside } from './beside.ts'
import { reviewRoomFolder, siteAssets } from './built-assets.ts'
import { issueCommandToken } from './command-token.ts'
import { modelsFolder, siteFolder } from './defaults.ts'
import { digest, digestBytes } from './digest.ts'
import { createEngines, type Engines } from './engines.ts'
import { extractApart } from './extraction.ts'
import { createFileThreads, type FileThreads } from './file-threads.ts'
import { createAttempts } from './guessing/attempts.ts'
import { invitationLink } from './handlers/people.ts'
import { createIds } from './ids.ts'
import { createJudgingThreads, type JudgingThreads } from './judging-threads.ts'
import { createMemoryThread, type MemoryThread } from './memory-host.ts'
import { type Faults, openFaults, type Tell } from './notices.ts'
import { createPause } from './pause.ts'
import { type Held, openPlace, type Place } from './place.ts'
import { openDictionaries, proofreader } from './proofreader.ts'
import { type PublicAddress, proxiesOfThisMachine, type Reach } from './public-address.ts'
import { createReadApart } from './reading.ts'
import { secrets } from './secrets.ts'
import { CatalogueSessionStore } from './sessions.ts'
import { fingerprintOf, KeyLost, openSigningKey, signingKeyFile, verifySignature } from './signing-key.ts'
import { usable } from './unusable.ts'
import { createWriteApart } from './writing.ts'

const root = join(import.meta.dirname, '../..')

export interface StartOptions {
  /** Folder of the workspace; made if it is not there. */
  readonly workspace: string
  /** The address of a PostgreSQL that has the journals and settings, for several servers; without it they are in the folder. */
  readonly database?: string
  /** Port on 127.0.0.1; if it is taken, any free one. 0 for any. */
  readonly port: number
  /** The public address, where a proxy stands before the server. */
  readonly address?: PublicAddress
  /** The proxies that are trusted; of this machine alone unless given, and none without a public address. */
  readonly proxies?: readonly string[]
  /** Whether to serve the review room, or the API alone. */
  readonly room: boolean
  /** Whether a new workspace gets the sample and its people. */
  readonly sample?: boolean
  /**
   * Whether the first people who never set a password get new one-time links: `once` if they have no valid link,
   * `again` also if they have, which becomes invalid; `again` unless given.
   */
  readonly invite?: 'none' | 'once' | 'again'
  readonly log: 'silent' | Tell
}

export interface RunningServer {
  readonly type: 'server'
  /** Where it listens, with the path of the public address: what the command line talks to. */
  readonly address: string
  /** Where people reach it: the public address, else where it listens. */
  readonly publicAddress: string
  readonly port: number
  readonly workspace: string
  readonly engine: EngineSettings['active']
  readonly commandToken: string
  /** One-time links of people who have not set a password yet. */
  readonly invitations: readonly { readonly name: string; readonly roles: readonly Role[]; readonly path: string }[]
  stop(): Promise<void>
}

/**
 * Opens a workspace and serves it on loopback; or returns who holds it. Throws `Unusable`, `WrongStore`, `DamagedJournal`
 * and `KeyLost` for files that are not valid, `StoreUnavailable` for a database that does not answer, and the errors of
 * the system if the folder or the port is not available.
 */
export async function startServer(options: StartOptions): Promise<RunningServer | Held> {
  const { workspace: folder } = options
  const tell: Tell = options.log === 'silent' ? () => {} : options.log
  const damaged = new Set<string>()
  const place = await openPlace({
    folder,
    ...(options.database !== undefined && { database: options.database }),
    onReport(journal, report) {
      if (report.type === 'damaged') damaged.add(journal)
      tell({ type: 'journal', journal, report })
    },
  })
  if (place.type === 'held') return place
  const faults = openFaults(folder, tell)
  const threads = openThreads(folder)
  try {
    // Servers that begin at once fill a workspace one after the other.
    const begun = await place.coordination.take('start', () =>
      begin(options, place, { threads, faults, damaged, tell }),
    )
    return await serve(options, place, { ...begun, threads, faults, tell })
  } catch (error) {
    threads.close()
    await place.close()
    throw error
  }
}

interface Begun {
  readonly workspace: Workspace
  readonly access: DiskAccessLog
  readonly invitations: readonly Invited[]
  /** What was taken up from a snapshot. */
  readonly taken: TakenUp
  /** Journals of which a fault was told. */
  readonly told: ReadonlySet<string>
}

/** Opens the workspace, and brings it to where a server can serve it. */
async function begin(
  options: StartOptions,
  place: Place,
  {
    threads,
    faults,
    damaged,
    tell,
  }: {
    readonly threads: Threads
    readonly faults: Faults
    readonly damaged: ReadonlySet<string>
    readonly tell: Tell
  },
): Promise<Begun> {
  const { workspace: folder } = options
  const keys = await knownKeys(place.journals)
  const signer = await openKey(folder, keys)
  const access = openDiskAccessLog(join(folder, 'access.log'), (fault) => faults(fault, 'access.log'))
  const stores = { ...place, signer, access, siteAssets: await siteAssets() }
  const workspace = openOnDisk(folder, stores, threads, faults)
  await recordFirstKey(workspace.settings, signer.key, keys)
  const taken: TakenUp = place.coordination.shared ? new Map() : await takeUpDocuments(workspace)
  await tellClock(workspace, tell)
  await fill(workspace, place.settings, options.sample === true)
  const invitations = await invite(workspace, options.invite ?? 'again')
  const told = await tellLedger(workspace, damaged, tell)
  await refreshSite(workspace, tell)
  return { workspace, access, invitations, taken, told }
}

interface Running {
  readonly threads: Threads
  readonly faults: Faults
  readonly tell: Tell
}

async function serve(
  options: StartOptions,
  { settings, coordination, ...place }: Place,
  { workspace, access, invitations, threads, faults, ...begun }: Begun & Running,
): Promise<RunningServer> {
  const { workspace: folder } = options
  // Where several servers share a folder, commands go through none of them.
  const commandToken = issueCommandToken(coordination.shared ? null : folder)
  const base = options.address?.base ?? ''
  const attempts = createAttempts({ catalogue: settings, coordination, now: Date.now }, (fault) =>
    faults(fault, 'attempts'),
  )
  const app = createApp({
    workspace,
    sessions: new CatalogueSessionStore({ catalogue: settings, coordination, now: Date.now }, (fault) =>
      faults(fault, 'sessions'),
    ),
    sessionSecret: await sessionSecret(settings),
    attempts,
    commandToken,
    room: options.room ? await reviewRoomFolder() : null,
    siteFolder: siteFolder(folder),
    faults,
    reach: reachOf(options),
  })
  // Of commands few proofread.
  if (options.room) openDictionaries()
  const server = createServer(app)
  const port = await listen(server, options.port)
  const address = `http://127.0.0.1:${port}${base}`
  place.announce(address)
  const report = (fault: unknown) => void faults(fault, 'beside')
  const beside = workBeside(workspace, { folder, ...begun, checks: options.room, report })
  return {
    type: 'server',
    address,
    publicAddress: options.address ? `${options.address.origin}${base}` : address,
    port,
    workspace: folder,
    engine: (await engineSettings(workspace)).active,
    commandToken: commandToken.token,
    invitations: invitations.map(({ person, token }) => ({
      ...person,
      path: invitationLink(options.address ?? null, token),
    })),
    async stop() {
      stopAllDrafting(workspace)
      await workspace.world.offlineModels.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await recordHeads(workspace).catch((fault) => faults(fault, 'heads'))
      await beside.stop()
      threads.close()
      await Promise.all([attempts.written(), access.written()])
      commandToken.remove()
      await place.close()
    },
  }
}

function reachOf({ address, proxies }: StartOptions): Reach {
  return { address: address ?? null, proxies: proxies ?? (address ? proxiesOfThisMachine : []) }
}

/** Over a damaged record of people nobody is invited; all who have a password come in as before. */
async function invite(workspace: Workspace, whom: 'none' | 'once' | 'again'): Promise<readonly Invited[]> {
  if (whom === 'none') return []
  const { damage } = await workspace.people.read()
  return damage === null ? inviteFirstPeople(workspace, { again: whom === 'again' }) : []
}

/** A key that is lost is told as what it is. */
async function openKey(folder: string, keys: KnownKeys): Promise<Signer> {
  try {
    return openSigningKey(folder, keys)
  } catch (error) {
    if (error instanceof KeyLost) throw error
    return usable(signingKeyFile(folder), () => Promise.reject(error))
  }
}

/** Tells whether the clock is behind the time at which heads were recorded last: at the last stop, if there was one. */
async function tellClock(workspace: Workspace, tell: Tell): Promise<void> {
  const { last } = await workspace.heads.read()
  const clock = workspace.world.clock()
  if (last !== undefined && isBehind(clock, last.at)) tell({ type: 'clock', clock, at: last.at })
}

/**
 * Tells which journals are not what was recorded, signed or published of them, as far as the start has to know. What is
 * damaged in itself is told already. Gives the journals of which something was told.
 */
async function tellLedger(
  workspace: Workspace,
  damaged: ReadonlySet<string>,
  tell: Tell,
): Promise<ReadonlySet<string>> {
  const told = new Set(damaged)
  for (const fault of await ledgerFaults(workspace)) {
    if (!damaged.has(fault.journal)) tell({ type: 'ledger', fault })
    told.add(fault.journal)
  }
  return told
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

/** The threads that work beside the server. */
interface Threads {
  readonly files: FileThreads
  readonly judges: JudgingThreads
  readonly memory: MemoryThread
  readonly engines: Engines
  close(): void
}

function openThreads(folder: string): Threads {
  const files = createFileThreads()
  const judges = createJudgingThreads(createPause())
  const memory = createMemoryThread(join(folder, 'memory'), createPause())
  const engines = createEngines(modelsFolder(folder))
  return {
    files,
    judges,
    memory,
    engines,
    close() {
      files.close()
      judges.close()
      memory.close()
      engines.close()
    },
  }
}

function openOnDisk(
  folder: string,
  {
    journals,
    settings,
    coordination,
    signer,
    access,
    siteAssets,
  }: Pick<World, 'journals' | 'settings' | 'coordination' | 'signer' | 'access' | 'siteAssets'>,
  { files, judges, memory, engines }: Omit<Threads, 'close'>,
  faults: Faults,
): Workspace {
  const pause = createPause()
  return openWorkspace({
    journals,
    settings,
    coordination,
    signer,
    access,
    siteAssets,
    site: openDiskSite(siteFolder(folder)),
    originals: openDiskOriginals(join(folder, 'originals')),
    snapshots: openDiskSnapshots(join(folder, 'snapshots')),
    clock: () => new Date().toISOString(),
    pause,
    digest,
    digestBytes,
    newId: createIds(),
    verifySignature,
    fingerprintOf,
    secrets,
    engines: engines.open,
    offlineModels: createOfflineModels(modelsFolder(folder), (fault) => faults(fault, 'workspace')),
    findLocalServers,
    chance: { wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }), random: Math.random },
    judges,
    memory,
    extract: extractApart,
    // The workspace already reported a damaged journal when it opened it.
    report(fault) {
      if (!(fault instanceof DamagedJournal)) faults(fault, 'workspace')
    },
    formats,
    read: createReadApart(files),
    write: createWriteApart(files),
    proofreader,
  })
}

/**
 * A new workspace gets the shipped glossary, its people and the sample; an old one is left as it is. What a first start
 * cut short has still to bring, the next one brings.
 */
async function fill(workspace: Workspace, settings: Catalogue, sample: boolean): Promise<void> {
  const isNew = (await workspace.people.read()).state.people.length === 0
  if (isNew && sample) await settings.set(samplePending, true)
  const glossary = 'zh-CN_en.csv'
  await loadGlossary(workspace, { filename: glossary, bytes: await readFile(join(root, 'glossary', glossary)) })
  await setUp(workspace, { sample })
  const { people } = (await workspace.people.read()).state
  const administrator = people.find((person) => person.active && mayDo(person, 'manage-people'))
  if ((await settings.get(samplePending)) === true && administrator) {
    const read = async (filename: string) => ({ filename, bytes: await readFile(join(root, 'samples', filename)) })
    const loaded = await loadSample(workspace, administrator, {
      document: await read('press-conference.zh.txt'),
      memory: await read('press-conference.tmx'),
      drafts: await readFile(join(root, 'samples/drafts.jsonl')),
    })
    if (isRefusal(loaded)) throw new Error(`the sample was refused: ${loaded.code} ${JSON.stringify(loaded.params)}`)
    await settings.set(samplePending, undefined)
  }
}

const samplePending = 'sample-pending'

async function sessionSecret(settings: Catalogue): Promise<string> {
  const stored = await settings.get('session-secret')
  if (typeof stored === 'string') return stored
  const secret = randomBytes(32).toString('base64url')
  await settings.set('session-secret', secret)
  return secret
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(listen(server, 0))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server listens on no port'))
      else resolve(address.port)
    })
  })
}
