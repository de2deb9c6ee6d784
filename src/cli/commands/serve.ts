import { type Command, InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import { refuse } from '../../model/refusal.ts'
import { defaultPort, type RunningServer, startServer } from '../../server/start.ts'
import { printRefusal } from '../outcome.ts'

interface Options {
  readonly port: number
  readonly sample: boolean
}

/** `serve`: the review room, until Ctrl-C or SIGTERM. */
export function serveCommand(program: Command, t: TFunction, folder: () => string): void {
  program
    .command('serve', { isDefault: true })
    .description(t('serve.description'))
    .option('--port <port>', t('option.port'), portNumber, defaultPort)
    .option('--no-sample', t('option.noSample'))
    .action(async ({ port, sample }: Options) => {
      const workspace = folder()
      const server = await startServer({ workspace, port, room: true, sample, log: 'pretty' })
      if (server.type === 'held') {
        const { pid, address } = server.holder ?? { pid: 0, address: null }
        return printRefusal(
          t,
          refuse('workspace-held', { workspace, pid: `${pid}${address ? `, ${address}` : ''}` }),
          false,
        )
      }
      sayHello(server, port)
      stopWith(server)
    })

  function sayHello(server: RunningServer, asked: number): void {
    const lines = ['']
    if (server.port !== asked) lines.push(t('serve.portTaken', { port: asked, used: server.port }))
    lines.push(t('serve.address', { address: server.address }), t('serve.workspace', { workspace: server.workspace }))
    lines.push(t(`serve.engine.${server.engine}`))
    if (server.invitations.length > 0) {
      lines.push('', t('serve.links'))
      for (const { name, roles, path } of server.invitations) {
        lines.push(t('serve.link', { name, roles: roles.join(', '), link: new URL(path, server.address).href }))
      }
    }
    lines.push('', t('serve.stop'), '')
    process.stdout.write(lines.join('\n'))
  }

  function stopWith(server: RunningServer): void {
    let stopping = false
    const stop = async () => {
      if (stopping) return
      stopping = true
      await server.stop()
      process.stdout.write(`${t('serve.stopped')}\n`)
      process.exit(0)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    // npm ends the shell between itself and us without passing the signal on: an orphan of npm stops as well.
    const parent = process.ppid
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 300).unref()
  }
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0–65535')
  return port
}
