import assert from 'node:assert/strict'
import type { Locator } from 'playwright'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { activeAt, activeRowOf, editorOf, openSegment, rowOf, savedAs, select, send, stepRest } from './support/desk.ts'
import { type House, story } from './support/house.ts'
import { axe } from './support/reach.ts'

const heading = '政府工作报告'

async function bring({ given }: Colleague, filename: string, text: string): Promise<string> {
  const { id } = await given('POST', `/api/documents?filename=${encodeURIComponent(filename)}`, Buffer.from(text))
  return id
}

/** Three reports of one title: one sent back, one with the reviser, one that nobody has begun. */
async function threeReports(translator: Colleague, reviser: Colleague): Promise<readonly [string, string, string]> {
  const ids = [
    await bring(translator, '2024-baogao.txt', `${heading}\n道路修好了。\n`),
    await bring(translator, '2025-baogao.txt', `${heading}\n桥修好了。\n`),
    await bring(translator, '2026-baogao.txt', `${heading}\n学校建好了。\n`),
  ] as const
  const english = ['Report on the Work of the Government', 'It was built.']
  for (const id of ids.slice(0, 2)) {
    for (const [index, segment] of ['b1.s1', 'b2.s1'].entries()) {
      await translator.given('PUT', `/api/documents/${id}/segments/${segment}`, { base: 0, target: [english[index]] })
    }
    await stepRest(translator, id, 'translate')
  }
  await send(reviser, ids[0], 'b2.s1', 'return', { reason: 'Which road was it?' })
  return ids
}

function lineOf({ page }: Colleague, text: string) {
  return page.locator('.docs > li').filter({ hasText: text })
}

async function tellOfList(translator: Colleague, reviser: Colleague, approver: Colleague): Promise<void> {
  const [first] = await threeReports(translator, reviser)
  const { page, say } = translator
  await translator.goto('/')

  // Each line says why it is here, and by what it differs from the others of its title.
  await lineOf(translator, '2024-baogao.txt').getByText(say('documents.reason.returned')).waitFor()
  await lineOf(translator, '2024-baogao.txt').getByText('Which road was it?').waitFor()
  await lineOf(translator, '2025-baogao.txt').getByText(say('documents.reason.with-reviser')).waitFor()
  await lineOf(translator, '2026-baogao.txt').getByText(say('documents.reason.new')).waitFor()
  await approver.goto('/')
  await lineOf(approver, '2025-baogao.txt').getByText('Report on the Work of the Government').waitFor()

  // A name is given, found by the search, and Escape clears it.
  const menu = lineOf(translator, '2026-baogao.txt').locator('.line-menu')
  await menu.locator('summary').press('Enter')
  await menu.getByText(say('documents.rename')).click()
  await page.getByRole('dialog').getByLabel(say('documents.name')).fill('Fourth session')
  await page.keyboard.press('Enter')
  await lineOf(translator, 'Fourth session').getByText('2026-baogao.txt').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('fourth 报告')
  await lineOf(translator, '2024-baogao.txt').waitFor({ state: 'detached' })
  assert.equal(await page.locator('.docs > li').count(), 1)
  await page.keyboard.type('?')
  await page.getByText(say('documents.nothingFound', { query: 'fourth 报告?' })).waitFor()
  await page.keyboard.press('Escape')
  await lineOf(translator, '2024-baogao.txt').waitFor()

  // Documents are grouped by labels, of which one shows alone, by a link too.
  await menu.locator('summary').press('Enter')
  await menu.getByText(say('documents.label')).click()
  await page.getByRole('dialog').getByLabel(say('documents.labelNew')).fill('两会，press')
  await page.keyboard.press('Enter')
  await lineOf(translator, 'Fourth session').getByText('press', { exact: true }).waitFor()
  await page.getByLabel(say('documents.labelOf')).selectOption('两会')
  await lineOf(translator, '2024-baogao.txt').waitFor({ state: 'detached' })
  await translator.goto(new URL(page.url()).pathname + new URL(page.url()).search)
  await lineOf(translator, 'Fourth session').waitFor()
  assert.equal(await page.locator('.docs > li').count(), 1)
  await page.getByLabel(say('documents.labelOf')).selectOption('')
  await lineOf(translator, '2024-baogao.txt').waitFor()

  // What is put away is out of the list, one key brings it back, and both are for everybody.
  await menu.locator('summary').press('Enter')
  await menu.getByText(say('documents.archive')).click()
  await lineOf(translator, 'Fourth session').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await lineOf(translator, 'Fourth session').waitFor()

  // Whoever comes by a link to what is put away is told so, and may bring it back from there.
  await reviser.given('PUT', `/api/documents/${first}/archive`)
  await translator.goto(`/d/${first}`)
  const mark = page.locator('.archived')
  await mark.getByText(say('document.archived')).waitFor()
  await mark.getByRole('button', { name: say('documents.restore') }).press('Enter')
  await mark.waitFor({ state: 'detached' })

  // One number: the list, the document, its filter and the sign-off count the same sentences.
  for (const [who, mine] of [
    [translator, 1],
    [reviser, 1],
  ] as const) {
    await who.goto('/')
    await lineOf(who, '2024-baogao.txt')
      .getByText(say('documents.open', { count: 2 }))
      .waitFor()
    await lineOf(who, '2024-baogao.txt').getByRole('link', { name: heading }).press('Enter')
    await who.page
      .locator('.sign-off-link')
      .getByText(say('header.open', { count: 2 }))
      .waitFor()
    for (const [filter, count] of [
      ['todo', mine],
      ['open', 2],
    ] as const) {
      const button = who.page.locator('.filters button').filter({ hasText: new RegExp(`^${say(`filter.${filter}`)}`) })
      await button.locator('.count', { hasText: new RegExp(`^${count}$`) }).waitFor()
    }
    await who.goto(`/d/${first}/sign-off`)
    await who.page
      .getByText(say('signOff.open', { count: 2 }))
      .first()
      .waitFor()
  }
}

