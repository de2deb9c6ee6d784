import assert from 'node:assert/strict'
import type { Locator } from 'playwright'
import { menuLetters } from '../review-ui/keys/keys.ts'
import type { Colleague } from './support/colleague.ts'
import { activeAt, activeRowOf, editorOf, idsOf, rowOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'
import { languages } from './support/words.ts'

/** Right sentences, and three in which something is likely wrong: an item, a "not", and a denial with an expression. */
const pairs = [
  ['村里修了三条路。', 'The village built three roads.'],
  ['全镇增加公园、学校、医院和车站。', 'The town will add parks, schools and stations.'],
  ['河水变清了。', 'The river has run clear.'],
  ['隐患不容忽视，必须坚持改革开放。', 'Hidden dangers can be ignored, and we must keep to reform and openness.'],
  ['果园丰收了。', 'The orchards did not bear well.'],
] as const
/** Their numbers in the document, whose first line is its title, the likeliest to be wrong first. */
const order = [5, 6, 3]

async function write(translator: Colleague, name: string): Promise<readonly string[]> {
  const file = Buffer.from(['石桥镇的一年', ...pairs.map(([zh]) => zh)].join('\n'))
  const { id } = await translator.given('POST', `/api/documents?filename=${name}.txt`, file)
  const view = await translator.document(id)
  const ids = idsOf(view)
  const english = ['A year in the town of Shiqiao', ...pairs.map(([, en]) => en)]
  for (const [index, segment] of ids.entries()) {
    const base = view.state.segments[segment]?.version
    await translator.given('PUT', `/api/documents/${id}/segments/${segment}`, { base, target: [english[index]] })
  }
  return [id, ...order.map((number) => ids[number - 1] ?? '')]
}

/** The rows that show, from above to below. */
function rowsOf({ page }: Colleague): Promise<readonly string[]> {
  return page.locator('.segment').evaluateAll((rows) =>
    rows
      .map((row) => ({ id: row.id, top: row.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id),
  )
}

/** The words of a text that are marked as a place to look at, each with something said of it. */
function pointedAt(text: Locator): Promise<readonly string[]> {
  return text.locator('mark.look[title]').allInnerTexts()
}

for (const language of languages) {
  story(`places to look at, the likeliest first, by keyboard alone (${language})`, {}, async (house) => {
    const translator = await house.enter('translator')
    const reviser = await house.enter('reviser', { language })
    const { page, say } = reviser
    const [document = '', first = '', second = '', third = ''] = await write(translator, `looks-${language}`)
    await page.goto(`/d/${document}/${first}`)
    await activeAt(page, first)
    const filter = page.getByRole('button', { name: new RegExp(`^${say('filter.look')}`) })
    await filter.focus()
    await page.keyboard.press('Enter')
    await page.getByText(say('filter.likeliestFirst')).waitFor()
    assert.deepEqual(await rowsOf(reviser), [first, second, third])
    // Each says of the Chinese, or of the English, which words it is about, also where one is not working on it.
    assert.deepEqual(await pointedAt(rowOf(page, first).locator('.source')), ['不容', '改革开放'])
    assert.deepEqual(await pointedAt(rowOf(page, second).locator('.target')), ['not'])
    assert.deepEqual(await pointedAt(rowOf(page, third).locator('.source')), ['全镇增加公园、学校、医院和车站'])
    assert.deepEqual(await axe(page), [])

    // From one to the next in that order.
    await editorOf(page).focus()
    for (const next of [second, third]) {
      await page.keyboard.press('F2')
      await activeRowOf(page).getByRole('menu').waitFor()
      await page.keyboard.press(menuLetters.next)
      await activeAt(page, next)
    }

    // On a phone the filter is a list.
    await page.setViewportSize({ width: 390, height: 844 })
    const list = page.getByRole('combobox', { name: say('filter.label') })
    await list.waitFor()
    assert.equal(await list.inputValue(), 'look')
    await page.getByText(say('filter.likeliestFirst')).waitFor()
    assert.deepEqual(await axe(page), [])
    assert.equal(await sideways(page), 0)
    await page.setViewportSize({ width: 1440, height: 900 })
  })
}
