import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block, Document } from '../../model/document.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { openDesk, person, sampleDocument } from '../../review/fixtures/desk.ts'
import { sha256 } from '../../stores/conformance.ts'
import { confirmedPairs, pairsChanged } from './confirmed-pairs.ts'

const translator = person('ann', 'translator', 'administrator')
const reviser = person('ben', 'reviser')
const approver = person('cai', 'approver')

const work = fc.record({
  type: fc.constantFrom(
    'edit',
    'translate',
    'revise',
    'return',
    'reopen',
    'split',
    'join',
    'propagate',
    'sign',
    'replace',
  ),
  place: fc.nat(5),
  words: fc.constantFrom('Roads.', 'Seven projects.', 'It invests 4 yuan.'),
})

/** A version of the source in which the blocks stand in another order, and one has other words. */
function turnedRound({ blocks, ...document }: Document, place: number): Document {
  const [first, ...others] = blocks
  const turned = first === undefined ? blocks : [...others, first]
  const reworded = (block: Block, at: number): Block => {
    if (at !== place % turned.length) return block
    const id = `${block.id}.s9${place}`
    return { ...block, parts: [{ type: 'segment', id, source: [`新的一句${place}。`] }] }
  }
  return { ...document, blocks: turned.map(reworded) }
}

test('law: what entries change, one after the other, comes to what is confirmed in the end', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(work, { minLength: 1, maxLength: 40 }), (steps) => {
      const desk = openDesk(sha256, [translator, reviser, approver], sampleDocument)
      const held: MemoryPair[] = []
      for (const { type, place, words } of steps) {
        const before = desk.state()
        const from = desk.entries().length
        const ids = before.document.blocks.flatMap(({ parts }) =>
          parts.flatMap((part) => ('id' in part ? part.id : [])),
        )
        const segment = ids[place % ids.length] ?? ''
        const base = before.segments.get(segment)?.version ?? 0
        const nextBase = before.segments.get(ids[(place % ids.length) + 1] ?? '')?.version ?? 0
        if (type === 'sign') desk.sign(approver)
        else if (type === 'replace')
          desk.replace(
            { document: turnedRound(before.document, place), made: { [`b2.s9${place}`]: segment } },
            translator,
          )
        else {
          const command = {
            type,
            segment,
            base,
            nextBase,
            at: 2,
            target: [words],
            reason: 'Shorter.',
          } as SegmentCommand
          desk.send(command, type === 'revise' || type === 'return' ? reviser : translator)
        }
        for (const { event } of desk.entries().slice(from)) seen.add(event.type)
        const { removed, added } = pairsChanged(desk.entries().slice(from), before, desk.state())
        for (const pair of removed) {
          const at = held.findIndex((other) => JSON.stringify(other) === JSON.stringify(pair))
          assert.notEqual(at, -1, `${JSON.stringify(pair)} is not held`)
          held.splice(at, 1)
        }
        held.push(...added)
        assert.deepEqual(inOrder(held), inOrder(confirmedPairs(desk.state())), type)
      }
    }),
    { numRuns: 200 },
  )
  for (const type of ['segment-split', 'segments-joined', 'source-replaced', 'segment-revised', 'segment-reopened'])
    assert.ok(seen.has(type), type)
})

test('entries that change no pair give none: a comment, an edit of what nobody confirmed, a signature', () => {
  const desk = openDesk(sha256, [translator, reviser, approver])
  const changeOf = (act: () => unknown) => {
    const [before, from] = [desk.state(), desk.entries().length]
    act()
    assert.ok(desk.entries().length > from)
    return pairsChanged(desk.entries().slice(from), before, desk.state())
  }
  const none = { removed: [], added: [] }
  assert.deepEqual(
    changeOf(() => desk.send({ type: 'edit', segment: 'b1.s1', base: 0, target: ['Plans'] }, translator)),
    none,
  )
  const english = { 'b1.s1': 'Plans', 'b2.s1': 'It invests 4.', 'b2.s2': 'Of 7 projects' }
  for (const [segment, words] of Object.entries(english)) {
    const base = desk.state().segments.get(segment)?.version ?? 0
    desk.send({ type: 'translate', segment, base, target: [words] }, translator)
    desk.send({ type: 'revise', segment, base: desk.state().segments.get(segment)?.version ?? 0 }, reviser)
  }
  assert.deepEqual(
    changeOf(() => desk.send({ type: 'comment', segment: 'b2.s1', comment: 'c1', text: 'Good.' }, reviser)),
    none,
  )
  assert.deepEqual(
    changeOf(() => assert.equal(desk.sign(approver), null)),
    none,
  )
})

function inOrder(pairs: readonly MemoryPair[]): readonly string[] {
  return pairs.map((pair) => JSON.stringify(pair)).sort()
}
