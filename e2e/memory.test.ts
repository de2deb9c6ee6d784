import assert from 'node:assert/strict'
import { menuLetters } from '../review-ui/keys/keys.ts'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, draft, editorOf, idsOf, openSegment, textOf } from './support/desk.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { axe } from './support/reach.ts'
import { type Language, languages } from './support/words.ts'

const phrase = '各县人民政府要落实主体责任。'
const english = 'County governments shall fulfill their principal responsibilities.'

async function importText(colleague: Colleague, name: string, lines: readonly string[]): Promise<string> {
  const file = Buffer.from([name, ...lines].join('\n'))
  return (await colleague.given('POST', `/api/documents?filename=${name}.txt`, file)).id
}

async function inMenu({ page }: Colleague, letter: string): Promise<void> {
  await page.keyboard.press('F2')
  await activeRowOf(page).getByRole('menu').waitFor()
  await page.keyboard.press(letter)
}

story('what is confirmed once is there again', {}, async (house, chapter) => {
  const people: Record<Language, Colleague> = {
    en: await house.enter('translator'),
    'zh-CN': await house.enter('reviser', { language: 'zh-CN' }),
  }
  for (const language of languages) {
    const other = people[language === 'en' ? 'zh-CN' : 'en']
    await chapter(`a repetition is filled and taken back (${language})`, () =>
      tellOfRepetition(people[language], other),
    )
    await chapter(`what is typed is gone on with (${language})`, () => tellOfCompletion(people[language]))
    await chapter(`a finished pair is aligned, mended and taken in (${language})`, () => tellOfPair(people[language]))
  }
  const admin = await house.enter('administrator')
  await chapter('a memory comes in from a file, loses points, and is removed', () => tellOfMemory(admin))
  await chapter('a pair of it is corrected, and another taken out', () => tellOfCorrection(people['zh-CN'], admin))
})

const unitOf = (zh: string, en: string) =>
  `<tu><tuv xml:lang="zh"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`

function memoryFile(name: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const units = [
    unitOf('水闸都检修过了。', 'Sluices are repaired.'),
    unitOf('水闸已停用。', 'The sluice is out of use.'),
  ]
  const tmx = `<tmx version="1.4"><header srclang="zh"/><body>${units.join('')}<tu/></body></tmx>`
  return { name, mimeType: 'text/xml', buffer: Buffer.from(tmx) }
}

const memoryNamed = ({ page }: Colleague, name: string) =>
  page.locator('.memories > li').filter({ has: page.getByRole('heading', { name }) })

async function importMemory(who: Colleague, name: string): Promise<void> {
  await who.goto('/memory')
  await who.page.locator(`input[type=file][aria-label="${who.say('memories.import')}"]`).setInputFiles(memoryFile(name))
  await memoryNamed(who, name).waitFor()
}

async function tellOfMemory(admin: Colleague): Promise<void> {
  const { page, say, given } = admin
  await importMemory(admin, 'old.tmx')
  await page.getByText(say('memories.skipped', { count: 1 })).waitFor()
  await fits(admin)
  const offered = async () => (await given('GET', '/api/memory?text=Sluices')).pairs.length
  assert.equal(await offered(), 1)

  const line = memoryNamed(admin, 'old.tmx')
  await line.getByRole('button', { name: say('memories.settle') }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('memories.penalty')).fill('7')
  await dialog.getByLabel(say('memories.name')).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await line.getByText(say('memories.penaltyOf', { penalty: 7 })).waitFor()
  const download = page.waitForEvent('download')
  await line.getByRole('link', { name: say('memories.export') }).press('Enter')
  assert.equal((await download).suggestedFilename(), 'old.tmx')

  await line.getByRole('button', { name: say('memories.remove') }).press('Enter')
  assert.deepEqual(await axe(page), [])
  await dialog.getByRole('button', { name: say('memories.removeNow') }).press('Enter')
  await line.waitFor({ state: 'detached' })
  assert.equal(await offered(), 0)
}

