import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')

/** `duizhao serve` in a process of its own, so that it can be killed. */
export interface ServedProcess {
  readonly child: ChildProcess
  readonly address: string
  /** Ends it by SIGKILL. */
  kill(): Promise<void>
}

/** Starts `duizhao serve` on a workspace, and waits until it is up. */
export async function serveProcess(folder: string): Promise<ServedProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/run.mjs'), join(root, 'src/cli/main.ts'), 'serve', '--port', '0'],
    {
      cwd: root,
      env: { PATH, HOME, LANG: 'en_US.UTF-8', DUIZHAO_WORKSPACE: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  for (;;) {
    const address = /Duizhao is at (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1]
    if (address && output.includes('Ctrl-C')) {
      return {
        child,
        address,
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
      }
    }
    if (child.exitCode !== null) throw new Error(`the server did not start: ${output}`)
    await wait(20)
  }
}
