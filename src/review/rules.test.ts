import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countLimits } from '../model/count-limits.ts'
import { findingKey } from '../model/finding.ts'
import { inlineOf } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import { Table } from '../model/table.ts'
import { sha256 } from '../stores/conformance.ts'
import type { SegmentCommand } from './command.ts'
import { findingsOf, openDesk, person } from './fixtures/desk.ts'
import { countBlocking } from './gates.ts'
import { decide } from './rules.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'translator', 'reviser')
const cat = person('cat', 'approver')
const dan = person('dan', 'reviser')
const open = () => openDesk(sha256, [ann, bob, cat, dan])

const segment = 'b2.s1'
const translate = (base: number, text: string): SegmentCommand => ({
  type: 'translate',
  segment,
  base,
  target: inlineOf(text),
})
const edit = (base: number, text: string): SegmentCommand => ({ type: 'edit', segment, base, target: inlineOf(text) })
const draft: SegmentCommand = {
  type: 'draft',
  segment,
  draft: {
    target: ['A draft.'],
    origin: { type: 'machine', engine: 'e', version: '1' },
    glossary: '',
    compliance: { asked: [], met: [] },
  },
}

function types(answer: ReturnType<ReturnType<typeof open>['send']>): readonly string[] | string {
  return isRefusal(answer) ? answer.code : answer.map(({ type }) => type)
}

test('whoever wrote or confirmed the words may not revise them; a second person may', () => {
  const desk = open()
  assert.deepEqual(types(desk.send(translate(0, 'Four hundred million.'), bob)), [
    'segment-edited',
    'segment-translated',
  ])
  assert.equal(types(desk.send({ type: 'revise', segment, base: 2 }, bob)), 'own-segment')
  assert.deepEqual(types(desk.send({ type: 'revise', segment, base: 2 }, dan)), ['segment-revised'])
  assert.equal(desk.state().segments.get(segment)?.state, 'reviewed')
})

test('a reviser who changes a word becomes its author', () => {
  const desk = open()
  desk.send(translate(0, 'Fore hundred million.'), ann)
  desk.send(translate(2, 'Four hundred million.'), dan)
  assert.deepEqual(desk.state().segments.get(segment)?.authors, ['ann', 'dan'])
  assert.equal(types(desk.send({ type: 'revise', segment, base: 4 }, dan)), 'own-segment')
  assert.deepEqual(types(desk.send({ type: 'revise', segment, base: 4 }, bob)), ['segment-revised'])
})

test('confirming a draft makes its author; a draft alone has none', () => {
  const desk = open()
  assert.deepEqual(types(desk.send(draft, ann)), ['segment-drafted'])
  assert.deepEqual(desk.state().segments.get(segment)?.authors, [])
  assert.deepEqual(types(desk.send({ type: 'translate', segment, base: 1 }, bob)), ['segment-translated'])
  assert.deepEqual(desk.state().segments.get(segment)?.authors, ['bob'])
  assert.equal(desk.state().segments.get(segment)?.draft?.origin.type, 'machine')
})

test('a draft never replaces words that a person wrote, and fills what was emptied', () => {
  const desk = open()
  desk.send(edit(0, 'Mine.'), ann)
  assert.deepEqual(desk.send(draft, ann), [])
  desk.send(edit(1, ''), ann)
  assert.deepEqual(types(desk.send(draft, ann)), ['segment-drafted'])
  assert.deepEqual(types(desk.send({ type: 'translate', segment, base: 3 }, bob)), ['segment-translated'])
  assert.deepEqual(desk.send(draft, ann), [])
})

test('a draft that comes in while someone types gives way to what they typed', () => {
  const desk = open()
  desk.send(draft, bob)
  assert.deepEqual(types(desk.send(edit(0, 'Typed meanwhile.'), ann)), ['segment-edited'])
  assert.deepEqual(desk.state().segments.get(segment)?.target, ['Typed meanwhile.'])
  assert.equal(types(desk.send({ type: 'translate', segment: 'b2.s2', base: 1 }, ann)), 'segment-changed')
})

test('of two people on one segment the second is told, and the same words again are no edit', () => {
  const desk = open()
  desk.send(edit(0, 'One.'), ann)
  const told = desk.send(edit(0, 'Two.'), bob)
  assert.deepEqual(isRefusal(told) && told.params, { segment, version: '1' })
  assert.deepEqual(desk.send(edit(0, 'One.'), ann), [])
  assert.deepEqual(desk.send(edit(0, 'One.'), bob), [])
  assert.deepEqual(desk.state().segments.get(segment)?.authors, ['ann'])
})

