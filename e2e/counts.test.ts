import assert from 'node:assert/strict'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { send } from './support/desk.ts'
import { fits, fitsWhole } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

for (const language of languages) {
  story(`what the office has done, by keys alone (${language})`, {}, async (house, chapter) => {
    const administrator = await house.enter('administrator', { language })
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    await chapter('nothing was done in a month before', async () => {
      const { page, say, goto } = reviser
      await goto('/counts?from=2024-01&to=2024-02')
      await page.getByText(say('counts.none')).waitFor()
      await fits(reviser)
    })
    const bytes = new TextEncoder().encode('渡口通知\n今年修缮渡口。明年修缮码头。\n')
    const { id } = await translator.given('POST', '/api/documents?filename=ferries.txt', bytes)
    await send(translator, id, 'b1.s1', 'translate', { target: ['Notice on the ferries'] })
    await send(translator, id, 'b2.s1', 'translate', { target: ['This year the ferries are mended.'] })
    await send(reviser, id, 'b1.s1', 'revise')
    await send(reviser, id, 'b2.s1', 'return', { reason: 'Which ferries?' })
    await chapter('by month, then by document too, with a link to share', () => byMonth(reviser, translator))
    await chapter('nobody by name, and oneself always', () => ownAlone(reviser))
    await chapter('an administrator shows people', () => people(administrator, translator))
  })
}

const table = (who: Colleague) => who.page.locator('.counts-table')
const cells = async (who: Colleague) => {
  const texts = await table(who).locator('tfoot td').allTextContents()
  return texts.map((text) => Number.parseInt(text, 10) || 0)
}

async function byMonth(reviser: Colleague, translator: Colleague): Promise<void> {
  const { page, say, goto } = reviser
  await goto('/')
  // The link may be behind the menu of a narrow header.
  await page
    .getByRole('link', { name: say('rooms.counts') })
    .first()
    .press('Enter')
  await page.getByRole('heading', { name: say('rooms.counts'), level: 1 }).waitFor()
  await table(reviser).locator('tbody tr').first().waitFor()
  await becomes(() => table(reviser).locator('tbody tr').count(), 1)
  const { importedSentences, draftedSentences } = (await reviser.given('GET', '/api/counts')).total.counts
  // Imported, drafted, confirmed, revised, sent back, signed, published.
  assert.deepEqual((await cells(reviser)).slice(0, 7), [importedSentences, draftedSentences, 1, 1, 1, 0, 0])
  await page.getByLabel(say('counts.key.document')).press('Space')
  await page.getByLabel(say('counts.key.engine')).press('Space')
  await table(reviser).getByText('渡口通知').waitFor()
  assert.match(page.url(), /\?by=month%2Cdocument%2Cengine$/)
  await table(reviser).getByText(say('counts.drafted.none'), { exact: true }).first().waitFor()
  await page.getByText(say('counts.how.title')).press('Enter')
  await page.getByText(say('counts.how.time')).waitFor()
  await fitsWhole(reviser, 'counts')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('counts.csv') }).press('Enter')
  assert.match((await download).suggestedFilename(), /^counts-\d{4}-\d{2}-\d{4}-\d{2}\.csv$/)
  await translator.goto(new URL(page.url()).pathname + new URL(page.url()).search)
  await table(translator).getByText('渡口通知').waitFor()
  const months = page.getByLabel(say('counts.to'), { exact: true })
  await months.focus()
  await page.keyboard.press('End')
  await page.getByText(say('counts.none')).waitFor()
  assert.match(page.url(), /from=\d{4}-\d{2}&to=\d{4}-\d{2}/)
}

async function ownAlone(reviser: Colleague): Promise<void> {
  const { page, say, goto, expects } = reviser
  await goto('/counts?by=month,person')
  expects(/403/)
  await page.getByText(say('refusals:counts-by-person-off')).waitFor()
  await fits(reviser)
  await page.getByLabel(say('counts.key.person')).press('Space')
  await table(reviser).waitFor()
  await becomes(() => page.getByLabel(say('counts.key.person')).count(), 0)
  const whose = page.getByLabel(say('counts.whose'), { exact: true })
  await whose.focus()
  await page.keyboard.press('ArrowDown')
  await becomes(async () => (await cells(reviser)).slice(0, 7).join(), '0,0,0,1,1,0,0')
  assert.match(page.url(), /whose=me/)
}

async function people(administrator: Colleague, translator: Colleague): Promise<void> {
  const { page, say, goto } = administrator
  await goto('/settings')
  await page.getByLabel(say('counts.settings.on')).press('Space')
  const form = page.getByRole('region', { name: say('counts.settings.title') })
  await form.getByRole('button', { name: say('settings.save') }).press('Enter')
  await becomes(async () => (await translator.given('GET', '/api/settings')).settings.counts.people, true)
  await translator.goto('/counts?by=person')
  // The programme itself, which imported the sample, and two people.
  await becomes(() => table(translator).locator('tbody tr').count(), 3)
  const names = await table(translator).locator('tbody th').allTextContents()
  assert.deepEqual(names, names.toSorted())
  await translator.page.getByText(translator.say('counts.peopleOn')).waitFor()
  await fits(translator)
}
