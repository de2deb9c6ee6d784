import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentNews } from '../contract/views/documents.ts'
import { createHub } from '../stores/in-memory/coordination.ts'
import { createPresence } from './presence.ts'

test('people on two servers see one another, where they are, and that they leave', () => {
  const hub = createHub()
  const [first, second] = [hub.join(), hub.join()].map((coordination) => {
    const told: DocumentNews[] = []
    const presence = createPresence({ tell: (_document, news) => void told.push(news) }, coordination)
    return { presence, last: () => told.at(-1) }
  })
  assert.ok(first && second)
  const leave = first.presence.join('d1', {}, { id: 'p1', name: 'Tan Yue' })
  second.presence.join('d1', {}, { id: 'p2', name: 'Lu Min' })
  second.presence.move('d1', 'p2', 'b1.s1')
  const both = [
    { name: 'Lu Min', segment: 'b1.s1' },
    { name: 'Tan Yue', segment: null },
  ]
  assert.deepEqual(first.last(), { type: 'present', people: both })
  assert.deepEqual(second.last(), { type: 'present', people: both.toReversed() })
  leave()
  assert.deepEqual(second.last(), { type: 'present', people: [{ name: 'Lu Min', segment: 'b1.s1' }] })
  const third: DocumentNews[] = []
  createPresence({ tell: (_document, news) => void third.push(news) }, hub.join())
  assert.deepEqual(third, [{ type: 'present', people: [{ name: 'Lu Min', segment: 'b1.s1' }] }])
})
