import assert from 'node:assert/strict'
import type { ReleaseView } from '../src/contract/views/releases.ts'
import type { SignOffSheet } from '../src/contract/views/signing.ts'
import { type Colleague, password } from './support/colleague.ts'
import { activeRowOf, confirmFigures, openSegment, send, signOnPage, stepRest, textOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways, walk } from './support/reach.ts'
import { slip, writeSmallDocument } from './support/small-document.ts'
import { languages } from './support/words.ts'

interface Staff {
  readonly translator: Colleague
  readonly reviser: Colleague
  readonly approver: Colleague
}

/** Nothing on the page is out of reach, at any width and in either light. */
async function usable({ page }: Colleague): Promise<void> {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await walk(page), [])
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    assert.equal(await sideways(page), 0, `${width} pixels`)
    assert.deepEqual(await axe(page), [])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await axe(page), [])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function put(colleague: Colleague, document: string, segment: string, text: string): Promise<void> {
  const { version } = await colleague.segment(document, segment)
  await colleague.given('PUT', `/api/documents/${document}/segments/${segment}`, { base: version, target: [text] })
  assert.equal((await send(colleague, document, segment, 'translate')).status, 200)
}

/** The reviser has reworded a sentence: the translator accepts it by the confirming key, and it is revised. */
async function acceptByKey({ translator, reviser }: Staff, document: string, segment: string): Promise<void> {
  await put(reviser, document, segment, 'Reporter: When will the stone bridge be open again?')
  const { page, say } = translator
  await openSegment(translator, document, segment)
  const row = activeRowOf(page)
  await row.getByRole('button', { name: say('step.accept') }).waitFor()
  await row.locator('.advice').waitFor()
  assert.equal((await send(reviser, document, segment, 'revise')).status, 403, 'nobody approves their own words')
  await page.keyboard.press('Control+Enter')
  while ((await translator.segment(document, segment)).state !== 'reviewed') await page.waitForTimeout(30)
  const { accepted, revised, translated } = await translator.segment(document, segment)
  assert.equal(accepted?.by, translated?.by)
  assert.notEqual(revised?.by, translated?.by)
}

/** A comment that nothing may be signed before is written beside the sentence. */
async function block({ page, say }: Colleague, text: string): Promise<void> {
  await page.keyboard.press('F2')
  await page.keyboard.press('c')
  await page.getByLabel(say('comments.label')).fill(text)
  await page.getByLabel(say('comments.blocking')).check()
  await page.getByRole('button', { name: say('comments.add'), exact: true }).click()
  await page.getByText(say('comments.blocks'), { exact: true }).waitFor()
}

async function liftOnSheet({ page, say }: Colleague, reason: string): Promise<void> {
  await page.getByRole('button', { name: say('signOff.liftWithReason') }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(reason)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('signOff.lift') })
    .click()
  await page.locator('.standing.ready').waitFor()
}

