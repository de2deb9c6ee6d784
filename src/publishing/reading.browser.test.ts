import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright'
import { addressOf, background, choose, opened, phone, plain, skip, wide } from './fixtures/browser.ts'

test('with scripts off, pointing at a sentence marks its translation, and only that', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide, javaScriptEnabled: false }, async (page) => {
    const english = '#b8 .en .s:nth-child(4)'
    assert.equal(await background(page, english), plain)
    await page.locator('#b8-s4 .z').hover()
    assert.notEqual(await background(page, english), plain)
    assert.equal(await background(page, english), await background(page, '#b8-s4'))
    assert.equal(await background(page, '#b8 .en .s:nth-child(3)'), plain)
    await page.locator(english).hover()
    assert.notEqual(await background(page, '#b8-s4'), plain)
    for (const place of [1, 2, 3, 4, 5, 6]) {
      await page.locator(`#b8 .en .s:nth-child(${place})`).hover()
      assert.notEqual(await background(page, `#b8-s${place}`), plain, `place ${place}`)
    }
  })
})

test('with scripts off, a link to a sentence shows and marks the pair in every view', { skip }, async () => {
  for (const viewport of [wide, phone]) {
    await opened('sample/d/qingyu/index.html#b12-s3', { viewport, javaScriptEnabled: false }, async (page) => {
      for (const view of ['v1', 'v2', 'v3', 'v4']) {
        await choose(page, view)
        assert.notEqual(await background(page, '#b12-s3'), plain, view)
        await page.goto(addressOf('sample/d/qingyu/index.html#b12-s2'))
        await page.goto(addressOf('sample/d/qingyu/index.html#b12-s3'))
        const box = await page.locator('#b12-s3').boundingBox()
        const bar = await page.locator('.bar').boundingBox()
        assert.ok(box && bar && box.y >= bar.y + bar.height - 1 && box.y < viewport.height, `${view}: ${box?.y}`)
      }
    })
  }
})

test('focus on a term marks the pair it stands in', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide, javaScriptEnabled: false }, async (page) => {
    await page.locator('#b8 .en a.t').focus()
    assert.notEqual(await background(page, '#b8-s6'), plain)
  })
})

test('each view shows what it says, and English never twice', { skip }, async () => {
  const shown = async (page: Page, selector: string) => page.locator(selector).isVisible()
  for (const [viewport, columns] of [
    [wide, 'v1'],
    [phone, 'v2'],
  ] as const) {
    await opened('sample/d/qingyu/index.html', { viewport }, async (page) => {
      for (const view of ['v1', 'v2', 'v3', 'v4']) {
        await choose(page, view)
        const [zh, pair, copy] = await Promise.all(
          ['#b8-s4 .z', '#b8-s4 .e', '#b8 .en'].map((part) => shown(page, part)),
        )
        assert.deepEqual([zh, pair, copy], [view !== 'v4', view !== 'v3' && view !== columns, view === columns], view)
      }
    })
  }
})

test('on a phone pairs come first, and stand on the screen in the order of the document', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: phone }, async (page) => {
    const tops = await page
      .locator('article :is(.n, .z, .e):visible')
      .evaluateAll((all) => all.map((each) => [each.className, each.getBoundingClientRect().top] as const))
    const texts = tops.filter(([name]) => name !== 'n').map(([, top]) => top)
    assert.ok(texts.length > 40)
    assert.deepEqual(
      texts,
      texts.toSorted((a, b) => a - b),
    )
    assert.deepEqual(
      tops.slice(0, 6).map(([name]) => name),
      ['n', 'z', 'e', 'n', 'z', 'e'],
    )
  })
})

test('in columns, both texts of a row begin at one height and the English stands right of the Chinese', {
  skip,
}, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide }, async (page) => {
    const [zh, en] = await Promise.all(['#b7 .m', '#b7 .en'].map((part) => page.locator(part).boundingBox()))
    assert.ok(zh && en && zh.y === en.y && en.x >= zh.x + zh.width - 1)
  })
})

test('where scripts run, a term shows its entry, Escape puts it away, and a citation can be copied', {
  skip,
}, async () => {
  await opened(
    'sample/d/qingyu/index.html#b8-s6',
    { viewport: wide, permissions: ['clipboard-read', 'clipboard-write'] },
    async (page) => {
      await page.locator('#b8 .en a.t').focus()
      await page.locator('.pop').getByText('青屿市海洋局译名表').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.pop').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Copy citation' }).click()
      await page.getByText('Copied').waitFor()
      const copied = await page.evaluate<string>('navigator.clipboard.readText()')
      assert.match(
        copied,
        /“Press conference of Qingyu City on protecting its coast”\. Version 2, 1 July 2026, segment b8\.s6\. file:.*\/d\/qingyu\/v2\/index\.html#b8-s6/,
      )
    },
  )
})

test('a term that takes the focus outside the window is scrolled to, and its entry stays', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: { width: 1440, height: 300 } }, async (page) => {
    const link = page.locator('#b8 .en a.t')
    assert.ok((await link.evaluate((element) => element.getBoundingClientRect().top)) > 300)
    await link.focus()
    await page.locator('.pop').getByText('青屿市海洋局译名表').waitFor()
    await page.waitForFunction('scrollY > 0')
    // Two frames later the event of scrolling has been told.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    assert.ok(await page.locator('.pop').isVisible())
    await page.evaluate('scrollTo(0, 0)')
    await page.locator('.pop').waitFor({ state: 'hidden' })
  })
})

test('hostile text runs nothing and asks for nothing', { skip }, async () => {
  for (const path of ['hostile/index.html', 'hostile/d/qingyu/index.html', 'hostile/d/qingyu/zh/index.html']) {
    await opened(path, { viewport: wide }, async (page) => {
      assert.equal(await page.locator('img, script:not([src])').count(), 0)
      for (const link of await page
        .locator('a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? '')))
        assert.doesNotMatch(link, /^\s*javascript:/i)
    })
  }
})

test('on paper there are two columns, numbers, the whole record, and nothing that is only for a screen', {
  skip,
}, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: { width: 680, height: 900 } }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    const [zh, en] = await Promise.all(['#b7 .m', '#b7 .en'].map((part) => page.locator(part).boundingBox()))
    assert.ok(zh && en && zh.y === en.y && en.x >= zh.x + zh.width - 1)
    assert.ok(await page.locator('#b7-s2 .n').isVisible())
    assert.ok(await page.locator('#checks table').isVisible())
    assert.ok(!(await page.locator('.bar').isVisible()))
    assert.ok((await page.pdf({ tagged: true, outline: true })).length > 10_000)
  })
})
