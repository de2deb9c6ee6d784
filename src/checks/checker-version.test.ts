import assert from 'node:assert/strict'
import { test } from 'node:test'
import recorded from './fixtures/checker-record.json' with { type: 'json' }
import { type CheckerRecord, findingsNow } from './fixtures/fixed-set.ts'
import { checkerVersion } from './registry.ts'

const advice = 'then run "npm run record:checker" and commit the record'

/** What is wrong with a version that finds `now`, against what was recorded; null where they agree. */
function complaint(version: string, now: CheckerRecord['findings'], { version: before, findings }: CheckerRecord) {
  if (version !== before) return `the record is of version ${before}, the checks are of ${version}: ${advice}`
  const changed = Object.keys(now).filter((text) => findings[text] !== undefined && findings[text] !== now[text])
  if (changed.length > 0) return `${changed.length} fixtures have other findings: raise checkerVersion, ${advice}`
  return null
}

test('checks that find something else have another version', () => {
  const now = findingsNow()
  const known = Object.keys(now).filter((text) => recorded.findings[text as keyof typeof recorded.findings])
  // Fixtures come and go; a record of few of them holds nothing.
  assert.ok(known.length >= Object.keys(now).length / 2, `${known.length} recorded: ${advice}`)
  assert.equal(complaint(checkerVersion, now, recorded), null)
})

test('a changed finding under the same version is refused, and so is a version without a record', () => {
  const findings = { text: 'a', other: 'b' }
  assert.match(complaint('7', { ...findings, text: 'c' }, { version: '7', findings }) ?? '', /raise checkerVersion/)
  assert.match(complaint('8', findings, { version: '7', findings }) ?? '', /record is of version 7/)
  assert.equal(complaint('7', { ...findings, added: 'd' }, { version: '7', findings }), null)
})
