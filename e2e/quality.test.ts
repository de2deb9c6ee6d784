import assert from 'node:assert/strict'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, send } from './support/desk.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

for (const language of languages) {
  story(`a reviser assesses a sample by keys alone (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    const bytes = new TextEncoder().encode('渡口通知\n今年修缮渡口。明年修缮码头。\n')
    const { id } = await translator.given('POST', '/api/documents?filename=ferries.txt', bytes)
    const english = ['Notice on the ferries', 'This year the ferries are mended.', 'Next year the docks are mend.']
    for (const [index, segment] of ['b1.s1', 'b2.s1', 'b2.s2'].entries())
      await send(translator, id, segment, 'translate', { target: [english[index]] })
    await chapter('an issue on words of the sentence', () => marked(reviser, id))
    await chapter('the score counts what is assessed, and the sample says what is left', () => scored(reviser, id))
    await chapter('an issue stays with the text it was made on', () => edited(translator, reviser, id))
  })
}

async function marked(reviser: Colleague, document: string): Promise<void> {
  const { page, say, goto, api } = reviser
  await api('POST', `/api/documents/${document}/samples`, { size: { percent: 100 } })
  await goto(`/d/${document}/b2.s2`)
  await activeRowOf(page).waitFor()
  await page.keyboard.press('F2')
  await page.getByRole('menuitem', { name: say('command.quality') }).waitFor()
  await page.keyboard.press('.')
  const kind = page.getByLabel(say('quality.category.label'), { exact: true })
  await becomes(() => kind.evaluate((field) => field === field.ownerDocument.activeElement), true)
  await page.keyboard.type(say('quality.category.conventions').slice(0, 3))
  await kind.selectOption('conventions')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mended')
  await page.keyboard.press('Control+Enter')
  const line = page.locator('.issues > li')
  await becomes(() => line.count(), 1)
  await line.getByText(say('quality.severity.major'), { exact: true }).waitFor()
  await fits(reviser)
  // Assessed: on to the sentence of the sample that waits.
  await page.getByRole('button', { name: say('quality.assess') }).press('Enter')
  await page.locator('section.segment.active[id="b1.s1"]').waitFor()
  await becomes(() => kind.evaluate((field) => field === field.ownerDocument.activeElement), true)
}

async function scored(reviser: Colleague, document: string): Promise<void> {
  const { page, say, goto } = reviser
  await goto(`/d/${document}/quality`)
  // Six words, and an issue of five points.
  await page.locator('.score b').getByText('16.6', { exact: true }).waitFor()
  await page.getByText(say('quality.sampleOf', { count: 3, done: 1 }), { exact: true }).waitFor()
  await becomes(() => page.locator('.sample-left a').count(), 2)
  await becomes(() => page.locator('.quality-rows > li').count(), 1)
  await fits(reviser)
  await page.getByLabel(say('quality.size'), { exact: true }).fill('1')
  await page.getByLabel(say('quality.unit'), { exact: true }).selectOption('count')
  await page.getByRole('button', { name: say('quality.draw') }).press('Enter')
  await page.getByText(say('quality.samples'), { exact: true }).press('Enter')
  await becomes(() => page.locator('.quality details li').count(), 2)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('quality.csv') }).press('Enter')
  assert.match((await download).suggestedFilename(), /-quality\.csv$/)
}

async function edited(translator: Colleague, reviser: Colleague, document: string): Promise<void> {
  await send(translator, document, 'b2.s2', 'translate', { target: ['Next year the docks are mended.'] })
  const { page, say, goto } = reviser
  await goto(`/d/${document}/b2.s2`)
  await activeRowOf(page).waitFor()
  await page.getByRole('tab', { name: say('quality.tab') }).press('Enter')
  await page.getByText(say('quality.earlier', { count: 1 }), { exact: true }).press('Enter')
  await page.locator('.earlier-issues .issues > li').getByText('mended', { exact: true }).first().waitFor()
  const { status } = await send(translator, document, 'b2.s2', 'assessment')
  assert.equal(status, 403, 'a translator does not assess')
  await goto(`/d/${document}/quality`)
  await page.locator('.quality-rows').getByText(say('quality.asOf')).waitFor()
}
