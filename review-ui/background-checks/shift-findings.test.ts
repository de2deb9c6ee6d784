import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../../src/model/finding.ts'
import { shiftFindings } from './shift-findings.ts'

const at = (text: string, word: string): Finding => {
  const from = text.indexOf(word)
  assert.ok(from >= 0)
  return {
    code: 'proof-spelling',
    severity: 'warning',
    segment: 'b1.s1',
    target: { from, to: from + word.length },
    params: { found: word, expected: '' },
  }
}

test('what an edit leaves alone is carried over, at its new place', () => {
  const before = 'The hospitl is by teh river.'
  const now = 'The hospitl is nearly by teh river.'
  const shifted = shiftFindings([at(before, 'hospitl'), at(before, 'teh')], before, now)
  assert.deepEqual(shifted, [at(now, 'hospitl'), at(now, 'teh')])
})

test('what an edit touches is dropped, also where it goes on from an edge of it', () => {
  const before = 'The hospitl is here.'
  const touched = ['The hospital is here.', 'The hospitls is here.', 'The Ahospitl is here.', 'The  is here.', '']
  for (const now of touched) assert.deepEqual(shiftFindings([at(before, 'hospitl')], before, now), [], now)
})

test('what is carried over stands at the same words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(12), fc.nat(12), (before, now, one, other) => {
      const from = Math.min(one, other, before.length)
      const to = Math.min(Math.max(one, other), before.length)
      const finding = { ...at('a', 'a'), target: { from, to } }
      for (const { target } of shiftFindings([finding], before, now)) {
        assert.equal(now.slice(target?.from, target?.to), before.slice(from, to))
        assert.ok((target?.from ?? -1) >= 0 && (target?.to ?? Infinity) <= now.length)
      }
    }),
    { numRuns: 2000 },
  )
})
