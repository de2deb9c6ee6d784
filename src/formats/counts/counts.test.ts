import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CountRow, countNames } from '../../model/counts.ts'
import { noCounts } from '../../review/counting/cells.ts'
import { countsFormat } from './counts.ts'

const row: CountRow = {
  month: '2026-03',
  document: { id: 'd1', title: '=HYPERLINK("x")' },
  engine: 'google',
  person: { id: 'p1', name: '@Li, "Wang"' },
  counts: { ...noCounts(), confirmedSentences: 12 },
  distance: 5.9,
  penalty: null,
  perThousand: null,
  score: -12.34567,
}

test('counts in CSV have a row a group, no formula, and nothing where there is no such figure', async () => {
  const rows = [row, { ...row, document: null, person: null, distance: null, score: 99.9999 }]
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await countsFormat.write(rows))
  const [heading = '', first = '', second = ''] = text.split('\n')
  assert.ok(heading.startsWith('\uFEFFmonth,document,document_id,drafted_by,person,person_id,imported_sentences,'))
  assert.ok(heading.endsWith(',critical_issues,distance,penalty,per_thousand,score'))
  assert.equal(heading.split(',').length, 6 + countNames.length + 4)
  assert.ok(first.startsWith(`2026-03,"'=HYPERLINK(""x"")",d1,google,"'@Li, ""Wang""",p1,0,`), first)
  assert.match(first, /,5\.9,,,-12\.346$/)
  assert.match(second, /^2026-03,,,google,,,0,/)
  assert.match(second, /,,,,99\.999$/, 'a score is never rounded up')
})
