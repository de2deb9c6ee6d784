import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal } from '../../model/refusal.ts'
import { readGlossary } from '../csv/glossary-csv.ts'
import { someTerm } from '../glossary/fixtures/some-term.ts'
import { termsOf } from '../glossary/row.ts'
import { readGlossaryXlsx, writeGlossaryXlsx } from './glossary-xlsx.ts'

/** The terms of a workbook of which every row has to hold one. */
async function read(bytes: Uint8Array) {
  const glossary = await readGlossaryXlsx(bytes)
  return isRefusal(glossary) ? glossary : termsOf(glossary.rows)
}

const head = ['source', 'preferred', 'note', 'authority-date']

async function workbook(...rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: 'a', rows: rows as never },
      { name: 'b', rows: [['not a term']] },
    ],
  })
}

test('what was written is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someTerm, { minLength: 1, maxLength: 4 }), async (terms) => {
      assert.deepEqual(await read(await writeGlossaryXlsx(terms)), terms)
    }),
    { numRuns: 200 },
  )
})

test('the shipped glossary goes out and comes in the same, in the same bytes each time', async () => {
  const glossary = readGlossary(readFileSync(new URL('../../../glossary/zh-CN_en.csv', import.meta.url)))
  assert.ok(!isRefusal(glossary))
  const bytes = await writeGlossaryXlsx(glossary)
  assert.deepEqual(await read(bytes), glossary)
  assert.deepEqual(await writeGlossaryXlsx(glossary), bytes)
})

test('no cell is a formula, whatever it begins with', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '_x003D_1', '\t=1']
  const bytes = await writeGlossaryXlsx(
    texts.map((text) => ({
      source: [text],
      renderings: [{ text, status: 'preferred' }],
      status: 'proposed',
      domain: text,
      note: text,
      authority: text,
    })),
  )
  const { sheets } = await readXlsx(bytes, { readFormulas: true } as never)
  for (const [, cell] of sheets[0]?.cells ?? []) assert.equal((cell as { formula?: string }).formula, undefined)
  assert.deepEqual(
    sheets[0]?.rows.slice(1).map((row) => row[0]),
    texts,
  )
})

test('reads the first sheet, with what a spreadsheet makes of numbers and dates', async () => {
  const day = new Date(Date.UTC(2025, 2, 12))
  const bytes = await workbook(
    ['Preferred ', 'SOURCE', 'note', 'authority-date'],
    ['tea', '茶', 66, day],
    [],
    ['city', '城', true, 2025],
  )
  const terms = await read(bytes)
  assert.ok(!isRefusal(terms), JSON.stringify(terms))
  assert.deepEqual(
    terms.map(({ source, note, authorityDate }) => [source[0], note, authorityDate]),
    [
      ['茶', '66', '2025-03-12'],
      ['城', 'true', '2025'],
    ],
  )
})

test('reads the sheet that has the headings, under a title and with merged cells, and names what it does not read', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['茶业术语表']] },
      {
        name: '术语',
        rows: [
          ['茶业术语表', null, null],
          [null],
          ['领域', '中文', '英文'],
          ['茶', '茶城', 'tea city'],
          [null, '茶山', 'tea hill'],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
        ],
      },
    ],
  })
  const glossary = await readGlossaryXlsx(bytes)
  assert.ok(!isRefusal(glossary), JSON.stringify(glossary))
  const terms = termsOf(glossary.rows)
  assert.ok(!isRefusal(terms))
  assert.deepEqual(
    terms.map(({ source, domain }) => [source[0], domain]),
    [
      ['茶城', '茶'],
      ['茶山', '茶'],
    ],
  )
  assert.deepEqual(glossary.notices, [
    { code: 'rows-above', params: { rows: '茶业术语表' } },
    { code: 'sheets-unread', params: { sheets: '说明' } },
  ])
})

test('refuses a table that is none, at its row', async () => {
  const cases: readonly [readonly (readonly unknown[])[], string, string][] = [
    [[head, ['茶', 'tea'], ['', 'city', 'x']], '3', 'source'],
    [[head, ['茶', 'tea', '', '2025-13']], '2', 'authority-date'],
  ]
  for (const [rows, line, column] of cases) {
    const answer = await read(await workbook(...rows))
    assert.deepEqual(answer, { type: 'refusal', code: 'file-malformed', params: { line, column } })
  }
})

test('refuses what is no workbook', async () => {
  const whole = await workbook(head)
  const codes = await Promise.all(
    [
      new Uint8Array(0),
      new TextEncoder().encode('source,preferred'),
      whole.slice(0, whole.length / 2),
      await workbook(),
    ].map(async (bytes) => {
      const answer = await read(bytes)
      return isRefusal(answer) ? answer.code : 'read'
    }),
  )
  assert.deepEqual(codes, ['file-empty', 'file-undecodable', 'file-undecodable', 'headings-missing'])
})

test('refuses a workbook that would fill the memory, while it is unpacked', async () => {
  const bytes = await workbook(['source', 'preferred'], ['茶', 'tea'])
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entry =
    Array.from({ length: bytes.length - 4 }, (_, at) => at).find((at) => view.getUint32(at, true) === 0x02014b50) ??
    assert.fail()
  for (const [at, size, code] of [
    [entry + 24, 0x7fffffff, 'file-unpacks-large'],
    [entry + 24, 0xffffffff, 'file-unpacks-large'],
    [entry + 24, 3, 'file-undecodable'],
    [entry + 20, 0xffffffff, 'file-undecodable'],
  ] as const) {
    const planted = bytes.slice()
    new DataView(planted.buffer).setUint32(at, size, true)
    const answer = await read(planted)
    assert.equal(isRefusal(answer) && answer.code, code)
  }
})

test('refuses a table beyond the limits, at the row that is', async () => {
  const { columns, cells } = fileLimits
  const refusal = async (...rows: readonly (readonly unknown[])[]) => read(await workbook(...rows))
  assert.deepEqual(await refusal(head, [...Array<null>(columns), 'x']), {
    type: 'refusal',
    code: 'table-too-wide',
    params: { line: '2', most: String(columns) },
  })
  const wide = Array.from({ length: Math.ceil(cells / columns) + 1 }, () => ['茶'])
  assert.deepEqual(await refusal([...Array<null>(columns - 1), 'x'], ...wide), {
    type: 'refusal',
    code: 'table-too-large',
    params: { line: String(Math.floor(cells / columns) + 1), most: String(cells) },
  })
})
