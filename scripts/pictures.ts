import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { DocumentView } from '../src/contract/views/documents.ts'
import type { Finding } from '../src/model/finding.ts'
import { password, type TestServer, testServer, type Visitor } from '../src/server/testing/server.ts'
import { browserForTests, launchOptions } from './browser.ts'

/** Takes the pictures of the README anew, from the sample: `npm run pictures`. */
const folder = join(import.meta.dirname, '../docs')
mkdirSync(folder, { recursive: true })

const server = await testServer({ room: true })
const browser = await chromium.launch(launchOptions(browserForTests()))
try {
  const translator = await server.signIn('translator')
  const base = `/api/documents/${(await server.sample(translator)).state.document.id}`
  await draft(translator, base)
  const { findings } = (await translator.send('GET', `${base}/findings`)).body
  const slip = findings.find(({ code }: { code: string }) => code === 'quantity-changed').segment
  await take(server, `/d/${base.split('/').at(-1)}/${slip}`, 'document-1440.png', translator)

  const [reviser, approver] = [await server.signIn('reviser'), await server.signIn('approver')]
  await mend(translator, base, findings)
  for (const segment of await segments(translator, base)) {
    await done(translator.send('POST', `${base}/segments/${segment.id}/translate`, { base: segment.version }))
  }
  for (const segment of await segments(translator, base)) {
    await done(reviser.send('POST', `${base}/segments/${segment.id}/revise`, { base: segment.version }))
  }
  const { sequence } = (await approver.send('GET', `${base}/sign-off`)).body
  await done(approver.send('POST', `${base}/sign-off`, { sequence, password }))
  await done(approver.send('POST', `${base}/releases`, {}))
  await take(server, `/published/d/${base.split('/').at(-1)}/`, 'published-1440.png', translator)
} finally {
  await browser.close()
  await server.end()
}

async function draft(visitor: Visitor, base: string): Promise<void> {
  await done(visitor.send('POST', `${base}/drafting`, {}))
  while ((await view(visitor, base)).drafting?.running) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Takes what the memory has for every segment with a finding. */
async function mend(visitor: Visitor, base: string, findings: readonly Finding[]) {
  const { state } = await view(visitor, base)
  for (const id of new Set(findings.map(({ segment }) => segment))) {
    const { matches } = (await visitor.send('GET', `${base}/segments/${id}/matches`)).body
    const body = { base: state.segments[id]?.version, target: [matches[0].pair.target] }
    await done(visitor.send('PUT', `${base}/segments/${id}`, body))
  }
}

async function view(visitor: Visitor, base: string): Promise<DocumentView> {
  return (await visitor.send('GET', base)).body
}

async function segments(visitor: Visitor, base: string) {
  return Object.values((await view(visitor, base)).state.segments)
}

async function done(sent: ReturnType<Visitor['send']>): Promise<void> {
  const { status, body } = await sent
  if (status !== 200) throw new Error(JSON.stringify(body))
}

async function take({ address }: TestServer, path: string, file: string, { cookie }: Visitor): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 960 }, locale: 'en-US' })
  const cookies = cookie.split('; ').map((one) => one.split('='))
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: address })))
  const page = await context.newPage()
  await page.goto(new URL(path, address).href)
  // The room keeps a stream open, so there is no moment without network: what is pictured has to be there.
  await page.locator('.segment.active .findings, #text, article').first().waitFor()
  await page.screenshot({ path: join(folder, file), animations: 'disabled' })
  await context.close()
}
