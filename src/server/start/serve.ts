import { createServer } from 'node:http'
import type { EngineSettings } from '../../model/engine.ts'
import type { Role } from '../../model/people.ts'
import { engineSettings } from '../../workspace/core/engine-settings.ts'
import { recordHeads } from '../../workspace/core/heads.ts'
import { stopAllDrafting } from '../../workspace/documents/drafting.ts'
import { stopAllQuestions } from '../../workspace/documents/questions.ts'
import { runOutbox } from '../../workspace/outbox/run.ts'
import { runTidying } from '../../workspace/retention/tidy.ts'
import { createApp } from '../app.ts'
import { workBeside } from '../beside.ts'
import { reviewRoomFolder } from '../built-assets.ts'
import { issueCommandToken } from '../command-token.ts'
import { siteFolder } from '../defaults.ts'
import { createAttempts } from '../guessing/attempts.ts'
import { invitationLink } from '../handlers/people.ts'
import type { Faults, Tell } from '../notices.ts'
import type { Place } from '../place.ts'
import { openDictionaries } from '../proofreader.ts'
import { usualProviderTimes } from '../provider/provider-sessions.ts'
import { proxiesOfThisMachine, type Reach } from '../public-address.ts'
import { CatalogueSessionStore, sessionSecret } from '../sessions.ts'
import type { Begun } from './begin.ts'
import { listen } from './listen.ts'
import type { StartOptions } from './options.ts'
import type { Threads } from './threads.ts'

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

export interface ServeDoors {
  readonly threads: Threads
  readonly faults: Faults
  readonly tell: Tell
}

/** Serves a workspace on loopback until it is stopped, which closes its threads and its place. */
export async function serve(
  options: StartOptions,
  place: Place,
  { workspace, access, invitations, taken, reported }: Begun,
  { threads, faults, tell }: ServeDoors,
): Promise<RunningServer> {
  const { workspace: folder } = options
  const { settings, coordination } = place
  // Where several servers share a folder, commands go through none of them.
  const commandToken = issueCommandToken(coordination.shared ? null : folder)
  const base = options.address?.base ?? ''
  const doors = { catalogue: settings, coordination, now: Date.now }
  const attempts = createAttempts(doors, (fault) => faults(fault, 'attempts'))
  const app = createApp({
    workspace,
    sessions: new CatalogueSessionStore(doors, (fault) => faults(fault, 'sessions')),
    sessionSecret: await sessionSecret(settings),
    attempts,
    commandToken,
    room: options.room ? await reviewRoomFolder() : null,
    siteFolder: siteFolder(folder),
    faults,
    reach: reachOf(options),
    coordination,
    providerTimes: options.providerTimes ?? usualProviderTimes,
  })
  // Of commands few proofread.
  if (options.room) openDictionaries()
  const server = createServer(app)
  const port = await listen(server, options.port)
  const address = `http://127.0.0.1:${port}${base}`
  place.announce(address)
  const report = (fault: unknown) => void faults(fault, 'beside')
  const beside = workBeside(workspace, { folder, taken, reported, checks: options.room, tell, report })
  const publicAddress = options.address ? `${options.address.origin}${base}` : address
  const outbox = runOutbox(workspace, publicAddress)
  // Whoever runs a command waits for nothing that can wait.
  const tidying = options.room ? runTidying(workspace) : null
  return {
    type: 'server',
    address,
    publicAddress,
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
      await stopAllQuestions(workspace)
      await workspace.world.offlineModels.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await outbox.stop()
      await tidying?.stop()
      await recordHeads(workspace).catch((fault) => faults(fault, 'heads'))
      await beside.stop()
      threads.close()
      await Promise.all([attempts.written(), access.written()])
      commandToken.remove()
      await place.close()
    },
  }
}

function reachOf({ address, proxies, signInHeader }: StartOptions): Reach {
  // Whose word is taken for who somebody is, is said by name.
  const header = proxies === undefined ? null : (signInHeader ?? null)
  return { address: address ?? null, proxies: proxies ?? (address ? proxiesOfThisMachine : []), header }
}
