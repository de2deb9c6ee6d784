import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEvent, Entry, OutboxEvent } from '../../model/event.ts'
import { type Notice, noticeLimits } from '../../model/notice.ts'
import type { Person } from '../../model/people.ts'
import { sha256 } from '../../stores/conformance.ts'
import { chain, chainStart } from '../chain.ts'
import { person, sampleDocument } from '../fixtures/desk.ts'
import { foldDocument } from '../fold.ts'
import { nextMorning, officeDay, plannedMails } from './mail-times.ts'
import { dueNotices, mayTell, noticesOf, type OfficeToday, type OpenWork, toSignNotice } from './notices.ts'
import { foldOutbox } from './outbox.ts'

const people: readonly Person[] = [
  person('ann', 'translator'),
  { ...person('ben', 'translator'), away: { from: '2026-03-01', until: '2026-03-05', standIn: 'ann' } },
  person('cat', 'reviser'),
  person('dan', 'approver'),
]
const office: OfficeToday = { people: { people }, day: '2026-03-02' }
const telling = { ...office, digest: sha256 }

function journalOf(events: readonly (readonly [by: string, event: DocumentEvent])[]): readonly Entry<DocumentEvent>[] {
  let last: Entry<DocumentEvent> | undefined
  const all = [['ann', { type: 'document-imported', v: 1, document: sampleDocument }], ...events] as const
  return all.flatMap(([by, event], index) => {
    const at = new Date(Date.parse('2026-03-02T08:00:00.000Z') + index * 1000).toISOString()
    const added = chain(last ?? chainStart, [event], { at, by, digest: sha256 })
    last = added.at(-1)
    return added
  })
}

const told = (events: readonly (readonly [by: string, event: DocumentEvent])[]) =>
  noticesOf(null, journalOf(events), telling).notices.map(({ notice, for: to }) => [
    notice.kind,
    notice.by,
    to.map((one) => one.person),
    notice.count ?? 1,
  ])

const edited = (segment: string): DocumentEvent => ({ type: 'segment-edited', v: 1, segment, target: ['Words.'] })
const translated = (segment: string): DocumentEvent => ({ type: 'segment-translated', v: 1, segment })
const returned = (segment: string): DocumentEvent => ({ type: 'segment-returned', v: 1, segment, reason: 'No.' })
const suggested = (segment: string, suggestion: string): DocumentEvent => ({
  type: 'suggestion-made',
  v: 1,
  segment,
  suggestion,
  target: ['Better words.'],
})
const work = (id: string, by: string, step: 'translate' | 'sign', due: string | null = null): DocumentEvent => ({
  type: 'work-assigned',
  v: 1,
  assignment: { id, step, person: by, due },
})

test('whoever wrote a sentence is told that it was sent back, and of several together', () => {
  const [one, two] = ['b2.s1', 'b2.s2']
  assert.deepEqual(
    told([
      ['ben', edited(one)],
      ['ben', translated(one)],
      ['ben', edited(two)],
      ['ben', translated(two)],
      ['cat', returned(one)],
      ['cat', returned(two)],
    ]),
    [['returned', 'cat', ['ben'], 2]],
  )
})

test('suggestions are told to whose sentence it is, and what became of them to whoever made them', () => {
  assert.deepEqual(
    told([
      ['ann', edited('b2.s1')],
      ['cat', suggested('b2.s1', 's1')],
      ['cat', suggested('b2.s1', 's2')],
      ['ann', { type: 'suggestion-left', v: 1, segment: 'b2.s1', suggestion: 's2' }],
      ['ann', { ...edited('b2.s1'), target: ['Better words.'], taken: ['s1'] } as DocumentEvent],
    ]),
    [
      ['suggested', 'cat', ['ann'], 2],
      ['suggestion-left', 'ann', ['cat'], 1],
      ['suggestion-taken', 'ann', ['cat'], 1],
    ],
  )
})

test('work goes to whoever stands in as long as somebody is away, and nobody is told of their own acts', () => {
  const notices = noticesOf(
    null,
    journalOf([
      ['cat', work('w1', 'ben', 'translate')],
      ['ann', work('w2', 'ann', 'translate')],
      ['ben', { type: 'comment-added', v: 1, segment: 'b1.s1', comment: 'c', text: '?', mentions: ['ben', 'cat'] }],
    ]),
    telling,
  ).notices
  assert.deepEqual(
    notices.map(({ notice: { kind }, for: to }) => [kind, to]),
    [
      ['assigned', [{ person: 'ann' }, { person: 'ben', away: true }]],
      ['mentioned', [{ person: 'cat' }]],
    ],
  )
})

