import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import type { FigureSheetView } from '../src/contract/views/signing.ts'
import type { Figure } from '../src/model/release.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import {
  activeRowOf,
  draft,
  editorOf,
  mendFromMemory,
  openSegment,
  sampleOf,
  savedAs,
  select,
  send,
  signOnPage,
  stepRest,
  textOf,
} from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways, walk } from './support/reach.ts'
import { verify } from './support/site.ts'
import { writeSmallDocument } from './support/small-document.ts'
import { languages } from './support/words.ts'

function lineUnder(of: Locator): Promise<string | undefined> {
  return of.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).textDecorationLine)
}

/** The line of a sentence in the figure sheet. */
function lineOf(page: Page, segment: string) {
  return page.locator(`.figures .line[data-segment="${segment}"]`)
}

async function openSheet(who: Colleague, document: string): Promise<FigureSheetView> {
  await who.goto(`/d/${document}/figures`)
  await who.page.locator('.figures .line').first().waitFor()
  return who.given('GET', `/api/documents/${document}/figures`)
}

async function figuresOf(who: Colleague, document: string, segment: string): Promise<readonly Figure[]> {
  const sheet: FigureSheetView = await who.given('GET', `/api/documents/${document}/figures`)
  return sheet.segments.find(({ id }) => id === segment)?.figures ?? []
}

async function usable(who: Colleague): Promise<void> {
  assert.deepEqual(await axe(who.page), [])
  assert.deepEqual(await walk(who.page), [])
  await who.page.setViewportSize({ width: 390, height: 900 })
  assert.deepEqual(await axe(who.page), [])
  assert.equal(await sideways(who.page), 0)
  await who.page.setViewportSize({ width: 1440, height: 900 })
}

