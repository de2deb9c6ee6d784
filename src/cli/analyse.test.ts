import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-analyse-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('analyse says how much of a file the memory has, and post-edits of what is confirmed', async () => {
  const text = join(folder, 'a.txt')
  writeFileSync(text, '道路修好了。大家都说好。道路修好了。\n')
  const workspace = join(folder, 'office')
  const run = (...args: readonly string[]) => duizhao(['--workspace', workspace, ...args], {})
  assert.equal((await run('import', text)).code, 0)
  const { code, out, err } = await run('analyse', text, '--json')
  assert.deepEqual([code, err], [0, ''])
  const { total, bands, prices } = JSON.parse(out)
  assert.deepEqual(
    [total, bands.new.segments, bands.repetition.segments, prices],
    [{ segments: 3, characters: 18 }, 2, 1, []],
  )
  assert.match((await run('analyse', text)).out, /repetitions\t1 segment, 6 characters/)
  const edits = await run('analyse', '--post-edit', '--json')
  assert.equal(JSON.parse(edits.out).total.segments, 0)
  assert.equal((await run('analyse')).code, 2)
})
