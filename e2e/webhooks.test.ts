import assert from 'node:assert/strict'
import { startReceiver } from '../src/server/testing/receiver.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

story('an administrator names a receiver, which is told what happens, and removes it', {}, async (house, chapter) => {
  const receiver = await startReceiver()
  try {
    const translator = await house.enter('translator')
    const administrator = await house.enter('administrator')
    for (const language of languages) {
      const who = await house.visitor({ language })
      await who.context.addCookies(await administrator.context.cookies())
      await chapter(`in ${language}`, () => tellOfReceiver(who, translator, receiver))
    }
  } finally {
    await receiver.stop()
  }
})

async function tellOfReceiver(
  who: Colleague,
  translator: Colleague,
  { url, first }: Awaited<ReturnType<typeof startReceiver>>,
): Promise<void> {
  const { page, say, goto, language } = who
  await goto('/settings')
  const part = page.getByRole('region', { name: say('settings.webhooks.title') })
  await part.getByText(say('settings.webhooks.none')).waitFor()
  const add = part.getByRole('button', { name: say('settings.webhooks.add') })
  await add.press('Enter')
  await part.getByText(say('settings.webhooks.urlWrong')).waitFor()
  const allow = part.getByRole('checkbox', { name: say('settings.webhooks.private') })
  if (!(await allow.isChecked())) await allow.press('Space')
  await part.getByLabel(say('settings.webhooks.url')).fill(url)
  await add.press('Enter')
  assert.match(await part.locator('.token-text').innerText(), /^whsec_/)
  await part.getByRole('button', { name: say('settings.webhooks.testNamed', { url }) }).press('Enter')
  await part.getByText(say('settings.webhooks.tested', { status: 204 })).waitFor()

  const filename = `notice-${language}.txt`
  const bytes = new TextEncoder().encode(`渡口通知\n今年修缮${language}渡口四处。\n`)
  const { id } = await translator.given('POST', `/api/documents?filename=${filename}`, bytes)
  await first(({ body }) => JSON.parse(body).data.document?.id === id)
  const words = `${say('settings.webhooks.message.document.imported')} 渡口通知`
  // What the receiver has got is recorded directly after its answer.
  await becomes(async () => {
    const { deliveries } = await who.given('GET', '/api/webhooks')
    return deliveries[0]?.state
  }, 'delivered')
  await page.reload()
  await part.getByText(say('settings.webhooks.state.delivered')).first().waitFor()
  await part.getByRole('button', { name: say('settings.webhooks.againNamed', { message: words }) }).waitFor()
  const folder = process.env.DUIZHAO_PICTURES
  if (folder) await part.screenshot({ path: `${folder}/webhooks-${language}.png` })
  await fits(who)
  if (folder) await part.screenshot({ path: `${folder}/webhooks-${language}-again.png` })
  await part.getByRole('button', { name: say('settings.webhooks.removeNamed', { url }) }).press('Enter')
  await part.getByText(say('settings.webhooks.none')).waitFor()
}
