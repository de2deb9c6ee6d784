import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fingerprintOf, openSigningKey, verifySignature } from './signing-key.ts'

test('the key is made once, for its owner only, and signs what verifies', (t) => {
  const workspace = mkdtempSync(join(tmpdir(), 'duizhao-key-'))
  t.after(() => rmSync(workspace, { recursive: true }))
  const first = openSigningKey(workspace)
  const again = openSigningKey(workspace)
  assert.equal(again.key, first.key)
  assert.equal(statSync(join(workspace, 'signing-key.pem')).mode & 0o077, 0)
  const signature = first.sign('译文')
  assert.ok(verifySignature(first.key, '译文', signature))
  assert.ok(!verifySignature(first.key, '译文。', signature))
  assert.ok(!verifySignature(openSigningKey(mkdtempSync(join(workspace, 'other-'))).key, '译文', signature))
  assert.match(fingerprintOf(first.key), /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
})

test('malformed keys and signatures verify as false', () => {
  for (const key of ['', 'x', 'AAAA', '*'.repeat(60)]) assert.equal(verifySignature(key, 'a', 'b'), false)
})
