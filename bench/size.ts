/**
 * The document page of a document of 187, 5,000 and 20,000 sentences in a real browser: `npm run bench:size`, or
 * `-- 187 1000` for other sizes. A page watches while the memory drafts the document; then it is opened anew, typed in,
 * confirmed and searched. Prints a table in milliseconds, and fails where a long document costs what a short one does not:
 * elements in the page, and the time from a key to its paint.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { findBrowser, launchOptions } from '../scripts/browser.ts'
import { serverEnvironment } from '../scripts/build/server-process.mjs'
import type { ReplyOf } from '../src/contract/calls.ts'
import { type Arguments, type Callable, createClient } from '../src/contract/client.ts'
import { expectDefined } from '../src/model/expect.ts'
import { signIn } from './another-user.ts'
import type { Ready } from './main-thread-server.ts'

const chosen = process.argv.slice(2).map(Number)
const sizes = chosen.length > 0 ? chosen : [187, 5000, 20_000]

interface Figures {
  readonly sentences: number
  /** Sentences a second that the memory drafts while a page watches, and the longest time that page drew nothing. */
  readonly drafted: number
  readonly held: number
  readonly open: number
  readonly elements: number
  readonly key: number
  readonly worstKey: number
  readonly confirm: number
  readonly find: number
  /** Megabytes of the page's heap at the end, and the most that the server held. */
  readonly heap: number
  readonly server: number
}

const pairOf = (number: number) => ({
  zh: `第${number}项任务修路${number}公里，通到每个村口，群众出行方便了。`,
  en: `Task No. ${number} built ${number} kilometers of road to every village, and people now travel easily.`,
})

const results: Figures[] = []
for (const sentences of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const server = fork(new URL('main-thread-server.ts', import.meta.url), [folder, 'room'], {
    env: { ...process.env, ...serverEnvironment },
  })
  const browser = await chromium.launch({
    ...launchOptions(expectDefined(findBrowser(), 'a browser')),
    args: ['--no-sandbox', '--enable-precise-memory-info'],
  })
  try {
    results.push(await measure(server, browser, sentences))
  } finally {
    await browser.close()
    server.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}
print(results)

async function measure(server: ChildProcess, browser: Browser, sentences: number): Promise<Figures> {
  // biome-ignore lint/plugin/no-cast: the server sends this first
  const [ready] = (await once(server, 'message')) as [Ready]
  const cookies = {
    administrator: await signIn(ready, 'administrator'),
    translator: await signIn(ready, 'translator'),
  }
  const call = caller(ready.address, cookies.administrator)
  const pairs = Array.from({ length: sentences }, (_, index) => pairOf(index + 1))
  await call('importMemory', { query: { filename: 'roads.tmx' }, bytes: tmxOf(pairs) })
  const text = new TextEncoder().encode(pairs.map(({ zh }) => zh).join('\n'))
  const { id } = await call('importDocument', { query: { filename: 'roads.txt' }, bytes: text })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const parts = cookies.translator.split('; ').map((cookie) => cookie.split('='))
  await context.addCookies(parts.map(([name = '', value = '']) => ({ name, value, url: ready.address })))
  const address = `${ready.address}/d/${id}`
  const drafting = await watchDrafting(context, address, call, id)
  return {
    sentences,
    drafted: sentences / drafting.seconds,
    held: drafting.held,
    ...(await work(context, address, sentences)),
    server: mostMemory(server),
  }
}

/** Megabytes; what Linux says of a process. */
function mostMemory({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/status`
  return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : Number.NaN
}

type Caller = <N extends Callable>(name: N, ...args: Arguments<N>) => Promise<ReplyOf<N>>

function caller(server: string, cookie: string): Caller {
  const client = createClient(fetch, { server, headers: { cookie } })
  return async (name, ...args) => {
    const outcome = await client(name, ...args)
    if (outcome.type !== 'reply') throw new Error(`${name}: ${JSON.stringify(outcome)}`)
    return outcome.reply
  }
}

function tmxOf(pairs: readonly { readonly zh: string; readonly en: string }[]): Uint8Array<ArrayBuffer> {
  const side = (language: string, text: string) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`
  const units = pairs.map(({ zh, en }) => `<tu>${side('zh-CN', zh)}${side('en', en)}</tu>`)
  const header =
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
  return new TextEncoder().encode(`<tmx version="1.4">${header}<body>${units.join('')}</body></tmx>`)
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('textarea').first().waitFor({ timeout: 240_000 })
  return page
}

/** Drafts the document while a page has it open. */
async function watchDrafting(context: BrowserContext, address: string, call: Caller, document: string) {
  const page = await opened(context, address)
  await page.waitForTimeout(1000)
  await page.evaluate(`(() => {
    let last = performance.now()
    globalThis.held = 0
    const frame = (now) => {
      globalThis.held = Math.max(globalThis.held, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })()`)
  const begun = performance.now()
  await call('startDrafting', { params: { document }, body: {} })
  // The page says so: asking the server again and again would be measured too.
  await page.locator('.drafting .outcomes, .drafting .tally').first().waitFor({ timeout: 300_000 })
  await page.locator('.drafting progress').waitFor({ state: 'detached', timeout: 300_000 })
  const seconds = (performance.now() - begun) / 1000
  await page.waitForTimeout(1000)
  const held = await page.evaluate<number>('globalThis.held')
  await page.close()
  return { seconds, held }
}

/** What somebody does who opens the document. */
async function work(context: BrowserContext, address: string, sentences: number) {
  const begun = performance.now()
  const page = await opened(context, address)
  const open = performance.now() - begun
  await page.waitForTimeout(2000)
  const elements = await page.evaluate<number>(`document.getElementsByTagName('*').length`)
  await page.evaluate(`(() => {
    globalThis.presses = []
    const seen = (list) => globalThis.presses.push(...list.getEntries().filter(({ name }) => name === 'keydown'))
    new PerformanceObserver(seen).observe({ type: 'event', durationThreshold: 16 })
  })()`)
  await page.locator('textarea').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' In two years the city has invested 11.6 billion yuan in roads.', { delay: 30 })
  await page.waitForTimeout(500)
  const presses = await page.evaluate<number[]>('globalThis.presses.map(({ duration }) => duration)')
  const sorted = presses.sort((a, b) => a - b)
  const before = page.url()
  const confirming = performance.now()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((url) => url.href !== before)
  const confirm = performance.now() - confirming
  const finding = performance.now()
  await page.getByRole('searchbox').fill(`Task No. ${sentences} `)
  await page.getByText(`第${sentences}项`).first().waitFor()
  const find = performance.now() - finding
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize / 1e6')
  const key = sorted[sorted.length >> 1] ?? 0
  return { open, elements, key, worstKey: sorted.at(-1) ?? 0, confirm, find, heap }
}

function print(all: readonly Figures[]): void {
  const columns = Object.keys(all[0] ?? {})
  console.log(`| ${columns.join(' | ')} |`)
  console.log(`|${columns.map(() => ' --: |').join('')}`)
  for (const figures of all) {
    console.log(
      `| ${Object.values(figures)
        .map((value: number) => value.toFixed(0))
        .join(' | ')} |`,
    )
  }
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return
  const ratios = { elements: last.elements / first.elements, key: Math.max(last.key, 16) / Math.max(first.key, 16) }
  for (const [name, ratio] of Object.entries(ratios)) {
    console.log(`${name}: ${ratio.toFixed(2)} times as much in the longest as in the shortest`)
    if (ratio > 2) process.exitCode = 1
  }
}
