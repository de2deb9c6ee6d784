import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { becomes } from '../../../e2e/support/becomes.ts'
import { findBrowser, launchOptionsForTests } from '../../../scripts/browser.ts'
import { type TestServer, testServer } from '../../../src/server/testing/server.ts'

const browserPath = findBrowser()
const skip = browserPath === undefined && 'no Chromium on this machine'

describe('the document page by keyboard', { skip, timeout: 120_000 }, () => {
  let server: TestServer
  let browser: Browser
  let context: BrowserContext
  let address: string
  let longAddress: string
  before(async () => {
    server = await testServer({ room: true })
    browser = await chromium.launch(launchOptionsForTests(browserPath as string))
    const translator = await server.signIn('translator')
    const { state } = await server.sample(translator)
    address = new URL(`/d/${state.document.id}`, server.address).href
    const text = Array.from(
      { length: 600 },
      (_, index) => `第${index + 1}项${'，修好通往各村的道路'.repeat(index % 9)}。`,
    )
    const imported = await translator.send('POST', '/api/documents?filename=long.txt', Buffer.from(text.join('\n')))
    longAddress = new URL(`/d/${imported.body.id}`, server.address).href
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(20_000)
    const cookies = translator.cookie.split('; ').map((pair) => pair.split('='))
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: server.address })))
  })
  after(async () => {
    await browser?.close()
    await server?.end()
  })
  // Each open document holds a stream, of which a browser allows six to one server.
  afterEach(async () => {
    for (const page of context.pages()) await page.close()
  })
  const open = async () => {
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.segment.active textarea').waitFor()
    return page
  }
  const openLong = async (segment: string) => {
    const page = await context.newPage()
    await page.goto(`${longAddress}/${segment}`)
    await page.locator(`.segment.active[id="${segment}"] textarea`).waitFor()
    await page.waitForTimeout(400)
    return page
  }
  const focused = (page: Page) =>
    page.evaluate<string>(
      `(({ ariaLabel, textContent, labels }) => labels?.[0]?.textContent ?? ariaLabel ?? textContent.trim())(document.activeElement)`,
    )
  const activeNumber = async (page: Page) => Number(await page.locator('.segment.active .gutter a').innerText())

  const isInEnglish = async (page: Page) => {
    await page.locator('.segment.active textarea:focus').waitFor()
    assert.equal(await focused(page), `English of segment ${await activeNumber(page)}`)
  }

  test('a document opens with its English under the cursor', async () => {
    const page = await open()
    await isInEnglish(page)
  })

  test('what is asked before the script is read is asked once', async () => {
    const page = await open()
    const asked = await page.evaluate<readonly string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /session$|packed$/.test(name))`,
    )
    assert.equal(asked.length, 2)
    assert.equal(await page.evaluate('begunCalls.size'), 0)
  })

  test('where the other language does not come the page stays as it is, and says so', async () => {
    const page = await open()
    await page.route('**/part-zh-cn*', (route) => route.abort())
    await page.locator('.segment.active textarea').focus()
    await page.locator('header button[lang=zh-CN]').first().click()
    await page
      .getByRole('alert')
      .filter({ hasText: /Open the page again/ })
      .waitFor()
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en')
    await page.unroute('**/part-zh-cn*')
  })

  test('Tab goes from the header over filters, search and the row to the panel, and stops once at each list', async () => {
    const page = await open()
    await page.locator('.document-top .sign-off-link').focus()
    const stops: string[] = []
    const places = ['.outline', '.toolbar', '.segment.active', '.panel']
    for (let press = 0; press < 60 && stops.at(-1) !== '.panel'; press++) {
      await page.keyboard.press('Tab')
      const place = await page.evaluate<string | null>(
        `${JSON.stringify(places)}.find((place) => document.activeElement.closest(place)) ?? null`,
      )
      if (place !== null) stops.push(place)
    }
    assert.deepEqual([...new Set(stops)], places)
    assert.equal(stops.filter((place) => place === '.outline').length, 1)
  })

  test('Escape leaves the text for the row, arrows go from row to row, and a key goes back into the text', async () => {
    const page = await open()
    const first = await activeNumber(page)
    await page.keyboard.press('Escape')
    assert.match(await focused(page), new RegExp(`^Segment ${first}\\b`))
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(page), new RegExp(`^Segment ${first + 1}\\b`))
    assert.equal(await activeNumber(page), first + 1)
    await page.keyboard.press('ArrowUp')
    assert.match(await focused(page), new RegExp(`^Segment ${first}\\b`))
    await page.keyboard.press('Enter')
    await becomes(() => focused(page), `English of segment ${first}`)
  })

  test('the menu takes the focus, moves by arrows, and gives the focus back to the text', async () => {
    const page = await open()
    await page.keyboard.press('F2')
    const menu = page.getByRole('menu')
    await menu.waitFor()
    const items = menu.getByRole('menuitem')
    await becomes(() => focused(page), await items.first().evaluate((item) => item.textContent?.trim()))
    await page.keyboard.press('End')
    await becomes(() => focused(page), await items.last().evaluate((item) => item.textContent?.trim()))
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await isInEnglish(page)
  })

  test('a letter of the menu leads to the tab it names, and to the field of the comments', async () => {
    const page = await open()
    await page.keyboard.press('F2')
    await page.keyboard.press('h')
    assert.match(await focused(page), /^History/)
    assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'History')
    await page.keyboard.press('F2')
    await page.keyboard.press('c')
    assert.equal(await page.evaluate<string>('document.activeElement.tagName'), 'TEXTAREA')
    assert.match(await page.getByRole('tab', { selected: true }).innerText(), /^Comments/)
  })

  test('the confirming key in a comment sends the comment and leaves the segment as it is', async () => {
    const page = await open()
    const number = await activeNumber(page)
    await page.keyboard.press('F2')
    await page.keyboard.press('c')
    await page.keyboard.type('Is this the bridge?')
    await page.keyboard.press('Control+Enter')
    await page.locator('.comments .comment-text', { hasText: 'Is this the bridge?' }).waitFor()
    assert.equal(await activeNumber(page), number)
  })

  test('the sheet of the keys gives the focus back where it was, and the page hears no key behind it', async () => {
    const page = await open()
    await page.keyboard.press('Escape')
    const before = await focused(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('F2')
    assert.equal(await page.getByRole('menu').count(), 0)
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('dialog').count(), 0)
    await becomes(() => focused(page), before)
  })

  test('a search that finds nothing says so, and Escape shows all again', async () => {
    const page = await open()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('zzzz nowhere')
    await page.locator('.nothing[role=status]').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('.nothing').count(), 0)
  })

  test('contents lead by arrows to a part of the document', async () => {
    const page = await open()
    await page.keyboard.press('F2')
    await page.keyboard.press('o')
    await becomes(() => page.evaluate<boolean>(`document.activeElement.closest('.outline') !== null`), true)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.locator('.outline li:last-child a[aria-current=true]').waitFor()
    await isInEnglish(page)
  })

  test('a long document draws what is near the window, and nothing in sight moves as it is scrolled', async () => {
    const page = await openLong('b300.s1')
    const drawn = () => page.locator('.placed').count()
    assert.ok((await drawn()) < 40)
    const places = () =>
      page.evaluate<Record<string, number>>(
        `Object.fromEntries([...document.querySelectorAll('.segment[id]')].map((row) => [row.id, row.getBoundingClientRect().top]))`,
      )
    await page.mouse.move(700, 500)
    for (let turn = 0; turn < 12; turn++) {
      const before = await places()
      const from = await page.evaluate<number>('scrollY')
      await page.mouse.wheel(0, -400)
      while ((await page.evaluate<number>('scrollY')) === from) await page.waitForTimeout(20)
      await page.waitForTimeout(100)
      const after = await places()
      const shared = Object.keys(before).filter((id) => id in after && Math.abs(before[id] ?? 0) < 700)
      const moves = new Set(shared.map((id) => Math.round(((after[id] ?? 0) - (before[id] ?? 0)) / 3)))
      assert.ok(shared.length > 0)
      // All by the same, and by what the wheel was turned.
      assert.ok(moves.size <= 2, [...moves].join())
      assert.ok(
        [...moves].every((move) => Math.abs(move * 3 - 400) <= 6),
        [...moves].join(),
      )
    }
    assert.ok((await drawn()) < 40)
  })

  test('the active row keeps the focus while one reads elsewhere, and a key leads back to it', async () => {
    const page = await openLong('b20.s1')
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await page.locator('.segment[id="b599.s1"]').waitFor()
    assert.equal(await page.locator('.segment[id="b300.s1"]').count(), 0)
    await becomes(() => focused(page), 'English of segment 20')
    await page.keyboard.type('The road.')
    await becomes(() => page.locator('.segment.active textarea').inputValue(), 'The road.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    const { y = -1 } = (await page.locator('.segment.active').boundingBox()) ?? {}
    assert.equal(await activeNumber(page), 21)
    assert.ok(y > 50 && y < 900, `at ${y}`)
  })

  test('the key of the browser for finding leads to the search, which sees the whole document', async () => {
    const page = await openLong('b20.s1')
    await page.keyboard.press('Control+f')
    await becomes(() => focused(page), 'Find in both languages')
    await page.keyboard.type('第577项')
    await page.locator('.segment[id="b577.s1"]').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.segment.active[id="b577.s1"]').waitFor()
    await becomes(() => focused(page), 'English of segment 577')
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Escape')
    await page.locator('.segment[id="b576.s1"]').waitFor()
  })

  test('what a search found is marked in rows that come into sight later, too', async () => {
    const page = await openLong('b20.s1')
    await page.getByRole('searchbox').fill('各村')
    const marked = () =>
      page.evaluate<number>(
        `[...(CSS.highlights.get('found') ?? [])].filter((range) => range.startContainer.isConnected).length`,
      )
    // What was found is shown before one goes elsewhere: showing it moves the page.
    while ((await marked()) === 0) await page.waitForTimeout(50)
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await page.locator('.segment[id="b599.s1"]').waitFor()
    while ((await marked()) <= 5) await page.waitForTimeout(50)
  })

  test('on a phone the contents are drawn in their dialog, and lead to where they say', async () => {
    const page = await open()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Contents' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('link').nth(3).waitFor()
    await dialog.getByRole('link').last().click()
    await dialog.waitFor({ state: 'detached' })
    const { y = -1, height = 0 } = (await page.locator('.segment.active').boundingBox()) ?? {}
    assert.ok(y > 0 && y < 844 && height > 0, `at ${y}`)
  })
})
