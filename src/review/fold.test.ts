import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent } from '../model/event.ts'
import { sha256 } from '../stores/conformance.ts'
import { chain, chainStart } from './chain.ts'
import { openDesk, person, sampleDocument } from './fixtures/desk.ts'
import { advance, applyEntry, foldDocument } from './fold.ts'

const imported: DocumentEvent = { type: 'document-imported', v: 1, document: sampleDocument }
const entries = (...events: readonly DocumentEvent[]) =>
  chain(chainStart, events, { at: '2026-03-01T08:00:00.000Z', by: 'p1', digest: sha256 })

test('no entries make no document; an import makes one with nothing translated', () => {
  assert.equal(foldDocument([]), null)
  const state = foldDocument(entries(imported))
  assert.deepEqual([...(state?.segments.keys() ?? [])], ['b1.s1', 'b2.s1', 'b2.s2'])
  assert.ok([...(state?.segments.values() ?? [])].every((segment) => segment.version === 0))
  assert.equal(state?.touchedSinceSignOff, false)
})

test('folding at once, in two parts or entry by entry comes to the same, and changes nothing it was given', () => {
  const ann = person('ann', 'translator')
  const desk = openDesk(sha256, [ann])
  desk.send({ type: 'translate', segment: 'b2.s1', base: 0, target: ['One.'] }, ann)
  desk.send({ type: 'join', segment: 'b2.s1', base: 2, nextBase: 0 }, ann)
  desk.send({ type: 'split', segment: 'b2.s3', base: 1, at: 2 }, ann)
  const all = desk.entries()
  const half = foldDocument(all.slice(0, 3))
  const copyOf = (state: typeof half) => structuredClone({ ...state, segments: [...(state?.segments ?? [])] })
  const before = copyOf(half)
  assert.deepEqual(advance(half, all.slice(3)), desk.state())
  assert.deepEqual(copyOf(half), before)
  assert.deepEqual(
    all.reduce<ReturnType<typeof foldDocument>>((state, entry) => applyEntry(state, entry), null),
    desk.state(),
  )
})

test('a journal that no rule could have written is a fault that names the entry', () => {
  const broken: readonly (readonly [RegExp, readonly DocumentEvent[]])[] = [
    [/entry 1: .* begins with its import/, [{ type: 'segment-translated', v: 1, segment: 'b1.s1' }]],
    [/entry 2: .* imported once/, [imported, imported]],
    [/entry 2: there is no segment b9.s9/, [imported, { type: 'segment-translated', v: 1, segment: 'b9.s9' }]],
    [/entry 2: there is no segment __proto__/, [imported, { type: 'segment-translated', v: 1, segment: '__proto__' }]],
    [
      /entry 2 breaks the rules: split-outside/,
      [imported, { type: 'segment-split', v: 1, segment: 'b2.s1', at: 99, into: ['b2.s3', 'b2.s4'] }],
    ],
  ]
  for (const [message, events] of broken) assert.throws(() => foldDocument(entries(...events)), message)
})
