import { AsyncLocalStorage } from 'node:async_hooks'
import { readSecret } from './secret.ts'

/** Where a command writes, and what it ends with. */
export interface Terminal {
  /** The result: text, or the bytes of a file. */
  out(content: string | Uint8Array): void
  /** What is told about the result. */
  err(text: string): void
  /** Whether a person sees what is told, so that progress may be shown in place. */
  readonly interactive: boolean
  /** A secret that a person types after the prompt, unseen. */
  secret(prompt: string): Promise<string>
  /** Sets the exit code; the last one counts. */
  endWith(code: number): void
}

/** The terminal of this process. */
const own: Terminal = {
  out: (content) => void process.stdout.write(content),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY,
  secret: readSecret,
  endWith: (code) => {
    process.exitCode = code
  },
}

const others = new AsyncLocalStorage<Terminal>()

/** The terminal of the command that is running. */
export function terminal(): Terminal {
  return others.getStore() ?? own
}

/** Runs a command at another terminal than that of this process, so that many can run in one process. */
export function atTerminal(other: Terminal, run: () => Promise<void>): Promise<void> {
  return others.run(other, run)
}
