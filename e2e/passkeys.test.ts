import assert from 'node:assert/strict'
import { type Colleague, password } from './support/colleague.ts'
import { confirmFigures, signOnPage, stepRest, textOf } from './support/desk.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { standsStill } from './support/reach.ts'
import { slip, writeSmallDocument } from './support/small-document.ts'

/** Gives the browser of somebody a device that has passkeys, and knows its owner. */
async function giveDevice({ context, page }: Colleague): Promise<void> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Makes a passkey by the keyboard. */
async function makePasskey(who: Colleague, name: string): Promise<void> {
  const { page, say } = who
  await who.goto('/settings')
  const part = page.getByRole('region', { name: say('settings.passkeys.title') })
  await part.getByText(say('settings.passkeys.none')).waitFor()
  await part.getByLabel(say('settings.passkeys.name')).press('End')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await part.getByRole('button', { name: say('settings.passkeys.removeNamed', { name }) }).waitFor()
  await fits(who)
}

story(
  'a passkey is made, asked for at sign-in and at the signature, and given up',
  { named: true },
  async (house, chapter) => {
    const admin = await house.enter('administrator')
    const translator = await house.enter('translator')
    const reviser = await house.enter('reviser')
    const approver = await house.enter('approver', { language: 'zh-CN' })
    const document = await writeSmallDocument(translator)

    await chapter('a reviser and an approver make one, and the office asks for them at sign-in', async () => {
      for (const who of [reviser, approver]) {
        await giveDevice(who)
        await makePasskey(who, 'ring')
      }
      const { page, say } = admin
      await admin.goto('/settings')
      const part = page.getByRole('region', { name: say('settings.factor.title') })
      await part.getByLabel(say('settings.factor.held'), { exact: true }).press('Space')
      await part.getByRole('button', { name: say('settings.save') }).press('Enter')
      await part
        .getByRole('button', { name: say('settings.save') })
        .and(part.locator(':disabled'))
        .waitFor()
      await fits(admin)
    })

    for (const who of [reviser, approver]) {
      await chapter(`in ${who.language} the passkey is asked for after the password`, async () => {
        const { page, say } = who
        await who.goto('/')
        await standsStill(page)
        await page.locator('.account-name').click()
        await page.getByRole('button', { name: say('header.signOut') }).click()
        await page.getByLabel(say('signIn.login')).fill(who === reviser ? 'reviser' : 'approver')
        await page.getByLabel(say('signIn.password')).fill(password)
        await page.keyboard.press('Enter')
        await page.getByText(say('signIn.passkey')).waitFor()
        await fits(who)
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: say('rooms.documents'), level: 1 }).waitFor()
      })
    }

    await chapter('it is used at the signature', async () => {
      const { target } = await translator.segment(document, slip)
      await translator.given('PUT', `/api/documents/${document}/segments/${slip}`, {
        base: (await translator.segment(document, slip)).version,
        target: [textOf(target).replace('3.6', '36')],
      })
      await stepRest(translator, document, 'translate')
      await stepRest(reviser, document, 'revise')
      await confirmFigures(reviser, document)
      await approver.goto(`/d/${document}/sign-off`)
      await approver.page.getByText(approver.say('passkey.hint')).waitFor()
      await fits(approver)
      await signOnPage(approver)
      assert.equal((await approver.given('GET', `/api/documents/${document}/sign-off`)).status, 'signed')
    })

    await chapter('two administrators give up what is lost', async () => {
      const { people } = await admin.given('GET', '/api/people')
      const named = (login: string) => people.find((person: { login: string }) => person.login === login)
      const { id, name, roles } = named('translator')
      await admin.given('PUT', `/api/people/${id}`, { name, roles: [...roles, 'administrator'], active: true })
      for (const [who, key] of [
        [admin, 'people.recovery.ask'],
        [translator, 'people.recovery.agree'],
      ] as const) {
        const { page, say } = who
        await who.goto('/people')
        await page.getByRole('button', { name: say('people.ways.of', { name: named('reviser').name }) }).press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('button', { name: say(key, { name: named('reviser').name }) }).press('Enter')
        if (who === admin) await dialog.getByText(say('people.recovery.asked', { by: 'Administrator' })).waitFor()
        else await dialog.getByText('/invite#').waitFor()
        await fits(who)
      }
      reviser.expects(/401/)
    })
  },
)
