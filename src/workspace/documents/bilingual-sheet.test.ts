import assert from 'node:assert/strict'
import { test } from 'node:test'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { listDocuments } from './document-list.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { lookAtDocument } from './look.ts'
import { compareVersion, replaceSource } from './new-version.ts'
import { changeSegment } from './segments.ts'

const table =
  '编号,中文,英文\r\n1,今天开工。明天完工。,"Work starts today. It ends tomorrow."\r\n2,茶园,\'Tea garden \r\n' +
  '3,石桥,\r\n4,水质改善。水量增加。,\r\n'

async function officeWithSheet() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const file = textFile(table, 'list.csv')
  const looked = given(await lookAtDocument(workspace, translator, file))
  const imported = given(await importDocument(workspace, translator, file))
  const { id: document } = imported
  const send = async (person: typeof translator, command: Parameters<typeof changeSegment>[2]['command']) =>
    changeSegment(workspace, person, { document, command })
  /** The file that goes out, its heading apart, which says that nobody has signed it. */
  const rowsOut = async () => {
    const { content } = given(await exportDocument(workspace, translator, { document, format: 'csv' }))
    const [heading = '', ...rows] = new TextDecoder().decode(content).split('\r\n')
    assert.match(heading, /^编号,中文,"?英文 \(/)
    return rows
  }
  return { ...office, file, looked, imported, document, send, rowsOut }
}

const rowsIn = table.split('\r\n').slice(1)

test('English in a sheet is a draft of nobody here, a cell a segment, and the look says how much there is', async () => {
  const { workspace, translator, reviser, looked, imported, document, send } = await officeWithSheet()
  for (const notices of [looked.content?.notices ?? [], imported.notices]) {
    assert.deepEqual(
      notices.slice(-2).map(({ code, params }) => [code, params.count]),
      [
        ['english-brought', '2'],
        ['cells-whole', '1'],
      ],
    )
  }
  const { document: made, segments } = await stateOf(workspace, document)
  assert.deepEqual(
    segmentsOf(made).map(({ id, source }) => [id, plain(source), plain(segments.get(id)?.target ?? [])]),
    [
      ['b1.s1', '今天开工。明天完工。', 'Work starts today. It ends tomorrow.'],
      ['b2.s1', '茶园', "'Tea garden"],
      ['b3.s1', '石桥', ''],
      ['b4.s1', '水质改善。', ''],
      ['b4.s2', '水量增加。', ''],
    ],
  )
  const first = await segmentOf(workspace, document, 'b1.s1')
  assert.deepEqual([first.state, first.authors], ['initial', []])
  assert.deepEqual(first.draft?.origin, { type: 'file', filename: 'list.csv', state: '' })
  assert.equal(codeOf(await send(reviser, { type: 'revise', segment: 'b1.s1', base: 1 })), 'segment-not-translated')
  const { documents } = given(await listDocuments(workspace, translator))
  assert.deepEqual(documents.find(({ id }) => id === document)?.drafts, { memory: 0, machine: 0, file: 2 })
})

test('rows go out as they came until somebody writes another English; one that is confirmed as it was too', async () => {
  const { translator, send, rowsOut } = await officeWithSheet()
  assert.deepEqual(await rowsOut(), rowsIn)
  given(await send(translator, { type: 'translate', segment: 'b2.s1', base: 1 }))
  assert.deepEqual(await rowsOut(), rowsIn)
  given(await send(translator, { type: 'translate', segment: 'b3.s1', base: 0, target: ['Stone bridge'] }))
  given(await send(translator, { type: 'edit', segment: 'b1.s1', base: 1, target: ['Today work starts.'] }))
  const changed = ['1,今天开工。明天完工。,"Today work starts."', rowsIn[1], '3,石桥,Stone bridge', ...rowsIn.slice(3)]
  assert.deepEqual(await rowsOut(), changed)
})

test('a cell that was split here has its English until every part has some, and then theirs', async () => {
  const { workspace, translator, document, send, rowsOut } = await officeWithSheet()
  given(await send(translator, { type: 'split', segment: 'b1.s1', base: 1, at: 5 }))
  const halves = segmentsOf((await stateOf(workspace, document)).document).slice(0, 2)
  assert.deepEqual(
    halves.map(({ source }) => plain(source)),
    ['今天开工。', '明天完工。'],
  )
  const write = async (at: number, target: readonly string[]) => {
    const { id } = halves[at] ?? { id: '' }
    const { version: base } = await segmentOf(workspace, document, id)
    given(await send(translator, { type: 'edit', segment: id, base, target }))
  }
  await write(1, [])
  await write(0, ['Work begins.'])
  assert.deepEqual(await rowsOut(), rowsIn)
  await write(1, ['It ends tomorrow.'])
  assert.deepEqual(await rowsOut(), ['1,今天开工。明天完工。,"Work begins. It ends tomorrow."', ...rowsIn.slice(1)])
})

test('a later table over the first leaves what people here divided and wrote, and brings English for new rows alone', async () => {
  const { workspace, translator, document, send } = await officeWithSheet()
  given(await send(translator, { type: 'translate', segment: 'b4.s1', base: 0, target: ['Cleaner water.'] }))
  const later = textFile(
    `${table.replace('水量增加。,', '水量增加。,Better water.')}5,新村,New village\r\n`,
    'later.csv',
  )
  const { sequence, counts } = given(await compareVersion(workspace, translator, { document, file: later }))
  assert.deepEqual([counts.new, counts.unchanged, counts.removed], [1, 5, 0])
  given(await replaceSource(workspace, translator, { document, file: later, sequence }))
  const { document: made, segments } = await stateOf(workspace, document)
  assert.deepEqual(
    segmentsOf(made).map(({ id, source }) => [plain(source), plain(segments.get(id)?.target ?? [])]),
    [
      ['今天开工。明天完工。', 'Work starts today. It ends tomorrow.'],
      ['茶园', "'Tea garden"],
      ['石桥', ''],
      ['水质改善。', 'Cleaner water.'],
      ['水量增加。', ''],
      ['新村', 'New village'],
    ],
  )
})
