import assert from 'node:assert/strict'
import { becomes } from './support/becomes.ts'
import { send } from './support/desk.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

const rows = ['晒谷坪夜话方案,Plan for the Yard Talks', '全镇推广晒谷坪夜话。,The town promotes the Yard Talks.']

for (const language of languages) {
  story(`what a reviser changed, as a page and as files (${language})`, {}, async (house) => {
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    const path = '/api/documents?filename=words.csv&columns=zh%3DA%2Cen%3DB'
    const { id: document } = await translator.given('POST', path, Buffer.from(rows.join('\n')))
    await send(translator, document, 'b2.s1', 'translate', { target: ['The town promotes yard talks.'] })
    await send(reviser, document, 'b2.s1', 'return', { reason: 'Not only the town.' })
    await send(reviser, document, 'b2.s1', 'translate', { target: ['The whole town promotes yard talks.'] })
    const { page, say, goto } = reviser
    await goto(`/d/${document}/revisions`)
    const lines = page.locator('.revision-rows > li')
    await becomes(() => lines.count(), 2)
    const { people } = await reviser.given('GET', `/api/documents/${document}/revisions`)
    const mine = people.at(-1)
    await page.getByLabel(say('revisions.by')).selectOption(mine.id)
    await becomes(() => lines.count(), 1)
    assert.ok(page.url().endsWith(`?by=${mine.id}`))
    await lines.getByText('Not only the town.').waitFor()
    await fits(reviser)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: say('revisions.docx') }).click()
    assert.match((await download).suggestedFilename(), /-changes\.docx$/)
    // The link that is shared shows the same to somebody else.
    await translator.goto(new URL(page.url()).pathname + new URL(page.url()).search)
    await becomes(() => translator.page.locator('.revision-rows > li').count(), 1)
  })
}