const someone = fc.constantFrom('ann', 'ben', 'cat')
const segment = fc.constantFrom('b1.s1', 'b2.s1', 'b2.s2')
const someEvent: fc.Arbitrary<DocumentEvent> = fc.oneof(
  segment.map(edited),
  segment.map(translated),
  segment.map(returned),
  segment.map((one) => suggested(one, `s${one}`)),
  fc.tuple(segment, someone).map(
    ([one, who]): DocumentEvent => ({
      type: 'comment-added',
      v: 1,
      segment: one,
      comment: 'c',
      text: '?',
      mentions: [who],
    }),
  ),
  fc.nat(3).map((id) => work(`w${id}`, 'ben', 'translate', '2026-03-09')),
)
const events = fc.array(fc.tuple(someone, someEvent), { maxLength: 25 })

test('read in pieces, everybody is told of the same entries, and never of their own', () => {
  fc.assert(
    fc.property(events, fc.array(fc.nat(26), { maxLength: 6 }), (list, cuts) => {
      const entries = journalOf(list)
      const covered = (notices: readonly { notice: Notice; for: readonly { person: string }[] }[]) =>
        notices.flatMap(({ notice, for: to }) =>
          to.map(({ person: who }) => {
            assert.notEqual(notice.by, who)
            return [notice.kind, who, notice.by, notice.count ?? 1] as const
          }),
        )
      const whole = covered(noticesOf(null, entries, telling).notices)
      const ends = [...new Set([...cuts.map((cut) => Math.min(cut, entries.length)), entries.length])].sort(
        (a, b) => a - b,
      )
      let [state, from] = [foldDocument([]), 0]
      const pieces: ReturnType<typeof covered>[number][] = []
      for (const end of ends) {
        const piece = noticesOf(state, entries.slice(from, end), telling)
        pieces.push(...covered(piece.notices))
        state = piece.state
        from = end
      }
      const sums = (all: typeof whole) => {
        const counts = new Map<string, number>()
        for (const [kind, who, by, count] of all) {
          const key = `${kind} ${who} ${by}`
          counts.set(key, (counts.get(key) ?? 0) + count)
        }
        return [...counts].sort()
      }
      assert.deepEqual(sums(pieces), sums(whole))
    }),
  )
})

test('an entry that may tell nothing tells nothing', () => {
  fc.assert(
    fc.property(events, (list) => {
      const entries = journalOf(list)
      entries.forEach((entry, index) => {
        if (index === 0 || mayTell(entry, false)) return
        const before = foldDocument(entries.slice(0, index))
        // A suggestion that somebody types word for word is taken by an entry that says so.
        assert.deepEqual(noticesOf(before, [entry], telling).notices, [])
      })
    }),
  )
})

test('a document that waits for a signature is told to whoever was asked, else to those who may and had no part in it', () => {
  const state = foldDocument(journalOf([['ann', edited('b2.s1')]]))
  assert.ok(state)
  const approvers = [...people, person('eve', 'approver'), { ...person('fay', 'approver'), active: false }]
  const how = { ...telling, people: { people: approvers }, singlePerson: false, at: '2026-03-02T09:00:00.000Z' }
  const toSign = (document: typeof state, involved: readonly string[]) =>
    toSignNotice(document, new Set(involved), how).for.map((one) => one.person)
  assert.deepEqual(toSign(state, ['ann', 'dan']), ['eve'])
  const asked = foldDocument(journalOf([['cat', work('w', 'dan', 'sign')]]))
  assert.ok(asked)
  assert.deepEqual(toSign(asked, ['ann']), ['dan'])
})

test('what is due is told the day before and the day after, once each, whichever days nobody looked', () => {
  const day = (offset: number) => new Date(Date.UTC(2026, 2, 10 + offset)).toISOString().slice(0, 10)
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -6, max: 8 }), { minLength: 1, maxLength: 10 }), (days) => {
      const due: OpenWork = { id: 'w', document: 'd1', sequence: 3, step: 'translate', person: 'cat', due: day(0) }
      let last = ''
      const kinds: string[] = []
      for (const offset of days.toSorted((a, b) => a - b)) {
        const on = { ...telling, day: day(offset), at: `${day(offset)}T08:00:00.000Z` }
        for (const { notice } of dueNotices([due], last, on)) {
          kinds.push(notice.kind)
          assert.equal(notice.kind === 'overdue', offset > 0)
          assert.ok(offset >= -1)
        }
        last = day(offset)
      }
      assert.equal(new Set(kinds).size, kinds.length, kinds.join())
      const [first = 0] = days.toSorted((a, b) => a - b)
      if (days.some((offset) => offset === -1)) assert.ok(kinds.includes('due-soon'))
      if (first <= 0 && days.some((offset) => offset > 0)) assert.ok(kinds.includes('overdue'))
    }),
  )
})

