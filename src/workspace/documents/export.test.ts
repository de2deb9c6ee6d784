import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docxFormat } from '../../formats/docx/docx.ts'
import { filesOf } from '../../formats/docx/fixtures/independent.ts'
import { formats } from '../../formats/registry.ts'
import { plain } from '../../model/inline.ts'
import { namesOf } from '../../model/names.ts'
import { isRefusal } from '../../model/refusal.ts'
import { isApart } from '../../ports/format.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { given, openOffice, textFile } from '../fixtures/office.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { addComment, changeSegment } from './segments.ts'

const readingCopies = [
  'review-table',
  'bilingual',
  'bilingual-columns',
  'english-text',
  'english-markdown',
  'english-html',
]
const notice = 'DRAFT, NOT SIGNED · 3 of 3 sentences not revised'

test('what people read of a document that is not signed says so, in a file of its own name', async () => {
  const { workspace, translator, reviser } = await openOffice(createMemoryDoors())
  const text = '云汀市水网建设方案\n\n全年投入四亿元。新建渠道七十公里。'
  const { id: document } = given(await importDocument(workspace, translator, textFile(text, '方案.txt')))
  const edit = { type: 'edit', segment: 'b2.s1', base: 0, target: ['The year saw 400 million yuan invested.'] } as const
  given(await changeSegment(workspace, translator, { document, command: edit }))
  given(await addComment(workspace, reviser, { document, segment: 'b2.s1', text: '数字待核' }))
  const out = async (format: string) => given(await exportDocument(workspace, translator, { document, format }))

  // A page for a reviewer outside goes out in the name of somebody.
  const alone = namesOf(formats.exports).filter((format) => !isApart(format))
  const names = await Promise.all(alone.map(async (format) => (await out(format)).filename))
  assert.equal(new Set(names).size, names.length)
  for (const format of readingCopies) {
    const { filename, content } = await out(format)
    const written = filename.endsWith('.docx')
      ? new TextDecoder().decode((await filesOf(content)).get('word/header.xml'))
      : new TextDecoder().decode(content)
    assert.ok(written.includes(notice), format)
  }

  const table = (await out('review-table')).content
  const read = await docxFormat.read(table, { filename: 'a.docx', language: 'any' })
  assert.ok(!isRefusal(read))
  const texts = read.blocks.map((block) => plain(block.text))
  const { state } = await workspace.document(document).read()
  for (const words of [
    `${state?.sequence}，校验值${state?.head.slice(0, 12)}，共3句`,
    '全年投入四亿元。',
    'The year saw 400 million yuan invested.',
    'not confirmed',
  ]) {
    assert.ok(
      texts.some((text) => text.includes(words)),
      words,
    )
  }
  const comments = new TextDecoder().decode((await filesOf(table)).get('word/comments.xml'))
  assert.match(comments, /w:author="[^"]+"[^>]*>.*数字待核/)
})
