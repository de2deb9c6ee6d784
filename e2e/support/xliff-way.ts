import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Colleague } from './colleague.ts'
import { openSegment, rowOf, textOf } from './desk.ts'
import { axe, sideways, walk } from './reach.ts'

const fixture = new URL('../../src/formats/xliff/incoming/fixtures/studio.sdlxliff', import.meta.url)
const mimeType = 'application/xliff+xml'

async function isReachable({ page }: Colleague, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  assert.equal(await sideways(page), 0, what)
  assert.deepEqual(await walk(page), [], what)
}

async function bring({ page, goto }: Colleague, name: string, text: string): Promise<void> {
  await goto('/')
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
}

async function exported({ page, say, goto }: Colleague, document: string, way: string): Promise<string> {
  await goto(`/d/${document}/export`)
  await page.getByRole('radio', { name: say(`export.way.${way}.name`) }).check()
  const download = page.waitForEvent('download')
  await page.locator('.export .act a').click()
  return readFile(await (await download).path(), 'utf8')
}

/**
 * An agency's file comes in with its English, which nobody here has confirmed, and goes back in its own shape; ours goes out
 * as XLIFF, is worked on, and comes back as edits. Brought to the wrong door it is told where it belongs.
 */
export async function xliffComesAndGoes(translator: Colleague, reviser: Colleague): Promise<void> {
  const { page, say } = translator
  const agency = readFileSync(fixture, 'utf8')
  await bring(translator, 'agency.sdlxliff', agency)
  await page.getByText(say('notices:english-brought', { count: 1 })).waitFor()
  await isReachable(translator, 'what comes with a file')
  await page.getByRole('button', { name: say('looking.import', { count: 3 }) }).click()
  await page
    .locator('.imported')
    .getByText(say('notices:english-brought', { count: 1 }))
    .waitFor()
  const { documents } = await translator.given('GET', '/api/documents')
  const { id: document } = documents.find(({ filename }: { filename: string }) => filename === 'agency.sdlxliff')

  await openSegment(translator, document, 'b1.s1')
  await page.getByText(say('origin.fileDraft')).waitFor()
  await page.getByText('ApprovedSignOff').waitFor()
  await reviser.goto(`/d/${document}/b1.s1`)
  await rowOf(reviser.page, 'b1.s1').waitFor()
  await isReachable(reviser, 'English that came with a file, on a phone in Chinese')

  const { version: base } = await translator.segment(document, 'b1.s1')
  await translator.given('POST', `/api/documents/${document}/segments/b1.s1/translate`, { base })
  assert.equal(
    await exported(translator, document, 'own-shape'),
    agency.replace('conf="ApprovedSignOff"', 'conf="Translated"'),
  )

  const ours = await exported(translator, document, 'xliff-1.2')
  const back = ours.replace(
    /(<source>群众受益。<\/source>\s*)<target[^>]*>[^<]*/,
    '$1<target state="translated">People gain.',
  )
  translator.expects(/409/)
  await bring(translator, 'back.xlf', back)
  await page.getByRole('link', { name: say('documents.takeItBack') }).click()
  await page.locator('.file-choice input').setInputFiles({ name: 'back.xlf', mimeType, buffer: Buffer.from(back) })
  await page.locator('.returned-file').waitFor()
  const whose = page.locator('.returned-file select')
  if ((await whose.count()) > 0) await whose.first().selectOption({ label: say('returns.mine') })
  await isReachable(translator, 'XLIFF that came back')
  await page.locator('.returned-file .act .button.primary').click()
  await page.locator('.document-top').waitFor()
  assert.equal(textOf((await translator.segment(document, 'b1.s2')).target), 'People gain.')
}
