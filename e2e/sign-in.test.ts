import assert from 'node:assert/strict'
import { startProvider } from '../src/server/testing/provider.ts'
import { becomes } from './support/becomes.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { standsStill } from './support/reach.ts'
import { languages } from './support/words.ts'

story('an administrator sets the provider of the office, and people come in by it', {}, async (house, chapter) => {
  const provider = await startProvider(house.address)
  const label = { en: 'Office login', 'zh-CN': '办公网' }
  const elsewhere = new RegExp(`asked for ${provider.issuer}`)
  try {
    await chapter('the settings are filled in by the keyboard, and the provider answers', async () => {
      const admin = await house.enter('administrator')
      const { page, say } = admin
      await admin.goto('/settings')
      const part = page.getByRole('region', { name: say('settings.provider.title') })
      await part.getByText(say('settings.provider.none')).waitFor()
      await part.getByText(`${house.address}/api/session/provider/callback`).waitFor()
      const fill = async (key: string, text: string) => {
        await part.getByLabel(say(key), { exact: true }).press('ControlOrMeta+a')
        await page.keyboard.type(text)
      }
      await fill('settings.provider.issuer', 'http://login.example.org')
      await part.getByRole('button', { name: say('settings.save') }).press('Enter')
      await part.getByText(say('settings.provider.issuerWrong')).waitFor()
      await fill('settings.provider.issuer', provider.issuer)
      await fill('settings.provider.clientId', provider.clientId)
      await fill('settings.provider.secret', provider.secret)
      await fill('role.translator', 'writers, drafters')
      await fill('role.approver', 'signers')
      await fill('settings.provider.labelEn', label.en)
      await fill('settings.provider.labelZh', label['zh-CN'])
      await page.keyboard.press('Enter')
      const test = part.getByRole('button', { name: say('settings.provider.test') })
      await test.press('Enter')
      await part.getByText(say('settings.provider.answers', { issuer: provider.issuer })).waitFor()
      await part.getByText(say('settings.provider.secretSet')).waitFor()
      await page.getByRole('region', { name: say('settings.linked.title', { name: label.en }) }).waitFor()
      await fits(admin)
      await admin.goto('/people')
      const ways = page.getByRole('button', { name: say('people.ways.of', { name: 'Tan Yue' }) })
      await ways.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(say('people.ways.subject', { name: label.en })).fill('4711')
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: say('settings.linked.unlinkNamed', { subject: '4711' }) }).waitFor()
      await fits(admin)
    })

    for (const language of languages) {
      await chapter(`somebody comes in by it, signs anew and leaves, in ${language}`, async () => {
        const who = await house.visitor({ language })
        const { page, say } = who
        const name = label[language]
        who.expects(elsewhere)
        // The pages there have no icon.
        who.expects(/status of 404/)
        provider.seated = null
        await who.goto('/glossary')
        const button = page.getByRole('button', { name: say('signIn.provider', { name }) })
        await button.press('Enter')
        await page.getByText(say('refusals:provider-denied')).waitFor()
        await fits(who)
        const subject = `signer-${language}`
        provider.accounts.set(subject, { name: `Signer ${language}`, roles: ['signers'] })
        provider.seated = subject
        await button.press('Enter')
        await page.getByRole('heading', { name: say('rooms.glossary'), level: 1 }).waitFor()
        await page.locator('.account-name').getByText(`Signer ${language}`).waitFor()
        const { documents } = await who.given('GET', '/api/documents')
        assert.deepEqual((await who.given('GET', '/api/session')).proof, 'provider')
        assert.ok(documents.length > 0)

        // Whoever is signed in there still has to be at the screen.
        const [document] = documents
        await who.given('POST', '/api/session/provider/proof', { document: document.id, returnTo: '/' })
        await standsStill(page)
        await page.locator('.account-name').click()
        provider.seated = null
        await page.getByRole('button', { name: say('header.signOut') }).click()
        // The provider asks whether the session there ends as well.
        await page.getByRole('button', { name: 'Yes' }).click()
        await button.waitFor()
        await becomes(async () => (await who.given('GET', '/api/session')).person, null)
        await button.press('Enter')
        await page.getByText(say('refusals:provider-denied')).waitFor()
      })
    }
  } finally {
    await provider.stop()
  }
})
