import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, textFile } from '../fixtures/office.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { lookAtDocument } from './look.ts'

const spring = '水网建设方案\n\n今天开工。明天验收。后天通水。\n'

test('a look says what would be read, and nothing is kept', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const page = '<!DOCTYPE html><h1>水网</h1><p>今天<b>开工</b>。明天。</p><nav>首页</nav>'
  const { content, refusal, table } = given(await lookAtDocument(workspace, translator, textFile(page, 'a.html')))
  assert.deepEqual([refusal, table, content?.format, content?.title], [null, null, 'html', '水网'])
  assert.deepEqual([content?.segments, content?.codes, content?.kinds], [3, 2, { heading: 1, paragraph: 1 }])
  assert.deepEqual([content?.twin, content?.like, content?.more], [null, null, 0])
  assert.equal((await workspace.outlines.all()).length, 0)
  const pdf = textFile('%PDF-1.7', 'a.docx')
  assert.equal(codeOf(await lookAtDocument(workspace, translator, pdf)), 'file-pdf')
})

test('the same file and a likely new version are recognised', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const { id, title } = given(await importDocument(workspace, translator, textFile(spring)))
  const same = given(await lookAtDocument(workspace, translator, textFile(spring, 'copy.txt')))
  assert.deepEqual([same.content?.twin, same.content?.like], [{ id, title }, null])
  const autumn = given(await lookAtDocument(workspace, translator, textFile(spring.replace('后天', '大后天'))))
  assert.deepEqual([autumn.content?.twin, autumn.content?.like], [null, { id, title, same: 3 }])
})

test('the chosen columns of a table are read, kept, and written back', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const file = textFile('甲,今天开工。\n乙,明天验收。\n', 'a.csv')
  const guessed = given(await lookAtDocument(workspace, translator, file))
  assert.deepEqual(guessed.table?.table, { headings: 0, zh: 'B' })
  const table = { headings: 0, zh: 'A', en: 'C' }
  const chosen = given(await lookAtDocument(workspace, translator, { ...file, table }))
  assert.deepEqual(
    chosen.content?.blocks.map(({ text }) => text),
    [['甲'], ['乙']],
  )
  const none = given(await lookAtDocument(workspace, translator, { ...file, table: { headings: 0, zh: 'D' } }))
  assert.deepEqual([none.content, none.refusal?.code, none.table?.count], [null, 'file-empty', 0])
  const { id } = given(await importDocument(workspace, translator, { ...file, table }))
  const out = given(await exportDocument(workspace, translator, { document: id, format: 'csv' }))
  assert.match(
    new TextDecoder().decode(out.content),
    /^甲,今天开工。,,DRAFT, NOT SIGNED.*\n乙,明天验收。\n$|^甲,今天开工。,,"DRAFT/,
  )
  // Another column of the same file is another document.
  given(await importDocument(workspace, translator, file))
})
