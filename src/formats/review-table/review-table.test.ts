import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, compact, type Inline } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { Table } from '../../model/table.ts'
import { sameText } from '../../segmentation/returned.ts'
import { documentOf, type Sentence } from '../reading-copy/fixtures/document.ts'
import { cellsOf, rowOf, rowsOf, withParts } from './fixtures/edit.ts'
import { returnedReviewTable, reviewTableFormat } from './review-table.ts'

const [bold, unbold, note]: readonly [Code, Code, Code] = [
  { type: 'open', id: 'c1', data: 'bold', kind: 'bold' },
  { type: 'close', id: 'c1', data: '/bold', kind: 'bold' },
  { type: 'alone', id: 'c2', data: 'footnote 1', kind: 'footnote' },
]
const story: readonly Sentence[] = [
  { kind: 'heading', level: 1, source: ['水网建设方案'], target: ['Water Network Plan'] },
  {
    kind: 'answer',
    speaker: '许红兵',
    source: ['新建', bold, '七十', unbold, '公里', note],
    target: ['New: ', bold, 'seventy', unbold, note],
  },
  { kind: 'paragraph', source: ['投资四亿元。'], target: ['Invested: 400 million.'] },
  { kind: 'paragraph', source: ['见{附件}。'] },
]
const sent = (sentences = story) =>
  reviewTableFormat.write({
    state: documentOf(sentences),
    names: new Map([['lin', '林可']]),
    by: 'lin',
    at: '2026-10-14T08:00:00.000Z',
    draftNotice: 'DRAFT',
  })
async function returned(bytes: Uint8Array) {
  const read = await returnedReviewTable.read(bytes)
  assert.ok(!isRefusal(read), JSON.stringify(read))
  return read
}
const edited = async (edit: (xml: string) => string, other: Readonly<Record<string, (xml: string) => string>> = {}) =>
  (await returned(await withParts(await sent(), { 'word/document.xml': edit, ...other }))).rows
const bare = (inline: Inline) =>
  inline.map((part) => (typeof part === 'string' ? part : { ...part, data: '', kind: '' }))
const rowsById = (rows: Awaited<ReturnType<typeof edited>>) => new Map(rows.map((row) => [row.id, row]))

test('a table that nobody touched comes back as it went out', async () => {
  const { document, base, rows } = await returned(await sent())
  assert.deepEqual([document, base], ['d1', { sequence: 3, head: 'a'.repeat(64) }])
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['b1.s1', 'b2.s1', 'b3.s1', 'b4.s1'],
  )
  for (const [at, { source, target = [] }] of story.entries()) {
    assert.ok(sameText(rows[at]?.source ?? [], source))
    assert.ok(sameText(rows[at]?.target ?? [], target))
  }
  assert.ok(
    rows.every(({ damage, authors, comments }) => damage === undefined && authors.length + comments.length === 0),
  )
})

const text = fc
  .array(
    fc.constantFrom<Inline[number]>(
      '渠',
      'A',
      '{',
      '}}',
      '{a}',
      ' ',
      '\t',
      '\n',
      '[[dz',
      '[[dz-row|b1.s1|]]',
      '{#B}',
      '\u0001',
      '\r',
      '\ud800',
      '&',
      '<',
      '"',
      bold,
      unbold,
      note,
    ),
    { maxLength: 8 },
  )
  .map(compact)

test('law: any sentences with any codes come back as they went out', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), async (list) => {
      const sentences = list.map(([source, target]): Sentence => {
        const known = target.filter(
          (part) =>
            typeof part === 'string' || source.some((other) => typeof other !== 'string' && other.id === part.id),
        )
        return { kind: 'paragraph', source, target: compact(known) }
      })
      const { rows } = await returned(await sent(sentences))
      assert.equal(rows.length, sentences.length)
      for (const [at, { source, target = [] }] of sentences.entries()) {
        assert.deepEqual(bare(rows[at]?.source ?? []), bare(source))
        assert.deepEqual(bare(rows[at]?.target ?? []), bare(target))
      }
    }),
    { numRuns: 100 },
  ))

test('tracked changes are read as accepted, with whoever made them; comments stand beside their row', async () => {
  const change = (sort: 'ins' | 'del', words: string) =>
    `<w:${sort} w:id="9" w:author="顾然" w:date="2026-10-18T08:00:00Z"><w:r><w:${sort === 'del' ? 'delText' : 't'} xml:space="preserve">${words}</w:${sort === 'del' ? 'delText' : 't'}></w:r></w:${sort}>`
  const rows = await edited((xml) =>
    xml.replace(
      /<w:r>(?:(?!<w:r>)[\s\S])*?Invested: 400 million\.<\/w:t><\/w:r>/,
      `<w:commentRangeStart w:id="7"/><w:r><w:t xml:space="preserve">In</w:t></w:r>${change('del', 'vested: 400 million.')}${change('ins', 'vestment: 400 million yuan.')}<w:commentRangeEnd w:id="7"/>`,
    ),
  )
  const row = rowsById(rows).get('b3.s1')
  assert.deepEqual([row?.target, row?.authors], [['Investment: 400 million yuan.'], ['顾然']])
})

