import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright'
import {
  addressOf,
  axe,
  background,
  choose,
  opened,
  phone,
  plain,
  sampleAt,
  served,
  skip,
  wide,
} from './fixtures/browser.ts'

const chinese = 'span:not([lang])'
const english = '[lang=en]'

test('pointing at a sentence marks it with its translation, and only that: with scripts off, and in paragraphs', {
  skip,
}, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide, javaScriptEnabled: false }, async (page) => {
    assert.equal(await background(page, '#b8-s4'), plain)
    for (const part of [chinese, english]) {
      await page.locator(`#b8-s4 > ${part}`).hover()
      assert.notEqual(await background(page, '#b8-s4'), plain)
      assert.equal(await background(page, '#b8-s3'), plain)
    }
    assert.equal(await page.locator('#v2').isVisible(), false, 'a button that needs the script')
  })
  await opened('sample/d/qingyu/index.html', { viewport: wide }, async (page) => {
    await choose(page, 'v2')
    for (const place of [1, 2, 3, 4, 5, 6]) {
      const copy = `#text .r:has(#b8-s1) .en span:nth-child(${place})`
      await page.locator(copy).hover()
      assert.notEqual(await background(page, `#b8-s${place}`), plain, `place ${place}`)
      await page.locator(`#b8-s${place} > ${chinese}`).hover()
      assert.notEqual(await background(page, copy), plain, `place ${place}`)
    }
    await page.mouse.move(0, 0)
    await page.evaluate('location.hash = "#b8-s2"')
    await page.locator('.en .target').waitFor()
    assert.match((await page.locator('.en .target').textContent()) ?? '', /^For projects that did not fit/)
  })
})

test('a link that ends in no anchor takes nothing from the page', { skip }, async () => {
  for (const end of ['#%', '#%E4%B8', '#b8-s4%zz', '#<b>']) {
    await opened(`sample/d/qingyu/index.html${end}`, { viewport: wide }, async (page) => {
      await choose(page, 'v2')
      assert.ok(await page.locator('#text .r .en').first().isVisible(), end)
    })
  }
})

test('with scripts off, a link to a sentence shows and marks the pair in every view', { skip }, async () => {
  for (const viewport of [wide, phone]) {
    await opened('sample/d/qingyu/index.html#b12-s3', { viewport, javaScriptEnabled: false }, async (page) => {
      for (const view of ['v1', 'v3', 'v4']) {
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
    await page.locator('#b8-s6 > [lang=en] a.t').focus()
    assert.notEqual(await background(page, '#b8-s6'), plain)
  })
})

test('each view shows what it says, and English never twice', { skip }, async () => {
  const shown = async (page: Page, selector: string) => page.locator(selector).isVisible()
  for (const viewport of [wide, phone]) {
    await opened('sample/d/qingyu/index.html', { viewport }, async (page) => {
      for (const view of ['v1', 'v3', 'v4', 'v2', 'v1', 'v3', 'v4']) {
        await choose(page, view)
        const copies = '#text .r:has(#b8-s4) .en'
        const [zh, pair] = await Promise.all([chinese, english].map((part) => shown(page, `#b8-s4 > ${part}`)))
        const copy = (await page.locator(copies).count()) > 0 && (await shown(page, copies))
        assert.deepEqual([zh, pair, copy], [view !== 'v4', view === 'v1' || view === 'v4', view === 'v2'], view)
      }
    })
  }
})

test('on a phone pairs stand on the screen in the order of the document', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: phone }, async (page) => {
    const parts = await page
      .locator('article .r [id] > *')
      .evaluateAll((all) => all.map((each) => [each.localName, each.getBoundingClientRect().top] as const))
    const tops = parts.filter(([name]) => name !== 'a').map(([, top]) => top)
    assert.ok(tops.length > 40)
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    )
    assert.deepEqual(
      parts.slice(0, 6).map(([name]) => name),
      ['a', 'span', 'span', 'a', 'span', 'span'],
    )
  })
})

test('where there is width, both texts of a sentence begin at one height and the English stands right of the Chinese', {
  skip,
}, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide }, async (page) => {
    const besides = async (first: string, second: string) => {
      const [zh, en] = await Promise.all([first, second].map((part) => page.locator(part).boundingBox()))
      return zh && en && zh.y === en.y && en.x >= zh.x + zh.width - 1
    }
    assert.ok(await besides(`#b7-s2 > ${chinese}`, `#b7-s2 > ${english}`))
    await choose(page, 'v2')
    assert.ok(await besides('.r:has(#b7-s2) .m', '.r:has(#b7-s2) .en'))
  })
})

test('where scripts run, a term shows its entry, Escape puts it away, and a citation can be copied', {
  skip,
}, async () => {
  await opened(
    'sample/d/qingyu/index.html#b8-s6',
    { viewport: wide, permissions: ['clipboard-read', 'clipboard-write'] },
    async (page) => {
      await page.locator('#b8-s6 > [lang=en] a.t').focus()
      await page.locator('.pop').getByText('青屿市海洋局译名表').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.pop').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Copy citation' }).click()
      await page.getByText('Copied').waitFor()
      const copied = await page.evaluate<string>('navigator.clipboard.readText()')
      assert.match(
        copied,
        /“Press conference of Qingyu City on protecting its coast”\. Version 2, July 1, 2026, segment b8\.s6\. file:.*\/d\/qingyu\/v2\/index\.html#b8-s6/,
      )
    },
  )
})

