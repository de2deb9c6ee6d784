import assert from 'node:assert/strict'
import { startMailServer, type TestMailServer } from '../src/server/testing/mail-server.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { type House, story } from './support/house.ts'
import { languages } from './support/words.ts'

story('people are told on a page and by e-mail what concerns them, each as they chose', {}, async (house, chapter) => {
  const mail = await startMailServer()
  try {
    const [translator, reviser, administrator] = [
      await house.enter('translator'),
      await house.enter('reviser'),
      await house.enter('administrator'),
    ]
    // Each is somebody else: between two e-mails to one person there is time.
    const readers = { en: [translator, 'translate'], 'zh-CN': [reviser, 'revise'] } as const
    for (const language of languages) {
      const [reader, step] = readers[language]
      await chapter(`in ${language}`, async () => {
        await nameServer(await as(house, administrator, language), mail)
        await tell(await as(house, reader, language), step, administrator, mail)
      })
    }
  } finally {
    await mail.stop()
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
    await page.screenshot({ path: `${folder}/${name}-${language}-${width}.png`, fullPage: true })
  }
}

async function nameServer(who: Colleague, { port, answers, received }: TestMailServer): Promise<void> {
  const { page, say, goto, language } = who
  await goto('/settings')
  const part = page.getByRole('region', { name: say('settings.mail.title'), exact: true })
  const on = part.getByRole('checkbox', { name: say('settings.mail.on') })
  await on.waitFor()
  if (!(await on.isChecked())) await on.press('Space')
  await part.getByLabel(say('settings.mail.host')).fill('')
  await part.getByRole('button', { name: say('settings.mail.save') }).press('Enter')
  await part.getByText(say('settings.mail.wrong')).waitFor()
  await part.getByLabel(say('settings.mail.host')).fill('127.0.0.1')
  await part.getByLabel(say('settings.mail.port')).fill(String(port))
  await part.getByLabel(say('settings.mail.tls')).selectOption('none')
  await part.getByLabel(say('settings.mail.from'), { exact: true }).fill('duizhao@office.example')
  await part.getByRole('button', { name: say('settings.mail.save') }).press('Enter')
  await part.getByText(say('settings.mail.saved'), { exact: true }).waitFor()
  const test = part.getByRole('button', { name: say('settings.mail.test') })
  answers.push(451)
  await test.press('Enter')
  await part.getByText(say('settings.mail.fault.refused', { status: 451 })).waitFor()
  await test.press('Enter')
  await part.getByText(say('settings.mail.tested')).waitFor()
  assert.equal(received.at(-1)?.to.join(), 'duizhao@office.example', language)
  await picture(who, 'mail')
  await fits(who)
}

async function tell(
  who: Colleague,
  step: 'translate' | 'revise',
  giver: Colleague,
  mail: TestMailServer,
): Promise<void> {
  const { page, say, goto, given, language } = who
  const address = `${language}@office.example`
  await goto('/notices')
  await page.getByLabel(say('notices.address')).fill(address)
  await page.getByLabel(say('notices.language')).selectOption(language)
  await page.getByLabel(say('notices.topic.mentioned')).selectOption('page')
  await page.getByRole('button', { name: say('notices.save') }).press('Enter')
  await page.getByText(say('notices.saved'), { exact: true }).first().waitFor()

  const bytes = new TextEncoder().encode(`渡口通知\n今年修缮${language}渡口四处。\n`)
  const { id } = await given('POST', `/api/documents?filename=notice-${language}.txt`, bytes)
  const { person } = await given('GET', '/api/session')
  const work = { step, person: person.id, due: '2099-01-02' }
  await giver.given('POST', `/api/documents/${id}/assignments`, work)
  await becomes(async () => (await given('GET', '/api/notices/count')).unread, 1)
  await goto('/')
  await page.getByRole('link', { name: say('header.unread', { count: 1 }) }).press('Enter')
  const { name } = (await giver.given('GET', '/api/session')).person
  const words = say(`told:assigned-due.${step}`, { name, due: '2099-01-02' })
  const line = page.getByRole('link', { name: words })
  await line.waitFor()
  const told = await mail.first(({ to }) => to.join() === address)
  assert.match(told.source, /^subject: =\?UTF-8/im)
  await picture(who, 'notices')
  await fits(who)
  await line.press('Enter')
  await page.waitForURL((url) => url.pathname.startsWith(`/d/${id}`))
  await becomes(async () => (await given('GET', '/api/notices/count')).unread, 0)
  await picture(who, 'notices-document')
}
