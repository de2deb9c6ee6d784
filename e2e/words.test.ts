import assert from 'node:assert/strict'
import type { Page } from 'playwright'
import { becomes } from './support/becomes.ts'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, editorOf, openSegment, select } from './support/desk.ts'
import { fits } from './support/fits.ts'
import { story } from './support/house.ts'
import { axe } from './support/reach.ts'
import { languages } from './support/words.ts'

/** What is done with some words of a sentence: a term of them, English forbidden for a term, a comment; and suggestions. */

const rows = [
  '晒谷坪夜话方案,Plan for the Yard Talks',
  '晒谷坪夜话每月举行一次。,The Yard Talks take place once a month.',
  '今年晒谷坪夜话已办三场。,Three Yard Talks have been held this year.',
  '全镇推广晒谷坪夜话。,The town promotes the Yard Talks.',
  '我们坚持办好夜校。,We keep running the night school well.',
  '天气很好。,The weather is fine.',
]

for (const language of languages) {
  story(`words of a sentence become a term, and English is forbidden (${language})`, {}, async (house, chapter) => {
    const terminologist = await house.enter('terminologist', { language })
    const path = '/api/documents?filename=words.csv&columns=zh%3DA%2Cen%3DB'
    const { id: document } = await terminologist.given('POST', path, Buffer.from(rows.join('\n')))
    await chapter('chosen with the pointer in the Chinese', () => chosen(terminologist, document))
    await chapter('chosen by keys alone', () => byKeys(terminologist, document))
  })
}

