import assert from 'node:assert/strict'
import { after } from 'node:test'
import { asking, type ChatLoopback, startChatLoopback } from '../src/engines/loopback/chat.ts'
import { activeAt, idsOf } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways } from './support/reach.ts'
import { languages } from './support/words.ts'

const pairs = [
  ['村里修了三条路，又建了一座桥。', 'The village built three roads.'],
  ['河水变清了。', 'The river has run clean.'],
] as const
/** What the scripted model finds: a clause left out, and a word that it would say otherwise. */
const find = asking(({ source }) =>
  source.startsWith('村里')
    ? [
        { source: '又建了一座桥', target: '', category: 'omission', severity: 'major' },
        { source: '修了', target: 'built', category: 'style', severity: 'minor' },
        { source: '水库', target: 'built', category: 'addition', severity: 'critical' },
      ]
    : [],
)

const models: ChatLoopback[] = []
after(async () => {
  for (const model of models) await model.stop()
})

for (const language of languages) {
  story(`questions of a language model, asked and settled (${language})`, {}, async (house) => {
    const loopback = await startChatLoopback({ write: find })
    models.push(loopback)
    const administrator = await house.enter('administrator', { language })
    await administrator.given('PUT', '/api/settings/engine', { openai: loopback.settings })
    await administrator.page.goto('/engines')
    const office = administrator.page.getByRole('region', { name: administrator.say('engines.questions.title') })
    await office.getByRole('checkbox').check()
    await office.getByRole('button', { name: administrator.say('settings.save') }).click()
    await office.getByRole('checkbox', { checked: true }).waitFor()
    await administrator.page.getByText(administrator.say('engines.consent.missing')).waitFor({ state: 'detached' })
    assert.deepEqual(await axe(administrator.page), [])

    if (process.env.DUIZHAO_PICTURES) {
      await administrator.page.screenshot({
        path: `${process.env.DUIZHAO_PICTURES}/engines-${language}.png`,
        fullPage: true,
      })
    }
    const translator = await house.enter('translator', { language })
    const { page, say } = translator
    const file = Buffer.from(['石桥镇的一年', ...pairs.map(([zh]) => zh)].join('\n'))
    const { id } = await translator.given('POST', `/api/documents?filename=asked-${language}.txt`, file)
    const [, first = '', second = ''] = idsOf(await translator.document(id))
    for (const [at, segment] of [first, second].entries()) {
      const base = (await translator.segment(id, segment)).version
      const target = [pairs[at]?.[1]]
      await translator.given('PUT', `/api/documents/${id}/segments/${segment}`, { base, target })
    }
    await page.goto(`/d/${id}/${first}`)
    await activeAt(page, first)
    await page.getByRole('tab', { name: new RegExp(`^${say('panel.findings')}`) }).click()
    const section = page.getByRole('region', { name: say('questions.title') })
    await section.getByText(say('questions.stays')).waitFor()
    await section.getByRole('button', { name: say('questions.askAll', { count: 2 }) }).click()
    // What stands nowhere in the texts is not shown.
    await section.getByText('又建了一座桥').waitFor()
    assert.equal(await section.getByRole('listitem').count(), 2)
    await section.getByText(say('questions.allAsked', { count: 2 })).waitFor()
    assert.deepEqual(await axe(page), [])

    await section
      .getByRole('button', { name: say('questions.accept') })
      .first()
      .click()
    await section.locator('li.waived').waitFor()
    const { comments } = await translator.segment(id, first)
    assert.deepEqual([comments[0]?.on?.words, comments[0]?.blocking], ['又建了一座桥', undefined])
    await section.getByRole('button', { name: say('questions.dismiss') }).click()
    // What has become a comment is the comment's; what was no error can be taken back, by keys alone.
    const takeBack = section.getByRole('button', { name: say('questions.takeBack') })
    await takeBack.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await section
      .getByRole('button', { name: say('questions.accept') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await takeBack.and(page.locator(':focus')).waitFor()
    if (process.env.DUIZHAO_PICTURES) {
      await page.screenshot({ path: `${process.env.DUIZHAO_PICTURES}/questions-${language}-1440.png` })
    }

    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.panel.folded > summary').click()
    await section.getByText(say('questions.title')).waitFor()
    assert.deepEqual(await axe(page), [])
    assert.equal(await sideways(page), 0)
    if (process.env.DUIZHAO_PICTURES) {
      await section.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${process.env.DUIZHAO_PICTURES}/questions-${language}-390.png`, fullPage: false })
    }
  })
}
