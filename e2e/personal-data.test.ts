import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { type House, story } from './support/house.ts'
import { languages } from './support/words.ts'

story('a person takes their data along, and what is left of them is erased', {}, async (house, chapter) => {
  const administrator = await house.enter('administrator')
  const reviser = await house.enter('reviser')
  for (const [at, language] of languages.entries()) {
    await chapter(`in ${language}`, async () => {
      await takeOwn(await as(house, reviser, language))
      const who = await as(house, administrator, language)
      await setRetention(who, 20 + at)
      await erase(house, who, at)
    })
  }
})

async function as(house: House, colleague: Colleague, language: Colleague['language']): Promise<Colleague> {
  const who = await house.visitor({ language })
  await who.context.addCookies(await colleague.context.cookies())
  return who
}

async function picture({ page, language }: Colleague, name: string): Promise<void> {
  const folder = process.env.DUIZHAO_PICTURES
  if (!folder) return
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${language}-${width}.png`, fullPage: !name.includes('dialog') })
  }
}

async function takeOwn(who: Colleague): Promise<void> {
  const { page, say, goto } = who
  await goto('/settings')
  const part = page.getByRole('region', { name: say('settings.data.title'), exact: true })
  const file = page.waitForEvent('download')
  await part.getByRole('link', { name: say('settings.data.export') }).press('Enter')
  const data = JSON.parse(await readFile(await (await file).path(), 'utf8'))
  assert.equal(data.account.login, 'reviser')
  await page.getByText(say('settings.retention.title'), { exact: true }).waitFor({ state: 'detached' })
}

async function setRetention(who: Colleague, days: number): Promise<void> {
  const { page, say, goto, given } = who
  await goto('/settings')
  const part = page.getByRole('region', { name: say('settings.retention.title'), exact: true })
  const notices = part.getByLabel(say('settings.retention.notices'))
  await notices.fill(String(days))
  await part.getByLabel(say('settings.retention.door')).fill('')
  await part.getByRole('button', { name: say('settings.save') }).press('Enter')
  await part.getByText(say('settings.unsaved')).waitFor({ state: 'detached' })
  const { settings } = await given('GET', '/api/settings')
  assert.deepEqual([settings.retention.notices, settings.retention.door], [days, null])
  await part.scrollIntoViewIfNeeded()
  await picture(who, 'retention')
  await fits(who)
}

/** The first by the only administrator; the second by two. */
async function erase(house: House, who: Colleague, at: number): Promise<void> {
  const { page, say, goto, given } = who
  const login = `eve-${at}`
  const { person } = await given('POST', '/api/people', { login, name: `Eve Number ${at}`, roles: ['translator'] })
  const { name, roles } = person
  await goto('/people')
  const open = page.getByRole('button', { name: say('people.data.of', { name }) })
  await open.press('Enter')
  await page.getByText(say('people.erasure.open')).waitFor()
  await page.keyboard.press('Escape')
  await given('PUT', `/api/people/${person.id}`, { name, roles, active: false })
  const second = at === 0 ? null : await secondAdministrator(house, who)
  if (second) await agree(second, name, login)
  await page.reload()
  await open.press('Enter')
  const confirm = page.getByLabel(say('people.erasure.confirm', { login }))
  await confirm.waitFor()
  await picture(who, 'erasure-dialog')
  await fits(who)
  const submit = page.getByRole('button', { name: say('people.erasure.erase') })
  assert.ok(await submit.isDisabled())
  who.expects(/409/)
  await confirm.fill('somebody')
  await confirm.press('Enter')
  await page.getByRole('alert').first().waitFor()
  await confirm.fill(login)
  await confirm.press('Enter')
  await page.getByRole('heading', { name: `former member ${at + 1}` }).waitFor()
  assert.equal(await page.getByText(name).count(), 0)
  await picture(who, 'erased')
  await fits(who)
}

async function secondAdministrator(house: House, { given, language }: Colleague): Promise<Colleague> {
  const body = { login: 'second', name: 'Second', roles: ['administrator'] }
  const { link } = await given('POST', '/api/people', body)
  const colleague = await house.visitor({ language })
  await colleague.enterBy(link)
  return colleague
}

async function agree(who: Colleague, name: string, login: string): Promise<void> {
  const { page, say, goto } = who
  await goto('/people')
  await page.getByRole('button', { name: say('people.data.of', { name }) }).press('Enter')
  await page.getByLabel(say('people.erasure.confirm', { login })).fill(login)
  await page.getByRole('button', { name: say('people.erasure.ask') }).press('Enter')
  await page.getByText(say('people.erasure.asked', { by: 'Second' })).waitFor()
  await picture(who, 'asked-dialog')
}
