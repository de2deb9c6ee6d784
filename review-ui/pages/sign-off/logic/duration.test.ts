import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationWords } from './duration.ts'

test('a length of time is told in its two largest units', () => {
  const words = (milliseconds: number) => durationWords(milliseconds, 'en')
  assert.deepEqual([0, 430, 5000, 52_000, 112_000, 7_800_000, 3_600_000].map(words), [
    '0 sec',
    '0.4 sec',
    '5 sec',
    '52 sec',
    '1 min 52 sec',
    '2 hr 10 min',
    '1 hr',
  ])
})
