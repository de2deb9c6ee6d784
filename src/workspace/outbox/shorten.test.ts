import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry, OutboxEvent } from '../../model/event.ts'
import type { DocumentMessage } from '../../model/outbox.ts'
import { carriedOf, holdsMore, type OutboxTerms } from '../../review/telling/carried.ts'
import { foldOutbox } from '../../review/telling/outbox.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace } from '../core/open.ts'
import { openOffice } from '../fixtures/office.ts'
import { shortenOutbox } from './shorten.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString()
const message = (id: string): DocumentMessage => ({
  id,
  kind: 'document.signed',
  document: 'd1',
  title: '道路',
  from: 1,
  to: 1,
  at: day(1),
  by: ['p1'],
})
const notice = (id: string, at: string) =>
  ({ id, kind: 'signed', document: 'd1', from: 1, to: 1, at, by: 'p9' }) as const
const ids = fc.integer({ min: 0, max: 5 }).map((number) => `m${number}`)
const people = fc.constantFrom('p1', 'p2', 'p3')
const outcome = fc.constantFrom(
  { type: 'delivered', status: 200 } as const,
  { type: 'failed', fault: 'timeout', status: 0 } as const,
)

/** Events as the outbox may have them in any order. */
const events: fc.Arbitrary<OutboxEvent> = fc.oneof(
  ids.map(
    (id) =>
      ({
        type: 'messages-queued',
        v: 1,
        document: 'd1',
        until: 3,
        messages: [{ message: message(id), to: ['r1', 'r2'] }],
      }) as const,
  ),
  fc
    .tuple(ids, fc.constantFrom('r1', 'r2'), outcome, fc.boolean())
    .map(
      ([id, to, result, ends]) =>
        ({ type: 'delivery-tried', v: 1, message: id, to, outcome: result, next: ends ? null : day(90) }) as const,
    ),
  fc
    .tuple(ids, fc.constantFrom('r1', 'r2'))
    .map(([id, to]) => ({ type: 'delivery-asked', v: 1, message: id, to }) as const),
  fc.tuple(ids, people, fc.constantFrom('page', 'daily', 'at-once')).map(
    ([id, person, way]) =>
      ({
        type: 'notices-made',
        v: 1,
        document: 'd1',
        until: 4,
        notices: [{ notice: notice(id, day(2)), to: [{ person, way }] }],
      }) as const,
  ),
  fc.tuple(ids, people).map(([id, person]) => ({ type: 'notices-read', v: 1, person, notices: [id] }) as const),
  fc
    .tuple(ids, people)
    .map(
      ([id, person]) =>
        ({ type: 'mail-queued', v: 1, mail: { id: `mail-${id}`, person, notices: [id], digest: false } }) as const,
    ),
  fc
    .tuple(ids, outcome, fc.boolean())
    .map(
      ([id, result, ends]) =>
        ({ type: 'mail-tried', v: 1, mail: `mail-${id}`, outcome: result, next: ends ? null : day(90) }) as const,
    ),
  fc.constant({ type: 'notices-begun', v: 1, documents: { d1: 2 } } as const),
  fc.constant({ type: 'receiver-removed', v: 1, to: 'r2' } as const),
)

function entriesOf(all: readonly OutboxEvent[]): readonly Entry<OutboxEvent>[] {
  return all.map((event, index) => ({
    sequence: index + 1,
    at: day(index + 1),
    by: 'system',
    previous: '',
    hash: '',
    event,
  }))
}

const keepsAll: OutboxTerms = { deliveriesSince: null, noticesSince: null, without: new Set() }

test('a carried state is the state, and whatever follows comes to the same', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), fc.array(events, { maxLength: 15 }), (before, after) => {
      const entries = entriesOf([...before, ...after])
      const [first, then] = [entries.slice(0, before.length), entries.slice(before.length)]
      const carried = { type: 'outbox-carried', v: 1, outbox: carriedOf(foldOutbox(first), keepsAll) } as const
      const begin = { ...entriesOf([carried])[0], sequence: before.length } as Entry<OutboxEvent>
      const { carried: _, ...whole } = foldOutbox(entries)
      const { carried: __, ...shortened } = foldOutbox([begin, ...then])
      assert.deepEqual(shortened, whole)
      assert.equal(holdsMore(foldOutbox(first), keepsAll), false)
    }),
  )
})

test('whatever is removed by its age, nothing that waits or is unseen goes', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (all, cut) => {
      const state = foldOutbox(entriesOf(all))
      const terms = { deliveriesSince: day(cut), noticesSince: day(cut), without: new Set<string>() }
      const { waiting, read, failing, ended, notices } = carriedOf(state, terms)
      assert.deepEqual(
        [waiting, read, failing],
        [[...state.waiting.values()], Object.fromEntries(state.read), Object.fromEntries(state.failing)],
      )
      assert.deepEqual(notices.mails, [...state.notices.mails.values()])
      for (const delivery of state.ended)
        assert.equal(ended.includes(delivery), (delivery.last?.at ?? delivery.since) >= day(cut))
      for (const [person, held] of state.notices.held) {
        const gone = held.filter((one) => !(notices.held[person] ?? []).includes(one))
        const isMailed = (id: string) => notices.mails.some((mail) => mail.notices.includes(id))
        assert.ok(gone.every(({ read, mail, id }) => read && mail === null && !isMailed(id)))
      }
    }),
  )
})

test('of people whose data was erased nothing is carried', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 60 }), (all) => {
      const state = foldOutbox(entriesOf(all))
      const terms = { ...keepsAll, without: new Set(['p1']) }
      const { notices } = carriedOf(state, terms)
      assert.ok(!JSON.stringify([notices.held, notices.mails, notices.sent, notices.mailed]).includes('"p1"'))
    }),
  )
})

test('killed between the entry and the removal, the next time goes on; other servers follow', async () => {
  const doors = createMemoryDoors()
  let isKilled = true
  const journals = {
    ...doors.journals,
    async shorten(name: string, first: number) {
      if (isKilled) throw new Error('killed')
      return doors.journals.shorten(name, first)
    },
  }
  const { workspace, world } = await openOffice({ ...doors, journals })
  const other = openWorkspace(world)
  const queue = (id: string): OutboxEvent => ({
    type: 'messages-queued',
    v: 1,
    document: 'd1',
    until: 1,
    messages: [{ message: message(id), to: ['r1'] }],
  })
  for (const id of ['m1', 'm2']) await workspace.outbox.write('system', () => [queue(id)])
  await other.outbox.read()
  await assert.rejects(shortenOutbox(workspace, keepsAll, { always: true }))
  assert.equal((await openWorkspace(world).outbox.read()).state.waiting.size, 2)
  isKilled = false
  assert.equal(await shortenOutbox(openWorkspace(world), keepsAll, { always: false }), true)
  assert.equal(await shortenOutbox(openWorkspace(world), keepsAll, { always: false }), false)
  assert.equal((await doors.journals.read('outbox', 0)).length, 1)
  await other.outbox.write('system', () => [queue('m3')])
  const { state } = await openWorkspace(world).outbox.read()
  assert.deepEqual([state.waiting.size, (await other.outbox.read()).state.waiting.size], [3, 3])
})
