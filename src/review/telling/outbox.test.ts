import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry, OutboxEvent } from '../../model/event.ts'
import { type DocumentMessage, outboxLimits } from '../../model/outbox.ts'
import { sha256 } from '../../stores/conformance.ts'
import { chain, chainStart } from '../chain.ts'
import { foldOutbox } from './outbox.ts'
import { isDue, nextTry, pauseAfter } from './retry.ts'

const start = Date.parse('2026-03-01T08:00:00.000Z')
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString()

function message(id: string): DocumentMessage {
  return { id, kind: 'document.signed', document: 'd1', title: '示例', from: 1, to: 1, at: at(0), by: ['dan'] }
}

function queued(document: string, until: number, ids: readonly string[], to: readonly string[]): OutboxEvent {
  return { type: 'messages-queued', v: 1, document, until, messages: ids.map((id) => ({ message: message(id), to })) }
}

function journalOf(events: readonly OutboxEvent[]): readonly Entry<OutboxEvent>[] {
  let last: Entry<OutboxEvent> | undefined
  return events.flatMap((one, index) => {
    const added = chain(last ?? chainStart, [one], { at: at(index * 1000), by: 'system', digest: sha256 })
    last = added.at(-1)
    return added
  })
}

const refused = { type: 'failed', fault: 'refused', status: 500 } as const
const delivered = { type: 'delivered', status: 204 } as const

const someEvent: fc.Arbitrary<OutboxEvent> = fc
  .record({
    kind: fc.nat(5),
    id: fc.constantFrom('m1', 'm2', 'm3'),
    to: fc.constantFrom('r1', 'r2'),
    until: fc.nat(9),
    ok: fc.boolean(),
  })
  .map(({ kind, id, to, until, ok }): OutboxEvent => {
    if (kind === 0) return queued('d1', until, [id], [to])
    if (kind === 1) return { type: 'delivery-asked', v: 1, message: id, to }
    if (kind === 2) return { type: 'receiver-removed', v: 1, to }
    if (kind === 3) return { type: 'receiver-resumed', v: 1, to }
    const outcome = ok ? delivered : refused
    return { type: 'delivery-tried', v: 1, message: id, to, outcome, next: ok ? null : at(60_000) }
  })

test('folded in pieces it is the same, and what is delivered does not wait', () => {
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 40 }), fc.nat(40), (events, cut) => {
      const entries = journalOf(events)
      const whole = foldOutbox(entries)
      assert.deepEqual(foldOutbox(entries.slice(cut), foldOutbox(entries.slice(0, cut))), whole)
      for (const { state, next } of whole.waiting.values()) assert.deepEqual([state, next !== null], ['waiting', true])
      for (const { state, next } of whole.ended) assert.deepEqual([state === 'waiting', next], [false, null])
    }),
  )
})

test('what was queued for a receiver is delivered, waits or was given up: nothing is lost on the way', () => {
  const ids = Array.from({ length: outboxLimits.waiting + 5 }, (_, index) => `m${index}`)
  const { waiting, ended } = foldOutbox(journalOf(ids.map((id, index) => queued('d1', index + 1, [id], ['r1', 'r2']))))
  const mine = [...waiting.values()].filter(({ to }) => to === 'r1')
  assert.equal(mine.length, outboxLimits.waiting)
  const given = ended.filter(({ to }) => to === 'r1')
  assert.deepEqual(
    given.map(({ message: { id }, state }) => [id, state]),
    ids.slice(0, 5).map((id) => [id, 'given-up']),
  )
})

test('ten thousand messages for twenty receivers, some of them delivered, are held to what may wait for each', () => {
  const receivers = Array.from({ length: 20 }, (_, index) => `r${index}`)
  const events = Array.from({ length: 10_000 }, (_, index): readonly OutboxEvent[] => {
    const id = `m${index}`
    const sent: OutboxEvent = { type: 'delivery-tried', v: 1, message: id, to: 'r0', outcome: delivered, next: null }
    return [queued('d1', index + 1, [id], receivers), ...(index % 2 === 0 ? [sent] : [])]
  })
  const entries = events.flat().map((event, index): Entry<OutboxEvent> => {
    return { sequence: index + 1, at: at(index), by: 'system', previous: '', hash: '', event }
  })
  const { waiting } = foldOutbox(entries)
  const counts = Map.groupBy(waiting.values(), ({ to }) => to)
  assert.deepEqual(
    receivers.map((to) => counts.get(to)?.length),
    receivers.map(() => outboxLimits.waiting),
  )
  const [oldest] = counts.get('r0') ?? []
  // What was delivered takes no room: of r0 only every other message waited.
  assert.equal(oldest?.message.id, `m${10_000 - 2 * outboxLimits.waiting + 1}`)
})

test('a try that lies beyond any wait is due: the clock has been put back', () => {
  assert.ok(isDue(at(0), at(0)))
  assert.ok(!isDue(at(60_000), at(0)))
  assert.ok(isDue(at(365 * 24 * 60 * 60 * 1000), at(0)))
})

test('a message that is asked for again keeps its id and begins anew', () => {
  const events: readonly OutboxEvent[] = [
    queued('d1', 1, ['m1'], ['r1']),
    { type: 'delivery-tried', v: 1, message: 'm1', to: 'r1', outcome: refused, next: null },
    { type: 'delivery-asked', v: 1, message: 'm1', to: 'r1' },
  ]
  const before = foldOutbox(journalOf(events.slice(0, 2)))
  assert.deepEqual([before.waiting.size, before.ended[0]?.state, before.failing.get('r1')], [0, 'given-up', at(1000)])
  const [again] = foldOutbox(journalOf(events)).waiting.values()
  assert.deepEqual([again?.message.id, again?.tries, again?.since, again?.next], ['m1', 0, at(2000), at(2000)])
})

test('waits grow, are never shorter than half, and end after three days', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
      let [now, tries] = [at(0), 0]
      const waits: number[] = []
      for (;;) {
        const next = nextTry({ since: at(0), tries }, refused, { now, random })
        if (next === null) break
        waits.push(Date.parse(next) - Date.parse(now))
        now = next
        tries += 1
      }
      assert.ok(waits.length >= 12 && waits.length < 40, `${waits.length} tries`)
      assert.ok(waits.every((wait) => wait >= 2_500 && wait <= 6 * 60 * 60 * 1000))
      assert.ok(Date.parse(now) - start <= outboxLimits.patience)
    }),
  )
  const asked = nextTry({ since: at(0), tries: 0 }, refused, { now: at(0), random: 0.5, after: 600_000 })
  assert.equal(asked, at(600_000), 'a receiver that asks for time gets it')
  assert.equal(nextTry({ since: at(0), tries: 0 }, delivered, { now: at(0), random: 0 }), null)
})

test('a receiver is paused at once when it is gone, and after three days when it takes nothing', () => {
  const days = outboxLimits.patience
  assert.equal(pauseAfter({ ...refused, status: 410 }, undefined, at(0)), 'gone')
  assert.equal(pauseAfter(refused, undefined, at(0)), null)
  assert.equal(pauseAfter(refused, at(0), at(days - 1)), null)
  assert.equal(pauseAfter(refused, at(0), at(days)), 'failing')
  assert.equal(pauseAfter(delivered, at(0), at(days)), null)
})