test('a comment collides with nobody who types', () => {
  const desk = open()
  desk.send(edit(0, 'One.'), ann)
  desk.send({ type: 'comment', segment, comment: 'c1', text: ' Is that so? ' }, cat)
  assert.equal(desk.state().segments.get(segment)?.comments[0]?.text, 'Is that so?')
  assert.deepEqual(types(desk.send(edit(1, 'One and a half.'), ann)), ['segment-edited'])
  assert.deepEqual(types(desk.send({ type: 'resolve-comment', segment, comment: 'c1' }, ann)), ['comment-resolved'])
  assert.deepEqual(desk.send({ type: 'resolve-comment', segment, comment: 'c1' }, ann), [])
  assert.equal(types(desk.send({ type: 'comment', segment, comment: 'c2', text: ' ' }, ann)), 'comment-empty')
})

test('an edit takes confirmation and revision away, and whoever is left without a word is no author', () => {
  const desk = open()
  desk.send(translate(0, 'One.'), ann)
  desk.send({ type: 'revise', segment, base: 2 }, dan)
  desk.send(edit(3, 'Two.'), bob)
  const now = desk.state().segments.get(segment)
  assert.equal(now?.state, 'initial')
  assert.equal(now?.revised, undefined)
  assert.equal(now?.translated, undefined)
  assert.deepEqual(now?.authors, ['bob'])
})

test('one edit of the only reviser locks nothing: the translator accepts the wording, and each has approved the other', () => {
  const desk = open()
  desk.send(translate(0, 'Work went on in the city.'), ann)
  desk.send(translate(2, 'Work progressed in the city.'), dan)
  assert.deepEqual(desk.state().segments.get(segment)?.authors, ['ann', 'dan'])
  const accept = { type: 'accept', segment, base: 4 } as const
  assert.equal(types(desk.send({ type: 'revise', segment, base: 4 }, dan)), 'own-segment')
  assert.equal(types(desk.send(accept, dan)), 'not-your-wording')
  assert.equal(types(desk.send(accept, bob)), 'not-your-wording')
  assert.equal(types(desk.send({ ...accept, base: 3 }, ann)), 'segment-changed')
  assert.deepEqual(types(desk.send(accept, ann)), ['wording-accepted'])
  const { state, translated, revised, accepted } = desk.state().segments.get(segment) ?? assert.fail()
  assert.deepEqual([state, translated?.by, revised?.by, accepted?.by], ['reviewed', 'ann', 'dan', 'ann'])
  assert.deepEqual(desk.send(accept, ann), [])
  assert.deepEqual(desk.send({ type: 'revise', segment, base: 5 }, bob), [])
})

test('an accepted wording is undone by either, and stands again as it was confirmed', () => {
  for (const [who, hasAccepted] of [
    [ann, true],
    [dan, false],
  ] as const) {
    const desk = open()
    desk.send(translate(0, 'Work went on.'), ann)
    desk.send(translate(2, 'Work progressed.'), dan)
    desk.send({ type: 'accept', segment, base: 4 }, ann)
    assert.deepEqual(types(desk.send({ type: 'reopen', segment, base: 5 }, who)), ['segment-reopened'], who.id)
    const { state, translated, revised, accepted } = desk.state().segments.get(segment) ?? assert.fail()
    assert.deepEqual([state, translated?.by, revised, accepted], ['translated', 'dan', undefined, undefined])
    assert.deepEqual(
      types(desk.send({ type: 'accept', segment, base: 6 }, ann)),
      ['wording-accepted'],
      `${hasAccepted}`,
    )
  }
})

test('nobody accepts what no reviser had part in, words that are theirs alone, or an error', () => {
  const two = openDesk(sha256, [ann, person('eve', 'translator'), dan])
  const eve = person('eve', 'translator')
  two.send(translate(0, 'Work went on.'), ann)
  two.send(translate(2, 'Work progressed.'), eve)
  assert.equal(types(two.send({ type: 'accept', segment, base: 4 }, ann)), 'not-your-wording')
  const alone = open()
  alone.send(translate(0, 'Work went on.'), dan)
  assert.equal(types(alone.send({ type: 'accept', segment, base: 2 }, ann)), 'not-your-wording')
  const wrong = open()
  wrong.send(translate(0, 'Work went on.'), ann)
  wrong.send(translate(2, 'Work X progressed.'), dan)
  assert.equal(types(wrong.send({ type: 'accept', segment, base: 4 }, ann)), 'segment-has-errors')
})

