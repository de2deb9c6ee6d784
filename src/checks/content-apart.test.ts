import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainStyle } from '../model/house-style.ts'
import { atOnce } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { contentApart } from './content-apart.ts'

const subjects = [
  ['村里的学校', 'The village school'],
  ['县里的医院', 'The county hospital'],
  ['山上的茶园', 'The tea garden on the hill'],
  ['河边的工厂', 'The factory by the river'],
] as const
const deeds = [
  ['种下许多果树', 'planted many fruit trees'],
  ['修好供水管道', 'repaired its water pipes'],
  ['招收年轻工人', 'recruited young workers'],
  ['开通夜间班车', 'started a night shuttle'],
] as const

/** A document of so many sentences, which say all there is to say several times. */
function documentOf(sentences: number, wrong?: number): readonly SegmentContext[] {
  return Array.from({ length: sentences }, (_, index) => {
    const at = (shift: number) => [(index + shift) % 4, Math.floor(index / 4 + shift) % 4] as const
    const [subject, deed] = at(0)
    const [otherSubject, otherDeed] = index === wrong ? at(1) : at(0)
    return {
      segment: `s${index}`,
      kind: 'paragraph',
      source: `${subjects[subject]?.[0]}${deeds[deed]?.[0]}。`,
      target: `${subjects[otherSubject]?.[1]} ${deeds[otherDeed]?.[1]}.`,
      terms: [],
      style: plainStyle,
    }
  })
}

test('English of another sentence is pointed at, in long documents too', () => {
  for (const length of [120, 2500]) {
    const findings = atOnce(contentApart(documentOf(length, 77)))
    assert.deepEqual(
      findings.map(({ code, severity, segment }) => [code, severity, segment]),
      [['content-apart', 'note', 's77']],
    )
  }
})

test('a document of right sentences has no finding, nor one too short to learn from', () => {
  assert.deepEqual(atOnce(contentApart(documentOf(120))), [])
  assert.deepEqual(atOnce(contentApart(documentOf(99, 50))), [])
})

test('law: after edits the findings are those of the document read for the first time', () => {
  const fresh = (contexts: readonly SegmentContext[]) => contexts.map((context) => ({ ...context }))
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(1199), from: fc.nat(1199) }), { minLength: 1, maxLength: 4 }),
      (edits) => {
        const contexts = [...documentOf(1200, 5)]
        atOnce(contentApart(contexts))
        for (const { at, from } of edits) {
          const [edited, other] = [contexts[at], contexts[from]]
          if (edited && other) contexts[at] = { ...edited, target: other.target }
          assert.deepEqual(atOnce(contentApart(contexts)), atOnce(contentApart(fresh(contexts))))
        }
      },
    ),
    { numRuns: 15 },
  )
})
