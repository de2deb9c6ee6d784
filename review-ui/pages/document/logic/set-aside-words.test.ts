import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentState } from '../../../../src/model/state.ts'
import { type KeptWords, keptFor, setAside } from './set-aside-words.ts'

const words = (segment: string, text: string): KeptWords => ({ segment, text, at: '2026-01-01T00:00:00.000Z' })

test('the same words are kept once, and the oldest go first when there are too many', () => {
  let kept = setAside([], words('b1.s1', 'one'))
  kept = setAside(kept, words('b1.s1', 'one'))
  assert.equal(kept.length, 1)
  for (let i = 0; i < 60; i++) kept = setAside(kept, words('b1.s1', `text ${i}`))
  assert.equal(kept.length, 50)
  assert.equal(kept.at(-1)?.text, 'text 59')
})

test('words of a segment that was split or joined are found at what took its place', () => {
  const state = { tombstones: { 'b1.s1': ['b1.s3', 'b1.s4'], 'b1.s4': ['b1.s5'] } } as unknown as DocumentState
  const kept = [words('b1.s1', 'lost?'), words('b2.s1', 'elsewhere')]
  assert.deepEqual(
    keptFor(state, kept, 'b1.s5').map(({ text }) => text),
    ['lost?'],
  )
  assert.deepEqual(keptFor(state, kept, 'b1.s2'), [])
})