/** A report of 187 long sentences: rows far higher than what is supposed of them before they are laid out. */
const longReport = `${heading}\n${Array.from({ length: 62 }, (_, index) => {
  const sentence = (beginning: string, times: number) => `${beginning}${'，确保每一项措施都落到实处'.repeat(times)}。`
  return [
    sentence(`第${index + 1}项任务是修好通往各村的道路`, 10),
    sentence('有关部门要加强协调', 12 + (index % 8)),
    sentence('群众满意是最终的标准', 14),
  ].join('')
}).join('\n')}\n`

/** What nobody signed is deleted by an administrator, after a word of what that means; whoever has it open is told. */
async function tellOfDeleting(admin: Colleague, translator: Colleague): Promise<void> {
  const { page, say } = admin
  const id = await bring(translator, '2023-baogao.txt', `${heading}\n水库建好了。\n`)
  await translator.goto(`/d/${id}`)
  await rowOf(translator.page, 'b2.s1').waitFor()
  await admin.goto('/')
  const line = lineOf(admin, '2023-baogao.txt')
  await line.locator('.line-menu summary').press('Enter')
  await line.getByText(say('documents.delete')).press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('documents.deleteIt') })
    .press('Enter')
  await line.waitFor({ state: 'detached' })
  await page.getByText(say('documents.deletedNow')).waitFor()
  await translator.page.getByText(translator.say('document.deleted')).waitFor()
}

async function tellOfSight(reviser: Colleague, document: string): Promise<void> {
  const { page } = reviser
  const inSight = async (segment: string) => {
    await activeAt(page, segment)
    // Whatever is still laid out or found in the background may move it: it is looked at when all is quiet.
    await page.waitForTimeout(600)
    const box = await rowOf(page, segment).boundingBox()
    const height = page.viewportSize()?.height ?? 0
    assert.ok(box && box.y >= 50 && box.y + Math.min(box.height, 200) <= height, `${segment} at ${box?.y}`)
  }
  for (const segment of ['b58.s2', 'b12.s3', 'b63.s3']) {
    await page.goto(`/d/${document}/${segment}`)
    await inSight(segment)
  }
  // From the contents of the sign-off page, and from one end of the document to the other.
  await page.goto(`/d/${document}/sign-off`)
  await page.locator('main a[href$="/b40.s1"]').first().click()
  await inSight('b40.s1')
}

