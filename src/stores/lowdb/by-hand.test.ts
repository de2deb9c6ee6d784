import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { entriesAfter, sha256 } from '../conformance.ts'
import { linesOf, readJournalFile } from './lines.ts'

const page = readFileSync(new URL('../../../docs/journal.md', import.meta.url), 'utf8')
const [script = '', headScript = ''] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) => lines)
const skip = spawnSync('sha256sum', ['--version']).status === 0 ? false : 'sha256sum is not on this machine'

test('the lines of docs/journal.md compute the hash of an entry', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-by-hand-'))
  try {
    const journal = join(folder, 'd1.jsonl')
    // Text that looks like the members around the hash does not mislead the lines.
    const entries = entriesAfter(undefined, ['改“hash”\n,"hash":"00","previous":"', 'second'])
    writeFileSync(journal, linesOf(entries))
    assert.deepEqual(readJournalFile(readFileSync(journal), sha256).damage, [])
    const run = spawnSync('sh', ['-euc', script], { env: { ...process.env, JOURNAL: journal }, encoding: 'utf8' })
    const [computed, written] = run.stdout.trim().split('\n')
    assert.equal(computed?.split(' ')[0], entries[0]?.hash, run.stderr)
    assert.equal(written, entries[1]?.previous)
    const env = { ...process.env, JOURNAL: journal, LENGTH: '2' }
    assert.equal(spawnSync('sh', ['-euc', headScript], { env, encoding: 'utf8' }).stdout.trim(), entries[1]?.hash)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
