import assert from 'node:assert/strict'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { type House, story } from './support/house.ts'
import { languages } from './support/words.ts'

const text = '渡口通知\n今年修缮渡口四处。\n'

for (const language of languages) {
  story(
    `an office has two revise, and work done by those to whom it is given (${language})`,
    {},
    async (house, chapter) => {
      const admin = await house.enter('administrator', { language })
      const translator = await house.enter('translator', { language })
      const reviser = await house.enter('reviser', { language })
      const second = await another(house, admin, language)
      const { id } = await translator.given(
        'POST',
        '/api/documents?filename=ferries.txt',
        new TextEncoder().encode(text),
      )
      await chapter('the office says so, by keys', () => decides(admin))
      await chapter('a section is asked for more', () => asksMore(reviser, id))
      await chapter('nobody writes who was given nothing, and is told so', () => refused(translator, id))
      await chapter('who was given it translates, one revises and another revises again', () =>
        revised({ translator, reviser, second }, id),
      )
    },
  )
}

/** A second reviser, whom the administrator invites. */
async function another(house: House, admin: Colleague, language: 'en' | 'zh-CN'): Promise<Colleague> {
  const made = await admin.given('POST', '/api/people', { login: 'second', name: 'Second Reviser', roles: ['reviser'] })
  const colleague = await house.visitor({ language })
  await colleague.enterBy(made.link)
  return colleague
}

async function decides(admin: Colleague): Promise<void> {
  const { page, say, goto } = admin
  await goto('/settings')
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: say('revisionsAsked.settings.title') }),
  })
  await section.getByLabel(say('revisionsAsked.people', { count: 2 }), { exact: true }).press('Space')
  await section.getByLabel(say('revisionsAsked.settings.only.translate'), { exact: true }).press('Space')
  await fits(admin)
  await section.getByRole('button', { name: say('settings.save') }).press('Enter')
  await becomes(async () => (await admin.given('GET', '/api/settings')).settings.steps.revisions, 2)
}

async function asksMore(reviser: Colleague, document: string): Promise<void> {
  const { page, say, goto } = reviser
  await goto(`/d/${document}`)
  await page.getByText(say('revisionsAsked.ofDocument', { count: 2 }), { exact: true }).waitFor()
  const act = page.getByRole('button', { name: say('revisionsAsked.act') })
  await act.press('Enter')
  const dialog = page.getByRole('dialog')
  const options = await dialog.getByLabel(say('revisionsAsked.howMany')).locator('option').count()
  assert.equal(options, 2, 'never fewer than the office asks for')
  await fits(reviser)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

async function refused(translator: Colleague, document: string): Promise<void> {
  const { page, goto } = translator
  await goto(`/d/${document}`)
  const row = page.locator('section.segment.active')
  await row.waitFor()
  await row.locator('.advice').waitFor()
  assert.equal(await row.getByRole('textbox').count(), 0, 'no field to write in')
  await fits(translator)
}

async function revised(
  { translator, reviser, second }: Readonly<Record<'translator' | 'reviser' | 'second', Colleague>>,
  document: string,
): Promise<void> {
  const { person } = await translator.given('GET', '/api/session')
  await reviser.given('POST', `/api/documents/${document}/assignments`, {
    step: 'translate',
    person: person.id,
    due: null,
  })
  for (const [segment, target] of [
    ['b1.s1', 'Notice on ferries'],
    ['b2.s1', 'Four ferry landings are repaired this year.'],
  ] as const) {
    await translator.given('POST', `/api/documents/${document}/segments/${segment}/translate`, {
      base: 0,
      target: [target],
    })
  }
  for (const [colleague, which] of [
    [reviser, 'first'],
    [second, 'second'],
  ] as const) {
    const { page, say, goto } = colleague
    await goto(`/d/${document}/b1.s1`)
    for (const _segment of ['b1.s1', 'b2.s1']) {
      const button = page.locator('section.segment.active').getByRole('button', { name: say(`step.revise.${which}`) })
      await button.waitFor()
      if (which === 'second') await fits(colleague)
      await button.press('Enter')
    }
    await becomes(async () => {
      const { state } = await colleague.given('GET', `/api/documents/${document}`)
      const { revised, revisedAgain } = state.segments['b2.s1']
      return which === 'first' ? revised !== undefined : revisedAgain?.length === 1
    }, true)
  }
  const sheet = await reviser.given('GET', `/api/documents/${document}/sign-off`)
  assert.deepEqual(sheet.open, [])
  assert.deepEqual(sheet.people.map((one: { revised: number }) => one.revised).toSorted(), [0, 2, 2])
}
