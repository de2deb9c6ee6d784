import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termsAsked, testCompliance } from './fixtures/compliance-laws.ts'

test('the sentences have terms enough, those of the sample among them', () => {
  assert.ok(termsAsked >= 140, String(termsAsked))
})

testCompliance({ slow: false })