/** Chooses words in the active row, as a pointer does. */
async function choose(page: Page, place: string, words: string): Promise<void> {
  await activeRowOf(page).locator(place).waitFor()
  await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('.segment.active ${place}'), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(${JSON.stringify(words)})
      if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
    }
  })()`)
}

async function chosen(who: Colleague, document: string): Promise<void> {
  const { page, say } = who
  await openSegment(who, document, 'b2.s1')
  await choose(page, '.source', '晒谷坪夜话')
  const bar = page.locator('.chosen-bar')
  await bar.getByText('晒谷坪夜话').waitFor()
  await bar.getByRole('button', { name: say('chosen.term') }).click()
  const dialog = page.getByRole('dialog')
  await becomes(() => dialog.getByLabel(say('glossary.form.source')).inputValue(), '晒谷坪夜话')
  await dialog
    .getByRole('textbox', { name: say('glossary.form.rendering', { number: 1 }) })
    .first()
    .fill('Yard Talk')
  await dialog.locator('.impact').getByText(/\d/).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(say('chosen.saved', { form: '晒谷坪夜话' })).waitFor()
  await page.getByRole('link', { name: say('impact.see') }).waitFor()
  await fits(who)
  await page
    .locator('.term-of-words')
    .getByRole('button', { name: say('common.close') })
    .click()
  // The sentence knows it: it stands there with a number.
  await activeRowOf(page).locator('.source .term-mark').waitFor()
  // English that is chosen is forbidden for it, and the error stands at once.
  await choose(page, '.reading .target', 'Yard Talks')
  await bar.getByText('Yard Talks').waitFor()
  await bar.getByRole('button', { name: say('chosen.forbid') }).click()
  await dialog.waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  const { terms } = await who.given('GET', '/api/terms')
  const added = terms.find(({ source }: { source: readonly string[] }) => source[0] === '晒谷坪夜话')
  assert.deepEqual(added.renderings[1], { text: 'Yard Talks', status: 'forbidden' })
  await page
    .locator('.term-of-words')
    .getByRole('button', { name: say('common.close') })
    .click()
}

async function byKeys(who: Colleague, document: string): Promise<void> {
  const { page, say } = who
  await openSegment(who, document, 'b5.s1')
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog')
  const chinese = dialog.getByLabel(say('document.chinese'))
  await chinese.focus()
  await page.keyboard.press('Control+Home')
  for (let at = 0; at < '我们坚持办好'.length; at++) await page.keyboard.press('ArrowRight')
  for (let at = 0; at < '夜校'.length; at++) await page.keyboard.press('Shift+ArrowRight')
  await dialog.locator('q').getByText('夜校').waitFor()
  await page.keyboard.press('Control+Enter')
  await becomes(() => dialog.getByLabel(say('glossary.form.source')).inputValue(), '夜校')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

for (const language of languages) {
  story(`comments on words that ask somebody, and suggestions (${language})`, {}, async (house, chapter) => {
    const translator = await house.enter('translator', { language })
    const approver = await house.enter('approver', { language })
    const path = '/api/documents?filename=words.csv&columns=zh%3DA%2Cen%3DB'
    const { id: document } = await translator.given('POST', path, Buffer.from(rows.join('\n')))
    await chapter('a comment on words asks the approver', () => commented(translator, approver, document))
    await chapter('the approver suggests, and the translator takes it at once', () =>
      suggested(translator, approver, document),
    )
  })
}

async function commented(translator: Colleague, approver: Colleague, document: string): Promise<void> {
  const { page, say } = translator
  await openSegment(translator, document, 'b5.s1')
  await select(page, 3, 7)
  const bar = page.locator('.chosen-bar')
  await bar.getByText('keep').waitFor()
  await bar.getByRole('button', { name: say('chosen.comment') }).click()
  const area = page.getByLabel(say('comments.labelOn'))
  await area.waitFor()
  const { people } = await translator.given('GET', `/api/documents/${document}`)
  const asked = people.find(({ roles }: { roles: readonly string[] }) => roles.includes('approver'))
  await area.pressSequentially(`@${asked.name.slice(0, 2)}`)
  await page.getByRole('option', { name: asked.name }).waitFor()
  assert.deepEqual(await axe(page), [])
  await area.pressSequentially(asked.name.slice(2, 3))
  await page.keyboard.press('Enter')
  await becomes(() => area.inputValue(), `@${asked.name} `)
  await area.pressSequentially('keep or carry on?')
  await page.keyboard.press('Control+Enter')
  const line = page.locator('.comments li')
  await line.getByText(say('comments.asks', { names: asked.name })).waitFor()
  await openSegment(approver, document, 'b5.s1')
  const filter = approver.page.getByRole('button', { name: new RegExp(`^${approver.say('filter.mentioned')}`) })
  await filter.waitFor()
  // The words go, and the comment says so.
  await editorOf(page).fill('We run the night school well.')
  await line.getByText(say('comments.wordsGone')).waitFor()
  // What is suggested next is for this text: it has been saved by then.
  await becomes(async () => (await translator.segment(document, 'b5.s1')).target, ['We run the night school well.'])
  await fits(translator)
}

async function suggested(translator: Colleague, approver: Colleague, document: string): Promise<void> {
  const { page, say } = approver
  await openSegment(approver, document, 'b5.s1')
  await activeRowOf(page).getByText('We run the night school well.').waitFor()
  await activeRowOf(page)
    .getByRole('button', { name: say('command.suggest') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('suggestion.english')).fill('We run the night school with care.')
  await dialog.getByLabel(say('suggestion.why')).fill('Closer to the Chinese.')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.suggestion').getByText(say('suggestion.byYou')).waitFor()
  await fits(approver)
  const taken = translator.page.locator('.suggestion')
  await taken.getByText('Closer to the Chinese.').waitFor()
  await editorOf(translator.page).focus()
  await translator.page.keyboard.press('Control+Shift+Enter')
  await taken.waitFor({ state: 'detached' })
  await becomes(() => editorOf(translator.page).inputValue(), 'We run the night school with care.')
  const { authors } = await translator.segment(document, 'b5.s1')
  assert.equal(authors.length, 2)
  await page.locator('.suggestion').waitFor({ state: 'detached' })
}
