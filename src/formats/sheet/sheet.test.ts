import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre'
import { type Inline, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { TableChoice } from '../../model/table-choice.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { openArchive, unpackEntries } from '../zip/archive.ts'
import { spliceArchive } from '../zip/splice.ts'
import { csvSheetFormat } from './csv-sheet.ts'
import { xlsxSheetFormat } from './xlsx-sheet.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

async function read(format: typeof csvSheetFormat, bytes: Uint8Array, filename: string, table?: TableChoice) {
  const contents = await format.read(bytes, { filename, language: 'any', ...(table && { table }) })
  assert.ok(!isRefusal(contents), JSON.stringify(contents))
  return { texts: contents.blocks.map(({ text }) => plain(text)), blocks: contents.blocks, notices: contents.notices }
}

async function written(
  format: typeof csvSheetFormat,
  bytes: Uint8Array,
  english: (text: string) => string | null,
  options: RewriteOptions = {},
): Promise<Uint8Array> {
  const filename = options.filename ?? `a${format.endings[0]}`
  const { blocks } = await read(format, bytes, filename, options.table)
  const targets = blocks.map(({ text }): Inline | null => {
    const target = english(plain(text))
    return target === null ? null : [target]
  })
  const out = await format.rewrite(bytes, targets, { ...options, filename })
  assert.ok(!isRefusal(out), JSON.stringify(out))
  return out
}

test('the columns are guessed from headings and cells, and what is not read is named', async () => {
  const csv = '编号,中文,英文,备注\r\n1,"今天开工，大家参加。",,短\r\n2,茶园,Tea garden,长\r\n3,,,\r\n'
  const { texts, notices } = await read(csvSheetFormat, encode(csv), 'a.csv')
  assert.deepEqual(texts, ['今天开工，大家参加。', '茶园'])
  assert.deepEqual(notices, [
    { code: 'column-read', params: { zh: 'B', en: 'C', rows: '2' } },
    { code: 'columns-unread', params: { columns: 'A 编号, D 备注' } },
    { code: 'english-brought', params: { count: '1' } },
  ])
  const look = await csvSheetFormat.lookAtTable(encode(csv), { filename: 'a.csv' })
  assert.ok(!isRefusal(look))
  assert.deepEqual(look.table, { headings: 1, zh: 'B', en: 'C' })
  assert.deepEqual(
    look.columns.map(({ column, sort, share }) => `${column} ${sort} ${share}`),
    ['A other 100', 'B chinese 100', 'C english 100', 'D chinese 100'],
  )
})

test('English goes into its column, quoted and shielded where it must be, and every other byte stays', async () => {
  const csv = '\ufeff编号,中文,英文\r\n1,"今天",\r\n2,明天,old\r\n3,后天,"kept, so"\n4,大后天'
  const english: Record<string, string> = { 今天: '=today', 明天: 'a "b", c', 大后天: 'in\nthree days' }
  const out = await written(csvSheetFormat, encode(csv), (text) => english[text] ?? null)
  assert.equal(
    decode(out),
    '\ufeff编号,中文,英文\r\n1,"今天",\'=today\r\n2,明天,"a ""b"", c"\r\n3,后天,"kept, so"\n4,大后天,"in\nthree days"',
  )
})

test('without a column of its own English goes behind all others, with a heading that says what it is', async () => {
  const tsv = '中文\t备注\r\n今天\r\n明天\tx\r\n'
  const options = { filename: 'a.tsv', draftNotice: 'DRAFT' }
  const out = await written(csvSheetFormat, encode(tsv), (text) => (text === '今天' ? 'Today' : null), options)
  assert.equal(decode(out), '中文\t备注\tEnglish (DRAFT)\r\n今天\t\tToday\r\n明天\tx\r\n')
  const bare = await written(csvSheetFormat, encode('今天\n明天'), () => null, { draftNotice: 'DRAFT' })
  assert.equal(decode(bare), '今天,,DRAFT\n明天')
})

test('a table in UTF-16 stays in it, with a byte order mark or without', async () => {
  const table = '中文,英文\r\n今天开工了。,\r\n明天会更好。,\r\n'
  for (const mark of ['', '\ufeff']) {
    for (const order of ['little', 'big']) {
      const inOrder = (text: string) => {
        const bytes = Buffer.from(mark + text, 'utf16le')
        return order === 'big' ? bytes.swap16() : bytes
      }
      const out = await written(csvSheetFormat, inOrder(table), (text) => (text === '今天开工了。' ? 'Today' : null))
      assert.deepEqual(Buffer.from(out), inOrder(table.replace('了。,', '了。,Today')), `${mark.length} ${order}`)
    }
  }
})

test('a table in GB18030 stays in it, whatever its English has', async () => {
  const gb = Buffer.concat([
    Buffer.from('1,'),
    Buffer.from([0xbd, 0xf1, 0xcc, 0xec]),
    Buffer.from('\n2,'),
    Buffer.from([0xb2, 0xe8]),
  ])
  const out = await written(csvSheetFormat, gb, (text) => (text === '今天' ? 'naïve – ☕ 😀' : null))
  assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(out), '1,今天,naïve – ☕ 😀\n2,茶')
})

