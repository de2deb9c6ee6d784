import assert from 'node:assert/strict'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import type { DocumentView } from '../../src/contract/views/documents.ts'
import type { SegmentState } from '../../src/model/state.ts'
import { type Language, say } from './words.ts'

export interface ColleagueOptions extends BrowserContextOptions {
  readonly language?: Language
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: stories look into replies of every shape
  readonly body: any
}

/** Someone at a browser of their own, and the same person at the API with the same session. */
export interface Colleague {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** What they read for a key of the words. */
  say(key: string, params?: Readonly<Record<string, string | number>>): string
  /** Opens a one-time link, sets a password and stands before the documents. */
  acceptInvitation(path: string): Promise<void>
  /** The same by the API, for stories that are about something else. */
  enterBy(path: string): Promise<void>
  goto(path: string): Promise<void>
  api(method: string, path: string, body?: unknown): Promise<Answer>
  /** The same, of which nothing but success is expected. */
  given(method: string, path: string, body?: unknown): Promise<Answer['body']>
  document(id: string): Promise<DocumentView>
  segment(document: string, id: string): Promise<SegmentState>
  /** Declares a complaint of the browser to be part of the story: a refusal the server is meant to give, an outage. */
  expects(complaint: RegExp): void
  faults(): readonly string[]
  assertNoFaults(): void
}

export const password = 'six quiet words for a house'

/** Violations of the content security policy, told to the console, where everything else that is wrong is told too. */
const tellViolations = `addEventListener('securitypolicyviolation', (event) => {
  console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI)
})`

/** Notes everything that is wrong in the browser, except what `expected` declares to be part of the story. */
function watchFaults(context: BrowserContext, address: string, expected: readonly RegExp[]): readonly string[] {
  const faults: string[] = []
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault)
  }
  // Everything the pages ask for is of the house itself; `data:` and `blob:` leave no machine.
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (origin !== address && protocol !== 'data:' && protocol !== 'blob:') note(`asked for ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) note(`${response.status()} from ${response.url()}`)
  })
  context.on('weberror', (error) => note(`page error: ${error.error().stack ?? error.error()}`))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`)
  })
  context.on('dialog', (dialog) => {
    // The browser's own question before words that are not saved yet are left behind.
    if (dialog.type() === 'beforeunload') return void dialog.accept()
    note(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return faults
}

/** Opens a one-time link by the API, and gives its session to the browser. */
async function acceptByApi(context: BrowserContext, address: string, path: string): Promise<void> {
  const response = await fetch(new URL('/api/invitation/accept', address), {
    method: 'POST',
    headers: { 'x-requested-with': 'duizhao', 'content-type': 'application/json' },
    body: JSON.stringify({ token: path.split('#')[1], password }),
  })
  assert.equal(response.status, 200)
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]?.split('=') ?? [])
  await context.addCookies(
    cookies.map(([name = '', value = '']) => ({ name, value, url: address, httpOnly: true, sameSite: 'Lax' })),
  )
}

/** Calls the API with the session of the browser. */
async function callApi(
  context: BrowserContext,
  address: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: unknown },
): Promise<Answer> {
  const cookies = await context.cookies(address)
  const response = await fetch(new URL(path, address), {
    method,
    headers: {
      'x-requested-with': 'duizhao',
      'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: isJson ? JSON.parse(text) : text }
}

export async function newColleague(
  browser: Browser,
  address: string,
  { language = 'en', ...options }: ColleagueOptions,
): Promise<Colleague> {
  const context = await browser.newContext({
    baseURL: address,
    locale: language === 'en' ? 'en-US' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(20_000)
  await context.addInitScript(tellViolations)
  const expected: RegExp[] = []
  const faults = watchFaults(context, address, expected)
  const page = await context.newPage()

  const colleague: Colleague = {
    page,
    context,
    language,
    say: (key, params) => say(key, params, language),
    async acceptInvitation(path) {
      await page.goto(path)
      await page.getByLabel(colleague.say('invitation.password')).fill(password)
      await page.getByLabel(colleague.say('invitation.again')).fill(password)
      await page.getByRole('button', { name: colleague.say('invitation.submit') }).click()
      await page.getByRole('heading', { name: colleague.say('rooms.documents'), level: 1 }).waitFor()
    },
    async enterBy(path) {
      await acceptByApi(context, address, path)
      await page.goto('/')
      await page.getByRole('heading', { name: colleague.say('rooms.documents'), level: 1 }).waitFor()
    },
    async goto(path) {
      await page.goto(path)
    },
    api: (method, path, body) => callApi(context, address, { method, path, body }),
    async given(method, path, body) {
      const answer = await colleague.api(method, path, body)
      assert.equal(answer.status, 200, `${method} ${path}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    document: (id) => colleague.given('GET', `/api/documents/${id}`),
    async segment(document, id) {
      const segment = (await colleague.document(document)).state.segments[id]
      return segment ?? assert.fail(`no segment ${id}`)
    },
    expects: (complaint) => void expected.push(complaint),
    faults: () => faults,
    assertNoFaults: () => assert.deepEqual(faults, []),
  }
  return colleague
}
