import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, run, wordFile } from '../../formats/docx/fixtures/build.ts'
import { filesOf, textsOf } from '../../formats/docx/fixtures/independent.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, textFile } from '../fixtures/office.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { changeSegment } from './segments.ts'

const body = [
  paragraph(run('云汀市水网建设方案', '<w:b/>')),
  paragraph(run('全年投入四亿元。') + run('新建', '<w:b/>') + run('渠道七十公里。')),
].join('')

test('a Word file goes out in its own shape, with the English there is, and says that it is a draft', async () => {
  const doors = createMemoryDoors()
  const { workspace, translator } = await openOffice(doors)
  const bytes = await wordFile({ body })
  const { id: document } = given(await importDocument(workspace, translator, { filename: '方案.docx', bytes }))
  const out = async () => given(await exportDocument(workspace, translator, { document, format: 'docx' }))
  const texts = async () => textsOf((await filesOf((await out()).content)).get('word/document.xml') ?? new Uint8Array())
  assert.deepEqual(await texts(), ['云汀市水网建设方案', '全年投入四亿元。新建渠道七十公里。'])

  const send = (segment: string, target: readonly string[]) =>
    changeSegment(workspace, translator, { document, command: { type: 'edit', segment, base: 0, target } })
  given(await send('b1.s1', ['Water Network Plan']))
  given(await send('b2.s1', ['The year saw 400 million yuan invested.']))
  // Its code is lost: that sentence stays in Chinese.
  given(await send('b2.s2', ['Seventy kilometres were built.']))
  assert.deepEqual(await texts(), ['WaterNetworkPlan', 'Theyearsaw400millionyuaninvested.新建渠道七十公里。'])

  const { filename, mediaType, content } = await out()
  assert.deepEqual([filename, mediaType.includes('wordprocessingml')], [`${document}.en.docx`, true])
  const header = new TextDecoder().decode((await filesOf(content)).get('word/duizhao-draft-header.xml'))
  assert.match(header, /DRAFT, NOT SIGNED · 3 of 3 sentences not revised/)
  assert.equal(codeOf(await exportDocument(workspace, translator, { document, format: 'text' })), 'bad-request')
})

test('a file that was not kept is missed in words; one of any format is kept', async () => {
  const doors = createMemoryDoors()
  const keeping = await openOffice(doors)
  const { workspace, translator } = keeping
  const bytes = await wordFile({ body })
  const { id: document } = given(await importDocument(workspace, translator, { filename: 'a.docx', bytes }))
  const forgetful = { ...workspace, world: { ...workspace.world, originals: createMemoryDoors().originals } }
  assert.equal(codeOf(await exportDocument(forgetful, translator, { document, format: 'docx' })), 'original-missing')
  const text = textFile('全年投入四亿元。', 'a.md')
  given(await importDocument(workspace, translator, text))
  assert.deepEqual(await doors.originals.read(doors.digestBytes(text.bytes)), text.bytes)
})