/** What a table brings, cell by cell. */
async function broughtBy(format: typeof csvSheetFormat, bytes: Uint8Array, filename: string, table?: TableChoice) {
  const { blocks, notices } = await read(format, bytes, filename, table)
  const given = blocks.map(({ parts = [] }) =>
    parts.map((part) => (part.type === 'segment' ? part.brought.draft : null)),
  )
  return { blocks, notices, drafts: given.map(([draft = null]) => draft), parts: given.map(({ length }) => length) }
}

const englishCases =
  '编号,中文,英文\r\n1,今天开工。明天完工。," Work starts today.\r\nIt ends tomorrow. "\r\n2,茶园,Tea garden\r\n' +
  '3,简介,简介\r\n4,水渠,待译\r\n5,3%,3%\r\n6,后天,\r\n'

test('English that stands in its column comes as a draft of the whole cell, and Chinese there is none', async () => {
  const { drafts, parts, notices } = await broughtBy(csvSheetFormat, encode(englishCases), 'a.csv')
  assert.deepEqual(
    drafts.map((draft) => draft && plain(draft.target)),
    ['Work starts today.\nIt ends tomorrow.', 'Tea garden', null, null, '3%', null],
  )
  assert.deepEqual(drafts[1]?.origin, { type: 'file', filename: 'a.csv', state: '' })
  assert.deepEqual(parts, [1, 1, 0, 0, 1, 0])
  assert.deepEqual(
    notices.slice(-3).map(({ code, params }) => [code, params.count]),
    [
      ['english-brought', '3'],
      ['cells-whole', '1'],
      ['chinese-there', '2'],
    ],
  )
  const english = await csvSheetFormat.read(encode(englishCases), { filename: 'a.csv', language: 'en' })
  assert.ok(!isRefusal(english))
  assert.ok(english.blocks.every(({ parts }) => parts === undefined))
})

test('English that is as it was stays as it is written; another takes its place, a figure as in the Chinese too', async () => {
  const bytes = encode('中文,英文\n今天,"Today\r\n"\n3%, three percent\n')
  const drafts = new Map([
    ['今天', 'Today'],
    ['3%', '3%'],
  ])
  const out = await written(csvSheetFormat, bytes, (text) => drafts.get(text) ?? null)
  assert.equal(decode(out), '中文,英文\n今天,"Today\r\n"\n3%,3%\n')
  const copied = await written(csvSheetFormat, bytes, (text) => (text === '今天' ? text : null))
  assert.deepEqual(copied, bytes)
})

test('a heading that says already that nobody has signed it does not say it twice', async () => {
  const options = { filename: 'a.csv', draftNotice: 'DRAFT' }
  const once = await written(csvSheetFormat, encode('中文,英文\n今天,\n'), () => 'Today', options)
  assert.equal(decode(once), '中文,英文 (DRAFT)\n今天,Today\n')
  assert.deepEqual(await written(csvSheetFormat, once, () => 'Today', options), once)
})

