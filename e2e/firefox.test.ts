import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { expectDefined } from '../src/model/expect.ts'
import { correctedRelease, sampleRelease } from '../src/publishing/fixtures/release.ts'
import { given, site } from '../src/publishing/fixtures/site.ts'
import { startServer } from '../src/server/start.ts'
import { enterKey, type FirefoxPage, findFirefox, openFirefox } from './support/firefox.ts'
import { say } from './support/words.ts'

const firefox = findFirefox()
const options = { skip: firefox === undefined ? 'no Firefox on this machine' : false, timeout: 120_000 }

async function open(context: TestContext): Promise<FirefoxPage> {
  const page = await openFirefox(expectDefined(firefox, 'a Firefox'))
  context.after(() => page.close())
  return page
}

function newFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-firefox-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('in Firefox a published page has its views, its pairs and its permalinks', options, async (context) => {
  const folder = newFolder(context)
  for (const [path, content] of site([sampleRelease(given), correctedRelease(given)])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const page = await open(context)
  await page.goto(`${pathToFileURL(folder).href}/d/qingyu/index.html#b12-s3`)
  const style = (selector: string, property: string) =>
    page.read(`getComputedStyle(document.querySelector('${selector}')).${property}`)
  const plain = 'rgba(0, 0, 0, 0)'
  assert.notEqual(await style('#b12-s3', 'backgroundColor'), plain)
  assert.equal(await style('#b12-s2', 'backgroundColor'), plain)
  const shown = async (view: string) => {
    await page.read(`document.querySelector('#${view}').click()`)
    return Promise.all(
      ['#b8-s4 > span:not([lang])', '#b8-s4 > [lang=en]'].map((part) =>
        page.read(`document.querySelector('${part}').checkVisibility()`),
      ),
    )
  }
  assert.deepEqual(await shown('v1'), ['true', 'true'])
  assert.deepEqual(await shown('v3'), ['true', 'false'])
  assert.deepEqual(await shown('v4'), ['false', 'true'])
  assert.deepEqual(await shown('v2'), ['true', 'false'])
  assert.equal(await page.read("document.querySelector('.r:has(#b8-s4) .en').checkVisibility()"), 'true')
  assert.deepEqual(page.errors(), [])
})

test('in Firefox one signs in by a link, writes, and finds it again', options, async (context) => {
  const server = await startServer({ workspace: newFolder(context), port: 0, room: true, sample: true, log: 'silent' })
  if (server.type === 'held') throw new Error('the workspace is held')
  context.after(() => server.stop())
  const invited = server.invitations.find(({ roles }) => roles.includes('translator'))
  const page = await open(context)
  await page.goto(new URL(expectDefined(invited, 'a translator').path, server.address).href)
  const passwords = 'document.querySelectorAll("input[type=password]")'
  await page.until(`${passwords}.length === 2`)
  for (const at of [0, 1]) {
    await page.read(`${passwords}[${at}].focus()`)
    await page.type('six quiet words for a house')
  }
  await page.type(enterKey)
  await page.until('document.querySelector("a.title") !== null')
  await page.read('document.querySelector("a.title").click()')
  await page.until('document.querySelectorAll(".segment[id]").length > 2')
  await page.read('document.querySelectorAll(".segment[id]")[1].click()')
  await page.until('document.querySelector("section.segment.active textarea") !== null')
  await page.read('document.querySelector("section.segment.active textarea").focus()')
  await page.type('Written in Firefox.')
  const saved = JSON.stringify(
    say('save.saved', {}, (await page.read('document.documentElement.lang')) === 'zh-CN' ? 'zh-CN' : 'en'),
  )
  await page.until(`document.querySelector("section.segment.active").innerText.includes(${saved})`)
  await page.goto(await page.read('location.href'))
  await page.until(
    'document.body.innerText.includes("Written in Firefox.") || document.querySelector("section.segment.active textarea")?.value.includes("Written in Firefox.")',
  )
  // A stream that is open when a page is left is cut off, which Firefox reports before the page hears of it.
  const isLeft = (error: string) => /\/stream\?after=\d+ was interrupted while the page was loading/.test(error)
  assert.deepEqual(
    page.errors().filter((error) => !isLeft(error)),
    [],
  )
})
