import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packedSegments } from '../schemas/state.ts'
import type { Block } from './document.ts'
import type { Inline } from './inline.ts'
import { packSteps, unpackSegments } from './packed-segments.ts'
import { type SegmentState, segmentStates } from './state.ts'
import { atOnce } from './steps.ts'

const inline: fc.Arbitrary<Inline> = fc.array(
  fc.oneof(fc.string({ maxLength: 4 }), fc.constant({ type: 'alone', id: '1', data: '<br>' } as const)),
  { maxLength: 3 },
)
const recordOf = <T>(members: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) =>
  fc.record(members, { noNullPrototype: true })
const stamp = { by: 'p1', at: '2026-01-01T00:00:00.000Z' }

/** A segment without its place: members that many have, and some that few have. */
const member = fc.record(
  {
    source: inline,
    target: inline,
    state: fc.constantFrom(...segmentStates),
    version: fc.nat({ max: 9 }),
    authors: fc.array(fc.constantFrom('p1', 'p2'), { maxLength: 2 }),
    comments: fc.array(fc.constant({ ...stamp, id: 'c1', text: '?' }), { maxLength: 1 }),
    waivers: fc.array(fc.constant({ ...stamp, finding: 'f', reason: 'r' }), { maxLength: 1 }),
    draft: recordOf({
      target: inline,
      origin: fc.constantFrom(
        { type: 'memory', match: 'ice', score: 100, source: 'm.tmx' } as const,
        { type: 'file', filename: 'a.xlf', state: '' } as const,
      ),
      glossary: fc.constantFrom('g1', 'g2'),
      compliance: recordOf({ asked: fc.subarray(['t1', 't2']), met: fc.subarray(['t1']) }),
    }),
    edited: fc.constant(stamp),
    figuresConfirmed: fc.constant([]),
    written: fc.array(recordOf({ words: fc.nat({ max: 5 }), by: fc.constant(['p1']) }), { maxLength: 2 }),
  },
  { requiredKeys: ['source', 'target', 'state', 'version', 'authors', 'comments', 'waivers'], noNullPrototype: true },
)
const lengths = fc.array(fc.array(member, { maxLength: 3 }), { maxLength: 4 })

test('law: what is packed comes out as it was, also as JSON, and is what the contract says', () => {
  fc.assert(
    fc.property(lengths, (members) => {
      const segments: SegmentState[] = members.flatMap((ofBlock, block) =>
        ofBlock.map((more, index) => ({ id: `b${block}.s${index}`, block: `b${block}`, ...more })),
      )
      const blocks: Block[] = members.map((ofBlock, block) => ({
        id: `b${block}`,
        kind: 'paragraph',
        parts: ofBlock.flatMap(({ source }, index) => [
          { type: 'segment' as const, id: `b${block}.s${index}`, source },
          { type: 'ignorable' as const, source: ' ' },
        ]),
      }))
      // The order of the table is its own.
      const table = new Map(segments.toReversed().map((segment) => [segment.id, segment]))
      const packed = atOnce(packSteps(blocks, table))
      assert.deepEqual(unpackSegments(blocks, packed), segments)
      const sent = packedSegments.parse(JSON.parse(JSON.stringify(packed)))
      assert.deepEqual(unpackSegments(blocks, sent), segments)
    }),
    { numRuns: 300 },
  )
})
