import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { textFormats } from '../formats/by-name.ts'
import type { Role } from '../model/people.ts'
import { isRefusal } from '../model/refusal.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import { openLowdbCatalogue } from '../stores/lowdb/catalogue.ts'
import { openLowdbJournal } from '../stores/lowdb/journal.ts'
import { type Holder, lockWorkspace } from '../stores/lowdb/lock.ts'
import { stopAllDrafting } from '../workspace/drafting.ts'
import { engineSettings } from '../workspace/engine-settings.ts'
import { openWorkspace, type Workspace } from '../workspace/open.ts'
import { loadSample } from '../workspace/sample.ts'
import { setUp } from '../workspace/set-up.ts'
import { loadGlossary } from '../workspace/terms.ts'
import type { EngineSettings } from '../workspace/world.ts'
import { createApp } from './app.ts'
import { bundleReviewRoom } from './bundle.ts'
import { issueCommandToken } from './command-token.ts'
import { openEngine } from './engines.ts'
import { invitationPath } from './handlers/people.ts'
import { secrets } from './secrets.ts'
import { CatalogueSessionStore } from './sessions.ts'
import { openSigningKey, verifySignature } from './signing-key.ts'
import { openSite } from './site.ts'

export const defaultPort = 4700
const root = join(import.meta.dirname, '../..')

export interface StartOptions {
  /** Folder of the workspace; made if it is not there. */
  readonly workspace: string
  /** Port on 127.0.0.1; if it is taken, any free one. 0 for any. */
  readonly port: number
  /** Whether to serve the review room, or the API alone. */
  readonly room: boolean
  /** Whether a new workspace gets the sample and its people. */
  readonly sample?: boolean
  readonly log: 'pretty' | 'silent'
}

export interface RunningServer {
  readonly type: 'server'
  readonly address: string
  readonly port: number
  readonly workspace: string
  readonly engine: EngineSettings['active']
  readonly commandToken: string
  /** One-time links of those who have set no password yet. */
  readonly invitations: readonly { readonly name: string; readonly roles: readonly Role[]; readonly path: string }[]
  stop(): Promise<void>
}

export function siteFolder(workspace: string): string {
  return join(workspace, 'site')
}

/** Opens a workspace and serves it on loopback; or tells who holds it. */
export async function startServer(
  options: StartOptions,
): Promise<RunningServer | { readonly type: 'held'; readonly holder: Holder | null }> {
  const lock = lockWorkspace(options.workspace)
  if (lock.type === 'held') return lock
  const log = pino({ level: options.log === 'silent' ? 'silent' : 'info' }, pino.destination(2))
  try {
    const settings = await openLowdbCatalogue(join(options.workspace, 'settings.json'))
    const workspace = openOnDisk(options.workspace, settings, log)
    const invitations = await fill(workspace, settings, options.sample === true)
    const site = openSite(workspace, siteFolder(options.workspace))
    await site.write()
    const commandToken = issueCommandToken(options.workspace)
    const app = createApp({
      workspace,
      sessions: new CatalogueSessionStore(settings, Date.now),
      sessionSecret: await sessionSecret(settings),
      commandToken,
      room: options.room ? await bundleReviewRoom() : null,
      site,
      log,
    })
    const server = createServer(app)
    const port = await listen(server, options.port)
    const address = `http://127.0.0.1:${port}`
    lock.announce(address)
    return {
      type: 'server',
      address,
      port,
      workspace: options.workspace,
      engine: (await engineSettings(workspace)).active,
      commandToken: commandToken.token,
      invitations: invitations.map(({ person, token }) => ({ ...person, path: invitationPath(token) })),
      async stop() {
        stopAllDrafting(workspace)
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeAllConnections()
        await closed
        commandToken.remove()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openOnDisk(folder: string, settings: Catalogue, log: Logger): Workspace {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  return openWorkspace({
    journals: openLowdbJournal(folder, {
      digest,
      onReport: (journal, report) => log.warn({ journal, report }, 'journal'),
    }),
    settings,
    clock: () => new Date().toISOString(),
    digest,
    digestBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    newId: () => BigInt(`0x${randomBytes(8).toString('hex')}`).toString(36),
    signer: openSigningKey(folder),
    verifySignature,
    secrets,
    engine: openEngine,
    report: (fault) => log.error({ err: fault }, 'fault'),
    formats: textFormats,
  })
}

/**
 * A new workspace gets the shipped glossary, its people and the sample; an old one is left as it is. What a first start
 * cut short has still to bring, the next one brings.
 */
async function fill(workspace: Workspace, settings: Catalogue, sample: boolean) {
  const isNew = (await workspace.people.read()).state.people.length === 0
  if (isNew && sample) await settings.set(samplePending, true)
  await loadGlossary(workspace, await readFile(join(root, 'glossary/zh-CN_en.csv')))
  const invitations = await setUp(workspace, { sample })
  const { people } = (await workspace.people.read()).state
  const administrator = people.find(({ active, roles }) => active && roles.includes('administrator'))
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
  return invitations
}

const samplePending = 'sample-pending'

async function sessionSecret(settings: Catalogue): Promise<string> {
  const known = await settings.get('session-secret')
  if (typeof known === 'string') return known
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
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