test('the comment column and comments of Word come back, with whoever made them', async () => {
  const sentences = documentOf(story)
  const segment = sentences.segments.get('b3.s1')
  assert.ok(segment)
  const comment = { id: 'k', by: 'lin', at: '2026-03-01T08:00:00.000Z', text: '数字待核' }
  const state = { ...sentences, segments: Table.from(sentences.segments).with([{ ...segment, comments: [comment] }]) }
  const bytes = await reviewTableFormat.write({ state, names: new Map([['lin', '林可']]), by: 'lin', at: comment.at })
  const changed = await withParts(bytes, {
    'word/document.xml': (xml) => {
      const row = rowOf(xml, 'b3.s1')
      const [, , , cell = ''] = cellsOf(row)
      return xml.replace(row, row.replace(cell, cell.replace('</w:p>', '<w:r><w:t>Check.</w:t></w:r></w:p>')))
    },
    'word/comments.xml': (xml) => xml.replace('数字待核', '数字已核'),
  })
  const { rows } = await returned(changed)
  assert.deepEqual(rowsById(rows).get('b3.s1')?.comments, [
    { author: '林可', text: '数字已核' },
    { author: '', text: 'Check.' },
  ])
})

test('a comment over several rows is told once, and one beside no row is not lost', async () => {
  const asked = { id: 'k', by: 'lin', at: '2026-03-01T08:00:00.000Z' }
  const sentences = documentOf(story)
  const segments = new Map(sentences.segments)
  for (const [id, text] of [
    ['b1.s1', 'Over three rows.'],
    ['b2.s1', 'Of the whole.'],
  ] as const) {
    const segment = segments.get(id)
    assert.ok(segment)
    segments.set(id, { ...segment, comments: [{ ...asked, text }] })
  }
  const bytes = await reviewTableFormat.write({
    state: { ...sentences, segments },
    names: new Map(),
    by: 'lin',
    at: asked.at,
  })
  const range = (xml: string, id: number) =>
    xml.match(new RegExp(`<w:comment(?:RangeStart|RangeEnd|Reference) w:id="${id}"/>`, 'g')) ?? []
  const changed = await withParts(bytes, {
    'word/document.xml': (xml) => {
      const [, , reference = ''] = range(xml, 0)
      const moved = xml
        .replace(reference, '')
        .replace(rowOf(xml.replace(reference, ''), 'b3.s1'), (row) =>
          row.replace('</w:p>', `<w:r>${reference}</w:r></w:p>`),
        )
      const marks = range(moved, 1)
      const without = marks.reduce((text, mark) => text.replace(mark, ''), moved)
      return without.replace('</w:p><w:tbl>', `<w:r>${marks[2]}</w:r></w:p><w:tbl>`)
    },
  })
  const { rows } = await returned(changed)
  assert.deepEqual(
    rows.flatMap(({ id, comments }) => comments.map(({ text }) => [id, text])),
    [
      ['b1.s1', 'Over three rows.'],
      ['', 'Of the whole.'],
    ],
  )
})

test('rows are known wherever they stand, in a control, in another table, with runs split and columns exchanged', async () => {
  const rows = await edited((xml) => {
    const [head = '', ...all] = rowsOf(xml)
    const exchanged = [head, ...all.toReversed()].map((row) => {
      const [number = '', source = '', target = '', ...rest] = cellsOf(row)
      return `<w:tr>${[number, target, source, ...rest].join('')}</w:tr>`
    })
    const table = xml.slice(xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>') + 8)
    const properties = table.slice(0, table.indexOf('<w:tr>'))
    const split = exchanged
      .join('')
      .replace(
        'Invested: 400',
        'In</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">vested: 400',
      )
    return xml.replace(
      table,
      `<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${properties}${split}</w:tbl></w:sdtContent></w:sdt>`,
    )
  })
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['b4.s1', 'b3.s1', 'b2.s1', 'b1.s1'],
  )
  assert.deepEqual(rowsById(rows).get('b3.s1')?.target, ['Invested: 400 million.'])
  assert.deepEqual(rowsById(rows).get('b3.s1')?.source, ['投资四亿元。'])
})

