import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { KnownKeys } from '../workspace/core/signing-keys.ts'
import { fingerprintOf, KeyLost, makeNextKey, openSigningKey, verifySignature } from './signing-key.ts'

const nothing: KnownKeys = { history: null, signed: [] }
const recorded = (first: string): KnownKeys => ({ history: { first, earlier: [], replacements: [] }, signed: [] })

function newFolder(t: TestContext): string {
  const workspace = mkdtempSync(join(tmpdir(), 'duizhao-key-'))
  t.after(() => rmSync(workspace, { recursive: true }))
  return workspace
}

test('the key is made once, for its owner only, and signs what verifies', (t) => {
  const workspace = newFolder(t)
  const first = openSigningKey(workspace, nothing)
  const again = openSigningKey(workspace, recorded(first.key))
  assert.equal(again.key, first.key)
  assert.equal(statSync(join(workspace, 'signing-key.pem')).mode & 0o077, 0)
  const signature = first.sign('译文')
  assert.ok(verifySignature(first.key, '译文', signature))
  assert.ok(!verifySignature(first.key, '译文。', signature))
  assert.ok(!verifySignature(openSigningKey(newFolder(t), nothing).key, '译文', signature))
  assert.match(fingerprintOf(first.key), /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
})

test('a key that is lost, or is another than the recorded one, is told and never made anew', (t) => {
  const workspace = newFolder(t)
  const file = join(workspace, 'signing-key.pem')
  const { key } = openSigningKey(workspace, nothing)
  const pem = readFileSync(file, 'utf8')
  const isLost = (found: string | null) => (error: unknown) =>
    error instanceof KeyLost && error.expected === fingerprintOf(key) && error.found === found
  rmSync(file)
  for (const known of [recorded(key), { history: null, signed: [key] }]) {
    assert.throws(() => openSigningKey(workspace, known), isLost(null))
  }
  const other = openSigningKey(newFolder(t), nothing)
  assert.equal(openSigningKey(workspace, nothing).key === key, false, 'where nothing was ever signed one is made')
  const made = openSigningKey(workspace, nothing)
  assert.throws(() => openSigningKey(workspace, recorded(key)), isLost(fingerprintOf(made.key)))
  assert.equal(
    openSigningKey(workspace, { history: null, signed: [other.key] }).key,
    made.key,
    'an older workspace goes on',
  )
  writeFileSync(file, pem)
  assert.equal(openSigningKey(workspace, recorded(key)).key, key)
})

test('a replacement that was recorded and cut short is completed, and one that was not recorded is forgotten', (t) => {
  const workspace = newFolder(t)
  const { key } = openSigningKey(workspace, nothing)
  const next = makeNextKey(workspace)
  assert.equal(openSigningKey(workspace, recorded(key)).key, key)
  assert.equal(openSigningKey(workspace, recorded(next.key)).key, next.key)
  assert.equal(openSigningKey(workspace, recorded(next.key)).key, next.key, 'it has taken the place for good')
})

test('malformed keys and signatures verify as false', () => {
  for (const key of ['', 'x', 'AAAA', '*'.repeat(60)]) assert.equal(verifySignature(key, 'a', 'b'), false)
})
