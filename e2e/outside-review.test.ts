import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import english from '../locales/en/review-page.json' with { type: 'json' }
import chinese from '../locales/zh-CN/review-page.json' with { type: 'json' }
import type { Colleague } from './support/colleague.ts'
import { editorOf, idsOf, openSegment, textOf } from './support/desk.ts'
import { type House, story } from './support/house.ts'
import { axe, sideways, walk } from './support/reach.ts'

const sentences = ['云溪县修好水渠七十公里。', '建成水坝。', '坚持节水优先。']
const first = ['The canals were mended.', 'A dam was built.', 'Saving water is first.']

async function fits(page: Page, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  assert.equal(await sideways(page), 0, what)
  assert.deepEqual(await walk(page), [], what)
}

/** A download of a page, kept in a folder under a name. */
async function kept(page: Page, path: string, act: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download')
  await act()
  await copyFile(await (await download).path(), path)
  return path
}

/** Someone with a browser and a file, and nothing of the office. */
async function outsider(house: House, path: string, options: Parameters<House['visitor']>[0] = {}): Promise<Page> {
  const reviewer = await house.visitor(options)
  reviewer.expects(/asked for file:/)
  await reviewer.goto(pathToFileURL(path).href)
  return reviewer.page
}

async function begin({ given }: Colleague): Promise<string> {
  const { id } = await given(
    'POST',
    '/api/documents?filename=shuiqu.txt',
    new TextEncoder().encode(sentences.join('\n')),
  )
  const segments = idsOf(await given('GET', `/api/documents/${id}`))
  for (const [place, segment] of segments.entries()) {
    await given('PUT', `/api/documents/${id}/segments/${segment}`, { base: 0, target: [first[place]] })
  }
  return id
}

story(
  'a file goes to a reviewer without an account, who works on it by keyboard, twice; it comes back as their suggestions',
  { sample: true },
  async (house) => {
    const folder = await mkdtemp(join(tmpdir(), 'duizhao-outside-'))
    try {
      const [translator, approver] = await Promise.all([
        house.enter('translator'),
        house.enter('approver', { language: 'zh-CN', viewport: { width: 390, height: 844 } }),
      ])
      const { page, say } = translator
      const document = await begin(translator)
      const [one = '', two = '', three = ''] = idsOf(await translator.document(document))

      await translator.goto(`/d/${document}/export`)
      await page.getByLabel(say('export.outside.name')).fill('Qiao <b>Ning</b>')
      await page.keyboard.press('Enter')
      const file = page.getByRole('link', { name: say('export.outside.file', { name: 'Qiao <b>Ning</b>' }) })
      await file.waitFor()
      await fits(page, 'the ways out, with a file for a reviewer')
      const sent = await kept(page, join(folder, 'sent.html'), () => file.click())

      // By keyboard alone: other English, a comment, and the file saved.
      const desk = await outsider(house, sent)
      await desk.getByText(english.nothing).waitFor()
      await desk.getByRole('button', { name: `${english.suggest}: 1` }).focus()
      await desk.keyboard.press('Enter')
      await desk.keyboard.press('Control+A')
      await desk.keyboard.type('Seventy kilometres of canals were mended. </script><img src=x>')
      // The words that are selected begin the comment.
      await desk.locator('#sentences .en').first().selectText()
      await desk.getByRole('button', { name: `${english.comment}: 1` }).focus()
      await desk.keyboard.press('Enter')
      await desk.keyboard.type('Which county?')
      await desk.getByText(`1 suggested, 1 commented · ${english.unsaved}`).waitFor()
      await fits(desk, 'the file, written in')
      const saved = await kept(desk, join(folder, 'saved.html'), () => desk.keyboard.press('Control+S'))
      await desk.getByText(`1 suggested, 1 commented · ${english.saved}`).waitFor()

      // On another day, on a phone, in Chinese: what was written is in the file.
      const phone = await outsider(house, saved, { language: 'zh-CN', viewport: { width: 390, height: 844 } })
      assert.match(
        await phone.getByRole('textbox', { name: chinese.english.replace('{{number}}', '1') }).inputValue(),
        /^Seventy .*<img src=x>$/,
      )
      await phone.getByRole('button', { name: `${chinese.suggest}: 2` }).click()
      await phone.getByRole('textbox', { name: chinese.english.replace('{{number}}', '2') }).fill('The dam was built.')
      await phone.getByRole('button', { name: `${chinese.suggest}: 3` }).click()
      await phone.getByRole('textbox', { name: chinese.english.replace('{{number}}', '3') }).fill('Saving comes first.')
      await phone
        .getByRole('button', { name: `${chinese.clear}: ${chinese.english.replace('{{number}}', '3')}` })
        .click()
      await phone.getByRole('button', { name: chinese.only }).click()
      assert.deepEqual(await phone.locator('#sentences > li:visible .number').allTextContents(), ['1', '2'])
      await fits(phone, 'the file on a phone')
      const back = await kept(phone, join(folder, 'back.html'), () =>
        phone.getByRole('button', { name: chinese.save }).click(),
      )

      // Somebody changed a sentence meanwhile. An approver, who may not edit, brings the file back.
      const { version } = await translator.segment(document, two)
      await translator.given('PUT', `/api/documents/${document}/segments/${two}`, {
        base: version,
        target: ['A dam was completed.'],
      })
      await approver.goto(`/d/${document}/returns`)
      await approver.page.locator('.file-choice input').setInputFiles(back)
      await approver.page.getByText(approver.say('returns.outside', { name: 'Qiao <b>Ning</b>' })).waitFor()
      await fits(approver.page, 'what a reviewer outside wrote, on a phone')
      await approver.page.getByRole('button', { name: approver.say('returns.takeOutside_other', { count: 2 }) }).click()
      await approver.page.locator('.document-top').waitFor()

      // Each is a suggestion of the reviewer; the one for English that is no more says so.
      await openSegment(translator, document, two)
      const suggestion = page.locator('.suggestion')
      await suggestion.getByText(say('suggestion.by', { name: 'Qiao <b>Ning</b>' })).waitFor()
      await suggestion.getByText(say('suggestion.stale')).waitFor()
      await openSegment(translator, document, one)
      await suggestion.getByText('</script><img src=x>').waitFor()
      await page.getByRole('tab', { name: say('panel.comments') }).click()
      await page.getByText('Qiao <b>Ning</b>: “The canals were mended.” Which county?').waitFor()
      await fits(page, 'a suggestion from outside')
      await suggestion.getByRole('button', { name: say('suggestion.take') }).click()
      await suggestion.waitFor({ state: 'detached' })
      assert.match(await editorOf(page).inputValue(), /^Seventy kilometres/)
      const segment = await translator.segment(document, one)
      assert.equal(segment.authors.length, 2)
      assert.equal(textOf((await translator.segment(document, three)).target), first[2])
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)
