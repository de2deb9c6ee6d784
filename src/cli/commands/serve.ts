import { type Command, InvalidArgumentError, Option } from 'commander'
import type { TFunction } from 'i18next'
import { refuse } from '../../model/refusal.ts'
import { defaultPort } from '../../server/defaults.ts'
import type { Tell } from '../../server/notices.ts'
import { type PublicAddress, readHeaderName, readProxies, readPublicAddress } from '../../server/public-address.ts'
import type { RunningServer } from '../../server/start/serve.ts'
import { databaseOf } from '../at-workspace.ts'
import { printRefusal, say } from '../outcome.ts'

interface Options {
  readonly port: number
  readonly sample: boolean
  readonly address?: PublicAddress
  readonly proxies?: readonly string[]
  readonly signInHeader?: string
}

interface Surroundings {
  readonly log: Tell
  readonly folder: () => string
  readonly environment: NodeJS.ProcessEnv
}

/** `serve`: the review room, until Ctrl-C or SIGTERM. */
export function serveCommand(program: Command, t: TFunction, { log, folder, environment }: Surroundings): void {
  program
    .command('serve', { isDefault: true })
    .description(t('serve.description'))
    .option('--port <port>', t('option.port'), portNumber, defaultPort)
    .option('--no-sample', t('option.noSample'))
    .addOption(
      new Option('--address <url>', t('option.address'))
        .env('DUIZHAO_ADDRESS')
        .argParser((text) => readOr(readPublicAddress, text, t('serve.addressWrong'))),
    )
    .addOption(
      new Option('--proxies <addresses>', t('option.proxies'))
        .env('DUIZHAO_PROXIES')
        .argParser((text) => readOr(readProxies, text, t('serve.proxiesWrong'))),
    )
    .addOption(
      new Option('--sign-in-header <name>', t('option.signInHeader'))
        .env('DUIZHAO_SIGN_IN_HEADER')
        .argParser((text) => readOr(readHeaderName, text, t('serve.headerWrong'))),
    )
    .action(async ({ port, sample, ...reach }: Options, command: Command) => {
      if (reach.signInHeader !== undefined && reach.proxies === undefined) command.error(t('serve.headerNeedsProxies'))
      const workspace = folder()
      const parent = process.ppid
      // Loaded only here: other commands start sooner without the server.
      const { startServer } = await import('../../server/start.ts')
      // Links belong on a terminal. What a service prints is kept in logs, so it prints those of the first start alone.
      const invite = process.stdout.isTTY ? 'again' : 'once'
      const server = await startServer({
        workspace,
        ...databaseOf(environment),
        port,
        ...reach,
        room: true,
        sample,
        log,
        invite,
      })
      if (server.type === 'held') {
        const { pid, address } = server.holder ?? { pid: '?', address: null }
        const holder = `${pid}${address ? `, ${address}` : ''}`
        return printRefusal(t, refuse('workspace-held', { workspace, pid: holder }), false)
      }
      // Before the address is printed: whoever waits for it may send the signal at once.
      stopWith(server, parent, t)
      sayHello(server, port)
    })

  function sayHello(server: RunningServer, requestedPort: number): void {
    say('')
    if (requestedPort !== 0 && server.port !== requestedPort)
      say(t('serve.portTaken', { port: requestedPort, used: server.port }))
    say(t('serve.address', { address: server.publicAddress }))
    if (server.publicAddress !== server.address) say(t('serve.behind', { address: server.address }))
    say(t('serve.workspace', { workspace: server.workspace }))
    say(t(`serve.engine.${server.engine}`))
    if (server.invitations.length > 0) {
      say('')
      say(t('serve.links'))
      for (const { name, roles, path } of server.invitations) {
        const held = roles.map((role) => t(`role.${role}`)).join(t('list.comma'))
        say(t('serve.link', { name, roles: held, link: new URL(path, server.publicAddress).href }))
      }
    }
    say('')
    say(t('serve.stop'))
  }
}

function stopWith(server: RunningServer, parent: number, t: TFunction): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.stop()
    say(t('serve.stopped'))
    process.exit(0)
  }
  // `on`, not `once`: a terminal and npm may both pass on one Ctrl-C, and the second would interrupt the stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // npm ends the shell between itself and this process without passing the signal on, so stop when npm is gone.
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 300).unref()
}

function readOr<T>(read: (text: string) => T | null, text: string, wrong: string): T {
  const value = read(text)
  if (value === null) throw new InvalidArgumentError(wrong)
  return value
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('0–65535')
  return port
}
