import assert from 'node:assert/strict'
import type { Page } from 'playwright'
import type { Colleague } from './support/colleague.ts'
import { send, textOf } from './support/desk.ts'
import { fitsWhole } from './support/fits.ts'
import { type House, story } from './support/house.ts'
import { walk } from './support/reach.ts'
import { languages } from './support/words.ts'

const rows = [
  '云汀水网方案,Plan for the Yunting Grid',
  '建成骨干水网。,A trunk water grid will be built.',
  '骨干水网要同步建设。,Trunk water grid construction must keep pace.',
  '骨干水网连通骨干水网。,The trunk water grid meets the trunk water grid.',
  '主网调度要有规则。,The trunk water grid needs rules.',
  '坚持节水优先。,Saving water comes first.',
]
const english = rows.map((row) => row.split(',')[1] ?? '')

interface Office {
  readonly house: House
  readonly translator: Colleague
  readonly reviser: Colleague
  readonly document: string
}

/** A document whose English the translator has confirmed; of two sentences it is reviewed. */
async function documentOf(translator: Colleague, reviser: Colleague, name: string): Promise<string> {
  const path = `/api/documents?filename=${name}.csv&columns=zh%3DA%2Cen%3DB`
  const { id } = await translator.given(
    'POST',
    path,
    Buffer.from([name, ...rows].join('\n').replace(name, `${name}号,No. ${name}`)),
  )
  for (const { id: segment } of Object.values((await translator.document(id)).state.segments)) {
    await send(translator, id, segment, 'translate')
  }
  for (const number of [3, 4]) await send(reviser, id, segmentAt(number), 'revise')
  return id
}

/** The first sentence is the name of the document. */
const segmentAt = (number: number) => `b${number}.s1`
const englishAt = async (who: Colleague, document: string, number: number) =>
  textOf((await who.segment(document, segmentAt(number))).target)

