import assert from 'node:assert/strict'
import { menuLetters } from '../review-ui/keys/keys.ts'
import type { Colleague } from './support/colleague.ts'
import { activeRowOf, draft, editorOf, idsOf, openSegment, textOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'
import { type Language, languages } from './support/words.ts'

const phrase = '各县人民政府要落实主体责任。'
const english = 'County governments shall fulfill their principal responsibilities.'

async function importText(colleague: Colleague, name: string, lines: readonly string[]): Promise<string> {
  const file = Buffer.from([name, ...lines].join('\n'))
  return (await colleague.given('POST', `/api/documents?filename=${name}.txt`, file)).id
}

/** Nothing found by axe and nothing that scrolls sideways, on a desk and on a phone. */
async function fits({ page }: Colleague): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    assert.equal(await sideways(page), 0)
    assert.deepEqual(await axe(page), [])
  }
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
  }
})

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
