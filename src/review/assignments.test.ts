import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assignment } from '../model/assignment.ts'
import { countLimits } from '../model/count-limits.ts'
import { plainSteps } from '../model/office-steps.ts'
import type { People } from '../model/people.ts'
import { isRefusal } from '../model/refusal.ts'
import { sha256 } from '../stores/conformance.ts'
import { dayIn, inPlaceOf, isDay, presentSegments, progressOf } from './assignments.ts'
import { openDesk, person, plainlyAsked } from './fixtures/desk.ts'
import { decideAbsence } from './people.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'reviser', 'approver')
const eve = person('eve', 'administrator')
const zed = { ...person('zed', 'reviser'), active: false }
const crowd = [ann, bob, eve, zed]

function assignment(more: Partial<Assignment> = {}): Assignment {
  return { id: 'a1', step: 'translate', person: 'ann', due: null, ...more }
}

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : '')

test('whoever may assign gives work to people who may do it; everybody takes, hands over and gives back their own', () => {
  const desk = openDesk(sha256, crowd)
  assert.equal(codeOf(desk.assign({ type: 'assign', assignment: assignment({ person: 'bob' }) }, ann)), 'role-missing')
  assert.equal(
    codeOf(desk.assign({ type: 'assign', assignment: assignment({ step: 'revise' }) }, eve)),
    'assignee-cannot',
  )
  for (const who of ['zed', 'eve']) {
    const asked = assignment({ step: 'revise', person: who })
    assert.equal(codeOf(desk.assign({ type: 'assign', assignment: asked }, bob)), 'assignee-cannot', who)
  }
  assert.equal(codeOf(desk.assign({ type: 'assign', assignment: assignment({ person: 'x' }) }, bob)), 'person-unknown')
  assert.equal(
    codeOf(desk.assign({ type: 'assign', assignment: assignment({ due: '2026-02-30' }) }, bob)),
    'bad-request',
  )
  const nowhere = assignment({ segments: ['none'] })
  assert.equal(codeOf(desk.assign({ type: 'assign', assignment: nowhere }, bob)), 'segment-unknown')
  const partly = assignment({ step: 'sign', person: 'bob', segments: ['b1.s1'] })
  assert.equal(codeOf(desk.assign({ type: 'assign', assignment: partly }, bob)), 'bad-request')

  desk.assign({ type: 'assign', assignment: assignment({ due: '2026-12-01' }) }, bob)
  assert.deepEqual(desk.state().assignments, [assignment({ due: '2026-12-01' })])
  desk.assign({ type: 'change', assignment: 'a1', person: 'bob', due: null }, ann)
  assert.deepEqual(desk.state().assignments, [assignment({ person: 'bob' })])
  assert.equal(codeOf(desk.assign({ type: 'end', assignment: 'a1' }, ann)), 'role-missing')
  desk.assign({ type: 'end', assignment: 'a1' }, bob)
  assert.equal('assignments' in desk.state(), false)
  assert.equal(codeOf(desk.assign({ type: 'end', assignment: 'a1' }, bob)), 'assignment-unknown')
})

test('a document has no more assignments than its limit', () => {
  const desk = openDesk(sha256, crowd)
  for (let count = 0; count < countLimits.assignments; count++) {
    desk.assign({ type: 'assign', assignment: assignment({ id: `a${count}` }) }, bob)
  }
  assert.equal(codeOf(desk.assign({ type: 'assign', assignment: assignment() }, bob)), 'assignments-too-many')
})

test('what is left follows the sentences through splits, joins and confirmations', () => {
  const desk = openDesk(sha256, crowd)
  const mine = assignment({ segments: ['b2.s1', 'b2.s2'] })
  desk.assign({ type: 'assign', assignment: mine }, bob)
  assert.deepEqual(progressOf(desk.state(), mine, plainlyAsked), { total: 2, open: 2 })
  desk.send({ type: 'split', segment: 'b2.s1', base: 0, at: 2 }, ann)
  assert.deepEqual(progressOf(desk.state(), mine, plainlyAsked), { total: 3, open: 3 })
  const [first = ''] = presentSegments(desk.state(), ['b2.s1'])
  const base = desk.state().segments.get(first)?.version ?? 0
  desk.send({ type: 'translate', segment: first, base, target: ['Invested.'] }, ann)
  assert.deepEqual(progressOf(desk.state(), mine, plainlyAsked), { total: 3, open: 2 })
  assert.deepEqual(progressOf(desk.state(), { ...mine, step: 'revise' }, plainlyAsked), { total: 3, open: 3 })
  assert.deepEqual(progressOf(desk.state(), assignment(), plainlyAsked), { total: 4, open: 3 })
  assert.deepEqual(progressOf(desk.state(), assignment({ step: 'sign' }), { ...plainlyAsked, signed: true }), {
    total: 1,
    open: 0,
  })
})