for (const language of languages) {
  story(`words are replaced over documents and taken back, by keys alone (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    const document = await documentOf(translator, reviser, '1')
    const office = { house, translator, reviser, document }
    await chapter('looked for, replaced and undone', () => byKeys(office))
    await chapter('somebody else edits a place in the meantime', () => twoAtOnce(office))
    await chapter('over all documents, and an expression that is stopped', () => overAll(office))
  })
}

const row = (page: Page, number: number) =>
  page.locator('.places li').filter({ has: page.locator(`a[href$="/${segmentAt(number)}"]`) })

async function tabTo({ page }: Colleague, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate<string>(`(() => {
      const here = document.activeElement
      return here?.getAttribute('aria-label') ?? here?.labels?.[0]?.innerText ?? here?.innerText ?? ''
    })()`)
    if (now.trim() === name || now.trim().startsWith(`${name}\n`)) return
  }
  assert.fail(`Tab does not come to ${name}`)
}

async function byKeys({ translator, document }: Office): Promise<void> {
  const { page, say, goto } = translator
  await goto(`/d/${document}/${segmentAt(2)}`)
  await page.locator('section.segment.active').waitFor()
  // From the document by its menu: F2, then the letter.
  await page.keyboard.press('F2')
  await page.getByRole('menuitem', { name: say('command.replaceWords') }).waitFor()
  await page.keyboard.press('w')
  await page.getByRole('heading', { name: say('replacing.title'), level: 1 }).waitFor()
  await page.getByLabel(say('replacing.find'), { exact: true }).waitFor()
  // The field has the focus.
  await page.keyboard.type('trunk water grid')
  await tabTo(translator, say('replacing.replacement'))
  await page.keyboard.type('backbone water network')
  await tabTo(translator, say('replacing.chinese'))
  await page.keyboard.type('骨干')
  await page.keyboard.press('Enter')
  await page.getByText(say('replacing.places', { count: 4 }), { exact: true }).waitFor()
  assert.equal(await page.locator('.places li').count(), 3)
  assert.match(await row(page, 4).innerText(), new RegExp(say('replacing.falls.review', { name: '.*' })))
  await look(translator, 'the places', true)

  // The first place has the focus: down twice, the second place of that sentence is left out, one review stays.
  const boxes = page.locator('.places li .pick')
  await page.waitForFunction(`document.activeElement?.matches('.places li .pick')`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  assert.deepEqual(await Promise.all([0, 1, 2].map((at) => boxes.nth(at).isChecked())), [true, false, true])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: say('replacing.replace', { count: 2 }) }).waitFor()
  await page.keyboard.press('Control+Enter')
  const outcome = page.locator('.outcome')
  await outcome
    .getByText(say('replacing.done', { count: 2, sentences: say('replacing.sentences', { count: 2 }) }))
    .waitFor()
  assert.equal(await englishAt(translator, document, 3), 'A backbone water network will be built.')
  assert.equal(await englishAt(translator, document, 4), english[2])
  assert.equal(await englishAt(translator, document, 5), 'The backbone water network meets the trunk water grid.')
  assert.equal((await translator.segment(document, segmentAt(3))).state, 'initial')
  await look(translator, 'what was done', false)

  // What was done has the focus; the way back is the next stop.
  await page.waitForFunction(`document.activeElement?.matches('.outcome')`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await outcome.getByText(say('replacing.undone', { count: 2 })).waitFor()
  for (const number of [3, 5]) assert.equal(await englishAt(translator, document, number), english[number - 2])
  const { state, revised } = await translator.segment(document, segmentAt(3))
  assert.deepEqual([state, revised !== undefined], ['reviewed', true])
}

async function twoAtOnce({ translator, reviser, document }: Office): Promise<void> {
  const { page, say, goto } = translator
  await goto(`/replace?document=${document}&find=trunk+water+grid&replacement=main+water+network`)
  await page.getByText(say('replacing.places', { count: 5 }), { exact: true }).waitFor()
  const words = 'The trunk water grid has rules now.'
  await send(reviser, document, segmentAt(6), 'translate', { target: [words] })
  await page.keyboard.press('Control+Enter')
  const outcome = page.locator('.outcome')
  await outcome
    .getByText(say('replacing.done', { count: 4, sentences: say('replacing.sentences', { count: 3 }) }))
    .waitFor()
  await outcome.getByText(say('replacing.changedBefore')).waitFor()
  assert.equal(await englishAt(translator, document, 6), words)
  // Somebody works on one of them: it stays when the rest is taken back, also from the page opened anew.
  const better = 'A main water network is to be built.'
  await send(reviser, document, segmentAt(3), 'translate', { target: [better] })
  await page.reload()
  await page.getByText(say('replacing.lastTime')).waitFor()
  await page.getByRole('button', { name: say('replacing.undoLast') }).click()
  await outcome.getByText(say('replacing.undone', { count: 2 })).waitFor()
  await outcome.getByText(say('replacing.changedAfter')).waitFor()
  assert.equal(await englishAt(translator, document, 3), better)
  assert.equal(await englishAt(translator, document, 4), english[2])
}

async function overAll({ translator, reviser, document }: Office): Promise<void> {
  const { page, say, goto, expects } = translator
  const other = await documentOf(translator, reviser, '2')
  await goto('/')
  await page.getByRole('link', { name: say('replacing.title') }).click()
  await page.getByLabel(say('replacing.find'), { exact: true }).fill(String.raw`(\w+) comes first`)
  await page.getByRole('button', { name: say('replacing.modes.expression') }).click()
  await page.getByLabel(say('replacing.replacement')).fill('$1 is first')
  await page.getByRole('button', { name: say('replacing.look'), exact: true }).click()
  await page.getByText(say('replacing.places', { count: 2 }), { exact: true }).waitFor()
  assert.equal(await page.locator('.places ins').first().innerText(), 'water is first')
  // Enter opens the sentence, and the way back leads to what was looked for.
  await page.waitForFunction(`document.activeElement?.matches('.places li .pick')`)
  await page.keyboard.press('Enter')
  await page.locator('section.segment.active').waitFor()
  await page.goBack()
  await page.getByText(say('replacing.places', { count: 2 }), { exact: true }).waitFor()
  await page.getByRole('button', { name: say('replacing.replace', { count: 2 }) }).click()
  await page.locator('.outcome').waitFor()
  for (const one of [document, other]) assert.equal(await englishAt(translator, one, 7), 'Saving water is first.')

  // In the sample there are sentences long enough for it.
  expects(/409/)
  await page.getByLabel(say('replacing.find'), { exact: true }).fill(String.raw`^((\w|\W)+)+#$`)
  await page.getByRole('button', { name: say('replacing.look'), exact: true }).click()
  const wrong = page.locator('.field .wrong')
  await wrong.waitFor()
  assert.equal(await page.locator('.places li').count(), 0)
  await look(translator, 'an expression that was stopped', false)
}

/** It fits in every way; with `keys`, all of it is reached by Tab, too. */
async function look(who: Colleague, state: string, keys: boolean): Promise<void> {
  await fitsWhole(who, state)
  if (!keys) return
  const { page } = who
  const focus = await page.evaluateHandle('document.activeElement')
  assert.deepEqual(await walk(page), [])
  await focus.evaluate((element) => (element as unknown as { focus(): void }).focus())
}
