import assert from 'node:assert/strict'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, editorOf, openSegment, savedAs, select } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe } from './support/reach.ts'
import { languages } from './support/words.ts'

const text = `云溪县石桥修缮情况
县长林知夏介绍：全县三年修了古桥12座。
林知夏说，最后一座下个月在中国尼龙城开工。
`

/** The English by segment: a letter lost in the second sentence, the name in two parts in the third. */
const english = {
  'b1.s1': 'Mending the Stone Bridges of Yunxi County',
  'b2.s1': 'County head Lin Zhixia said that in three years the county mended 12 old bridgs.',
  'b3.s1': 'Lin Zhi-xia said that work on the last one begins next month in China Nylon City.',
}
const misspelt = 'b2.s1'
const spelt = english[misspelt].replace('bridgs', 'bridges')
const misnamed = 'b3.s1'
const named = english[misnamed].replace('Zhi-xia', 'Zhixia')

async function write(translator: Colleague): Promise<string> {
  const { id } = await translator.given('POST', '/api/documents?filename=bridges.txt', Buffer.from(text))
  for (const [segment, target] of Object.entries(english)) {
    const { version } = await translator.segment(id, segment)
    await translator.given('PUT', `/api/documents/${id}/segments/${segment}`, { base: version, target: [target] })
  }
  return id
}

/** The room's count of segments with something to look into, once it is this one; the filter is gone where it is none. */
async function counted({ page, say }: Colleague, count: number): Promise<void> {
  const filter = page.locator('.filters button').filter({ hasText: say('filter.findings') })
  if (count === 0) await filter.waitFor({ state: 'detached' })
  else await filter.filter({ has: page.locator('.count', { hasText: new RegExp(`^${count}$`) }) }).waitFor()
}

async function warned({ page, say, goto }: Colleague, document: string, count: number): Promise<void> {
  await goto(`/d/${document}/sign-off`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const heading = page.getByRole('heading', { name: say('signOff.warnings', { count }), exact: true })
  if (count > 0) await heading.waitFor()
  else assert.equal(await page.locator('#warnings').count(), 0)
}

for (const language of languages) {
  story(`what is wrong with the English is told and mended by key (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const approver = await house.enter('approver', { language })
    const document = await write(translator)
    const { page, say } = translator
    const finding = () => activeRowOf(page).locator('.findings li')

    await chapter('room and sign-off count the same', async () => {
      await openSegment(translator, document, misspelt)
      await counted(translator, 2)
      await warned(approver, document, 2)
    })

    await chapter('a slip is mended by the key that its finding names', async () => {
      await finding()
        .filter({ hasText: say('findings:proof-spelling', { found: 'bridgs', expected: 'bridges' }) })
        .waitFor()
      assert.deepEqual(await axe(page), [])
      // The copy behind the field breaks its lines where the field does only in the same language.
      const set = activeRowOf(page).locator('.editor > *')
      assert.deepEqual(await set.evaluateAll((all) => all.map((one) => one.closest('[lang]')?.getAttribute('lang'))), [
        'en',
        'en',
      ])
      await editorOf(page).focus()
      await page.keyboard.press('F2')
      await page.keyboard.press('f')
      await finding().waitFor({ state: 'detached' })
      await savedAs(translator, document, misspelt, spelt)
      await counted(translator, 1)
    })

    await chapter('a slip is told while it is typed, and gone with the typing', async () => {
      await select(page, spelt.length, spelt.length)
      await page.keyboard.type(' It is teh last.')
      await finding()
        .filter({ hasText: say('findings:proof-spelling', { found: 'teh', expected: 'the' }) })
        .waitFor()
      assert.equal(await activeRowOf(page).locator('.behind mark').innerText(), 'teh')
      for (const _ of ' It is teh last.') await page.keyboard.press('Backspace')
      await finding().waitFor({ state: 'detached' })
      await savedAs(translator, document, misspelt, spelt)
    })

    await chapter('a name that is written in two ways is made one', async () => {
      await openSegment(translator, document, misnamed)
      const number = say('document.segmentInWords', { number: 2 })
      const words = { name: '林知夏', found: 'Lin Zhi-xia', other: 'Lin Zhixia', segment: number }
      await finding()
        .filter({ hasText: say('findings:name-two-ways', words) })
        .waitFor()
      await page.keyboard.press('F2')
      await page.keyboard.press('f')
      await finding().waitFor({ state: 'detached' })
      await savedAs(translator, document, misnamed, named)
      await counted(translator, 0)
      await warned(approver, document, 0)
    })

    await chapter('a term inside a longer one is shown, and put in where it is wanted', async () => {
      const panel = page.getByRole('tabpanel')
      await panel.getByRole('heading', { name: say('terms.covered') }).waitFor()
      await panel.getByText('尼龙城', { exact: true }).waitFor()
      assert.deepEqual(await axe(page), [])
      const at = named.indexOf('China Nylon City')
      await select(page, at, at + 'China Nylon City'.length)
      await panel.getByRole('button', { name: 'Nylon City', exact: false }).last().click()
      await savedAs(translator, document, misnamed, named.replace('China Nylon City', 'Nylon City'))
    })

    await chapter('where to look first can be shown alone', async () => {
      const denied = named.replace('begins', 'does not begin')
      await editorOf(page).fill(denied)
      await finding()
        .filter({ hasText: say('findings:negation-added', { en: 'not' }) })
        .waitFor()
      await savedAs(translator, document, misnamed, denied)
      const filter = page.locator('.filters button').filter({ hasText: say('filter.look') })
      await filter.click()
      await page.locator('.segment').nth(1).waitFor({ state: 'detached' })
      assert.equal(await page.locator('.segment').getAttribute('id'), misnamed)
      assert.deepEqual(await axe(page), [])
    })
  })
}

story('where the reader cannot run the room works, and says what it leaves out', {}, async (house) => {
  const translator = await house.enter('translator')
  const document = await write(translator)
  const { page, say } = translator
  translator.expects(/reader\.js|Failed to load resource/)
  await page.route('**/reader.js', (route) => route.abort())
  await openSegment(translator, document, misspelt)
  await page.getByText(say('document.notWhole')).waitFor()
  await select(page, 0, 0)
  await page.keyboard.type('So: ')
  await savedAs(translator, document, misspelt, `So: ${english[misspelt]}`)
  assert.equal(await activeRowOf(page).locator('.findings li').count(), 0)
  await warned(translator, document, 2)

  await page.unroute('**/reader.js')
  await page.route('**/dictionaries/*', (route) => route.abort())
  await openSegment(translator, document, misspelt)
  await page.getByText(say('document.notWhole')).waitFor()
  await counted(translator, 1)
  assert.deepEqual(await axe(page), [])
})