for (const language of languages) {
  story(`the figure sheet of the sample, confirmed by name and signed (${language})`, {}, async (house) => {
    const [translator, reviser, approver] = await Promise.all(
      (['translator', 'reviser', 'approver'] as const).map((role) => house.enter(role, { language })),
    )
    if (!translator || !reviser || !approver) assert.fail()
    const { page, say } = reviser
    const document = await sampleOf(translator)
    await draft(translator, document)
    await mendFromMemory(translator, document)
    await stepRest(translator, document, 'translate')

    // Nobody answers for any figure yet; what one may do is said.
    const before = await openSheet(translator, document)
    const total = before.segments.flatMap(({ figures }) => figures).length
    await translator.page.getByText(say('figures.progress', { confirmed: 0, count: total })).waitFor()
    await translator.page.getByText(say('figures.readOnly')).waitFor()
    assert.equal(await translator.page.getByRole('button', { name: say('figures.confirm') }).count(), 0)

    // On paper there is no dark ground: whoever works in the dark prints dark ink.
    await translator.page.locator('html').evaluate((root) => root.setAttribute('data-theme', 'dark'))
    await translator.page.emulateMedia({ media: 'print' })
    const scheme = await translator.page
      .locator('html')
      .evaluate((root) => root.ownerDocument.defaultView?.getComputedStyle(root).colorScheme)
    assert.equal(scheme, 'light')
    await translator.page.emulateMedia({ media: null })

    // The reviser checks the figures of a sentence: by an arrow and one key.
    const sheet = await openSheet(reviser, document)
    const [first, second, third] = sheet.segments
    if (!first || !second || !third) assert.fail()
    await lineOf(page, first.id).locator('.number').focus()
    await page.keyboard.press('ArrowDown')
    await lineOf(page, second.id).locator('.context').getByText(second.source).waitFor()
    await usable(reviser)
    await lineOf(page, second.id).locator('.number').focus()
    await page.keyboard.press('Control+Enter')
    const checked = lineOf(page, second.id).getByText(say('figures.how.checked')).first()
    await checked.waitFor()
    assert.ok(
      await lineOf(page, third.id)
        .locator('.number')
        .evaluate((link) => link === link.ownerDocument.activeElement),
    )
    const mine = (await figuresOf(reviser, document, second.id)).map(({ confirmed }) => confirmed?.name)
    assert.ok(mine.length > 0 && mine.every((name) => name === mine[0] && name !== undefined))

    // The rest is answered for by the revision; then every figure is.
    await stepRest(reviser, document, 'revise')
    await openSheet(reviser, document)
    await page.getByText(say('figures.progress', { confirmed: total, count: total })).waitFor()
    await lineOf(page, third.id).getByText(say('figures.how.revision')).first().waitFor()
    await page.getByRole('button', { name: new RegExp(`^${say('figures.filter.open')}`) }).click()
    await page.getByText(say('figures.nothing')).waitFor()

    // An edit that leaves the figures alone keeps what was confirmed; one that changes a figure lapses it.
    const stands = textOf((await translator.segment(document, second.id)).target)
    const put = async (text: string) => {
      const { version } = await translator.segment(document, second.id)
      await translator.given('PUT', `/api/documents/${document}/segments/${second.id}`, {
        base: version,
        target: [text],
      })
    }
    await put(`${stands} `)
    assert.equal((await figuresOf(reviser, document, second.id))[0]?.confirmed?.how, 'checked')
    const wrong = stands.replace(second.figures[0]?.target ?? assert.fail(), '77 percent')
    assert.notEqual(wrong, stands)
    await put(wrong)
    await openSheet(reviser, document)
    await lineOf(page, second.id).getByText(say('figures.needsName')).first().waitFor()
    await page.getByRole('button', { name: new RegExp(`^${say('figures.filter.differs')}`) }).click()
    assert.equal(await page.locator('.figures .line').count(), 1)
    await put(stands)
    await send(translator, document, second.id, 'translate')
    await send(reviser, document, second.id, 'revise')
    assert.equal((await figuresOf(reviser, document, second.id))[0]?.confirmed?.how, 'checked')

    // The approver reads the short table, the whole sheet, and signs; the certificate carries the names.
    await approver.goto(`/d/${document}/sign-off`)
    await approver.page.locator('.fold > summary', { hasText: say('signOff.figuresName') }).click()
    await approver.page.getByRole('link', { name: say('signOff.toFigures') }).click()
    await approver.page.locator('.figures .line').first().waitFor()
    await usable(approver)
    await approver.page.getByRole('link', { name: say('figures.toSignOff') }).click()
    await signOnPage(approver)
    await approver.page.getByRole('button', { name: say('signOff.publish'), exact: true }).click()
    await approver.page.getByText(say('signOff.published')).waitFor()
    const published = JSON.parse(readFileSync(join(house.site, `d/${document}/v1/certificate.json`), 'utf8'))
    assert.equal(published.figures.length, total)
    assert.ok(published.figures.every(({ confirmed }: Figure) => confirmed?.name === mine[0]))
    assert.equal(published.figures.find(({ segment }: Figure) => segment === second.id).confirmed.how, 'checked')
    assert.deepEqual(verify(house.site).problems, [])

    // Who confirms afterwards unsigns nothing.
    await openSheet(approver, document)
    await approver.page.keyboard.press('Control+Enter')
    await lineOf(approver.page, first.id).getByText(say('figures.how.checked')).first().waitFor()
    assert.equal((await openSheet(approver, document)).status, 'signed')
  })
}