async function tellOfCorrection(who: Colleague, admin: Colleague): Promise<void> {
  const { page, say, given } = who
  await importMemory(admin, 'sluices.tmx')
  await who.goto('/memory')
  const search = page.getByRole('searchbox')
  await search.fill('水闸')
  await search.press('Enter')
  const pairs = page.locator('.pairs > li')
  await page.getByText(say('matches.found', { count: 2 })).waitFor()
  const correct = (zh: string) => pairs.filter({ hasText: zh }).getByRole('button', { name: say('memories.correct') })
  await correct('检修').press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('memories.english')).fill('All sluices have been repaired.')
  await fits(who)
  await dialog.getByRole('button', { name: say('memories.correctNow') }).press('Enter')
  await pairs.getByText('All sluices have been repaired.').waitFor()
  await correct('停用').press('Enter')
  await dialog.getByRole('button', { name: say('memories.removePair') }).press('Enter')
  await page.getByText(say('matches.found', { count: 1 })).waitFor()
  const held = (await given('GET', `/api/memory?text=${encodeURIComponent('水闸')}`)).pairs
  assert.deepEqual(
    held.map(({ target }: { target: string }) => target),
    ['All sluices have been repaired.'],
  )
}

async function tellOfRepetition(who: Colleague, other: Colleague): Promise<void> {
  const { page, say, language } = who
  const lines = [phrase, '全县修路12公里。', phrase, phrase, phrase, '谢谢大家。']
  const document = await importText(who, `责任方案${language}`, lines)
  const path = `/api/documents/${document}/segments`
  await other.given('PUT', `${path}/b5.s1`, { base: 0, target: ['Counties do their duty.'] })
  await openSegment(who, document, 'b2.s1')
  await activeRowOf(page)
    .getByText(say('repetition.same', { count: 3 }))
    .waitFor()
  await editorOf(page).fill(english)
  await page.keyboard.press('Control+Enter')
  const notice = page.locator('.propagation')
  await notice.getByText(say('repetition.confirmed', { count: 2 })).waitFor()
  await notice.getByRole('button', { name: say('document.goTo', { number: 5 }) }).waitFor()
  await fits(who)
  const targets = async () => {
    const view = await who.document(document)
    return idsOf(view).map((id) => [textOf(view.state.segments[id]?.target), view.state.segments[id]?.state])
  }
  const filled = await targets()
  assert.deepEqual(
    [filled[3], filled[5]],
    [
      [english, 'translated'],
      [english, 'translated'],
    ],
  )
  assert.deepEqual(filled[4], ['Counties do their duty.', 'initial'])
  await inMenu(who, menuLetters.takeBack)
  await notice.waitFor({ state: 'detached' })
  assert.deepEqual((await targets()).slice(2), [
    ['', 'initial'],
    ['', 'initial'],
    ['Counties do their duty.', 'initial'],
    ['', 'initial'],
    ['', 'initial'],
  ])
  // The next document has the same neighbours: what the memory has between them is confirmed at one press.
  const next = await importText(who, `责任方案${language}`, [...lines.slice(0, 2), '结束。'])
  await draft(who, next)
  await who.goto(`/d/${next}`)
  await page.getByRole('button', { name: say('inContext.confirm', { count: 1 }) }).click()
  await page.locator('[id="b2.s1"][data-look=translated]').waitFor()
}

/** A bulletin and its English, of which one sentence is left out and one figure is wrong. */
function finishedPair(who: Colleague): Readonly<Record<'zh' | 'en', string>> {
  const county = { en: ['临溪', 'Linxi'], 'zh-CN': ['柳溪', 'Liuxi'] }[who.language]
  const zh = Array.from({ length: 8 }, (_, at) => `${county[0]}县第${at + 21}乡新修水渠${at * 7 + 31}公里。`)
  const en = zh.map(
    (_, at) => `Township No. ${at + 21} of ${county[1]} County built ${at * 7 + 31} kilometers of canals.`,
  )
  const wrong = en.map((line, at) => (at === 5 ? line.replace('66', '96') : line))
  return { zh: [...zh, '谢谢大家！'].join('\n'), en: wrong.filter((_, at) => at !== 2).join('\n\n') }
}

