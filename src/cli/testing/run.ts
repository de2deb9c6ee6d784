import { runCommand } from '../run.ts'
import { atTerminal } from '../terminal.ts'

/** How a command ended, and its output. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly workspace?: string
  readonly language?: 'en_US.UTF-8' | 'zh_CN.UTF-8'
  /** What is typed where a password is asked for. */
  readonly password?: string
  /** The public address, as the environment has it. */
  readonly address?: string
  /** The database, as the environment has it. */
  readonly database?: string
}

/**
 * Runs `duizhao` as the terminal does and waits for its end, in this process, since to load the product takes longer than
 * most commands. What depends on the process, such as signals, is tested in `serve.test.ts`.
 */
export async function duizhao(
  args: readonly string[],
  { workspace, language = 'en_US.UTF-8', password = '', address, database }: Surroundings,
): Promise<Ran> {
  const out: Uint8Array[] = []
  let err = ''
  let code = 0
  const terminal = {
    out: (content: string | Uint8Array) => void out.push(Buffer.from(content)),
    err: (text: string) => {
      err += text
    },
    interactive: false,
    secret: async () => password,
    endWith: (last: number) => {
      code = last
    },
  }
  const environment = {
    LANG: language,
    ...(workspace !== undefined && { DUIZHAO_WORKSPACE: workspace }),
    ...(address !== undefined && { DUIZHAO_ADDRESS: address }),
    ...(database !== undefined && { DUIZHAO_DATABASE_URL: database }),
  }
  await atTerminal(terminal, () => runCommand(args, environment))
  return { code, out: Buffer.concat(out).toString(), err }
}