story('a figure that differs is let stand, and confirmed by name before anybody signs', {}, async (house) => {
  const translator = await house.enter('translator')
  const reviser = await house.enter('reviser')
  const approver = await house.enter('approver')
  const document = await writeSmallDocument(translator)
  const vague = 'b3.s2'
  const { version } = await translator.segment(document, vague)
  await translator.given('PUT', `/api/documents/${document}/segments/${vague}`, {
    base: version,
    target: ['Work on the last one begins next month and will take most of a year.'],
  })
  await stepRest(translator, document, 'translate')
  const slip = await send(translator, document, 'b3.s1', 'reopen')
  assert.equal(slip.status, 200)
  const mended = await translator.segment(document, 'b3.s1')
  const target = [textOf(mended.target).replace('3.6', '36')]
  await translator.given('PUT', `/api/documents/${document}/segments/b3.s1`, { base: mended.version, target })
  await send(translator, document, 'b3.s1', 'translate')
  await stepRest(reviser, document, 'revise')

  const { page, say } = approver
  await approver.goto(`/d/${document}/sign-off`)
  await page.getByText(say('signOff.reason.figure-unconfirmed', { count: 1 })).waitFor()
  assert.equal(await page.getByRole('button', { name: say('signOff.sign'), exact: true }).count(), 0)
  await page.locator(`a[href$="/figures#${vague}"]`).click()
  const place = lineOf(page, vague).locator('.number')
  await place.waitFor()
  assert.ok(await place.evaluate((link) => link === link.ownerDocument.activeElement))
  await lineOf(page, vague)
    .getByRole('button', { name: say('figures.confirmAsIs') })
    .click()
  await lineOf(page, vague).getByText(say('figures.how.checked')).waitFor()
  await page.getByRole('link', { name: say('figures.toSignOff') }).click()
  await signOnPage(approver)
  await page.getByText(say('signOffStatus.signed')).first().waitFor()
})

story('figures and terms share one numbering, and a number inserts in the house style', {}, async (house) => {
  const admin = await house.enter('administrator')
  await admin.goto('/settings')
  const { page: settings, say } = admin
  await settings.getByRole('radio', { name: 'RMB 400 billion' }).check()
  const form = settings.locator('form').filter({ hasText: say('settings.style.money') })
  await form.getByRole('button', { name: say('settings.save') }).click()
  await form.getByText(/^Saved at/).waitFor()
  // A change of the office elsewhere does not take the style back.
  await settings.getByLabel(say('settings.office.contact')).fill('desk@office.example')
  await settings
    .locator('form')
    .first()
    .getByRole('button', { name: say('settings.save') })
    .click()
  await settings
    .locator('form')
    .first()
    .getByText(/^Saved at/)
    .waitFor()
  const stored = await admin.given('GET', '/api/settings')
  assert.deepEqual([stored.settings.style.money, stored.settings.contact], ['RMB', 'desk@office.example'])

  const translator = await house.enter('translator')
  const document = await writeSmallDocument(translator)
  const { page } = translator
  await openSegment(translator, document, 'b3.s1')
  const row = activeRowOf(page)
  const marks = row.locator('.source :is(.figure-mark, .term-mark)')
  const titles = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('title') ?? ''))
  assert.ok(titles.includes('RMB 36 million') && titles.includes('12'), titles.join())
  const numbers = await marks.locator('.key').allTextContents()
  assert.deepEqual(
    numbers.map(Number),
    numbers.map((_, index) => index + 1),
  )
  const money = row.locator('.figure-mark[title="RMB 36 million"]')
  assert.equal(await lineUnder(money), 'underline')
  assert.equal(await money.locator('.value').textContent(), 'RMB 36 million')
  // The sentence that names the value names it as its key inserts it.
  await row.locator('.findings').getByText('RMB 36 million').first().waitFor()

  // While a Chinese input method composes, the keys are its own; then the same keys insert.
  const text = await editorOf(page).inputValue()
  await select(page, text.length, text.length)
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'sanqian', selectionStart: 7, selectionEnd: 7 })
  const press = { key: 'F2', code: 'F2', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  assert.equal(await page.getByRole('menu').count(), 0)
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await becomes(() => editorOf(page).inputValue(), text)
  await page.keyboard.press('F2')
  await page.getByRole('menu').waitFor()
  const number = (await money.locator('.key').textContent()) ?? assert.fail()
  // In the menu no text field has the focus: an input method that takes digits for its candidates is not asked.
  await page.keyboard.press(number)
  await savedAs(translator, document, 'b3.s1', `${text} RMB 36 million`)
})