async function tellOfPair(who: Colleague): Promise<void> {
  const { page, say, language } = who
  const files = finishedPair(who)
  await who.goto('/memory/align')
  const choose = (side: 'zh' | 'en', name: string, text: string) =>
    page
      .locator(`input[type=file][aria-label="${say(`pair.choose.${side}`)}"]`)
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const align = page.getByRole('button', { name: say('pair.align'), exact: true })
  // The file that cannot be read is named; the refusal shows in the browser's console.
  who.expects(/status of 409/)
  await choose('zh', 'wrong.txt', 'No Chinese here.')
  await choose('en', 'b.md', files.en)
  await align.click()
  await page.getByRole('alert').getByText('wrong.txt').waitFor()
  await choose('zh', `${language}.txt`, files.zh)
  await align.click()
  const active = page.locator('.link.now')
  await active.waitFor()
  await page.getByRole('button', { name: say('pair.filter.all') }).click()
  await fits(who)
  const shapes = () =>
    page.locator('.link').evaluateAll((links) => links.map((link) => link.getAttribute('data-shape')))
  const before = await shapes()
  assert.ok(before.includes('1:0'))
  await page.locator('.link', { hasText: '66公里' }).click()
  const evidence = page.getByRole('region', { name: say('pair.evidence.title') })
  const figures = evidence.getByRole('listitem').filter({ hasText: '96 kilometers' })
  assert.match(await figures.innerText(), new RegExp(`${say('pair.evidence.speaksAgainst')}.*66公里`, 's'))
  assert.deepEqual(await axe(page), [])
  await active.focus()
  await page.keyboard.press('j')
  assert.equal((await shapes()).length, before.length - 1)
  await page.keyboard.press('z')
  assert.deepEqual(await shapes(), before)
  await page.getByRole('button', { name: say('pair.intoMemory') }).click()
  const dialog = page.getByRole('dialog')
  assert.deepEqual(await axe(page), [])
  await dialog.locator('button[type=submit]').click()
  await dialog.getByRole('status').waitFor()
  await page.keyboard.press('Escape')
  const { pairs } = await who.given('GET', `/api/memory?text=${encodeURIComponent('乡新修水渠')}`)
  const taken = pairs.filter(({ origin }: { origin: string }) => origin === `${language}.txt + b.md`)
  assert.ok(taken.length >= 4)
  assert.ok(
    taken.every(({ target }: { target: string }) => !target.includes('96')),
    'a figure that differs',
  )
  await page.getByRole('button', { name: say('pair.asDocument') }).click()
  await dialog.getByRole('button', { name: say('pair.document.make') }).click()
  await page.locator('.segment[data-look=draft]').first().waitFor()
}

/** The memory has the pair that was confirmed before, and the sentence a figure. */
async function tellOfCompletion(who: Colleague): Promise<void> {
  const { page, language } = who
  const document = await importText(who, `道路方案${language}`, ['全县修路12公里。', '谢谢大家。'])
  await openSegment(who, document, 'b2.s1')
  const editor = editorOf(page)
  const ghost = activeRowOf(page).locator('.ghost')
  await editor.focus()
  await page.keyboard.type('The county built 1')
  await becomes(() => ghost.textContent(), '2 kilometers')
  await fits(who)
  await page.keyboard.press('Escape')
  await ghost.waitFor({ state: 'detached' })
  await page.keyboard.press('Backspace')
  assert.equal(await ghost.count(), 0)
  // While an input method composes nothing is offered.
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: '1', selectionStart: 1, selectionEnd: 1 })
  assert.equal(await ghost.count(), 0)
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await page.keyboard.type('1')
  await ghost.waitFor()
  await page.keyboard.press('Tab')
  await becomes(() => editor.inputValue(), 'The county built 12 kilometers')
  assert.ok(await editor.evaluate((area) => area === area.ownerDocument.activeElement))
  await page.keyboard.press('Control+z')
  await becomes(() => editor.inputValue(), 'The county built 1')
}