test('a reviser accepts what a translator made of their words, and is the reviser', () => {
  const desk = open()
  desk.send(translate(0, 'Work went on.'), dan)
  desk.send(translate(2, 'Work progressed.'), ann)
  assert.deepEqual(types(desk.send({ type: 'accept', segment, base: 4 }, dan)), ['wording-accepted'])
  const { translated, revised } = desk.state().segments.get(segment) ?? assert.fail()
  assert.deepEqual([translated?.by, revised?.by], ['ann', 'dan'])
})

test('a waiver ends with the text it is of, and does not come back with it', () => {
  const desk = open()
  desk.send(translate(0, 'An X.'), bob)
  const finding = findingKey(findingsOf(desk.state())[0] ?? assert.fail())
  desk.send({ type: 'waive', segment, base: 2, finding, reason: 'An X is meant.' }, dan)
  desk.send(translate(3, 'The X.'), bob)
  assert.deepEqual(desk.state().segments.get(segment)?.waivers, [])
  assert.equal(types(desk.send({ type: 'revise', segment, base: 5 }, dan)), 'segment-has-errors')
  desk.send(translate(5, 'An X.'), bob)
  assert.equal(types(desk.send({ type: 'revise', segment, base: 7 }, dan)), 'segment-has-errors')
})

test('a blocking comment stops the signature until whoever made it lifts it, or an approver with a reason', () => {
  const desk = open()
  for (const id of desk.state().segments.keys()) {
    desk.send({ type: 'translate', segment: id, base: 0, target: ['Words.'] }, bob)
    desk.send({ type: 'revise', segment: id, base: 2 }, dan)
  }
  const comment = {
    type: 'comment',
    segment,
    comment: 'c1',
    text: 'Wait for the legal office.',
    blocking: true,
  } as const
  desk.send(comment, ann)
  assert.equal(desk.sign(cat)?.code, 'sign-off-open')
  assert.equal(countBlocking(desk.state()), 1)
  const resolve = { type: 'resolve-comment', segment, comment: 'c1' } as const
  assert.equal(types(desk.send(resolve, bob)), 'comment-not-yours')
  assert.equal(types(desk.send({ ...resolve, reason: ' ' }, cat)), 'reason-missing')
  assert.deepEqual(types(desk.send({ ...resolve, reason: 'They have answered.' }, cat)), ['comment-resolved'])
  assert.equal(desk.state().segments.get(segment)?.comments[0]?.resolved?.reason, 'They have answered.')
  assert.equal(desk.sign(cat), null)
  desk.send({ ...comment, comment: 'c2' }, ann)
  assert.equal(countBlocking(desk.state()), 1, 'after the signature')
  assert.deepEqual(types(desk.send({ ...resolve, comment: 'c2' }, ann)), ['comment-resolved'])
})

test('errors block revision until another person waives them with a reason', () => {
  const desk = open()
  desk.send(translate(0, 'An X.'), bob)
  const finding = findingKey(findingsOf(desk.state())[0] ?? assert.fail())
  const waive = { type: 'waive', segment, base: 2, finding, reason: 'An X is meant.' } as const
  assert.equal(types(desk.send({ type: 'revise', segment, base: 2 }, dan)), 'segment-has-errors')
  assert.equal(types(desk.send(waive, bob)), 'own-segment')
  assert.equal(types(desk.send({ ...waive, reason: ' ' }, dan)), 'reason-missing')
  assert.equal(types(desk.send({ ...waive, finding: 'none' }, dan)), 'finding-unknown')
  assert.equal(types(desk.send(waive, ann)), 'role-missing')
  assert.deepEqual(types(desk.send(waive, dan)), ['finding-waived'])
  assert.deepEqual(desk.send(waive, dan), [])
  assert.deepEqual(types(desk.send({ type: 'revise', segment, base: 3 }, dan)), ['segment-revised'])
  assert.deepEqual(types(desk.send({ type: 'withdraw-waiver', segment, base: 4, finding }, cat)), ['waiver-withdrawn'])
  assert.equal(desk.state().segments.get(segment)?.state, 'translated')
})

test('a waiver stops holding when whoever gave it becomes an author', () => {
  const desk = open()
  desk.send(translate(0, 'An X.'), ann)
  const finding = findingKey(findingsOf(desk.state())[0] ?? assert.fail())
  desk.send({ type: 'waive', segment, base: 2, finding, reason: 'Meant.' }, bob)
  desk.send(translate(3, 'The X.'), bob)
  assert.equal(types(desk.send({ type: 'revise', segment, base: 5 }, dan)), 'segment-has-errors')
})

