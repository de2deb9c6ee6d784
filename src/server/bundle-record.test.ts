import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isCurrent, readRecord, recordOf } from './bundle-record.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-record-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string) => join(folder, name)

test('a bundle is current until a file it was made from, or one of its own, is another or gone', async () => {
  for (const change of ['input written', 'input gone', 'output cut', 'output gone'] as const) {
    writeFileSync(path('in.ts'), 'one')
    writeFileSync(path('out.js'), 'one')
    const record = await recordOf([path('in.ts')], [path('out.js')])
    assert.ok(await isCurrent(record))
    if (change === 'input written') {
      writeFileSync(path('in.ts'), 'two')
      utimesSync(path('in.ts'), 1, 1)
    }
    if (change === 'input gone') rmSync(path('in.ts'))
    if (change === 'output cut') writeFileSync(path('out.js'), '')
    if (change === 'output gone') rmSync(path('out.js'))
    assert.ok(!(await isCurrent(record)), change)
  }
})

test('a record is read as it was written; what is none is null', async () => {
  writeFileSync(path('in.ts'), 'one')
  const record = await recordOf([path('in.ts')], [])
  writeFileSync(path('record.json'), JSON.stringify(record))
  assert.deepEqual(await readRecord(path('record.json')), record)
  for (const text of ['', '{', '[]', '{"inputs":[]}', '{"inputs":[{}],"outputs":[]}']) {
    writeFileSync(path('record.json'), text)
    assert.equal(await readRecord(path('record.json')), null, text)
  }
  assert.equal(await readRecord(path('none.json')), null)
})