test('whoever is away is stood in for by somebody who may, on those days alone, and never in a circle', () => {
  const away = { from: '2026-12-01', until: '2026-12-03', standIn: 'bob' }
  const people: People = { people: [{ ...ann, away }, bob, eve], singlePerson: false }
  const on = (day: string, step: 'translate' | 'sign' = 'translate') => inPlaceOf(people, 'ann', step, day)
  assert.deepEqual(
    [on('2026-11-30'), on('2026-12-01'), on('2026-12-03'), on('2026-12-04')],
    ['ann', 'bob', 'bob', 'ann'],
  )
  const unable: People = { people: [{ ...ann, away: { ...away, standIn: 'eve' } }, eve], singlePerson: false }
  assert.equal(inPlaceOf(unable, 'ann', 'translate', '2026-12-02'), 'ann', 'standing in gives no role')
  const circle: People = {
    people: [
      { ...ann, away },
      { ...bob, away: { ...away, standIn: 'ann' } },
    ],
    singlePerson: false,
  }
  assert.equal(inPlaceOf(circle, 'ann', 'translate', '2026-12-02'), 'ann')
})

test('one says oneself when one is away; an administrator says it for others', () => {
  const people: People = { people: crowd, singlePerson: false }
  const away = { from: '2026-12-01', until: '2026-12-03', standIn: 'bob' }
  const said = (who: string, by: { readonly id: string }, what: typeof away | null = away) =>
    decideAbsence(people, { person: who, away: what }, by, plainSteps)
  assert.equal(codeOf(said('ann', bob)), 'role-missing')
  assert.deepEqual(said('ann', eve), [{ type: 'absence-set', v: 1, person: 'ann', away }])
  assert.deepEqual(said('ann', ann, null), [])
  assert.equal(codeOf(said('ann', ann, { ...away, until: '2026-11-30' })), 'bad-request')
  assert.equal(codeOf(said('ann', ann, { ...away, standIn: 'ann' })), 'bad-request')
  assert.equal(codeOf(said('ann', ann, { ...away, standIn: 'zed' })), 'person-unknown')
})

test('where work is for those to whom it is given, nobody lets themselves in as the stand-in of another', () => {
  const days = { from: '2026-12-01', until: '2026-12-03' }
  const away = { ...days, standIn: eve.id }
  const guarded = { assignedOnly: { translate: false, revise: false, sign: true } }
  const people: People = { people: [ann, bob, eve], singlePerson: false }
  const said = (
    by: { readonly id: string },
    what: typeof away | null,
    steps: typeof guarded = guarded,
    of: People = people,
  ) => codeOf(decideAbsence(of, { person: 'ann', away: what }, by, steps))
  assert.equal(said(eve, away), 'stand-in-self')
  assert.equal(said(eve, { ...days, standIn: 'bob' }), '')
  assert.equal(said(ann, away), '', 'ann says who stands in for ann')
  assert.equal(said(eve, away, plainSteps), '', 'where it gives nothing')
  assert.equal(said(eve, away, guarded, { ...people, singlePerson: true }), '')
  const throughBob: People = { ...people, people: [ann, { ...bob, away }, eve] }
  assert.equal(said(eve, { ...days, standIn: 'bob' }, guarded, throughBob), 'stand-in-self', 'by way of another')
  const back: People = { ...people, people: [{ ...ann, away }, bob, eve] }
  assert.equal(said(eve, null, guarded, back), '')
})

test('a day is one of the calendar', () => {
  for (const day of ['2026-12-01', '2024-02-29']) assert.ok(isDay(day), day)
  for (const day of ['', '2026-2-1', '2025-02-29', '2026-13-01', 'tomorrow']) assert.ok(!isDay(day), day)
})

test('a day is that of the office', () => {
  assert.equal(dayIn('Asia/Shanghai', '2026-03-01T16:00:00.000Z'), '2026-03-02')
  assert.equal(dayIn('America/New_York', '2026-03-01T04:59:00.000Z'), '2026-02-28')
})
