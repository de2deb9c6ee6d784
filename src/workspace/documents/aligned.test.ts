import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, stateOf } from '../fixtures/office.ts'
import { importAligned, importPairs, textToAlign } from './aligned.ts'
import { segmentMatches } from './memory.ts'

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const bytes = (text: string) => new TextEncoder().encode(text)

test('a file is read in its language, whatever its format, and a wrong one is refused', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const read = (filename: string, text: string, language: 'zh' | 'en') =>
    textToAlign(workspace, translator, { filename, bytes: bytes(text), language })
  const zh = given(await read('a.txt', '水塘\n修了127口。种了树。\n', 'zh')).segments
  assert.deepEqual(
    zh.map(({ text, block }) => [text, block]),
    [
      ['水塘', 0],
      ['修了127口。', 1],
      ['种了树。', 1],
    ],
  )
  const en = given(await read('a.md', '# Ponds\n\nIt restored 127 ponds. It planted trees.\n', 'en')).segments
  assert.deepEqual(
    en.map(({ text }) => text),
    ['Ponds', 'It restored 127 ponds.', 'It planted trees.'],
  )
  assert.equal(codeOf(await read('a.txt', 'English words.', 'zh')), 'file-not-chinese')
  assert.equal(codeOf(await read('a.exe', 'x', 'en')), 'file-format-unknown')
})

const pair = (source: string, target: string) => ({ source, target, before: '', after: '' })
const head = { chinese: 'a.docx', english: 'b.docx' }

test('pairs go into the memory once, unreviewed unless said, and never with figures that differ', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const pairs = [
    pair('修了127口水塘。', 'It restored 127 ponds.'),
    pair('投资36亿元。', 'It invested 38 billion yuan.'),
  ]
  const send = (more: object) => importPairs(workspace, translator, json({ ...head, reviewed: false, pairs, ...more }))
  assert.deepEqual(given(await send({})), { added: 1, present: 0, differing: 1 })
  assert.deepEqual(given(await send({})), { added: 0, present: 1, differing: 1 })
  const match = (await workspace.recall.lookup([{ source: '修了127口水塘。' }]))[0]?.[0]
  assert.equal(match?.pair.unreviewed, true)
  assert.equal(match?.pair.origin, 'a.docx + b.docx')
  for (const body of [{ pairs: [] }, { pairs: [pair('', 'x')] }, { reviewed: 'yes' }]) {
    assert.equal(codeOf(await send(body)), 'bad-request')
  }
  assert.equal(codeOf(await importPairs(workspace, translator, bytes('{'))), 'bad-request')
  const nobody = { ...translator, id: 'nobody' }
  assert.notEqual(codeOf(await importPairs(workspace, nobody, json({ ...head, reviewed: false, pairs }))), '')
})

test('an alignment becomes a document: English as drafts that are nobody’s, the rest as comments', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const row = (source: string, block: number, target: string, more: object = {}) => ({
    ...{ source, block, target, score: 95, doubtful: false, loose: [] },
    ...more,
  })
  const rows = [
    row('水塘', 0, 'Ponds'),
    row('修了127口。', 1, 'It restored 127.', { loose: ['For reference only.'] }),
    row('种了树。', 1, ''),
    row('谢谢大家！', 2, 'Thanks.', { doubtful: true, score: 40 }),
  ]
  const words = { doubtful: 'Doubtful link.', loose: 'English without Chinese:' }
  const made = given(await importAligned(workspace, translator, json({ ...head, rows, words })))
  assert.deepEqual([made.title, made.segments, made.comments], ['水塘', 4, 2])
  const { segments, document } = await stateOf(workspace, made.id)
  assert.deepEqual(
    [...segments.values()].map(({ id, target, state, authors, draft }) => [
      id,
      target.join(''),
      state,
      authors.length,
      draft?.origin.type === 'memory' ? draft.origin.score : null,
    ]),
    [
      ['b1.s1', 'Ponds', 'initial', 0, 95],
      ['b2.s1', 'It restored 127.', 'initial', 0, 95],
      ['b2.s2', '', 'initial', 0, null],
      ['b3.s1', 'Thanks.', 'initial', 0, 40],
    ],
  )
  assert.equal(document.blocks[0]?.kind, 'heading')
  assert.deepEqual(
    segments.get('b2.s1')?.comments.map(({ text }) => text),
    ['English without Chinese: For reference only.'],
  )
  assert.equal(codeOf(await importAligned(workspace, translator, json({ ...head, rows, words }))), 'file-duplicate')
  const { matches } = given(await segmentMatches(workspace, translator, { document: made.id, segment: 'b1.s1' }))
  assert.deepEqual(matches, [], 'nothing of it is memory before somebody confirms it')
})
