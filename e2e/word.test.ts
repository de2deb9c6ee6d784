import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { docxFormat } from '../src/formats/docx/docx.ts'
import { paragraph, run, wordFile } from '../src/formats/docx/fixtures/build.ts'
import { withParts } from '../src/formats/review-table/fixtures/edit.ts'
import { plain } from '../src/model/inline.ts'
import { isRefusal } from '../src/model/refusal.ts'
import type { Colleague } from './support/colleague.ts'
import { editorOf, openSegment, savedAs } from './support/desk.ts'
import { story } from './support/house.ts'
import { axe, sideways, walk } from './support/reach.ts'
import { xliffComesAndGoes } from './support/xliff-way.ts'

const body = [
  paragraph(run('云溪县水网方案', '<w:b/>'), '<w:outlineLvl w:val="0"/>'),
  paragraph(run('全年') + run('新建', '<w:b/>') + run('渠道70公里。')),
  paragraph(run('总投资46亿元。')),
  paragraph(run('坚持节水优先。')),
].join('')
const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Chooses a way out and presses the one button: the bytes of the file that comes. */
async function exported({ page, say }: Colleague, way: string): Promise<Uint8Array> {
  await page.getByRole('radio', { name: say(`export.way.${way}.name`) }).check()
  const download = page.waitForEvent('download')
  await page.locator('.export .act a').click()
  return new Uint8Array(await readFile(await (await download).path()))
}

async function isReachable({ page }: Colleague, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  assert.equal(await sideways(page), 0, what)
  assert.deepEqual(await walk(page), [], what)
}

/** Gives the page the file, and waits for what it says of it. */
async function bringBack({ page, goto }: Colleague, document: string, buffer: Buffer): Promise<void> {
  await goto(`/d/${document}/returns`)
  await page.locator('.file-choice input').setInputFiles({ name: '审阅表（顾然改）.docx', mimeType, buffer })
  await page.locator('.returned-file').waitFor()
}

/** The table as somebody gave it back: tracked and untracked edits, a slip, a lost row, a comment in its column. */
function edited(table: Uint8Array): Promise<Uint8Array> {
  const tracked = (sort: 'ins' | 'del', words: string) =>
    `<w:${sort} w:id="9" w:author="顾然" w:date="2026-10-18T08:00:00Z"><w:r><w:${sort === 'del' ? 'delText' : 't'}>${words}</w:${sort === 'del' ? 'delText' : 't'}></w:r></w:${sort}>`
  return withParts(table, {
    'word/document.xml': (xml) =>
      xml
        .replace(
          /<w:r>(?:(?!<w:r>)[\s\S])*?Saving comes first\.<\/w:t><\/w:r>/,
          tracked('del', 'Saving comes first.') + tracked('ins', 'Water saving comes first.'),
        )
        .replace('is 4.6 billion yuan', 'is 46 billion yuan')
        .replace(/<w:tr>(?:(?!<w:tr>)[\s\S])*?\[\[dz-row\|b1\.s1\|[\s\S]*?<\/w:tr>/, ''),
  })
}

story(
  'a Word file is translated with its codes, goes out again, and its review table comes back',
  {},
  async (house, chapter) => {
    const [translator, reviser] = await Promise.all([
      house.enter('translator'),
      house.enter('reviser', { language: 'zh-CN', viewport: { width: 390, height: 844 }, colorScheme: 'dark' }),
    ])
    const { page, say } = translator
    const bytes = Buffer.from(await wordFile({ body }))
    await page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({ name: 'shuiwang.docx', mimeType, buffer: bytes })
    await page.getByRole('button', { name: say('looking.import', { count: 4 }) }).click()
    await page.locator('.imported').getByRole('link', { name: '云溪县水网方案' }).waitFor()
    const { documents } = await translator.given('GET', '/api/documents')
    const { id: document } = documents.find(({ title }: { title: string }) => title === '云溪县水网方案')

    // English with the code of the file, put in by key.
    await openSegment(translator, document, 'b2.s1')
    await editorOf(page).focus()
    await page.keyboard.type('The year saw 70 km of canals ')
    await page.keyboard.press('F9')
    await page.keyboard.type('built')
    await page.keyboard.press('F9')
    await page.keyboard.type('.')
    await savedAs(translator, document, 'b2.s1', 'The year saw 70 km of canals built.')
    for (const [segment, target] of [
      ['b1.s1', 'Water Network Plan of Yunxi County'],
      ['b3.s1', 'Total investment is 4.6 billion yuan.'],
      ['b4.s1', 'Saving comes first.'],
    ] as const) {
      await translator.given('PUT', `/api/documents/${document}/segments/${segment}`, { base: 0, target: [target] })
    }

    // Out again in its own shape: a draft, which says so, with the bold where it was put.
    await page.locator('.document-top .tools .menu summary').last().click()
    await page.getByRole('link', { name: say('export.link') }).click()
    await page.getByRole('heading', { name: say('export.title'), level: 1 }).waitFor()
    await isReachable(translator, 'the ways out')
    const english = await docxFormat.read(await exported(translator, 'own-shape'), {
      filename: 'a.docx',
      language: 'any',
    })
    assert.ok(!isRefusal(english))
    const [, built] = english.blocks
    assert.equal(plain(built?.text ?? []), 'The year saw 70 km of canals built.')
    assert.deepEqual(
      built?.text.flatMap((part) => (typeof part === 'string' ? [] : [`${part.type} ${part.kind}`])),
      ['open bold', 'close bold'],
    )
    assert.ok(english.blocks.some(({ text }) => plain(text).startsWith('DRAFT, NOT SIGNED')))

    // The English alone is a page that everyone can read.
    const reading = await translator.context.newPage()
    await reading.setContent(new TextDecoder().decode(await exported(translator, 'english-html')))
    assert.deepEqual(await axe(reading), [])
    await reading.close()

    // The review table comes back: whose edits, what they bring, what is damaged; then one button.
    const table = Buffer.from(await edited(await exported(translator, 'review-table')))
    await bringBack(translator, document, table)
    const take = page.locator('.returned-file .act .button.primary')
    assert.equal(await take.isDisabled(), true)
    await page.getByLabel(say('returns.inFile', { name: '顾然' })).selectOption({ label: say('returns.mine') })
    await page.getByText(say('returns.damage.missing', { number: 1 })).waitFor()
    assert.equal(await page.getByLabel(say('returns.takeOne', { number: 3 })).isChecked(), false)
    await isReachable(translator, 'what came back')
    assert.equal(await take.textContent(), say('returns.take_one', { count: 1 }))

    await bringBack(reviser, document, table)
    await isReachable(reviser, 'what came back, on a phone in Chinese')
    await reviser.goto(`/d/${document}/export`)
    await reviser.page.getByRole('radio').first().waitFor()
    await isReachable(reviser, 'the ways out, on a phone in Chinese')

    await take.click()
    await page.locator('.document-top').waitFor()
    const { state } = await translator.document(document)
    assert.deepEqual(
      ['b1.s1', 'b3.s1', 'b4.s1'].map((id) => plain(state.segments[id]?.target ?? [])),
      ['Water Network Plan of Yunxi County', 'Total investment is 4.6 billion yuan.', 'Water saving comes first.'],
    )
    await chapter('XLIFF comes in and goes back, and ours goes out and comes back', () =>
      xliffComesAndGoes(translator, reviser),
    )
  },
)