test('a term that takes the focus outside the window is scrolled to, and its entry stays', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: { width: 1440, height: 300 } }, async (page) => {
    const link = page.locator('#b8-s6 > [lang=en] a.t')
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
    const [zh, en] = await Promise.all([chinese, english].map((part) => page.locator(`#b7-s2 > ${part}`).boundingBox()))
    assert.ok(zh && en && zh.y === en.y && en.x >= zh.x + zh.width - 1)
    assert.ok(await page.locator('#b7-s2 > a').isVisible())
    assert.ok(await page.locator('#checks .waivers').isVisible())
    assert.ok(!(await page.locator('.bar').isVisible()))
    assert.ok((await page.pdf({ tagged: true, outline: true })).length > 10_000)
  })
})

test('the page of an older release says that it is superseded, and by which, once a newer one is out', {
  skip,
}, async () => {
  for (const [edition, words] of [
    ['', /已由第2版取代.*superseded by version 2\b/s],
    ['zh/', /第1版已由第2版取代/],
    ['en/', /Version 1 has been superseded by version 2\./],
  ] as const) {
    await opened('sample/index.html', { viewport: wide }, async (page) => {
      await page.goto(await served(page, `sample/d/qingyu/v1/${edition}index.html`))
      const notice = page.locator('#status.superseded')
      await notice.waitFor()
      assert.match(await notice.innerText(), words)
      assert.doesNotMatch(await notice.innerText(), /\{|may be/)
      await notice.getByRole('link').click()
      assert.equal(new URL(page.url()).pathname, `/sample/d/qingyu/${edition}index.html`)
      assert.equal(await page.locator('#status').count(), 0)
      await page.goto(await served(page, `sample/d/qingyu/v2/${edition}index.html`))
      assert.equal(await page.locator('#status:not(.superseded)').count(), 1)
    })
  }
})

test('without scripts, and from a disk, an older release says where the newest is', { skip }, async () => {
  for (const javaScriptEnabled of [false, true]) {
    await opened('sample/d/qingyu/v1/index.html', { viewport: wide, javaScriptEnabled }, async (page) => {
      const notice = page.locator('#status')
      assert.match(await notice.innerText(), /本页为第1版.*This is version 1/s)
      assert.equal(await notice.getByRole('link').getAttribute('href'), '../../../d/qingyu/index.html')
      const box = await notice.boundingBox()
      assert.ok(box && box.y < 300, 'at the top')
    })
  }
})

test('a withdrawn release says so at the top, without scripts too, and a copy from before learns it from the status', {
  skip,
}, async () => {
  for (const [edition, words] of [
    [
      '',
      /第1版已于2026年7月20日撤回：投资额有误.*Version 1 was withdrawn on July 20, 2026: The sum invested was wrong/s,
    ],
    ['zh/', /第1版已于2026年7月20日撤回：投资额有误/],
    ['en/', /Version 1 was withdrawn on July 20, 2026: The sum invested was wrong/],
  ] as const) {
    const path = `withdrawn/d/qingyu/v1/${edition}index.html`
    for (const [javaScriptEnabled, viewport] of [
      [false, phone],
      [true, wide],
    ] as const) {
      await opened(path, { viewport, javaScriptEnabled }, async (page) => {
        const notice = page.locator('.withdrawn')
        assert.match(await notice.innerText(), words)
        const box = await notice.boundingBox()
        assert.ok(box && box.y < 200, 'at the top')
        if (javaScriptEnabled) assert.deepEqual((await axe(page)).violations, [])
        await page.emulateMedia({ media: 'print' })
        assert.ok(await notice.isVisible())
      })
    }
    await opened(path, { viewport: wide }, async (page) => {
      const address = await served(page, path)
      await page.goto(address)
      await page
        .locator('#status')
        .getByText(/superseded|取代/)
        .first()
        .waitFor()
      assert.doesNotMatch(await page.locator('#status').innerText(), /撤回|withdrawn/)
      const before = (await served(page, `sample/d/qingyu/v1/${edition}index.html`)).replace('sample', 'withdrawn')
      await page.route(before, (route) => route.fulfill({ path: sampleAt(`d/qingyu/v1/${edition}index.html`) }))
      await page.goto(before)
      await page.locator('#status.superseded').waitFor()
      assert.match(await page.locator('#status').innerText(), words)
      assert.doesNotMatch(await page.locator('#status').innerText(), /\{|undefined/)
    })
  }
})

test('a link to a sentence of a text in parts leads to its part, from the first page and from any other part', {
  skip,
}, async () => {
  const place = 'long/d/qingyu/v1'
  for (const from of ['', '1/', '2/']) {
    await opened(`${place}/${from}index.html#b201-s3`, { viewport: phone }, async (page) => {
      await page.waitForURL(addressOf(`${place}/3/index.html#b201-s3`))
      assert.notEqual(await background(page, '#b201-s3'), plain)
      await page.locator('#copy').waitFor()
      assert.match((await page.locator('#copy').getAttribute('data-address')) ?? '', /d\/qingyu\/v1\/3\/index\.html$/)
    })
  }
  // A sentence that is nowhere: the first page, and no further.
  await opened(`${place}/en/2/index.html#b9999-s1`, { viewport: wide }, async (page) => {
    await page.waitForURL(addressOf(`${place}/en/index.html#b9999-s1`))
    await page.getByRole('link', { name: 'Part 2' }).click()
    await page.getByRole('link', { name: 'Next: part 3' }).first().click()
    assert.equal(page.url(), addressOf(`${place}/en/3/index.html`))
  })
  // Without scripts the first page says which sentences each part has.
  await opened(`${place}/index.html#b201-s3`, { viewport: wide, javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator('.parts ol > li').last().innerText(), /b16\d\.s1 – b241\.s12/)
  })
})

test('the Tab key passes by the terms until they are asked for', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide }, async (page) => {
    const terms = page.locator('article a.t')
    const reachable = () => terms.evaluateAll((all) => all.filter((each) => Reflect.get(each, 'tabIndex') === 0).length)
    assert.ok((await terms.count()) > 0)
    assert.equal(await reachable(), 0)
    await page.locator('#terms').check()
    assert.equal(await reachable(), await terms.count())
    await terms.first().focus()
    await page.locator('.pop').waitFor()
    await page.locator('#terms').uncheck()
    assert.equal(await reachable(), 0)
  })
  await opened('sample/d/qingyu/index.html', { viewport: wide, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('#terms').isVisible(), false)
  })
})