test('damage is told of the rows that it concerns', async () => {
  const doubled = await edited((xml) => xml.replace(rowOf(xml, 'b3.s1'), (row) => row + row))
  assert.equal(doubled.filter(({ id }) => id === 'b3.s1').length, 2)

  const unknown = await edited((xml) => xml.replaceAll(/\[\[dz-row\|b3\.s1\|\]\]/g, ''))
  const stray = unknown.find(({ id }) => id === '')
  assert.match(JSON.stringify(stray?.source), /投资四亿元/)

  const broken = await edited((xml) => xml.replaceAll('{b/}</w:t>', '</w:t>'))
  assert.equal(
    rowsById(broken)
      .get('b2.s1')
      ?.target.some((part) => typeof part !== 'string' && part.id === 'c2'),
    false,
  )

  const mergedCells = await edited((xml) => {
    const row = rowOf(xml, 'b3.s1')
    const [number = '', source = '', target = '', ...rest] = cellsOf(row)
    const inside = (cell: string) => cell.slice(cell.indexOf('<w:p>'), -7)
    const one = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${inside(source)}${inside(target)}</w:tc>`
    return xml.replace(row, `<w:tr>${number}${one}${rest.join('')}</w:tr>`)
  })
  assert.equal(rowsById(mergedCells).get('b3.s1')?.damage, 'merged')

  const mergedRows = await edited((xml) => {
    const [one, two] = [rowOf(xml, 'b3.s1'), rowOf(xml, 'b4.s1')]
    const seconds = cellsOf(two)
    const cells = cellsOf(one).map(
      (cell, at) => cell.slice(0, -7) + (seconds[at]?.slice(seconds[at].indexOf('<w:p>')) ?? ''),
    )
    return xml.replace(two, '').replace(one, `<w:tr>${cells.join('')}</w:tr>`)
  })
  assert.deepEqual(
    mergedRows.flatMap(({ id, damage }) => (damage === undefined ? [] : [`${id} ${damage}`])),
    ['b3.s1 merged', 'b4.s1 merged'],
  )

  const cut = await edited((xml) => {
    const row = rowOf(xml, 'b3.s1')
    const empty = '<w:tc><w:p/></w:tc>'
    const half = '<w:tc><w:p><w:r><w:t>400 million.</w:t></w:r></w:p></w:tc>'
    return xml.replace(
      row,
      `${row.replace('Invested: 400 million.', 'Invested:')}<w:tr>${empty}${empty}${half}${empty}${empty}</w:tr>`,
    )
  })
  assert.equal(rowsById(cut).get('b3.s1')?.damage, 'cut')

  const deleted = await edited((xml) =>
    xml.replace(rowOf(xml, 'b3.s1'), (row) =>
      row.replace('<w:cantSplit/>', '<w:cantSplit/><w:del w:id="4" w:author="W" w:date="2026-10-18T08:00:00Z"/>'),
    ),
  )
  assert.equal(rowsById(deleted).has('b3.s1'), false)
})

test('a Word file that is no table of ours is refused', async () => {
  const refusal = await returnedReviewTable.read(
    await withParts(await sent(), { 'word/document.xml': (xml) => xml.replace('[[dz-table|', '[[') }),
  )
  assert.ok(isRefusal(refusal))
  assert.equal(refusal.code, 'return-not-ours')
})

// What takes time by the square of its size does not end here.
test('tables made to do harm are read or refused', async () => {
  const bodies: Readonly<Record<string, string>> = {
    'columns far out': `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>${'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>[[dz-column|target]]</w:t></w:r></w:p></w:tc>'.repeat(200)}</w:tr></w:tbl>`,
    'rows in rows': `${'<w:tbl><w:tr><w:tc>'.repeat(80)}<w:p><w:r><w:t>x</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(80)}`,
    'empty rows': `<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(20_000)}</w:tbl>`,
    'many marks': `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${'[[dz-row|a|b]]'.repeat(20_000)}${'[[dz-row|'.repeat(20_000)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    'many braces': `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>[[dz-row|a|b]]</w:t></w:r></w:p></w:tc>${`<w:tc><w:p><w:r><w:t>${'{a'.repeat(50_000)}</w:t></w:r></w:p></w:tc>`.repeat(4)}</w:tr></w:tbl>`,
    'marks that are none':
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>[[dz-row|%E0%A4%A|%]]</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  }
  const bytes = await sent()
  for (const [name, body] of Object.entries(bodies)) {
    const file = await withParts(bytes, { 'word/document.xml': (xml) => xml.replace('<w:tbl>', `${body}<w:tbl>`) })
    const read = await returnedReviewTable.read(file)
    assert.ok(isRefusal(read) || read.rows.length > 0, name)
  }
})
