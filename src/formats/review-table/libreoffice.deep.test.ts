import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import type { Code } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { compareRows } from '../../returns/compare.ts'
import { documentOf, type Sentence } from '../reading-copy/fixtures/document.ts'
import { editInOffice, office } from './fixtures/libreoffice.ts'
import { returnedReviewTable, reviewTableFormat } from './review-table.ts'

const skip = existsSync(office) ? false : 'no LibreOffice on this machine'
const [bold, unbold]: readonly [Code, Code] = [
  { type: 'open', id: 'c1', data: 'bold', kind: 'bold' },
  { type: 'close', id: 'c1', data: '/bold', kind: 'bold' },
]
const story: readonly Sentence[] = [
  { kind: 'heading', level: 1, source: ['水网方案'], target: ['Water Network Plan'] },
  { kind: 'paragraph', source: ['节水优先。'], target: ['Saving comes first.'] },
  { kind: 'paragraph', source: ['总投资四亿元。'], target: ['Total investment is 400 million yuan.'] },
  { kind: 'paragraph', source: ['水库扩容。'], target: ['The reservoir grows.'] },
  {
    kind: 'paragraph',
    source: ['新建', bold, '七十', unbold, '公里。'],
    target: ['New: ', bold, 'seventy', unbold, ' km.'],
  },
  { kind: 'paragraph', source: ['渠道衬砌。'], target: ['Canals are lined.'] },
  { kind: 'paragraph', source: ['各县落实。'], target: ['Counties act.'] },
  { kind: 'paragraph', source: ['{附件}另发。'], target: ['Annex {A} follows.'] },
]
const bare = documentOf(story)
const segments = new Map(bare.segments)
const summed = segments.get('b3.s1')
if (summed !== undefined) {
  const asked = { id: 'k1', by: 'lin', at: '2026-10-13T08:00:00.000Z', text: 'Is the sum right?' }
  segments.set('b3.s1', { ...summed, comments: [asked] })
}
const state = { ...bare, segments }

async function compared(statements: string, tracked: boolean) {
  const bytes = await reviewTableFormat.write({
    state,
    names: new Map([['lin', '林可']]),
    by: 'lin',
    at: '2026-10-14T08:00:00.000Z',
    draftNotice: 'DRAFT, NOT SIGNED',
  })
  const read = await returnedReviewTable.read(await editInOffice(bytes, statements, tracked))
  assert.ok(!isRefusal(read), JSON.stringify(read))
  assert.deepEqual([read.document, read.base.sequence], ['d1', 3])
  const { changes, comments, problems, unchanged } = compareRows(read.rows, { went: state, now: state, taker: '' })
  return {
    changes: changes.map(({ segment, target, authors }) => [segment, target, authors]),
    comments: comments.map(({ segment, text }) => `${segment} ${text}`),
    problems: problems.map(({ type, segment }) => `${type} ${segment}`),
    unchanged,
  }
}

/** Rows and columns of the table of LibreOffice: A to E, the heads in the first row. */
const put = (cell: string, text: string) => `  grid.getCellByName("${cell}").setString("${text}")`
const replace = (from: string, to: string) => `  find = doc.createReplaceDescriptor()
  find.SearchString = "${from}"
  find.ReplaceString = "${to}"
  doc.replaceAll(find)`
/** Comments that are there say something else; the office now and then falls over one that a macro makes. */
const comment = (text: string) => `  fields = doc.getTextFields().createEnumeration()
  Do While fields.hasMoreElements()
    note = fields.nextElement()
    If note.supportsService("com.sun.star.text.textfield.Annotation") Then note.Content = "${text}"
  Loop`

test('LibreOffice saves a table that nobody edited as the same rows', { skip }, async () => {
  assert.deepEqual(await compared('', false), { changes: [], comments: [], problems: [], unchanged: 8 })
})

for (const tracked of [true, false]) {
  test(`edits and comments made in LibreOffice, ${tracked ? 'tracked' : 'not tracked'}`, { skip }, async () => {
    const statements = [
      replace('Saving comes first.', 'Water saving comes first.'),
      replace('seventy', '70'),
      comment('The sum is right.'),
      put('D5', 'Which reservoir?'),
    ].join('\n')
    const authors = tracked ? ['Unknown Author'] : []
    assert.deepEqual(await compared(statements, tracked), {
      changes: [
        ['b2.s1', ['Water saving comes first.'], authors],
        ['b5.s1', ['New: ', bold, '70', unbold, ' km.'], authors],
      ],
      comments: ['b3.s1 林可: The sum is right.', `b4.s1 ${tracked ? 'Unknown Author: ' : ''}Which reservoir?`],
      problems: [],
      unchanged: 6,
    })
  })
}

test('six kinds of damage done in LibreOffice are reported, and nothing of them is taken', { skip }, async () => {
  const statements = [
    put('B3', '节水第一。'),
    put('C6', 'New: seventy km.'),
    put('A7', '6[[dz-row|b9.s9|]]'),
    '  cursor = grid.createCursorByCellName("B8")\n  cursor.gotoCellByName("C8", True)\n  cursor.mergeRange()',
    '  grid.Rows.insertByIndex(5, 1)',
    put('A6', '4[[dz-row|b4.s1|]]'),
    put('B6', '水库扩容。'),
    put('C6', 'The reservoir is made larger.'),
    '  grid.Rows.removeByIndex(3, 1)',
  ].join('\n')
  assert.deepEqual(await compared(statements, false), {
    changes: [],
    comments: [],
    problems: [
      'altered b2.s1',
      'doubled b4.s1',
      'codes b5.s1',
      'unknown b9.s9',
      'merged b7.s1',
      'missing b3.s1',
      'missing b6.s1',
    ],
    unchanged: 2,
  })
})
