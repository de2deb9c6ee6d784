import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright'
import type { DocumentView } from '../../src/contract/views/documents.ts'
import { textOf } from './desk.ts'
import type { House } from './house.ts'

/** The views of a published page, by the radio buttons that choose them. */
export const views = ['v1', 'v2', 'v3', 'v4'] as const
/** Those that need no script: all but that of paragraphs. */
const plainViews = ['v1', 'v3', 'v4'] as const

/** The id of a segment on a published page. */
function anchorOf(segment: string): string {
  return segment.replace('.', '-')
}

const none = 'rgba(0, 0, 0, 0)'

function background(of: Locator): Promise<string> {
  return of.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? 'no window',
  )
}

/** Reads a published page with scripts off: every view, paired highlight, the permalink of a sentence. */
export async function readWithoutScripts(
  house: House,
  path: string,
  { state }: DocumentView,
  segment: string,
): Promise<void> {
  const reader = await house.visitor({ javaScriptEnabled: false })
  const { page } = reader
  const answer = await page.goto(path)
  assert.equal(answer?.status(), 200)
  const { source, target } = state.segments[segment] ?? assert.fail(segment)
  const [zh, en] = [textOf(source), textOf(target)]

  // Each sentence with its translation, Chinese, English: each shows what it says, and English never twice.
  const pair = page.locator(`[id="${anchorOf(segment)}"]`)
  const [chinese, english] = [pair.locator('> span:not([lang])'), pair.locator('> [lang=en]')]
  for (const view of plainViews) {
    await page.locator(`#${view}`).check()
    assert.equal(await chinese.isVisible(), view !== 'v4', `Chinese in ${view}`)
    const shown = await visibleTexts(page, '#text .r [lang=en]')
    assert.equal(shown.filter((text) => text === en).length, view === 'v3' ? 0 : 1, `English in ${view}`)
  }
  assert.ok(zh.endsWith((await chinese.textContent()) ?? assert.fail()))

  // Pointing at one text marks both.
  await page.locator('#v1').check()
  for (const text of [chinese, english]) {
    await page.mouse.move(0, 0)
    assert.equal(await background(pair), none)
    await text.hover()
    assert.notEqual(await background(pair), none)
  }
  await page.mouse.move(0, 0)

  // The number of a sentence is its permanent address.
  await page.locator('#numbers').check()
  await pair.locator('> a').click()
  assert.equal(new URL(page.url()).hash, `#${anchorOf(segment)}`)
  await reader.context.newPage().then(async (page) => {
    await page.goto(`${path}#${anchorOf(segment)}`)
    const targeted = page.locator('.r :target')
    assert.equal(await targeted.getAttribute('id'), anchorOf(segment))
    assert.notEqual(await background(targeted), none)
    const box = (await targeted.boundingBox()) ?? assert.fail('the target is nowhere')
    assert.ok(box.y >= 0 && box.y < 900, `the target stands at ${box.y}`)
  })
}

/** Not `innerText`: what is far from the window of a long text has none, as the browser has not laid it out. */
async function visibleTexts(page: Page, selector: string): Promise<readonly string[]> {
  const texts = await page
    .locator(`${selector}:visible`)
    .evaluateAll((all) => all.map((each) => each.textContent ?? ''))
  return texts.map((text) => text.trim())
}
