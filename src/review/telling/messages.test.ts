import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { DocumentMessage } from '../../model/outbox.ts'
import { sha256 } from '../../stores/conformance.ts'
import { chain, chainStart } from '../chain.ts'
import { touchesSigned } from '../covered.ts'
import { sampleDocument } from '../fixtures/desk.ts'
import { advance } from '../fold.ts'
import { bundling, messagesOf, type Walk, walkStart } from './messages.ts'

const segments = ['b1.s1', 'b2.s1', 'b2.s2']
const signOff = {
  binding: { sources: '', targets: '', terms: '', figures: '', findings: '', checker: '', people: '' },
  by: 'dan',
  name: 'Dan',
  at: 'now',
  key: 'k',
  signature: 's',
}

/** Events that a document may have after its import, as far as messages look at them. */
const event: fc.Arbitrary<DocumentEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...segments).map(translated) },
  { weight: 2, arbitrary: fc.constantFrom(...segments).map(commented) },
  { weight: 2, arbitrary: fc.constant({ type: 'document-signed', v: 1, signOff } as unknown as DocumentEvent) },
  { weight: 1, arbitrary: fc.constant<DocumentEvent>({ type: 'review-sent', v: 1, review: 'v1', name: 'x' }) },
  { weight: 1, arbitrary: fc.constant<DocumentEvent>({ type: 'document-labelled', v: 1, labels: ['x'] }) },
  { weight: 1, arbitrary: fc.constant<DocumentEvent>({ type: 'document-renamed', v: 1, name: 'x' }) },
)

function translated(segment: string): DocumentEvent {
  return { type: 'segment-translated', v: 1, segment }
}

function commented(segment: string): DocumentEvent {
  return { type: 'comment-added', v: 1, segment, comment: 'c', text: 'Hm.' }
}

/** A journal with its events some seconds apart. */
function journalOf(events: readonly DocumentEvent[], gaps: readonly number[]): readonly Entry<DocumentEvent>[] {
  let at = Date.parse('2026-03-01T08:00:00.000Z')
  let last: Entry<DocumentEvent> | undefined
  const all: readonly DocumentEvent[] = [{ type: 'document-imported', v: 1, document: sampleDocument }, ...events]
  return all.flatMap((one, index) => {
    at += (gaps[index % gaps.length] ?? 0) * 1000
    const added = chain(last ?? chainStart, [one], { at: new Date(at).toISOString(), by: 'ann', digest: sha256 })
    last = added.at(-1)
    return added
  })
}

const journal = fc
  .tuple(fc.array(event, { maxLength: 30 }), fc.array(fc.nat(200), { minLength: 1, maxLength: 8 }))
  .map(([events, gaps]) => journalOf(events, gaps))

const alone = (messages: readonly DocumentMessage[]) => messages.filter(({ kind }) => kind !== 'sentences.confirmed')
const tell = (from: Walk, entries: readonly Entry<DocumentEvent>[], already: number, now: string | null) =>
  messagesOf('d1', from, entries, { already, now, digest: sha256 })

test('each import, signature and loss of one is told once, and each confirmation is in one bundle', () => {
  fc.assert(
    fc.property(journal, (entries) => {
      const { messages, walk, due } = tell(walkStart, entries, 0, null)
      assert.equal(due, null)
      assert.equal(walk.sequence, entries.length)
      const signed = entries.filter(({ event: one }) => one.type === 'document-signed').length
      assert.equal(messages.filter(({ kind }) => kind === 'document.signed').length, signed)
      assert.equal(messages.filter(({ kind }) => kind === 'document.imported').length, 1)
      assert.equal(new Set(messages.map(({ id }) => id)).size, messages.length)
      for (const { sequence, event: one } of entries) {
        const within = messages.filter(
          ({ kind, from, to }) => kind === 'sentences.confirmed' && from <= sequence && sequence <= to,
        )
        if (one.type === 'segment-translated') assert.equal(within.length, 1)
      }
    }),
  )
})

