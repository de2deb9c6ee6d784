import assert from 'node:assert/strict'
import type { Page } from 'playwright'
import type { Colleague } from './support/colleague.ts'
import { send } from './support/desk.ts'
import { fitsWhole } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

const rows = [
  '云汀水网方案,Plan for the Yunting Grid',
  '实施扩容工程，新增库容860万立方米。,"The project adds 8.6 million cubic meters of storage."',
  '灌溉农田21万亩。,"It irrigates 21,000 mu of farmland."',
  '同步建设调度平台。,A dispatch platform will be built at the same time.',
  '坚持节水优先。,Saving water comes first.',
  '严禁违规取用地下水。,Groundwater must not be drawn in breach of the rules.',
]

/** Of the document, by their numbers. */
const segmentAt = (number: number) => `b${number}.s1`
const rowAt = (page: Page, number: number) => page.locator(`.segment[id="${segmentAt(number)}"]`)

for (const language of languages) {
  story(`many sentences at once, by keys and by pointer (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    const path = '/api/documents?filename=many.csv&columns=zh%3DA%2Cen%3DB'
    const { id: document } = await translator.given('POST', path, Buffer.from(rows.join('\n')))
    await chapter('confirmed by keys, and taken back', () => confirmed(translator, document))
    await chapter('approved, each by its own rules, while somebody else edits', () =>
      approved(translator, reviser, document),
    )
    await chapter('sent back with one reason', () => sentBack(reviser, document))
  })
}

async function stateAt(who: Colleague, document: string): Promise<readonly string[]> {
  const { state } = await who.document(document)
  return rows.map((_row, index) => state.segments[segmentAt(index + 1)]?.state ?? '')
}

async function confirmed(translator: Colleague, document: string): Promise<void> {
  const { page, say, goto } = translator
  await goto(`/d/${document}/${segmentAt(1)}`)
  await page.locator('section.segment.active').waitFor()
  // F2, then the letter: the sentence is chosen, and its number has the focus.
  await page.keyboard.press('F2')
  await page.getByRole('menuitem', { name: say('command.choose') }).waitFor()
  await page.keyboard.press('q')
  const bar = page.locator('.acts-bar')
  await bar.getByText(say('many.chosen', { count: 1 }), { exact: true }).waitFor()
  for (const count of [2, 3, 4]) {
    await page.keyboard.press('Shift+ArrowDown')
    await bar.getByText(say('many.chosen', { count }), { exact: true }).waitFor()
  }
  await page.keyboard.press('Shift+ArrowUp')
  await bar.getByText('1–3').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await bar.getByText('1–3, 5').waitFor()
  await fitsWhole(translator, 'chosen to confirm')
  const confirm = bar.getByRole('button', { name: `${say('many.act.translate')} 4` })
  await confirm.focus()
  await page.keyboard.press('Enter')
  await bar.getByText(say('many.done.translate', { count: 4 })).waitFor()
  assert.deepEqual(await stateAt(translator, document), [
    'translated',
    'translated',
    'translated',
    'initial',
    'translated',
    'initial',
  ])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await bar.getByText(say('many.done.reopen', { count: 4 })).waitFor()
  assert.ok((await stateAt(translator, document)).every((state) => state === 'initial'))
  // All that show, and Esc leaves the choosing.
  await bar.getByRole('button', { name: say('many.all') }).click()
  await bar.getByRole('button', { name: `${say('many.act.translate')} 6` }).click()
  await bar.getByText(say('many.done.translate', { count: 6 })).waitFor()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  assert.equal(await page.evaluate<boolean>(`document.activeElement?.matches('.segment.active .gutter a')`), true)
}

async function approved(translator: Colleague, reviser: Colleague, document: string): Promise<void> {
  // One sentence is the reviser's own.
  await send(reviser, document, segmentAt(4), 'translate', { target: ['A dispatch platform is built as well.'] })
  const { page, say, goto } = reviser
  await goto(`/d/${document}/${segmentAt(1)}`)
  await page.locator('section.segment.active').waitFor()
  await rowAt(page, 5)
    .locator('.gutter a')
    .click({ modifiers: ['Shift'] })
  const bar = page.locator('.acts-bar')
  await bar.getByText('1–5').waitFor()
  await bar.getByText(say('many.cannot.approve', { count: 2 })).waitFor()
  await bar.getByText(say('many.why.own-segment')).waitFor()
  await bar.getByText(say('many.why.segment-has-errors')).waitFor()
  const approve = bar.getByRole('button', {
    name: `${say('many.act.approve')} ${say('many.of', { can: 3, count: 5 })}`,
  })
  assert.ok(await approve.isDisabled(), 'approved unread')
  await bar.getByLabel(say('many.read', { count: 3 })).check()
  await fitsWhole(reviser, 'chosen to approve')
  // Between the look and the press somebody changes one of them, and the page does not know yet.
  await page.route('**/many/approve', async (route) => {
    await send(translator, document, segmentAt(2), 'translate', {
      target: ['It adds 8.6 million cubic meters of storage.'],
    })
    await route.continue()
  })
  await approve.click()
  await bar.getByText(say('many.done.approve', { count: 2 })).waitFor()
  await bar.getByText(say('many.why.segment-changed')).waitFor()
  await page.unroute('**/many/approve')
  assert.deepEqual(await stateAt(reviser, document), [
    'reviewed',
    'translated',
    'translated',
    'translated',
    'reviewed',
    'translated',
  ])
  await fitsWhole(reviser, 'what was approved')
  await bar.getByRole('button', { name: say('common.close') }).click()
  await bar.getByRole('button', { name: say('many.none') }).click()
  await bar.waitFor({ state: 'detached' })
}

async function sentBack(reviser: Colleague, document: string): Promise<void> {
  const { page, say } = reviser
  await page.getByRole('button', { name: say('many.begin') }).click()
  const bar = page.locator('.acts-bar')
  await rowAt(page, 5).locator('.pick').click()
  await rowAt(page, 6).locator('.pick').click()
  await bar.getByRole('button', { name: `${say('many.act.return')} 2` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('reason.label')).fill('See the source.')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await bar.getByText(say('many.done.return', { count: 2 })).waitFor()
  const { state } = await reviser.document(document)
  for (const number of [5, 6]) assert.equal(state.segments[segmentAt(number)]?.returned?.reason, 'See the source.')
}