const cell = fc.constantFrom('今天', '开工，', '"', ',', ';', '\t', '\n', '\r\n', 'a', '3', "'", '=1')
const cells = fc.array(cell, { maxLength: 4 }).map((parts) => parts.join(''))
const quote = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csvFile = fc
  .array(
    fc.tuple(
      cells,
      cells.map((text) => `渠${text}`),
      cells,
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => rows.map((row) => row.map(quote).join(',')).join('\r\n'))
const table = { headings: 0, zh: 'B', en: 'C' }

test('with targets equal to sources the bytes are the same, and made-up ones are read back from their column', () =>
  fc.assert(
    fc.asyncProperty(csvFile, async (csv) => {
      const bytes = encode(csv)
      const options = { table, filename: 'a.csv' }
      const { texts } = await read(csvSheetFormat, bytes, 'a.csv', table)
      assert.deepEqual(await written(csvSheetFormat, bytes, (text) => text, options), bytes)
      const made = await written(csvSheetFormat, bytes, (text) => `[${[...text].toReversed().join('')}]`, options)
      const back = await read(csvSheetFormat, made, 'a.csv', { headings: 0, zh: 'C', en: 'B' })
      assert.deepEqual(
        back.texts,
        texts.map((text) => `[${[...text].toReversed().join('')}]`),
      )
      assert.deepEqual((await read(csvSheetFormat, made, 'a.csv', table)).texts, texts)
    }),
  ))

test('with targets equal to the English that was there the bytes are the same', () =>
  fc.assert(
    fc.asyncProperty(csvFile, async (csv) => {
      const bytes = encode(csv)
      const { drafts } = await broughtBy(csvSheetFormat, bytes, 'a.csv', table)
      const targets = drafts.map((draft) => draft?.target ?? null)
      assert.deepEqual(await csvSheetFormat.rewrite(bytes, targets, { table, filename: 'a.csv' }), bytes)
    }),
  ))

const partsOf = async (bytes: Uint8Array) => {
  const archive = await openArchive(bytes)
  assert.ok(!isRefusal(archive))
  const parts = await unpackEntries(
    archive,
    archive.entries.map(({ fileName }) => fileName),
  )
  assert.ok(!isRefusal(parts))
  return parts
}

test('English is written into the cells of a workbook, and every other part stays', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [[null]] },
      {
        name: '文案',
        rows: [
          ['编号', '中文', '英文'],
          [1, '今天开工。', null],
          [2, '茶园', 'Tea'],
          [3, '明天', null],
        ],
      },
    ],
  })
  const options: RewriteOptions = { filename: 'a.xlsx', draftNotice: 'DRAFT' }
  const { texts } = await read(xlsxSheetFormat, bytes, 'a.xlsx')
  assert.deepEqual(texts, ['今天开工。', '茶园', '明天'])
  assert.equal(await written(xlsxSheetFormat, bytes, (text) => text, { filename: 'a.xlsx' }), bytes)
  const out = await written(
    xlsxSheetFormat,
    bytes,
    (text) =>
      new Map([
        ['今天开工。', '=Work & <start> _x000D_'],
        ['茶园', 'Tea garden'],
      ]).get(text) ?? null,
    options,
  )
  const { sheets } = await readXlsx(out)
  assert.deepEqual(sheets[1]?.rows, [
    ['编号', '中文', '英文 (DRAFT)'],
    [1, '今天开工。', '=Work & <start> _x000D_'],
    [2, '茶园', 'Tea garden'],
    [3, '明天', ...(sheets[1]?.rows[3]?.slice(2) ?? [])],
  ])
  const [before, after] = [await partsOf(bytes), await partsOf(out)]
  const changed = [...before.keys()].filter(
    (name) => Buffer.compare(before.get(name) ?? encode(''), after.get(name) ?? encode('')) !== 0,
  )
  assert.deepEqual(changed, ['xl/worksheets/sheet2.xml'])
})

test('a workbook that has no column for English gets one', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['今天开工。'], ['茶园']] }] })
  const out = await written(xlsxSheetFormat, bytes, (text) => (text === '茶园' ? 'Tea garden' : null), {
    filename: 'a.xlsx',
  })
  const { sheets } = await readXlsx(out)
  assert.equal(sheets[0]?.rows[1]?.[1], 'Tea garden')
  assert.match(decode((await partsOf(out)).get('xl/worksheets/sheet1.xml') ?? encode('')), /<dimension ref="A1:B2"/)
})

