import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TFunction } from 'i18next'
import { isRefusal, refuse } from '../model/refusal.ts'
import { readCommandToken } from '../server/command-token.ts'
import { defaultPort, siteFolder } from '../server/defaults.ts'
import type { Tell } from '../server/notices.ts'
import { readPublicAddress } from '../server/public-address.ts'
import { databaseMark } from '../server/wrong-store.ts'
import { type Client, connect } from './client.ts'
import { exitCodes, printRefusal, tell } from './outcome.ts'
import { terminal } from './terminal.ts'

/** What a command's client talks to: `address` is the address of the room, `site` the folder of published pages. */
export interface Place {
  readonly address: string
  readonly site: string
}

/** Whether a folder is that of a workspace, whose journals may be in a database. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, 'journals')) || existsSync(join(folder, databaseMark))
}

/** The database of `DUIZHAO_DATABASE_URL`, if it is set. It is no option: those of a command are seen by every user. */
export function databaseOf({ DUIZHAO_DATABASE_URL: database }: NodeJS.ProcessEnv): { readonly database?: string } {
  return database ? { database } : {}
}

/** Runs an action against the workspace: through the server that has it open, else through a temporary one on loopback. */
export type AtWorkspace = (
  options: { readonly json?: true /** Whether a workspace is made where there is none. */; readonly makes?: true },
  action: (client: Client, place: Place) => Promise<void>,
) => Promise<void>

/** `--workspace`, else `DUIZHAO_WORKSPACE`, else `./workspace`. */
export function workspaceFolder(option: string | undefined, environment: NodeJS.ProcessEnv): string {
  return resolve(option || environment.DUIZHAO_WORKSPACE || 'workspace')
}

interface Surroundings {
  readonly t: TFunction
  readonly log: Tell
  readonly folder: () => string
  readonly login: () => string | undefined
  readonly environment: NodeJS.ProcessEnv
}

export function atWorkspace({ t, log, folder, login, environment }: Surroundings): AtWorkspace {
  return async (options, action) => {
    const workspace = folder()
    const site = siteFolder(workspace)
    // A mistyped folder is reported; it must not create an empty workspace.
    if (!options.makes && !isWorkspace(workspace)) {
      tell(t('workspace.none', { workspace }))
      terminal().endWith(exitCodes.usage)
      return
    }
    const address = environment.DUIZHAO_ADDRESS ? readPublicAddress(environment.DUIZHAO_ADDRESS) : undefined
    if (address === null) {
      tell(`DUIZHAO_ADDRESS: ${t('serve.addressWrong')}`)
      terminal().endWith(exitCodes.usage)
      return
    }
    const { startServer } = await import('../server/start.ts')
    const server = await startServer({
      workspace,
      port: 0,
      room: false,
      invite: 'none',
      ...databaseOf(environment),
      // Links that the command prints lead to where people reach the room.
      ...(address && { address }),
      log,
    })
    if (server.type === 'server') {
      try {
        const usual = `http://127.0.0.1:${defaultPort}`
        await action(connect(server.address, server.commandToken, login()), { address: usual, site })
      } finally {
        await server.stop()
      }
      return
    }
    const token = readCommandToken(workspace)
    const { pid = '?', address: listening = null } = server.holder ?? {}
    if (token === null || listening === null || !(await opens(listening, token))) {
      printRefusal(t, refuse('workspace-held', { workspace, pid: String(pid) }), options.json === true)
      tell(t(listening === null ? 'held.starting' : 'held.token', { address: listening }))
      return
    }
    await action(connect(listening, token, login()), { address: listening, site })
  }
}

/** Whether the server at this address accepts the token: an overwritten file has another server's token. */
async function opens(address: string, token: string): Promise<boolean> {
  return !isRefusal(await connect(address, token, undefined).call('people'))
}