const start = Date.parse('2026-03-02T00:00:00.000Z')
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString()
const notice = (id: string): Notice => ({ id, kind: 'signed', document: 'd1', from: 1, to: 1, at: at(0), by: 'dan' })
const made = (id: string, who: string, way: 'page' | 'daily' | 'at-once'): OutboxEvent => ({
  type: 'notices-made',
  v: 1,
  document: 'd1',
  until: 3,
  notices: [{ notice: { ...notice(id), at: at(0) }, to: [{ person: who, way }] }],
})

function outboxOf(list: readonly OutboxEvent[], pace = 1000) {
  let last: Entry<OutboxEvent> | undefined
  return list.flatMap((event, index) => {
    const added = chain(last ?? chainStart, [event], { at: at(index * pace), by: 'system', digest: sha256 })
    last = added.at(-1)
    return added
  })
}

const noticeEvent: fc.Arbitrary<OutboxEvent> = fc
  .record({
    kind: fc.nat(6),
    id: fc.constantFrom('n1', 'n2', 'n3'),
    who: fc.constantFrom('ann', 'cat'),
    ok: fc.boolean(),
  })
  .map(({ kind, id, who, ok }): OutboxEvent => {
    if (kind === 0) return made(id, who, ok ? 'at-once' : 'daily')
    if (kind === 1) return { type: 'notices-read', v: 1, person: who, notices: [id] }
    if (kind === 2) return { type: 'mail-queued', v: 1, mail: { id: `m${id}`, person: who, notices: [id], digest: ok } }
    if (kind === 3) return { type: ok ? 'mail-resumed' : 'mail-stopped', v: 1 }
    if (kind === 4) return { type: 'notices-begun', v: 1, documents: { d1: 2 } }
    const outcome = ok
      ? ({ type: 'delivered', status: 250 } as const)
      : ({ type: 'failed', fault: 'timeout', status: 0 } as const)
    return { type: 'mail-tried', v: 1, mail: `m${id}`, outcome, next: ok ? null : at(60_000) }
  })

test('folded in pieces it is the same, and what was delivered does not wait', () => {
  fc.assert(
    fc.property(fc.array(noticeEvent, { maxLength: 40 }), fc.nat(40), (list, cut) => {
      const entries = outboxOf(list)
      const whole = foldOutbox(entries)
      assert.deepEqual(foldOutbox(entries.slice(cut), foldOutbox(entries.slice(0, cut))), whole)
      for (const { state, next } of whole.notices.mails.values())
        assert.deepEqual([state, next !== null], ['waiting', true])
      for (const { state, next } of whole.notices.sent) assert.deepEqual([state === 'waiting', next], [false, null])
    }),
  )
})

test('nobody has more notices than there may be, and the newest stay', () => {
  const list = Array.from({ length: noticeLimits.held + 3 }, (_, index) => made(`n${index}`, 'ann', 'page'))
  const held = foldOutbox(outboxOf(list)).notices.held.get('ann') ?? []
  assert.equal(held.length, noticeLimits.held)
  assert.equal(held.at(-1)?.id, `n${noticeLimits.held + 2}`)
})

test('e-mails gather what comes together, leave time between them, and leave out what was seen', () => {
  const zone = 'Asia/Shanghai'
  const plan = (list: readonly OutboxEvent[]) =>
    plannedMails(foldOutbox(outboxOf(list)).notices, zone).map(({ person: who, notices, digest, due }) => [
      who,
      notices.map(({ id }) => id),
      digest,
      due,
    ])
  const two = [made('n1', 'ann', 'at-once'), made('n2', 'ann', 'at-once'), made('n3', 'cat', 'daily')]
  assert.deepEqual(plan(two), [
    ['ann', ['n1', 'n2'], false, at(noticeLimits.gathering)],
    ['cat', ['n3'], true, '2026-03-03T00:00:00.000Z'],
  ])
  const mail = { id: 'm', person: 'ann', notices: ['n1'], digest: false }
  const [[, later, , due] = []] = plan([...two, { type: 'mail-queued', v: 1, mail }])
  assert.deepEqual([later, due], [['n2'], at(3_000 + noticeLimits.between)])
  const seen: OutboxEvent = { type: 'notices-read', v: 1, person: 'ann', notices: ['n1', 'n2'] }
  assert.deepEqual(plan([...two.slice(0, 2), seen]), [])
})

test('a day of the office begins in its morning, in every time zone and when clocks change', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Asia/Shanghai',
        'Asia/Kathmandu',
        'America/New_York',
        'Pacific/Kiritimati',
        'Australia/Lord_Howe',
      ),
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      (zone, minutes) => {
        const now = at(minutes * 60_000)
        const next = nextMorning(zone, now)
        const before = new Date(Date.parse(next) - 60_000).toISOString()
        assert.ok(next > now)
        assert.notEqual(officeDay(zone, next), officeDay(zone, now))
        assert.equal(officeDay(zone, before), officeDay(zone, now))
      },
    ),
  )
})
