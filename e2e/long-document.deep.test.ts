import assert from 'node:assert/strict'
import { segmentsOf } from '../src/model/document.ts'
import type { Colleague } from './support/colleague.ts'
import { activeAt, activeRowOf, editorOf, rowOf, savedAs } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe } from './support/reach.ts'

const sentences = 20_000
/** The number of the one sentence whose figure is wrong. */
const wrong = 15_000

/** A table of sentences with their English, which come in as drafts. */
const table = [
  '中文\tEnglish',
  ...Array.from({ length: sentences }, (_, index) => {
    const number = index + 1
    const amount = number === wrong ? number + 1 : number
    return `第${number}项任务修路${number}公里，通到村口。\tTask No. ${number} built ${amount} kilometers of road to the village.`
  }),
].join('\n')

story('a document of 20,000 sentences is read, searched and edited by two', {}, async (house, chapter) => {
  const administrator = await house.enter('administrator')
  const imported = await administrator.given('POST', '/api/documents?filename=roads.tsv', Buffer.from(table))
  const document: string = imported.id
  const ids = segmentsOf((await administrator.document(document)).state.document).map(({ id }) => id)
  assert.equal(ids.length, sentences)
  const idOf = (number: number) => ids[number - 1] ?? ''
  const translator = await house.enter('translator')
  const reviser = await house.enter('reviser', { language: 'zh-CN' })
  for (const colleague of [translator, reviser]) {
    await chapter(`a link leads to its place, and all of it is within reach (${colleague.language})`, () =>
      tellOfPlaces(colleague, document, idOf),
    )
  }
  await chapter('what one writes at the end the other sees there', () => tellOfTwo(translator, reviser, document, idOf))
  await chapter('the one wrong figure is found, and a filter leads to it', () => tellOfFilter(translator, idOf))
})

/** Whether a row stands in the window, and few others are drawn. */
async function isInSight({ page }: Colleague, segment: string): Promise<void> {
  await rowOf(page, segment).waitFor()
  await page.waitForTimeout(600)
  const box = await rowOf(page, segment).boundingBox()
  assert.ok(box && box.y >= 50 && box.y < 900, `${segment} at ${box?.y}`)
  const elements = await page.evaluate<number>(`document.getElementsByTagName('*').length`)
  assert.ok(elements < 4000, `${elements} elements`)
}

async function tellOfPlaces(who: Colleague, document: string, idOf: (number: number) => string): Promise<void> {
  const { page, say } = who
  await page.goto(`/d/${document}/${idOf(10_000)}`)
  await activeAt(page, idOf(10_000))
  await isInSight(who, idOf(10_000))
  assert.deepEqual(await axe(page), [])
  const row = page.locator('.placed', { has: page.locator('.segment.active') })
  assert.equal(await row.getAttribute('aria-posinset'), '10000')
  assert.equal(await row.getAttribute('aria-setsize'), String(sentences))
  // The row of the link is brought back into sight until somebody acts.
  await page.mouse.wheel(0, 100)
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
  await isInSight(who, idOf(sentences))
  await page.keyboard.press('Control+f')
  await page.keyboard.type('第12345项')
  await page.getByText(say('filter.found', { count: 1 })).waitFor()
  await page.keyboard.press('Enter')
  await activeAt(page, idOf(12_345))
  await isInSight(who, idOf(12_345))
  await page.getByRole('searchbox').fill('')
  await isInSight(who, idOf(12_345))
}

async function tellOfTwo(
  translator: Colleague,
  reviser: Colleague,
  document: string,
  idOf: (number: number) => string,
): Promise<void> {
  const last = idOf(sentences)
  await reviser.page.goto(`/d/${document}/${idOf(sentences - 1)}`)
  await activeAt(reviser.page, idOf(sentences - 1))
  await translator.page.goto(`/d/${document}/${last}`)
  await activeAt(translator.page, last)
  const text = `The last task built ${sentences.toLocaleString('en')} kilometers of road.`
  await editorOf(translator.page).fill(text)
  await savedAs(translator, document, last, text)
  await rowOf(reviser.page, last).getByText(text).first().waitFor()
  await rowOf(reviser.page, last).locator('.here').waitFor()
  await rowOf(translator.page, idOf(sentences - 1))
    .locator('.here')
    .waitFor()
  await translator.page.keyboard.press('Control+Enter')
  await rowOf(reviser.page, last).and(reviser.page.locator('[data-look=translated]')).waitFor()
}

async function tellOfFilter({ page, say }: Colleague, idOf: (number: number) => string): Promise<void> {
  const filter = page.getByRole('button', { name: new RegExp(`^${say('filter.findings')} `) })
  // The checks beside the page come to all of it in their time.
  await filter.click({ timeout: 120_000 })
  await rowOf(page, idOf(wrong)).waitFor({ timeout: 120_000 })
  await rowOf(page, idOf(wrong)).click()
  await activeAt(page, idOf(wrong))
  await activeRowOf(page).locator('.findings').first().waitFor()
  await page.getByRole('button', { name: new RegExp(`^${say('filter.all')} `) }).click()
  const box = await rowOf(page, idOf(wrong)).boundingBox()
  assert.ok(box && box.y >= 50 && box.y < 900, `at ${box?.y}`)
}
