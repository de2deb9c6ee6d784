import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../model/document.ts'
import { type Code, type Inline, plain } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import type { SegmentState } from '../model/state.ts'
import { sha256 } from '../stores/conformance.ts'
import { openDesk, person, sampleDocument } from './fixtures/desk.ts'
import { foldDocument } from './fold.ts'

const ann = person('ann', 'translator')
const ren = person('ren', 'translator', 'reviser')
const bold: Code = { type: 'alone', id: '1', data: '<br/>' }

/** A document of these sources, a segment each. */
function documentOf(sources: readonly Inline[]): Document {
  const blocks = sources.map((source, index) => ({
    id: `b${index + 1}`,
    kind: 'paragraph' as const,
    parts: [{ type: 'segment' as const, id: `b${index + 1}.s1`, source }],
  }))
  return { ...sampleDocument, blocks }
}

const draftOf = (words: string) => ({
  target: [words],
  origin: { type: 'memory', match: 'exact', score: 100, source: 'm' } as const,
  glossary: '',
  compliance: { asked: [], met: [] },
})

/** A segment but for its version, which counts what happened to it. */
function withoutVersion({ version: _, ...rest }: SegmentState) {
  return rest
}

const source: fc.Arbitrary<Inline> = fc.constantFrom(['同样的话。'], ['同样的话。'], ['别的话。'], ['同样的话。', bold])
const act = fc.constantFrom('nothing', 'draft', 'edit', 'translate', 'edit and reopen')
const places = fc.array(fc.tuple(source, act, fc.constantFrom('One.', 'Two.')), { minLength: 2, maxLength: 8 })

test('a propagation fills what no person touched with the same Chinese, changes nothing else, and is undone exactly', () => {
  fc.assert(
    fc.property(places, fc.nat(7), fc.boolean(), (wanted, at, byAnother) => {
      const desk = openDesk(sha256, [ann, ren], documentOf(wanted.map(([words]) => words)))
      const ids = [...desk.state().segments.keys()]
      for (const [index, [, what, words]] of wanted.entries()) {
        const segment = ids[index] ?? ''
        const base = () => desk.state().segments.get(segment)?.version ?? 0
        if (what === 'draft') desk.send({ type: 'draft', segment, draft: draftOf(words) }, ren)
        if (what.startsWith('edit')) desk.send({ type: 'edit', segment, base: base(), target: [words] }, ren)
        if (what === 'translate' || what === 'edit and reopen')
          desk.send({ type: 'translate', segment, base: base(), target: [words] }, ren)
        if (what === 'edit and reopen') desk.send({ type: 'reopen', segment, base: base() }, ren)
      }
      const from = ids[at % ids.length] ?? ''
      const version = () => desk.state().segments.get(from)?.version ?? 0
      desk.send({ type: 'translate', segment: from, base: version(), target: ['Confirmed.'] }, ann)
      const before = desk.state().segments
      const actor = byAnother ? ren : ann
      const sent = desk.send({ type: 'propagate', segment: from, base: version() }, actor)
      assert.ok(!isRefusal(sent))
      const after = desk.state().segments
      let filled = 0
      for (const id of ids) {
        const [then, now] = [before.get(id), after.get(id)]
        assert.ok(then && now)
        const isSame = JSON.stringify(then.source) === JSON.stringify(before.get(from)?.source)
        if (id !== from && isSame && then.authors.length === 0 && then.state === 'initial') {
          filled += 1
          assert.deepEqual([now.target, now.state], [['Confirmed.'], 'translated'])
          assert.ok(
            before.get(from)?.authors.every((author) => now.authors.includes(author)) && now.authors.includes(actor.id),
          )
          assert.deepEqual(now.draft, then.draft)
        } else assert.equal(now, then, 'a place that was not to be touched')
      }
      assert.equal(sent.length, filled)
      const undone = desk.send({ type: 'undo-propagation', segment: from }, actor)
      assert.equal(isRefusal(undone), filled === 0)
      for (const id of ids) {
        const [then, now] = [before.get(id), desk.state().segments.get(id)]
        assert.ok(then && now)
        assert.deepEqual(withoutVersion(now), withoutVersion(then))
      }
      assert.deepEqual(foldDocument(desk.entries()), desk.state())
    }),
    { numRuns: 300 },
  )
})

test('what somebody has done to a propagated sentence since is not taken back with it, nor what another propagated', () => {
  const desk = openDesk(sha256, [ann, ren], documentOf([['同。'], ['同。'], ['同。'], ['同。']]))
  desk.send({ type: 'translate', segment: 'b1.s1', base: 0, target: ['Same.'] }, ann)
  const version = (id: string) => desk.state().segments.get(id)?.version ?? 0
  desk.send({ type: 'propagate', segment: 'b1.s1', base: version('b1.s1') }, ann)
  desk.send({ type: 'edit', segment: 'b2.s1', base: version('b2.s1'), target: ['The same.'] }, ann)
  desk.send({ type: 'revise', segment: 'b3.s1', base: version('b3.s1') }, ren)
  const byAnother = desk.send({ type: 'undo-propagation', segment: 'b1.s1' }, ren)
  assert.ok(isRefusal(byAnother) && byAnother.code === 'nothing-to-undo')
  const undone = desk.send({ type: 'undo-propagation', segment: 'b1.s1' }, ann)
  assert.ok(!isRefusal(undone))
  assert.deepEqual(
    [...desk.state().segments.values()].map(({ target, state }) => [plain(target), state]),
    [
      ['Same.', 'translated'],
      ['The same.', 'initial'],
      ['Same.', 'reviewed'],
      ['', 'initial'],
    ],
  )
})

test('only what is confirmed is propagated, and only as it was seen', () => {
  const desk = openDesk(sha256, [ann, ren], documentOf([['同。'], ['同。']]))
  desk.send({ type: 'edit', segment: 'b1.s1', base: 0, target: ['Same.'] }, ann)
  const early = desk.send({ type: 'propagate', segment: 'b1.s1', base: 1 }, ann)
  assert.ok(isRefusal(early) && early.code === 'segment-not-translated')
  desk.send({ type: 'translate', segment: 'b1.s1', base: 1 }, ann)
  const stale = desk.send({ type: 'propagate', segment: 'b1.s1', base: 1 }, ann)
  assert.ok(isRefusal(stale) && stale.code === 'segment-changed')
})