/** A text in which a doubled space is found, and 学校 stands in three sentences. */
const shortText = '学校建设情况\n学校建好了。孩子们上学了。家长说学校很好。\n'

async function tellOfKeys(translator: Colleague, reviser: Colleague): Promise<void> {
  const document = await bring(translator, 'schools.txt', shortText)
  const { page, say } = translator
  await translator.goto(`/d/${document}/b2.s2`)
  await activeAt(page, 'b2.s2')
  const search = page.getByRole('searchbox')
  const hasFocus = (place: Locator) => place.evaluate((element) => element.matches(':focus'))

  // The arrows go through the hits and leave the focus in the search; Enter lands in the English, and the next Enter further on.
  await rowOf(page, 'b2.s2').getByRole('link').first().focus()
  await page.keyboard.press('/')
  await page.keyboard.type('学校')
  for (const [key, segment] of [
    ['ArrowDown', 'b1.s1'],
    ['ArrowDown', 'b2.s1'],
    ['ArrowUp', 'b1.s1'],
    ['ArrowUp', 'b2.s3'],
  ] as const) {
    await page.keyboard.press(key)
    await activeAt(page, segment)
    await becomes(() => hasFocus(search), true)
  }
  await page.getByText(say('filter.hit', { at: 3, count: 3 })).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[id="b2.s3"] textarea:focus').waitFor()
  await search.focus()
  await page.keyboard.press('Enter')
  await page.locator('[id="b1.s1"] textarea:focus').waitFor()
  await search.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('[id="b1.s1"] textarea:focus').waitFor()

  // From a comment Escape leads back to the English, and what was typed waits there.
  await page.keyboard.press('F2')
  await page.keyboard.press('c')
  const comment = page.getByLabel(say('comments.label'))
  await comment.fill('Which school?')
  await page.keyboard.press('Escape')
  await page.locator('[id="b1.s1"] textarea:focus').waitFor()
  await becomes(() => comment.inputValue(), 'Which school?')

  // One key mends, one confirms, one goes to what waits.
  await page.keyboard.type('Schools  of the County')
  await rowOf(page, 'b1.s1').locator('.findings').getByRole('button').first().waitFor()
  await page.keyboard.press("Control+'")
  await savedAs(translator, document, 'b1.s1', 'Schools of the County')
  await page.keyboard.press('Control+Enter')
  await page.locator('[id="b2.s1"] textarea:focus').waitFor()
  await page.keyboard.press('F8')
  await page.locator('[id="b2.s2"] textarea:focus').waitFor()

  // Whoever reads and does not write has the letters of the menu at once.
  await reviser.goto(`/d/${document}/b1.s1`)
  const reading = activeRowOf(reviser.page).locator('.reading')
  await reading.focus()
  await reviser.page.keyboard.press('r')
  await reviser.page.getByRole('dialog').waitFor()
  await reviser.page.keyboard.press('Escape')
  await reviser.page.getByRole('dialog').waitFor({ state: 'detached' })
  await reading.focus()
  await reviser.page.keyboard.press('e')
  await reviser.page.locator('[id="b1.s1"] textarea:focus').waitFor()
}

