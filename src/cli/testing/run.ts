import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** How a command ended, and its output. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly workspace?: string
  readonly language?: 'en_US.UTF-8' | 'zh_CN.UTF-8'
}

/** Runs `duizhao` as a separate process, as npm does, and waits for its end. */
export function duizhao(args: readonly string[], { workspace, language = 'en_US.UTF-8' }: Surroundings): Promise<Ran> {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
    env: { PATH, LANG: language, ...(workspace === undefined ? {} : { DUIZHAO_WORKSPACE: workspace }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
