import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-counts-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('counts prints CSV, or JSON, or writes a file; people only where the office shows them', async () => {
  const text = join(folder, 'a.txt')
  writeFileSync(text, '道路修好了。大家都说好。道路修好了。\n')
  const workspace = join(folder, 'office')
  const run = (...args: readonly string[]) => duizhao(['--workspace', workspace, ...args], {})
  assert.equal((await run('import', text)).code, 0)
  const csv = await run('counts')
  assert.deepEqual([csv.code, csv.err], [0, ''])
  const [heading = '', line = ''] = csv.out.split('\n')
  assert.match(heading, /month,document,document_id,drafted_by/)
  assert.match(line, /^\d{4}-\d{2},,,,,,3,18,/)
  const json = JSON.parse((await run('counts', '--by', 'document,month', '--json')).out)
  assert.deepEqual([json.by, json.total.counts.importedCharacters], [['month', 'document'], 18])
  const refused = await run('counts', '--by', 'person')
  assert.equal(refused.code, 3)
  assert.match(refused.err, /does not show counts by person/)
  const mine = JSON.parse((await run('counts', '--by', 'person', '--mine', '--json')).out)
  assert.equal(mine.rows.length, 1)
  const file = join(folder, 'counts.csv')
  assert.equal((await run('counts', '--by', 'engine', '--out', file)).code, 0)
  assert.match(readFileSync(file, 'utf8'), /\n,,,none,,,3,18,/)
  for (const wrong of [
    ['--by', 'people'],
    ['--from', '2026-13'],
    ['--from', '2026-02', '--to', '2026-01'],
  ])
    assert.notEqual((await run('counts', ...wrong)).code, 0, wrong.join(' '))
})
