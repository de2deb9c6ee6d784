import assert from 'node:assert/strict'
import type { TermImpactView } from '../src/contract/views/terms.ts'
import type { Colleague } from './support/colleague.ts'
import { draft, mendFromMemory, sampleOf, sign, stepRest, textOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { bytesUnder, verify } from './support/site.ts'

const form = '千万工程'
const old = 'Green Rural Revival Program'
const now = 'Thousand Villages Program'

story('a changed term is carried through to the next release', {}, async (house) => {
  const staff = {
    admin: await house.enter('administrator'),
    translator: await house.enter('translator'),
    reviser: await house.enter('reviser'),
    approver: await house.enter('approver'),
  }
  const { admin, translator, reviser, approver } = staff
  const document = await sampleOf(translator)
  await draft(translator, document)
  await mendFromMemory(translator, document)
  const release = async () => {
    await stepRest(translator, document, 'translate')
    await stepRest(reviser, document, 'revise')
    await sign(approver, document)
    await approver.given('POST', `/api/documents/${document}/releases`, {})
  }
  await release()
  const published = bytesUnder(house.site, `d/${document}/v1/`)
  assert.ok(published.size >= 3)

  const term = await changeByPage(admin)
  const impact: TermImpactView = await translator.given('GET', `/api/terms/${term}/impact`)
  const segments = impact.documents[0]?.segments ?? []
  assert.deepEqual([impact.open, segments.length], [2, 2])

  // Unsigned at once, wherever one looks, and nothing is published over it.
  await approver.goto(`/d/${document}/sign-off`)
  await approver.page.locator('.standing:not(.signed)').waitFor()
  assert.equal((await approver.api('POST', `/api/documents/${document}/releases`, {})).status, 409)

  const [first = assert.fail(), second = assert.fail()] = segments.map(({ id }) => id)
  await acceptByKeys(translator, term, document, first, second)
  for (const id of [first, second]) {
    const { target, state, authors } = await translator.segment(document, id)
    assert.ok(textOf(target).includes(now) && !textOf(target).includes(old), textOf(target))
    assert.deepEqual([state, authors.length > 0], ['initial', true])
  }
  // The earlier English is in the history of the sentence.
  const { entries } = await translator.given('GET', `/api/documents/${document}/segments/${first}/history`)
  assert.ok(JSON.stringify(entries).includes(old))

  await release()
  assert.deepEqual(bytesUnder(house.site, `d/${document}/v1/`), published)
  assert.deepEqual(verify(house.site).problems, [])
  const reader = await house.visitor({ javaScriptEnabled: false })
  await reader.page.goto(`/published/d/${document}/v2/`)
  const errata = reader.page.locator('.errata li')
  assert.equal(await errata.count(), 2)
  for (const erratum of await errata.all()) assert.match(await erratum.locator('ins').innerText(), /Villages/)
  assert.ok((await reader.page.locator('#glossary').innerText()).includes(now))
  await reader.context.close()

  await translator.goto(`/glossary/${term}/changes`)
  await translator.page.getByText(translator.say('impact.allInOrder')).waitFor()
})

/** Writes another preferred rendering, is told what that touches before it is saved, and finds the list after it. */
async function changeByPage({ page, say, goto }: Colleague): Promise<string> {
  await goto('/glossary')
  await page.getByRole('searchbox').fill(form)
  await page.locator('main .terms .name').first().click()
  await page.getByRole('button', { name: say('glossary.edit'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('glossary.form.rendering', { number: 1 }), { exact: true }).fill(now)
  await dialog.getByLabel(say('glossary.form.authority'), { exact: true }).fill('Decision of the office on terms')
  await dialog.getByLabel(say('glossary.form.authorityDate'), { exact: true }).fill('2026-01')
  const impact = dialog.locator('.impact')
  await impact
    .getByText(say('impact.touches', { count: 2, documents: say('impact.documents', { count: 1 }) }))
    .waitFor()
  assert.equal(
    await impact.innerText(),
    [
      say('impact.touches', { count: 2, documents: say('impact.documents', { count: 1 }) }),
      say('impact.open', { count: 2 }),
      say('impact.wouldUnsign', { count: 1 }),
      say('impact.published', { count: 1 }),
    ].join(say('common.listSemicolon')),
  )
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(say('impact.unsigned', { count: 1 })).waitFor()
  await page.getByRole('link', { name: say('impact.see') }).click()
  await page.getByRole('heading', { name: say('impact.title'), level: 1 }).waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? assert.fail()
}

/** By keys alone: one accepted at once, one chosen, refused because somebody else was there, and then accepted. */
async function acceptByKeys(
  { page, say, goto, given, segment, expects }: Colleague,
  term: string,
  document: string,
  first: string,
  second: string,
): Promise<void> {
  await goto(`/glossary/${term}/changes`)
  const row = (id: string) => page.locator('.rows li').filter({ has: page.locator(`a[href="/d/${document}/${id}"]`) })
  await row(second).waitFor()
  const path = `/api/documents/${document}/segments/${second}`
  const { version, target } = await segment(document, second)
  await given('PUT', path, { base: version, target: [`Indeed, ${textOf(target)}`] })

  await tabTo(page, say('impact.choose', { number: Number(await row(first).locator('.number').innerText()) }))
  await page.keyboard.press('Enter')
  await row(first).getByText(say('impact.accepted')).waitFor()
  // Enter went on to the next; Space chooses it.
  expects(/409/)
  await page.keyboard.press('Space')
  assert.ok(await row(second).getByRole('checkbox').isChecked())
  await tabTo(page, say('impact.acceptChosen', { count: 1 }))
  await page.keyboard.press('Enter')
  await page.getByText(say('impact.result', { accepted: 0, refused: 1 })).waitFor()
  await row(second).getByText(say('impact.refused')).waitFor()
  assert.equal(await page.evaluate<string>('document.activeElement.innerText'), say('impact.again'))

  await tabTo(page, say('impact.again'))
  await page.keyboard.press('Enter')
  await row(first).waitFor({ state: 'detached' })
  await row(second).getByText('Indeed,').waitFor()
  await tabTo(page, say('impact.chooseAll', { count: 1 }))
  await page.keyboard.press('Enter')
  await tabTo(page, say('impact.acceptChosen', { count: 1 }))
  await page.keyboard.press('Enter')
  await page.getByText(say('impact.result', { accepted: 1, refused: 0 })).waitFor()
}

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Colleague['page'], name: string): Promise<void> {
  const nameOfFocus = `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? ''`
  for (let steps = 0; steps < 80; steps++) {
    if ((await page.evaluate<string>(nameOfFocus)).trim() === name) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab does not come to ${name}`)
}
