import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Finding, severities } from '../../../../src/model/finding.ts'
import { stretchesOf } from './stretches.ts'

const spans = fc.tuple(fc.nat(40), fc.nat(12)).map(([from, length]) => ({ from, to: from + length }))
const finding = fc.record({
  code: fc.constantFrom('quantity-bound', 'content-missing', 'negation-missing', 'term-missing'),
  severity: fc.constantFrom(...severities),
  source: spans,
}) as fc.Arbitrary<Pick<Finding, 'code' | 'severity'> & { readonly source: { from: number; to: number } }>
const findings = fc
  .array(finding, { maxLength: 6 })
  .map((list) => list.map((each): Finding => ({ ...each, segment: 'b1.s1', params: {} })))

test('stretches put together are the part, and each has the findings that point at its characters', () => {
  fc.assert(
    fc.property(findings, spans, (list, part) => {
      const stretches = stretchesOf(part, list, 'source')
      let at = part.from
      for (const { from, to, findings, grade } of stretches) {
        assert.equal(from, at)
        assert.ok(to > from)
        at = to
        for (let place = from; place < to; place += 1)
          assert.deepEqual(
            findings,
            list.filter(({ source }) => source && source.from <= place && place < source.to),
          )
        assert.equal(grade === null, findings.length === 0)
      }
      assert.equal(at, part.to)
    }),
  )
})

const of = (code: Finding['code'], severity: Finding['severity'], from: number, to: number): Finding => {
  return { code, severity, segment: 'b1.s1', source: { from, to }, target: { from, to }, params: {} }
}
const graded = (list: readonly Finding[]) =>
  stretchesOf({ from: 0, to: 10 }, list, 'target').map(({ from, grade }) => `${from} ${grade}`)

test('the gravest finding grades a stretch, and a place to look at is no other note', () => {
  assert.deepEqual(graded([]), ['0 null'])
  assert.deepEqual(graded([of('content-missing', 'note', 2, 8), of('quantity-bound', 'warning', 4, 6)]), [
    '0 null',
    '2 look',
    '4 warning',
    '6 look',
    '8 null',
  ])
  assert.deepEqual(graded([of('quantity-missing', 'error', 0, 3), of('content-apart', 'note', 0, 10)]), [
    '0 error',
    '3 look',
  ])
  assert.deepEqual(graded([of('term-few', 'note', 0, 10), of('negation-missing', 'note', 8, 10)]), ['0 note', '8 look'])
})
