import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { figureVerdicts } from '../../model/release.ts'
import { writeFigures } from '../csv/figures-csv.ts'
import { writeGlossary } from '../csv/glossary-csv.ts'
import { unpack } from '../zip/unpack.ts'
import { writeGlossaryXlsx } from './glossary-xlsx.ts'

/**
 * Cells that spreadsheets run, or would if what stands before the sign were dropped. LibreOffice 7.4 makes no formula of any
 * of them in the three files.
 */
const before = ['', ' ', '\n', '\t', '\r', '\u00a0', '\u3000', '\ufeff', '\u200b', "'", '"']
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '＝1+1',
  '=HYPERLINK("http://a.example","b")',
  "=cmd|' /C calc'!A0",
]
const hostile = before.flatMap((unseen) => formulas.map((formula) => `${unseen}${formula}`))
const terms = hostile.map((cell, index) => ({
  id: `t${index}`,
  source: [cell],
  renderings: [
    { text: cell, status: 'preferred' as const },
    { text: `${cell}2`, status: 'forbidden' as const },
  ],
  status: 'approved' as const,
  domain: cell,
  note: cell,
  publicNote: cell,
  definition: cell,
  owner: cell,
  abbreviation: cell,
  authority: cell,
  authorityBody: cell,
  authorityPlace: cell,
  authorityDate: cell,
}))

async function filesOf(workbook: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const refusal = await unpack(workbook, (name) => {
    const parts: Uint8Array[] = []
    return {
      take(bytes) {
        parts.push(Uint8Array.from(bytes))
        return null
      },
      end() {
        files.set(name, Buffer.concat(parts).toString())
        return null
      },
    }
  })
  assert.equal(refusal, null)
  return files
}

test('every cell of a workbook is a text by its type, and nothing in it is a formula or leads elsewhere', async () => {
  const files = await filesOf(await writeGlossaryXlsx(terms))
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? assert.fail()
  const cells = sheet.match(/<c\b[^>]*>/g) ?? []
  assert.ok(cells.length > 10 * hostile.length)
  for (const cell of cells) assert.match(cell, / t="s"/)
  for (const [name, content] of files) {
    assert.doesNotMatch(content, /<(?:\w+:)?(?:f|definedName|hyperlink|externalReference|ddeLink)\b/, name)
    assert.doesNotMatch(name, /external|connections|macro|vba|embeddings/i)
  }
  const shared = files.get('xl/sharedStrings.xml') ?? assert.fail()
  assert.ok(shared.includes('cmd|') && shared.includes('=HYPERLINK('))
})

const figures = hostile.map((cell) => ({
  segment: cell,
  source: cell,
  expected: cell,
  target: cell,
  verdict: figureVerdicts[0],
  confirmed: { name: cell, at: cell, how: 'checked' as const },
}))

for (const [name, csv] of [
  ['glossary', writeGlossary(terms)],
  ['figure sheet', writeFigures(figures)],
] as const) {
  test(`no cell of a ${name} in CSV begins as a formula, whatever stands unseen before it`, () => {
    const rows: readonly (readonly string[])[] = parse(csv, { bom: true, relax_column_count: true })
    assert.equal(rows.length, hostile.length + 1)
    for (const cell of rows.flat()) {
      assert.doesNotMatch(cell, /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u, JSON.stringify(cell))
      assert.doesNotMatch(cell, /^[\t\r]/)
    }
  })
}
