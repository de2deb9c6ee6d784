import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { membersOf } from '../../src/model/names.ts'

/** The path of a Firefox, which Debian calls firefox-esr. */
export function findFirefox(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const files = folders.flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)))
  return files.find((file) => existsSync(file))
}

/** A page in a Firefox of its own. */
export interface FirefoxPage {
  goto(address: string): Promise<void>
  /** The value of an expression in the page, as text. */
  read(expression: string): Promise<string>
  /** Waits until an expression in the page is true. */
  until(expression: string): Promise<void>
  /** Types into what has the focus. */
  type(text: string): Promise<void>
  /** Errors that pages have thrown or told to the console. */
  errors(): readonly string[]
  close(): Promise<void>
}

/** The key Enter, as WebDriver writes it, within a text to type. */
export const enterKey = '\uE007'

/**
 * Starts Firefox without a window, and drives it by WebDriver BiDi (w3.org/TR/webdriver-bidi): a message of JSON each way,
 * for which the two stories here need no library.
 */
export async function openFirefox(executable: string): Promise<FirefoxPage> {
  const profile = mkdtempSync(join(tmpdir(), 'duizhao-firefox-'))
  const child = spawn(
    executable,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  )
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const [found] = /ws:\/\/[^\s]+/.exec(text) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error('Firefox ended')))
  })
  const errors: string[] = []
  const { call, end } = await connect(`${address}/session`, (entry) => errors.push(entry))
  await call('session.new', { capabilities: {} })
  await call('session.subscribe', { events: ['log.entryAdded'] })
  const { context } = membersOf(await call('browsingContext.create', { type: 'tab' }))
  const read = async (expression: string) => {
    const answer = membersOf(
      await call('script.evaluate', { expression: `String(${expression})`, target: { context }, awaitPromise: true }),
    )
    if (answer.type !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`)
    return String(membersOf(answer.result).value)
  }
  return {
    goto: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
    read,
    async until(expression) {
      for (let tries = 0; (await read(expression)) !== 'true'; tries++) {
        if (tries === 200) throw new Error(`never true: ${expression}`)
        await setTimeout(100)
      }
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await call('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    errors: () => errors,
    async close() {
      end()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

type Call = (method: string, params: object) => Promise<unknown>

async function connect(address: string, onError: (entry: string) => void): Promise<{ call: Call; end: () => void }> {
  const socket = new WebSocket(address)
  const waiting = new Map<unknown, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  socket.addEventListener('message', ({ data }) => {
    const message = membersOf(JSON.parse(String(data)))
    const entry = membersOf(message.params)
    if (message.method === 'log.entryAdded' && entry.level === 'error') onError(String(entry.text))
    const call = waiting.get(message.id)
    if (message.type === 'error') call?.reject(new Error(String(message.message)))
    else call?.resolve(message.result)
  })
  let last = 0
  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    end: () => socket.close(),
  }
}