test('words are sent back with a reason, which stands until they are confirmed again', () => {
  const desk = open()
  const back = (base: number, reason: string) => desk.send({ type: 'return', segment, base, reason }, dan)
  assert.equal(types(back(0, 'Why?')), 'segment-not-translated')
  desk.send(translate(0, 'One.'), ann)
  assert.equal(types(back(2, '')), 'reason-missing')
  assert.deepEqual(types(back(2, 'Say what was meant.')), ['segment-returned'])
  assert.equal(desk.state().segments.get(segment)?.state, 'initial')
  desk.send(edit(3, 'Two.'), ann)
  assert.equal(desk.state().segments.get(segment)?.returned?.reason, 'Say what was meant.')
  desk.send({ type: 'translate', segment, base: 4 }, ann)
  assert.equal(desk.state().segments.get(segment)?.returned, undefined)
})

test('only one’s own confirmation can be taken back', () => {
  const desk = open()
  desk.send(translate(0, 'One.'), ann)
  assert.equal(types(desk.send({ type: 'reopen', segment, base: 2 }, bob)), 'nothing-to-undo')
  desk.send({ type: 'revise', segment, base: 2 }, dan)
  assert.equal(types(desk.send({ type: 'reopen', segment, base: 3 }, ann)), 'nothing-to-undo')
  desk.send({ type: 'reopen', segment, base: 3 }, dan)
  assert.equal(desk.state().segments.get(segment)?.state, 'translated')
  desk.send({ type: 'reopen', segment, base: 4 }, ann)
  assert.equal(desk.state().segments.get(segment)?.state, 'initial')
  assert.equal(types(desk.send({ type: 'reopen', segment, base: 5 }, ann)), 'nothing-to-undo')
})

test('a split keeps the whole target in the first part and the authors in both', () => {
  const desk = open()
  desk.send(translate(0, 'Four hundred million.'), bob)
  assert.deepEqual(types(desk.send({ type: 'split', segment, base: 2, at: 2 }, ann)), ['segment-split'])
  const { segments, tombstones } = desk.state()
  assert.deepEqual(tombstones, { 'b2.s1': ['b2.s3', 'b2.s4'] })
  assert.deepEqual(segments.get('b2.s3')?.target, ['Four hundred million.'])
  assert.deepEqual(segments.get('b2.s4')?.target, [])
  for (const id of ['b2.s3', 'b2.s4']) {
    assert.equal(segments.get(id)?.state, 'initial')
    assert.equal(segments.get(id)?.version, 1)
    assert.deepEqual(segments.get(id)?.authors, ['bob'])
  }
  const gone = desk.send(edit(2, 'Late.'), ann)
  assert.deepEqual(isRefusal(gone) && [gone.code, gone.params], [
    'segment-removed',
    { segment, successors: 'b2.s3, b2.s4' },
  ])
  assert.equal(types(desk.send({ type: 'split', segment: 'b2.s3', base: 1, at: 0 }, ann)), 'split-outside')
  assert.equal(types(desk.send({ type: 'split', segment: 'b2.s3', base: 1, at: 99 }, ann)), 'split-outside')
})

test('a join puts a space between the targets and unites the authors; ids are never given twice', () => {
  const desk = open()
  desk.send(translate(0, 'One.'), ann)
  desk.send({ type: 'translate', segment: 'b2.s2', base: 0, target: ['Two.'] }, bob)
  const join = { type: 'join', segment, base: 2, nextBase: 2 } as const
  assert.equal(types(desk.send({ ...join, nextBase: 1 }, ann)), 'segment-changed')
  assert.deepEqual(types(desk.send(join, ann)), ['segments-joined'])
  const joined = desk.state().segments.get('b2.s3')
  assert.deepEqual(joined?.target, ['One.', ' ', 'Two.'])
  assert.deepEqual(joined?.authors, ['ann', 'bob'])
  assert.equal(types(desk.send({ ...join, segment: 'b2.s3', base: 1 }, ann)), 'join-not-neighbours')
  assert.deepEqual(types(desk.send({ type: 'split', segment: 'b2.s3', base: 1, at: 3 }, ann)), ['segment-split'])
  assert.deepEqual([...desk.state().segments.keys()], ['b1.s1', 'b2.s4', 'b2.s5'])
  const gone = desk.send(edit(2, 'Late.'), ann)
  assert.deepEqual(isRefusal(gone) && gone.params.successors, 'b2.s4, b2.s5')
})