/** Formatting and links of the file are codes: put in by key, told where they are lost or crossed, and put right. */
async function tellOfCodes(translator: Colleague): Promise<void> {
  const document = await bring(translator, 'shui.md', '# 水网\n\n坚持**节水优先**，见[清单](http://list.example/)。\n')
  const { page, say } = translator
  await openSegment(translator, document, 'b2.s1')
  const editor = editorOf(page)
  await editor.focus()
  await page.keyboard.type('Save water: see the ')
  await page.keyboard.press('F9')
  await page.keyboard.type('list')
  await page.keyboard.press('F9')
  await page.keyboard.type('.')
  const findings = activeRowOf(page).locator('.findings')
  await becomes(() => editor.inputValue(), 'Save water: see the ‹a›list‹/a›.')
  await findings.getByText(say('findings:code-missing', { code: 'b', text: '清单' })).waitFor()

  // A pair goes round chosen words; Backspace chooses a code, and takes it out whole.
  await select(page, 'Save '.length, 'Save water'.length)
  await page.keyboard.press('F9')
  await findings.waitFor({ state: 'detached' })
  await becomes(() => editor.inputValue(), 'Save ‹b›water‹/b›: see the ‹a›list‹/a›.')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await findings.getByText(say('findings:code-missing', { code: 'b', text: '清单' })).waitFor()
  await activeRowOf(page)
    .locator('.code-bar')
    .getByRole('button', { name: say('codes.missing') })
    .click()
  await savedAs(translator, document, 'b2.s1', 'Save water: see the list.')

  // What is crossed is put right at once; and nothing of it breaks a rule of accessibility.
  await editor.fill('‹b›Save ‹a›water‹/b›‹/a›: see the list.')
  await findings.getByText(say('findings:code-crossed', { code: 'b', other: 'a' })).waitFor()
  assert.deepEqual(await axe(page), [])
  await findings.getByRole('button', { name: say('codes.mend') }).click()
  await becomes(() => editor.inputValue(), '‹b›Save ‹a›water‹/a›‹/b›: see the list.')
  await savedAs(translator, document, 'b2.s1', 'Save water: see the list.')
}

/** The Chinese has a new version: looked at before it is taken; whoever has the document open sees it at once. */
async function tellOfVersions(translator: Colleague, reviser: Colleague): Promise<void> {
  const document = await bring(translator, 'spring.txt', '水网方案\n供水能力达到1.2亿立方米。\n坚持节水。\n')
  const target = ['Supply capacity will reach 120 million cubic meters.']
  await translator.given('PUT', `/api/documents/${document}/segments/b2.s1`, { base: 0, target })
  await reviser.goto(`/d/${document}`)
  await rowOf(reviser.page, 'b2.s1').waitFor()
  const { page, say } = translator
  await translator.goto('/')
  await lineOf(translator, 'spring.txt').locator('.line-menu summary').click()
  await lineOf(translator, 'spring.txt')
    .getByRole('link', { name: say('newVersion.link') })
    .click()
  const autumn = '水网方案\n坚持节水。\n供水能力达到1.5亿立方米。\n增设泵站。\n'
  await page
    .getByLabel(say('newVersion.choose'), { exact: true })
    .setInputFiles({ name: 'autumn.txt', mimeType: 'text/plain', buffer: Buffer.from(autumn) })
  await page.getByText(say('newVersion.counts', { before: 3, now: 4, unchanged: 2 })).waitFor()
  const changed = page.locator('.version-changes li.changed')
  assert.equal(await changed.locator('ins').innerText(), '1.5')
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: say('newVersion.take') }).click()

  // The one who has it open reads the new sentence; the earlier English is a match with the new figure.
  await reviser.page.getByText('增设泵站。').waitFor()
  await rowOf(reviser.page, 'b2.s1').waitFor({ state: 'detached' })
  await openSegment(translator, document, 'b4.s1')
  await page.getByRole('tab', { name: say('panel.matches') }).click()
  await page.locator('.panel').getByText(say('matches.repaired')).waitFor()
}

story('the desk', {}, async (house: House, chapter) => {
  const translator = await house.enter('translator')
  const reviser = await house.enter('reviser')
  const approver = await house.enter('approver')
  await chapter('documents are told apart, and one number says what is open', () =>
    tellOfList(translator, reviser, approver),
  )
  const admin = await house.enter('administrator')
  await chapter('a document that nobody signed is deleted', () => tellOfDeleting(admin, translator))
  const long = await bring(translator, 'long.txt', longReport)
  await chapter('where a link leads is in sight', () => tellOfSight(reviser, long))
  await chapter('a new version is looked at and taken, before the eyes of another', () =>
    tellOfVersions(translator, reviser),
  )
  await chapter('codes are put in by key, and told where they are lost or crossed', () => tellOfCodes(translator))
  await chapter('keys lead from hit to hit, back to the English, and to what waits', () =>
    tellOfKeys(translator, reviser),
  )
})
