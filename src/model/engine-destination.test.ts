import assert from 'node:assert/strict'
import { test } from 'node:test'
import { destinationOf, destinationOfEngine, isAgreed } from './engine-destination.ts'

test('where texts go is told from the address', () => {
  assert.deepEqual(destinationOf(''), { type: 'unknown' })
  assert.deepEqual(destinationOf('http://127.0.0.1:11434/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('http://[::1]:8000/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('http://localhost:8000/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('https://models.example.org/v1'), { type: 'elsewhere', host: 'models.example.org' })
  assert.deepEqual(destinationOf('http://10.0.0.7:8000/v1'), { type: 'open', host: '10.0.0.7:8000' })
  assert.deepEqual(destinationOf('http://127.0.0.1.example.org/v1'), { type: 'open', host: '127.0.0.1.example.org' })
})

test('an engine that keeps texts here needs no word; one that sends them on needs one for that very host', () => {
  const settings = (baseUrl: string) => ({
    openai: { baseUrl },
    consents: [{ to: 'models.example.org', by: 'p1', at: '2026-03-01T00:00:00Z' }],
  })
  assert.equal(destinationOfEngine('memory', settings('')).type, 'here')
  assert.ok(isAgreed('memory', settings('')))
  assert.ok(isAgreed('openai-compatible', settings('http://localhost:8000/v1')))
  assert.ok(isAgreed('openai-compatible', settings('https://models.example.org/v1')))
  assert.ok(!isAgreed('openai-compatible', settings('https://models.example.com/v1')))
  assert.ok(!isAgreed('google', settings('')))
})