test('empty words are never a translation, and too many are refused', () => {
  const desk = open()
  assert.equal(types(desk.send({ type: 'translate', segment, base: 0 }, ann)), 'segment-empty')
  assert.equal(types(desk.send(translate(0, ' \n '), ann)), 'segment-empty')
  assert.equal(types(desk.send(edit(0, 'a'.repeat(20_001)), ann)), 'text-too-long')
})

test('half a character becomes one that can be hashed', () => {
  const desk = open()
  desk.send(edit(0, 'half \ud842'), ann)
  assert.deepEqual(desk.state().segments.get(segment)?.target, ['half \ufffd'])
})

test('the record of people decides who may act, not what the caller says', () => {
  const desk = open()
  const impostor = { ...ann, roles: ['reviser'] as const }
  desk.send(translate(0, 'One.'), bob)
  assert.equal(types(desk.send({ type: 'revise', segment, base: 2 }, impostor)), 'role-missing')
  assert.equal(types(desk.send(edit(2, 'Two.'), person('eve', 'translator'))), 'person-unknown')
  desk.people = { ...desk.people, people: desk.people.people.map((one) => ({ ...one, active: false })) }
  assert.equal(types(desk.send(edit(2, 'Two.'), ann)), 'not-signed-in')
})

test('names of members that every object has are no segments', () => {
  const desk = open()
  for (const hostile of ['__proto__', 'constructor', 'toString', '']) {
    assert.equal(types(desk.send({ ...edit(0, 'x'), segment: hostile } as SegmentCommand, ann)), 'segment-unknown')
  }
})

test('a single-person workspace lets one person do every step', () => {
  const all = person('all', 'translator', 'reviser', 'approver')
  const desk = openDesk(sha256, [all])
  desk.people = { ...desk.people, singlePerson: true }
  for (const id of desk.state().segments.keys()) {
    desk.send({ type: 'translate', segment: id, base: 0, target: ['One.'] }, all)
    assert.deepEqual(types(desk.send({ type: 'revise', segment: id, base: 2 }, all)), ['segment-revised'])
  }
  desk.people = { ...desk.people, singlePerson: false }
  assert.equal(desk.sign(all)?.code, 'own-document')
  desk.people = { ...desk.people, people: [...desk.people.people, cat] }
  assert.deepEqual(desk.sign(cat)?.params, { count: '3' })
  desk.people = { ...desk.people, people: [...desk.people.people, dan] }
  assert.deepEqual(types(desk.send({ type: 'revise', segment, base: 3 }, dan)), ['segment-revised'])
  assert.deepEqual(desk.sign(cat)?.params, { count: '2' })
  desk.people = { ...desk.people, singlePerson: true }
  assert.equal(desk.sign(all), null)
})

test('a segment has so many comments and no more, resolved ones among them', () => {
  const desk = open()
  const comment = (at: number) => desk.send({ type: 'comment', segment, comment: `c${at}`, text: 'Why?' }, cat)
  for (let at = 0; at < countLimits.segmentComments; at++) assert.deepEqual(types(comment(at)), ['comment-added'])
  desk.send({ type: 'resolve-comment', segment, comment: 'c0' }, cat)
  assert.equal(types(comment(500)), 'comments-too-many')
})

test('nobody waives what nobody sees, and an older waiver of it does not count', () => {
  const desk = open()
  desk.send(translate(0, 'The road\u200b is open.'), bob)
  const state = desk.state()
  const people = { people: [ann, bob, cat, dan], singlePerson: false }
  for (const code of ['control-character', 'letters-mixed'] as const) {
    const finding = { code, severity: 'error', segment, params: { code: 'U+200B' } } as const
    const context = { people, office: desk.office, findings: [finding], figures: [] }
    const waive = { type: 'waive', segment, base: 2, finding: findingKey(finding), reason: 'Meant.' } as const
    const answer = decide(state, waive, dan, context)
    assert.equal(isRefusal(answer) && answer.code, 'finding-unwaivable')
    const waiver = { finding: findingKey(finding), reason: 'Meant.', by: 'dan', at: '2026-01-01T00:00:00Z' }
    const before = { ...(state.segments.get(segment) ?? assert.fail()), waivers: [waiver] }
    const waived = { ...state, segments: Table.from(state.segments).with([before]) }
    const revised = decide(waived, { type: 'revise', segment, base: 2 }, dan, context)
    assert.equal(isRefusal(revised) && revised.code, 'segment-has-errors')
  }
})
