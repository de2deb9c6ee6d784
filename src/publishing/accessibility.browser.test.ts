import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, choose, openAll, opened, phone, skip, wide } from './fixtures/browser.ts'

for (const [name, viewport] of Object.entries({ wide, phone })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any view: ${name}, ${colorScheme}`, { skip }, async () => {
      await opened('sample/d/qingyu/index.html', { viewport, colorScheme }, async (page) => {
        await openAll(page)
        for (const view of colorScheme === 'light' ? ['v1', 'v2', 'v3', 'v4'] : ['v1']) {
          await choose(page, view)
          const { violations, incomplete } = await axe(page)
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
            [],
            view,
          )
          assert.deepEqual(
            incomplete.map(({ id, nodes }) => [id, nodes[0]?.html]),
            [],
            view,
          )
        }
      })
    })
  }

  test(`axe finds nothing on the other pages: ${name}`, { skip }, async () => {
    for (const path of [
      'sample/index.html',
      'sample/d/qingyu/zh/index.html',
      'sample/d/qingyu/v1/en/index.html',
      'sample/d/qingyu/v1/verification/index.html',
      'long/d/qingyu/index.html',
      'long/d/qingyu/en/2/index.html',
    ]) {
      await opened(path, { viewport }, async (page) => {
        const { violations } = await axe(page)
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
          path,
        )
      })
    }
  })
}

test('nothing scrolls sideways at 320 pixels, not even with text that is hostile and long', { skip }, async () => {
  for (const path of [
    'sample/index.html',
    'sample/d/qingyu/index.html',
    'sample/d/qingyu/zh/index.html',
    'sample/d/qingyu/en/index.html',
    'long/d/qingyu/index.html',
    'long/d/qingyu/zh/3/index.html',
    'sample/d/qingyu/v1/verification/index.html',
    'hostile/d/qingyu/index.html',
    'hostile/index.html',
  ]) {
    await opened(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      await openAll(page)
      for (const view of ['v1', 'v2', 'v3', 'v4']) {
        if (await page.locator(`#${view}`).count()) await choose(page, view)
        const width = await page.locator('html').evaluate((element) => element.scrollWidth)
        assert.equal(width, 320, `${path} ${view}`)
      }
    })
  }
})