test('on paper, the text alone where that was asked for', { skip }, async () => {
  await opened('sample/d/qingyu/index.html', { viewport: wide, javaScriptEnabled: false }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('#record').isVisible())
    await page.emulateMedia({ media: 'screen' })
    await page.locator('#text-only').check()
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('#b8-s4').isVisible())
    for (const sheet of ['#record', '#glossary', '#checks', '#versions', '#certificate'])
      assert.equal(await page.locator(sheet).isVisible(), false, sheet)
  })
})

/** Whether a text stands below another, or beside it on the right. */
function isAfter(box: Box, before: Box): boolean {
  return box.top >= before.bottom - 1 || (box.left >= before.right - 1 && box.top >= before.top - 1)
}

interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * Makes the style sheet what an older browser makes of it: without any rule that has `:has()` in its selector, and with
 * what is meant for browsers that do not know it.
 */
const withoutHas = (css: string) => `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(${JSON.stringify(css)})
  const strip = (owner) => {
    for (let at = owner.cssRules.length - 1; at >= 0; at--) {
      const rule = owner.cssRules[at]
      if (rule.selectorText?.includes(':has(')) owner.deleteRule(at)
      else if (rule.conditionText?.includes('not selector(:has')) {
        const inner = [...rule.cssRules].map(({ cssText }) => cssText)
        owner.deleteRule(at)
        inner.forEach((text, further) => owner.insertRule(text, at + further))
      } else if (rule.cssRules && rule.selectorText === undefined) strip(rule)
    }
  }
  strip(sheet)
  document.querySelector('link[rel="stylesheet"]').remove()
  document.adoptedStyleSheets = [sheet]
}`

test('with every rule of :has() dropped a page is readable in each edition, with its permalinks', {
  skip,
}, async () => {
  for (const viewport of [wide, phone]) {
    for (const edition of ['', 'zh/', 'en/']) {
      await opened(`sample/d/qingyu/${edition}index.html#b12-s3`, { viewport }, async (page) => {
        const href = (await page.locator('link[rel="stylesheet"]').getAttribute('href')) ?? ''
        await page.evaluate(withoutHas(readFileSync(new URL(href, page.url()), 'utf8')))
        assert.ok(
          await page.locator('article .r [id] > span').evaluateAll((all) => all.every((one) => one.checkVisibility())),
        )
        // Every text once, in the order of the document, none over another.
        const boxes = await page.locator('article .r [id] > span:visible').evaluateAll((all) =>
          all.map((each) => {
            const { top, bottom, left, right } = each.getBoundingClientRect()
            return { top, bottom, left, right }
          }),
        )
        assert.ok(boxes.length > 20)
        if (edition === '') {
          for (const [at, box] of boxes.entries()) assert.ok(at === 0 || isAfter(box, boxes[at - 1] ?? box), String(at))
        }
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
        assert.equal(await page.locator('#v1').isVisible(), false, 'a button that does nothing')
        assert.notEqual(await background(page, '#b12-s3'), plain)
        await page.evaluate('location.hash = "#b8-s4"')
        assert.notEqual(await background(page, '#b8-s4'), plain)
        assert.equal(await background(page, '#b12-s3'), plain)
      })
    }
  }
})
