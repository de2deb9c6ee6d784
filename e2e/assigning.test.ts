import assert from 'node:assert/strict'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

for (const language of languages) {
  story(`work is given, seen at once, handed over and given back (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const reviser = await house.enter('reviser', { language })
    const bytes = new TextEncoder().encode('渡口通知\n今年修缮渡口四处。明年修缮渡口七处。\n')
    const { id } = await translator.given('POST', '/api/documents?filename=ferries.txt', bytes)
    await chapter('chosen sentences are given, and the other sees it at once', () => given(reviser, translator, id))
    await chapter('the first page says what is assigned and late; many are given at once', () =>
      first(translator, reviser),
    )
    await chapter('whoever stands in sees it as theirs', () => standsIn(translator, reviser, id))
    await chapter('it is given back', () => givenBack(translator, id))
  })
}

async function given(reviser: Colleague, translator: Colleague, document: string): Promise<void> {
  await translator.goto(`/d/${document}`)
  await translator.page.locator('section.segment.active').waitFor()
  const { page, say, goto } = reviser
  await goto(`/d/${document}/b2.s1`)
  await page.locator('section.segment.active').waitFor()
  await page.keyboard.press('F2')
  await page.getByRole('menuitem', { name: say('command.choose') }).waitFor()
  await page.keyboard.press('q')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.locator('.acts-bar')
  await bar.getByText(say('many.chosen', { count: 2 }), { exact: true }).waitFor()
  await bar.getByRole('button', { name: say('assign.act') }).press('Enter')
  const dialog = page.getByRole('dialog')
  const people = await dialog.getByLabel(say('assign.person')).locator('option').allInnerTexts()
  assert.ok(people.length >= 2, 'translators and revisers can be given it')
  const { person } = await translator.given('GET', '/api/session')
  await dialog.getByLabel(say('assign.person')).selectOption(person.id)
  await dialog.getByLabel(say('assign.due')).fill('2020-01-02')
  await dialog.getByRole('button', { name: say('assign.submit'), exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const line = translator.page.locator('.assignments li.mine')
  await line.getByText(translator.say('assign.sentences', { range: '2–3' })).waitFor()
  await line.locator('time.red').waitFor()
  await fits(translator)
}

async function first(translator: Colleague, reviser: Colleague): Promise<void> {
  const { page, say, goto } = translator
  await goto('/')
  const mine = page.getByRole('button', { name: say('assign.mine') })
  await mine.press('Enter')
  await becomes(() => page.locator('.docs > li').count(), 1)
  await page.locator('.docs .assigned .mine time.red').waitFor()
  await fits(translator)
  await reviser.goto('/')
  const { person } = await translator.given('GET', '/api/session')
  const of = reviser.page.getByLabel(say('assign.of'), { exact: true })
  await of.selectOption(person.id)
  await becomes(() => reviser.page.locator('.docs > li').count(), 1)
  await fits(reviser)
  await of.selectOption('')
  await becomes(() => reviser.page.locator('.docs > li').count(), 2)
  await reviser.page.getByRole('button', { name: say('assign.shown') }).press('Enter')
  const dialog = reviser.page.getByRole('dialog')
  await dialog.getByLabel(say('assign.step')).selectOption('revise')
  await dialog.getByRole('button', { name: say('assign.submitMany', { count: 2 }) }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await becomes(() => reviser.page.locator('.docs .assigned .mine').count(), 2)
}

async function standsIn({ page, say, goto }: Colleague, reviser: Colleague, document: string): Promise<void> {
  const { person } = await reviser.given('GET', '/api/session')
  await goto('/settings')
  await page.getByLabel(say('assign.away.from'), { exact: true }).fill('2020-01-01')
  await page.getByLabel(say('assign.away.until'), { exact: true }).fill('2099-12-31')
  await page.getByLabel(say('assign.away.standIn')).selectOption(person.id)
  const form = page.locator('form').filter({ has: page.getByLabel(say('assign.away.standIn')) })
  await form.getByRole('button', { name: say('assign.away.save') }).press('Enter')
  await form.getByText(say('assign.away.saved'), { exact: true }).waitFor()
  await reviser.goto(`/d/${document}`)
  const standing = reviser.say('assign.standIn', { name: person.name })
  await reviser.page.locator('.assignments li.mine').getByText(standing).waitFor()
  await fits(reviser)
}

async function givenBack({ page, say, goto }: Colleague, document: string): Promise<void> {
  await goto(`/d/${document}`)
  const line = page.locator('.assignments li.mine')
  await line.getByRole('button', { name: say('assign.end') }).press('Enter')
  await line.waitFor({ state: 'detached' })
}
