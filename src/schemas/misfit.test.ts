import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atOnce } from '../model/steps.ts'
import { documentEvent } from './event.ts'
import { misfitOf, misfitSteps } from './misfit.ts'

const blocks = Array.from({ length: 1200 }, (_, index) => ({
  id: `b${index}`,
  kind: 'paragraph',
  parts: [{ type: 'segment', id: `b${index}.s1`, source: ['道路。'] }],
}))
const imported = {
  type: 'document-imported',
  v: 1,
  document: {
    id: 'd1',
    title: '道路',
    sourceLanguage: 'zh-CN',
    targetLanguage: 'en',
    origin: { format: 'text', filename: 'a.txt', sha256: '' },
    blocks,
  },
}

/** A copy with another value at one place. */
function changed(value: unknown, [first, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (first === undefined) return to
  if (Array.isArray(value)) return value.with(Number(first), changed(value[Number(first)], rest, to))
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [first]: changed(record[first], rest, to) }
}

const place = fc.oneof(
  fc.constantFrom(
    ['type'],
    ['v'],
    ['document'],
    ['document', 'title'],
    ['document', 'origin', 'sha256'],
    ['document', 'blocks'],
  ),
  fc
    .tuple(
      fc.nat(blocks.length - 1),
      fc.constantFrom([], ['id'], ['kind'], ['parts'], ['parts', 0, 'source'], ['parts', 0, 'type']),
    )
    .map(([index, rest]) => ['document', 'blocks', index, ...rest]),
)
const other = fc.constantFrom<unknown>(undefined, null, 1, 'quote', [], {}, ['x'])

test('law: read step by step a value has the misfit that it has when it is read at once', () => {
  assert.equal(atOnce(misfitSteps(documentEvent, imported)), null)
  fc.assert(
    fc.property(place, other, (where, to) => {
      const value = changed(imported, where, to)
      assert.deepEqual(atOnce(misfitSteps(documentEvent, value)), misfitOf(documentEvent, value))
    }),
    { numRuns: 300 },
  )
})

test('a long list is read in steps', () => {
  const steps = misfitSteps(documentEvent, imported)
  let count = 0
  while (steps.next().done !== true) count++
  assert.equal(count, 3)
})
