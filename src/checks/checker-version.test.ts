import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingCodes } from '../model/finding.ts'
import recorded from './fixtures/checker-record.json' with { type: 'json' }
import { type CheckerRecord, findingsNow } from './fixtures/fixed-set.ts'
import { checkerVersion } from './registry.ts'

const advice = 'then run "npm run record:checker" and commit the record'

/** What is wrong with what the checks find now, against what was recorded; null where they agree. */
function complaint(now: CheckerRecord, { version, codes, findings }: CheckerRecord): string | null {
  if (now.version !== version) return `the record is of version ${version}, the checks are of ${now.version}: ${advice}`
  if (now.codes.join() !== codes.join())
    return `there are other codes than were recorded: raise checkerVersion, ${advice}`
  const changed = Object.entries(now.findings).filter(([text, hash]) => (findings[text] ?? hash) !== hash)
  if (changed.length > 0) return `${changed.length} fixtures have other findings: raise checkerVersion, ${advice}`
  return null
}

test('checks that find something else have another version', () => {
  const record: CheckerRecord = recorded
  const now = { version: checkerVersion, codes: [...findingCodes].sort(), findings: findingsNow() }
  assert.equal(complaint(now, record), null)
  // Fixtures come and go; a record of few of them holds nothing.
  const known = Object.keys(now.findings).filter((text) => record.findings[text] !== undefined)
  assert.ok(known.length >= Object.keys(now.findings).length / 2, `${known.length} recorded: ${advice}`)
})

test('a changed finding or a new code under the same version is refused, and so is a version without a record', () => {
  const record: CheckerRecord = { version: '7', codes: ['space-doubled'], findings: { text: 'a', other: 'b' } }
  const changed = { ...record, findings: { ...record.findings, text: 'c' } }
  assert.match(complaint(changed, record) ?? '', /1 fixtures have other findings: raise checkerVersion/)
  assert.match(complaint({ ...record, codes: ['space-doubled', 'new'] }, record) ?? '', /other codes/)
  assert.match(complaint({ ...record, version: '8' }, record) ?? '', /record is of version 7/)
  assert.equal(complaint({ ...record, findings: { ...record.findings, added: 'd' } }, record), null)
})