/** A workbook whose first sheet has these rows, as XML. */
async function workbookOf(rows: string, behind = ''): Promise<Uint8Array> {
  const archive = await openArchive(await writeXlsx({ sheets: [{ name: 'a', rows: [['中文']] }] }))
  assert.ok(!isRefusal(archive))
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
    `${rows}</sheetData>${behind}</worksheet>`
  return spliceArchive(archive, new Map([['xl/worksheets/sheet1.xml', encode(sheet)]]))
}

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
const formula = (place: string, f: string, value: string) => `<c r="${place}" t="str">${f}<v>${value}</v></c>`

test('the heading of a table of the workbook stays, and the notice stands behind all columns', async () => {
  const rows = `<row r="1">${text('A1', '中文')}${text('B1', '英文')}</row>` + `<row r="2">${text('A2', '今天')}</row>`
  const bytes = await workbookOf(rows, '<tableParts count="1"><tablePart id="t1"/></tableParts>')
  const options = { filename: 'a.xlsx', draftNotice: 'DRAFT' }
  const out = await written(xlsxSheetFormat, bytes, () => 'Today', options)
  const { sheets } = await readXlsx(out)
  assert.deepEqual(sheets[0]?.rows, [
    ['中文', '英文', 'DRAFT'],
    ['今天', 'Today', null],
  ])
  assert.deepEqual(await written(xlsxSheetFormat, out, () => 'Today', options), out)
})

test('a cell that a formula fills is not written over, alone or in the range of one, and it is told', async () => {
  const bytes = await workbookOf(
    `<row r="1">${text('A1', '中文')}${text('B1', '英文')}</row>` +
      `<row r="2">${text('A2', '今天')}${formula('B2', '<f>UPPER("today")</f>', 'TODAY')}</row>` +
      `<row r="3">${text('A3', '明天')}${formula('B3', '<f t="array" ref="B3:B4">D3:D4</f>', 'tomorrow')}</row>` +
      `<row r="4">${text('A4', '后天')}${formula('B4', '', 'later')}</row>` +
      `<row r="5">${text('A5', '茶园')}${text('B5', 'Tea')}</row>`,
  )
  const { drafts, notices } = await broughtBy(xlsxSheetFormat, bytes, 'a.xlsx')
  assert.deepEqual(
    drafts.map((draft) => draft && plain(draft.target)),
    [null, null, null, 'Tea'],
  )
  assert.deepEqual(
    notices.slice(-2).map(({ code, params }) => [code, params.count]),
    [
      ['english-brought', '1'],
      ['formulas-stay', '3'],
    ],
  )
  const options = { filename: 'a.xlsx' }
  const out = await written(xlsxSheetFormat, bytes, (words) => `English of ${words}`, options)
  const sheetIn = async (file: Uint8Array) =>
    decode((await partsOf(file)).get('xl/worksheets/sheet1.xml') ?? encode(''))
  assert.equal(
    await sheetIn(out),
    (await sheetIn(bytes)).replace('<is><t>Tea</t>', '<is><t xml:space="preserve">English of 茶园</t>'),
  )
  assert.equal(await written(xlsxSheetFormat, bytes, (words) => (words === '茶园' ? null : 'Never'), options), bytes)
})

test('where a formula gives the heading, what is not signed is said behind all others', async () => {
  const bytes = await workbookOf(
    `<row r="1">${text('A1', '中文')}${formula('B1', '<f>"英"&amp;"文"</f>', '英文')}</row>` +
      `<row r="2">${text('A2', '今天')}</row>`,
  )
  const out = await written(xlsxSheetFormat, bytes, () => 'Today', { filename: 'a.xlsx', draftNotice: 'DRAFT' })
  const { sheets } = await readXlsx(out)
  assert.deepEqual(sheets[0]?.rows[0]?.[2], 'DRAFT')
  assert.deepEqual(sheets[0]?.rows[1]?.slice(0, 2), ['今天', 'Today'])
})
