import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium } from 'playwright'
import { findBrowser, launchOptionsForTests } from '../scripts/browser.ts'
import { expectDefined } from '../src/model/expect.ts'
import type { Role } from '../src/model/people.ts'
import { readPublicAddress } from '../src/server/public-address.ts'
import { startServer } from '../src/server/start.ts'
import { documentedServers, freePort, startNginx, withoutNginx } from '../src/server/testing/nginx.ts'
import { type Colleague, newColleague } from './support/colleague.ts'
import { editorOf, rowOf } from './support/desk.ts'
import { axe } from './support/reach.ts'

const browserPath = findBrowser()
const skip = browserPath === undefined ? 'no Chromium on this machine' : withoutNginx

test('through nginx with TLS, below a path: signing in, writing, seeing it come, publishing pages, leaving', {
  skip,
  timeout: 180_000,
}, async (context) => {
  const port = await freePort()
  const origin = `https://office.example.org:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-e2e-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const address = expectDefined(readPublicAddress(`${origin}/duizhao`) ?? undefined, 'a public address')
  const server = await startServer({ workspace: folder, port: 0, room: true, sample: true, log: 'silent', address })
  if (server.type === 'held') throw new Error('the workspace is held')
  context.after(() => server.stop())
  const nginx = await startNginx(expectDefined(documentedServers()[1], 'the lines for the room'), {
    port,
    replace: [['127.0.0.1:4700', `127.0.0.1:${server.port}`]],
  })
  context.after(() => nginx.stop())
  const options = launchOptionsForTests(expectDefined(browserPath, 'a browser'))
  const mapped = [...options.args, '--host-resolver-rules=MAP office.example.org 127.0.0.1']
  const browser = await chromium.launch({ ...options, args: mapped })
  context.after(() => browser.close())
  const enter = async (role: Role, language: 'en' | 'zh-CN') => {
    const colleague = await newColleague(browser, origin, { language, ignoreHTTPSErrors: true })
    const invited = server.invitations.find(({ roles }) => roles.includes(role))
    await colleague.acceptInvitation(expectDefined(invited, role).path)
    return colleague
  }
  const translator = await enter('translator', 'zh-CN')
  const reviser = await enter('reviser', 'en')
  assert.equal(translator.page.url(), `${origin}/duizhao/`)

  const cookies = await translator.context.cookies(origin)
  assert.deepEqual(
    cookies.map(({ name, path, secure, httpOnly }) => ({ name, path, secure, httpOnly })),
    [{ name: '__Host-duizhao.duizhao', path: '/', secure: true, httpOnly: true }],
  )

  const sentence = await openSample(translator)
  await openSample(reviser)
  await rowOf(translator.page, sentence).click()
  await editorOf(translator.page).fill('Written behind the proxy.')
  await rowOf(reviser.page, sentence).getByText('Written behind the proxy.').first().waitFor()
  await translator.page.reload()
  await rowOf(translator.page, sentence).getByText('Written behind the proxy.').first().waitFor()
  assert.ok(new URL(translator.page.url()).pathname.startsWith('/duizhao/d/'))

  const addresses = await reviser.page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => String(Reflect.get(link, 'pathname'))))
  assert.ok(addresses.length > 5)
  for (const path of addresses) assert.ok(path.startsWith('/duizhao'), path)
  assert.equal(await statusIn(reviser, addresses.find((path) => path.includes('/export/')) ?? ''), 200)

  await reviser.goto('/duizhao/settings')
  const docs = reviser.page.getByRole('link', { name: reviser.say('settings.api.link') })
  await docs.click()
  await reviser.page.getByRole('searchbox').waitFor()
  assert.deepEqual(await axe(reviser.page), [])
  await reviser.goto('/duizhao/published/')
  assert.equal(await reviser.page.locator('main').count(), 1)

  await translator.goto('/duizhao/')
  await translator.page.locator('.account-name').click()
  await translator.page.getByRole('button', { name: translator.say('header.signOut') }).click()
  await translator.page.getByLabel(translator.say('signIn.password')).waitFor()
  for (const colleague of [translator, reviser]) colleague.assertNoFaults()
})

/** Opens the sample from the list of documents; gives the id of its second sentence. */
async function openSample({ page }: Colleague): Promise<string> {
  await page.locator('a.title').first().click()
  const row = page.locator('.segment[id]').nth(1)
  await row.waitFor()
  return expectDefined((await row.getAttribute('id')) ?? undefined, 'the id of a segment')
}

function statusIn({ page }: Colleague, path: string): Promise<number> {
  return page.evaluate(async (path) => (await fetch(path)).status, path)
}
