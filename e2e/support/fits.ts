import assert from 'node:assert/strict'
import type { Colleague } from './colleague.ts'
import { axe, sideways, standsStill } from './reach.ts'

/** Nothing found by axe and nothing that scrolls sideways, on a desk and on a phone. */
export async function fits({ page }: Colleague): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    assert.equal(await sideways(page), 0)
    assert.deepEqual(await axe(page), [])
  }
}

/**
 * The same in either theme, and nothing that scrolls sideways at 320 pixels: for pages whose bar stays at the bottom, which
 * are looked at whole. `DUIZHAO_PICTURES`: a folder for pictures of them.
 */
export async function fitsWhole({ page, language }: Colleague, state: string): Promise<void> {
  for (const width of [1440, 390] as const) {
    // All of it at once: under the bar that stays at the bottom axe measures what nobody sees.
    await page.setViewportSize({ width, height: 3000 })
    await standsStill(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await axe(page), [], `${state}, ${language}, ${width}, ${colorScheme}`)
      const folder = process.env.DUIZHAO_PICTURES
      const name = `${state.replaceAll(' ', '-')}-${language}-${width}-${colorScheme}.png`
      if (folder) await page.screenshot({ path: `${folder}/${name}`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 320, height: 900 })
  assert.equal(await sideways(page), 0, state)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