for (const language of languages) {
  story(
    `an approver weighs what is open, signs, and signs again what has changed (${language})`,
    {},
    async (house, chapter) => {
      const admin = await house.enter('administrator', { language })
      const translator = await house.enter('translator', { language })
      const reviser = await house.enter('reviser', { language })
      const approver = await house.enter('approver', { language })
      const staff = { translator, reviser, approver }
      const { page, say } = approver
      const document = await writeSmallDocument(translator)
      const path = `/d/${document}/sign-off`
      const sheet = async (): Promise<SignOffSheet> => approver.given('GET', `/api/documents/${document}/sign-off`)

      await chapter('the banner counts the sentences that the list and the plan count', async () => {
        await stepRest(translator, document, 'translate')
        const { documents } = await approver.given('GET', '/api/documents')
        const { open } = documents.find(({ id }: { id: string }) => id === document)
        assert.ok((await sheet()).open.length > open, 'a sentence with two open points')
        await approver.goto(path)
        await page
          .locator('.standing')
          .getByText(say('signOff.notReady', { count: open }))
          .waitFor()
        await page
          .locator('.rail')
          .getByText(say('signOff.open', { count: open }))
          .waitFor()
      })

      await chapter('a reviser rewords a sentence, and the translator accepts it', async () => {
        const { target } = await translator.segment(document, slip)
        await put(translator, document, slip, textOf(target).replace('3.6', '36'))
        await stepRest(translator, document, 'translate')
        await acceptByKey(staff, document, 'b2.s1')
        await stepRest(reviser, document, 'revise')
        await confirmFigures(reviser, document)
      })

      await chapter('a comment blocks the signature until an approver lifts it with a reason', async () => {
        await openSegment(translator, document, 'b3.s2')
        await block(translator, 'Not before the bridge office has answered.')
        await approver.goto(path)
        await page.locator('.standing.open').waitFor()
        await page.locator('#open').getByText('Not before the bridge office has answered.').waitFor()
        assert.equal(await page.locator('input[type=password]').count(), 0)
        await usable(approver)
        await liftOnSheet(approver, 'The office has answered: nine months.')
        await page.getByText('The office has answered: nine months.').waitFor()
        await page.locator('.fold .change').first().waitFor()
        await usable(approver)
      })

      await chapter('a wrong password signs nothing, the right one does', async () => {
        approver.expects(/401/)
        await page.locator('input[type=password]').fill('an open screen, nobody there')
        await page.getByRole('button', { name: say('signOff.sign'), exact: true }).click()
        await page.getByText(say('refusals:wrong-password')).waitFor()
        assert.equal((await sheet()).status, 'never')
        await signOnPage(approver)
        await page.getByRole('button', { name: say('signOff.publish'), exact: true }).click()
        await page.getByText(say('signOff.published')).waitFor()
      })

      await chapter('the second sheet has before and after, and what became of the accounts', async () => {
        await put(translator, document, 'b3.s2', 'Work on the last one begins next month and will take nine months.')
        await approver.goto(path)
        await page.locator('.standing.changed').waitFor()
        const { people } = await admin.given('GET', '/api/people')
        const { id } = people.find(({ roles }: { roles: readonly string[] }) => roles.includes('reviser'))
        await admin.given('POST', `/api/people/${id}/invitation`, {})
        await stepRest(reviser, document, 'revise')
        await approver.goto(path)
        await page.locator('.standing.again').getByText(say('signOff.readyAgain')).waitFor()
        const change = page.locator('.step > .group .change')
        assert.equal(await change.count(), 1)
        assert.match(await change.locator('del').innerText(), /about/)
        await page.locator('.pace').getByText(say('record.act.person-invited')).waitFor()
        await usable(approver)
        await signOnPage(approver)
        await page.getByRole('button', { name: say('signOff.publishAgain', { number: 2 }), exact: true }).click()
        await page.getByText(say('signOff.published')).waitFor()
        await usable(approver)
      })

      await chapter(
        'an approver withdraws what is published, which its page says and the signature does not outlast',
        async () => {
          await approver.goto('/releases')
          await withdrawByKeys(approver, document, 2)
          const { page: read } = await house.visitor({ javaScriptEnabled: false })
          await read.goto(`/published/d/${document}/v2/`)
          for (const words of ['桥梁数量有误', 'The number of bridges was wrong.'])
            await read.getByText(words).waitFor()
          await read.goto(`/published/d/${document}/v1/`)
          assert.equal(await read.locator('.withdrawn').count(), 0)
          await approver.goto(path)
          await page
            .locator('.standing.again')
            .getByText(say('signOff.stale.withdrawn', { number: 2 }))
            .waitFor()
        },
      )
    },
  )
}

/** The newest release is withdrawn without the mouse, once the password is right. */
async function withdrawByKeys(approver: Colleague, document: string, number: number): Promise<void> {
  const { page, say } = approver
  const line = page.locator('.releases .list > li').filter({ hasText: say('releases.release', { number }) })
  await line.getByRole('button', { name: say('releases.withdraw') }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('releases.reasonZh')).and(page.locator(':focus')).waitFor()
  assert.deepEqual(await axe(page), [])
  await page.setViewportSize({ width: 390, height: 800 })
  assert.equal(await sideways(page), 0)
  await page.setViewportSize({ width: 1440, height: 900 })
  approver.expects(/401/)
  await page.keyboard.type('桥梁数量有误')
  await page.keyboard.press('Tab')
  await page.keyboard.type('The number of bridges was wrong.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('an open screen, nobody there')
  await page.keyboard.press('Enter')
  await dialog.getByText(say('refusals:wrong-password')).waitFor()
  await dialog.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await line.getByText('桥梁数量有误').waitFor()
  assert.equal(await line.getByRole('button').count(), 0)
  assert.equal(await page.locator('h1').evaluate((heading) => heading === heading.ownerDocument.activeElement), true)
  const { releases } = await approver.given('GET', '/api/releases')
  const withdrawn = releases.filter((release: ReleaseView) => release.document === document && release.withdrawn)
  assert.deepEqual(
    withdrawn.map((release: ReleaseView) => release.number),
    [number],
  )
  await usable(approver)
}

story('an office without a name publishes nothing, and is told so before', { unnamed: true }, async (house) => {
  const admin = await house.enter('administrator')
  const translator = await house.enter('translator')
  const reviser = await house.enter('reviser')
  const approver = await house.enter('approver')
  const document = await writeSmallDocument(translator)
  const { target } = await translator.segment(document, slip)
  await put(translator, document, slip, textOf(target).replace('3.6', '36'))
  await stepRest(translator, document, 'translate')
  await stepRest(reviser, document, 'revise')
  await confirmFigures(reviser, document)
  const { page, say } = approver
  await approver.goto(`/d/${document}/sign-off`)
  await signOnPage(approver)
  await page.getByText(say('signOff.officeUnnamed')).waitFor()
  assert.ok(await page.getByRole('button', { name: say('signOff.publish'), exact: true }).isDisabled())
  assert.equal((await approver.api('POST', `/api/documents/${document}/releases`, {})).status, 409)
  await admin.given('PUT', '/api/settings', { office: { zh: '云溪县新闻办公室', en: 'Yunxi Press Office' } })
  await approver.goto(`/d/${document}/sign-off`)
  await page.getByRole('button', { name: say('signOff.publish'), exact: true }).click()
  await page.getByText(say('signOff.published')).waitFor()
})
