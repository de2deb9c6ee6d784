import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, run, wordFile } from '../../formats/docx/fixtures/build.ts'
import { cellsOf, rowOf, rowsOf, withParts } from '../../formats/review-table/fixtures/edit.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf } from '../fixtures/office.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { lookAtReturns, takeReturns } from './returned-edits.ts'
import { changeSegment } from './segments.ts'

const body = [
  paragraph(run('云汀市水网建设方案', '<w:b/>')),
  paragraph(run('总投资46亿元。') + run('新建', '<w:b/>') + run('渠道七十公里。')),
  paragraph(run('坚持节水优先。')),
  paragraph(run('各县要压实责任。')),
].join('')

async function tableOut() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const bytes = await wordFile({ body })
  const { id: document } = given(await importDocument(workspace, translator, { filename: '方案.docx', bytes }))
  const english = async (segment: string, ...target: readonly string[]) => {
    const { version: base, source } = await segmentOf(workspace, document, segment)
    const codes = source.filter((part) => typeof part !== 'string')
    const command = { type: 'edit', segment, base, target: [...codes, ...target] } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  await english('b1.s1', 'Water Network Plan')
  await english('b2.s1', 'Total investment is 4.6 billion yuan.')
  await english('b2.s2', 'Seventy kilometres of canals were built.')
  await english('b3.s1', 'Saving comes first.')
  const { content } = given(await exportDocument(workspace, translator, { document, format: 'review-table' }))
  const back = async (change: (xml: string) => string) => ({
    filename: '审阅表（改）.docx',
    bytes: await withParts(content, { 'word/document.xml': change }),
  })
  return { ...office, document, english, back }
}

const nothing = { confirm: false, over: new Map<string, number>(), leave: new Set<string>() }

test('edits of a review table come back as those of whoever takes them; one that brings an error is not chosen', async () => {
  const { workspace, reviser, document, english, back } = await tableOut()
  const file = await back((xml) =>
    xml
      .replace('is 4.6 billion yuan', 'is 46 billion yuan')
      .replace('Saving comes first.', 'Water saving comes first.')
      .replace('Water Network Plan', 'Plan for the Water Network'),
  )
  await english('b1.s1', 'Water Network Scheme')
  const view = given(await lookAtReturns(workspace, reviser, { document, file }))
  assert.deepEqual(
    view.changes.map(({ type, segment, errors }) => [type, segment, errors.map(({ code }) => code)]),
    [
      ['conflict', 'b1.s1', []],
      ['edit', 'b2.s1', ['quantity-changed']],
      ['edit', 'b3.s1', []],
    ],
  )
  const texts = async () =>
    Promise.all(['b1.s1', 'b2.s1', 'b3.s1'].map(async (id) => plain((await segmentOf(workspace, document, id)).target)))
  const taken = given(await takeReturns(workspace, reviser, { document, file, ...nothing }))
  assert.deepEqual(taken, { edited: 1, confirmed: 0, suggested: 0, comments: 0, left: 2 })
  assert.deepEqual(await texts(), [
    'Water Network Scheme',
    'Total investment is 4.6 billion yuan.',
    'Water saving comes first.',
  ])
  assert.equal((await segmentOf(workspace, document, 'b3.s1')).edited?.by, reviser.id)

  const over = new Map(view.changes.map(({ segment, version }) => [segment, version]))
  const leave = new Set(['b1.s1'])
  const named = given(await takeReturns(workspace, reviser, { document, file, ...nothing, over, leave }))
  assert.deepEqual([named.edited, named.left], [1, 1])
  assert.deepEqual((await texts()).slice(0, 2), ['Water Network Scheme', 'Total investment is 46 billion yuan.'])
})

test('six kinds of damage are reported with their rows, and nothing of them is taken', async () => {
  const { workspace, translator, document, back } = await tableOut()
  const problems = async (change: (xml: string) => string) => {
    const view = given(await lookAtReturns(workspace, translator, { document, file: await back(change) }))
    const counted = `${view.changes.length} changed, ${view.counts.moved} moved`
    return [...view.problems.map(({ type, segment }) => `${type} ${segment}`), counted]
  }
  assert.deepEqual(await problems((xml) => xml.replace('总投资46亿元', '总投资64亿元')), [
    'altered b2.s1',
    '0 changed, 0 moved',
  ])
  assert.deepEqual(await problems((xml) => xml.replace(rowOf(xml, 'b3.s1'), '')), [
    'missing b3.s1',
    '0 changed, 0 moved',
  ])
  const twice = (xml: string) => xml.replace(rowOf(xml, 'b3.s1'), (row) => row + row.replace('Saving', 'Thrift'))
  assert.deepEqual(await problems(twice), ['doubled b3.s1', '0 changed, 0 moved'])
  const other = (xml: string) => xml.replace('[[dz-row|b3.s1|]]', '[[dz-row|b9.s9|]]')
  assert.deepEqual(await problems(other), ['unknown b9.s9', 'missing b3.s1', '0 changed, 0 moved'])
  const coded = (xml: string) => {
    const row = rowOf(xml, 'b2.s2')
    const [, , target = ''] = cellsOf(row)
    return xml.replace(row, row.replace(target, target.replace('{/a}', '')))
  }
  assert.deepEqual(await problems(coded), ['codes b2.s2', '0 changed, 0 moved'])
  const merged = (xml: string) => {
    const row = rowOf(xml, 'b3.s1')
    const [number = '', source = '', target = '', ...rest] = cellsOf(row)
    const inside = (cell: string) => cell.slice(cell.indexOf('<w:p>'), -7)
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${inside(source)}${inside(target)}</w:tc>`
    return xml.replace(row, `<w:tr>${number}${cell}${rest.join('')}</w:tr>`)
  }
  assert.deepEqual(await problems(merged), ['merged b3.s1', '0 changed, 0 moved'])
  const moved = (xml: string) => {
    const [, first = '', second = ''] = rowsOf(xml)
    return xml.replace(first + second, second + first.replace('Water Network', 'The Water Network'))
  }
  assert.deepEqual(await problems(moved), ['1 changed, 1 moved'])
})

test('a table of another document, and one whose heading is lost, are refused', async () => {
  const { workspace, translator, document, back } = await tableOut()
  const look = async (change: (xml: string) => string) =>
    codeOf(await lookAtReturns(workspace, translator, { document, file: await back(change) }))
  assert.equal(await look((xml) => xml.replace('[[dz-table|1|', '[[dz-table|1|x')), 'return-other-document')
  assert.equal(await look((xml) => xml.replace('[[dz-table|', '[[dz-t|')), 'return-not-ours')
})

test('a table that is imported as a document is sent to the document that it went out from', async () => {
  const { workspace, translator, document, back } = await tableOut()
  const answer = await importDocument(workspace, translator, await back((xml) => xml.replace('Saving', 'Thrift')))
  assert.ok(isRefusal(answer))
  assert.deepEqual([answer.code, answer.params.document], ['file-went-out', document])
})
