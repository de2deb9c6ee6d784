import assert from 'node:assert/strict'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page once nothing on it moves: rule, where, and why. */
export async function axe(page: Page): Promise<readonly string[]> {
  const found = await axeNow(page)
  if (found.length === 0) return found
  await standsStill(page)
  return axeNow(page)
}

async function axeNow(page: Page): Promise<readonly string[]> {
  // A page that has axe is not given its half a megabyte again, which takes longer than most pages take to look at.
  const given = (await page.evaluate<string>('typeof globalThis.axe?.run')) === 'function'
  // Style sheets are not fetched a second time, which the pages do not allow.
  const builder = new AxeBuilder({ page, ...(given ? { axeSource: ';' } : {}) })
    .withTags(tags)
    .options({ preload: false, resultTypes: ['violations'] })
  // Behind a modal dialog the page is inert; it is looked at when the dialog is not there.
  if ((await page.locator('dialog[open]').count()) > 0) builder.include('dialog[open]')
  // Nothing is framed in these pages, so it needs no page of its own to gather frames in.
  const { violations } = await builder.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id} at ${target.join(' ')}: ${why}`
    }),
  )
}

/**
 * Waits until nothing on the page moves for a quarter of a second: a long list measures its rows anew after a window has
 * changed its size, and what stands below it lies over them until then.
 */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const shape = () =>
      [...document.querySelectorAll('main *')].map((one) => { const { top, left, width, height } = one.getBoundingClientRect(); return [top, left, width, height].join() }).join(' ')
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    let before = shape()
    for (let since = performance.now(); performance.now() - since < 250; ) {
      await frame()
      const now = shape()
      if (now !== before) since = performance.now()
      before = now
    }
  })()`)
}

/**
 * How far the page can be scrolled sideways, in pixels, once nothing on it moves: what a script draws otherwise on a narrow
 * window is drawn a moment after the window has become narrow.
 */
export async function sideways(page: Page): Promise<number> {
  const measure = () => page.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth)
  if ((await measure()) <= 0) return 0
  await standsStill(page)
  return measure()
}

/**
 * Marks everything that Tab should come to, and remembers how it looks without the focus. Of radio buttons of one name
 * Tab comes to one. Inside an open dialog only what it holds counts: the rest is inert.
 */
const markStops = `(() => {
  const wanted = 'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]'
  const scope = document.querySelector('dialog[open]') ?? document
  const radios = new Set()
  const stops = [...scope.querySelectorAll(wanted)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || element.closest('[inert]')) return false
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false
    if (element.type === 'radio') {
      const group = [...document.querySelectorAll('input[type=radio]')].filter((one) => one.name === element.name)
      const stop = group.find((one) => one.checked) ?? group[0]
      if (element !== stop || radios.has(element.name)) return false
      radios.add(element.name)
    }
    return true
  })
  globalThis.lookOf = (element) => {
    const looks = []
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean)
    const styles = around.map((one) => getComputedStyle(one))
    for (const style of [...styles, getComputedStyle(element, '::before'), getComputedStyle(element, '::after')]) {
      const outline = style.outlineStyle === 'none' ? '' : [style.outlineStyle, style.outlineWidth, style.outlineColor]
      looks.push([outline, style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor, style.color, style.textDecorationLine].join('|'))
    }
    return looks.join(' / ')
  }
  document.activeElement?.blur?.()
  globalThis.stops = stops.map((element) => ({ element, before: lookOf(element), name: element.outerHTML.slice(0, 140) }))
  return stops.length
})()`

/** Whether the browser is at a stop, at something else, or outside the page; and whether one can see where. */
const atStop = `(() => {
  const now = document.activeElement
  if (!now || now === document.body || now === document.documentElement) return { at: 'outside' }
  const index = stops.findIndex(({ element }) => element === now)
  if (index < 0) return { at: 'elsewhere', name: now.outerHTML.slice(0, 140) }
  const box = now.getBoundingClientRect()
  const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  return { at: 'stop', index, name: stops[index].name, seen: lookOf(now) !== stops[index].before, onScreen }
})()`

type Where =
  | { readonly at: 'outside' }
  | { readonly at: 'elsewhere'; readonly name: string }
  | {
      readonly at: 'stop'
      readonly index: number
      readonly name: string
      readonly seen: boolean
      readonly onScreen: boolean
    }

/**
 * Goes round the page with Tab: it comes to everything that can be used, shows where it is, and leads out again. What
 * is wrong is given in words.
 */
export async function walk(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate<number>(markStops)
  assert.ok(count > 0, 'nothing on the page can be used')
  const reached = new Set<number>()
  const wrong = new Set<string>()
  let first: number | undefined
  let round = false
  // Twice as many steps as stops, and some for what is focused besides (scrolling regions, the browser's own bars).
  for (let steps = 0; steps < count * 2 + 10 && !round; steps++) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate<Where>(atStop)
    if (where.at !== 'stop') continue
    round = where.index === first
    first ??= where.index
    reached.add(where.index)
    if (!where.seen) wrong.add(`the focus is not to be seen: ${where.name}`)
    if (!where.onScreen) wrong.add(`the focus is off the screen: ${where.name}`)
  }
  if (!round) wrong.add('Tab does not lead round')
  const names = await page.evaluate<readonly string[]>('stops.map(({ name }) => name)')
  for (const [index, name] of names.entries()) if (!reached.has(index)) wrong.add(`Tab does not come to ${name}`)
  return [...wrong]
}
