import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fits } from './misfit.ts'
import { lockHolder, storedEntry, storedValues } from './stored.ts'

const entry = {
  sequence: 1,
  at: '2026-03-02T08:00:00.000Z',
  by: 'p1',
  previous: '',
  event: { type: 'segment-translated', v: 1, segment: 'b1.s1' },
  hash: 'ab',
}

test('an entry is read whatever its event is, also one of a newer version', () => {
  for (const event of [entry.event, { type: 'unheard-of' }, { type: '', v: 2, more: [null] }])
    assert.ok(fits(storedEntry, { ...entry, event }))
  assert.ok(fits(storedEntry, { ...entry, more: 1 }))
  assert.ok(fits(storedEntry, { ...entry, sequence: Number.MAX_SAFE_INTEGER }))
})

test('what lacks a member of an entry, or has another kind of value in it, is none', () => {
  for (const member of Object.keys(entry)) {
    assert.ok(!fits(storedEntry, { ...entry, [member]: undefined }), member)
    assert.ok(!fits(storedEntry, { ...entry, [member]: null }), member)
    assert.ok(!fits(storedEntry, { ...entry, [member]: [] }), member)
  }
  for (const other of [
    null,
    [entry],
    'entry',
    { ...entry, sequence: 1.5 },
    { ...entry, sequence: 2 ** 53 },
    { ...entry, sequence: '1' },
    { ...entry, event: { type: 1 } },
  ])
    assert.ok(!fits(storedEntry, other))
})

test('settings are values by name, and nothing else', () => {
  for (const values of [{}, { a: null, 名: [1] }, JSON.parse('{"__proto__": 1, "constructor": 2}')])
    assert.ok(fits(storedValues, values))
  for (const other of [null, [], [1], 'text', 1]) assert.ok(!fits(storedValues, other))
})

test('a holder without an address, or with one that is none, does not serve', () => {
  const holder = { pid: 4, since: '2026-03-02T08:00:00.000Z' }
  assert.deepEqual(lockHolder.parse(holder), { ...holder, address: null })
  assert.deepEqual(lockHolder.parse({ ...holder, address: 5, more: 1 }), { ...holder, address: null })
  assert.equal(lockHolder.parse({ ...holder, address: 'http://127.0.0.1:1' }).address, 'http://127.0.0.1:1')
  assert.ok(!fits(lockHolder, { ...holder, pid: '4' }))
})