test('whether a document is signed is told as the fold has it', () => {
  fc.assert(
    fc.property(journal, (entries) => {
      const { messages, walk } = tell(walkStart, entries, 0, null)
      const state = advance(null, entries)
      const isSigned = state?.signOff !== undefined && !state.touchedSinceSignOff
      assert.equal(walk.signed, isSigned)
      const last = messages.findLast(({ kind }) => kind === 'document.signed' || kind === 'document.unsigned')
      assert.equal(last?.kind === 'document.signed', isSigned)
    }),
  )
})

test('an event touches what is signed exactly where the fold says so', () => {
  fc.assert(
    fc.property(event, (one) => {
      const signed = { type: 'document-signed', v: 1, signOff } as unknown as DocumentEvent
      const state = advance(null, journalOf([signed, one], [1]))
      assert.equal(state?.touchedSinceSignOff, touchesSigned(one))
    }),
  )
})

test('read in pieces, by a process that knew and by one that begins anew, it comes to the same', () => {
  const cuts = fc.array(fc.tuple(fc.nat(10), fc.boolean()), { maxLength: 12 })
  fc.assert(
    fc.property(journal, cuts, (entries, pieces) => {
      const whole = tell(walkStart, entries, 0, null)
      const told: DocumentMessage[] = []
      let [walk, already, end] = [walkStart, 0, 0]
      for (const [more, isNew] of [...pieces, [entries.length, false] as const]) {
        end = Math.min(entries.length, end + more)
        // A process that begins anew knows what is queued alone.
        if (isNew) walk = walkStart
        const now = end === entries.length ? null : (entries[end - 1]?.at ?? '')
        const piece = tell(walk, entries.slice(walk.sequence, end), already, now)
        told.push(...piece.messages)
        walk = piece.walk
        if (piece.messages.length > 0) already = walk.sequence
      }
      assert.deepEqual(alone(told), alone(whole.messages))
      const confirmed = entries.filter(({ event: one }) => one.type === 'segment-translated')
      for (const { sequence } of confirmed) {
        const within = told.filter(
          ({ kind, from, to }) => kind === 'sentences.confirmed' && from <= sequence && sequence <= to,
        )
        assert.equal(within.length, 1, `entry ${sequence} is in ${within.length} bundles`)
      }
    }),
  )
})

test('confirmed sentences wait for more of them, but not for ever', () => {
  const every = (seconds: number, count: number) =>
    journalOf(
      Array.from({ length: count }, (_, index) => translated(segments[index % 3] as string)),
      [seconds],
    )
  const quiet = every(10, 3)
  const lastAt = quiet.at(-1)?.at ?? ''
  const waiting = tell(walkStart, quiet, 0, lastAt)
  assert.deepEqual(alone(waiting.messages).length, waiting.messages.length)
  assert.equal(Date.parse(waiting.due ?? '') - Date.parse(lastAt), bundling.quiet)
  assert.equal(waiting.walk.sequence, 1)
  const after = tell(waiting.walk, quiet.slice(1), 1, waiting.due)
  assert.deepEqual(
    after.messages.map(({ kind, from, to, sentences }) => ({ kind, from, to, sentences })),
    [{ kind: 'sentences.confirmed', from: 2, to: 4, sentences: 3 }],
  )
  const putBack = new Date(Date.parse(lastAt) - 24 * 60 * 60 * 1000).toISOString()
  assert.equal(tell(walkStart, quiet, 0, putBack).due, null, 'nor for a clock that has been put back')
  const busy = every(30, 21)
  const [, ...bundles] = tell(walkStart, busy, 0, busy.at(-1)?.at ?? '').messages
  assert.deepEqual(
    bundles.map(({ sentences }) => sentences),
    [3],
    'the first of them has waited for ten minutes',
  )
})
