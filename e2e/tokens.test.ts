import assert from 'node:assert/strict'
import type { Colleague } from './support/colleague.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { languages } from './support/words.ts'

story('a token is made by the keyboard, used by a program, and ended', {}, async (house, chapter) => {
  for (const language of languages) {
    const who = await house.enter(language === 'en' ? 'translator' : 'reviser', { language })
    await chapter(`in ${language}`, () => tellOfToken(who))
  }
})

async function tellOfToken(who: Colleague): Promise<void> {
  const { page, say, goto } = who
  await goto('/settings')
  const part = page.getByRole('region', { name: say('settings.tokens.title') })
  await part.getByText(say('settings.tokens.none')).waitFor()
  const make = part.getByRole('button', { name: say('settings.tokens.make') })
  await make.press('Enter')
  await part.getByText(say('settings.tokens.nameMissing')).waitFor()

  await part.getByLabel(say('settings.tokens.name')).press('End')
  await page.keyboard.type('county notices')
  await page.keyboard.press('Tab')
  // The first scope is chosen; the space takes it away, and another way in is the second.
  await page.keyboard.press('Space')
  await make.press('Enter')
  await part.getByText(say('settings.tokens.scopesMissing')).waitFor()
  await part.getByRole('checkbox', { name: say('settings.tokens.scope.documents') }).press('Space')
  await make.press('Enter')
  const token = await part.locator('.token-text').innerText()
  assert.match(token, /^dzt_/)
  await part.getByRole('button', { name: say('settings.tokens.endNamed', { name: 'county notices' }) }).waitFor()
  await fits(who)

  const origin = new URL(page.url()).origin
  const bring = (name: string) =>
    fetch(`${origin}/api/documents?filename=${name}.txt`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-requested-with': 'duizhao',
        'content-type': 'application/octet-stream',
      },
      body: `通知\n各县今年修缮渡口${name.length}处。\n`,
    })
  assert.equal((await bring(`notice-${say('settings.tokens.end')}`)).status, 200)
  // The text is gone with the page.
  await page.reload()
  const end = part.getByRole('button', { name: say('settings.tokens.endNamed', { name: 'county notices' }) })
  await end.waitFor()
  assert.equal(await part.locator('.token-text').count(), 0)
  await end.press('Enter')
  await part.getByText(say('settings.tokens.none')).waitFor()
  assert.equal((await bring('another')).status, 401)
}
