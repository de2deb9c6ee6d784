import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CandidatesView, CandidateView } from '../../../../src/contract/views/candidates.ts'
import {
  begin,
  countsOf,
  type Decision,
  decided,
  emptyTriage,
  englishOf,
  isUnsaved,
  move,
  type Triage,
  type,
  undone,
} from './triage.ts'

function candidate(form: string, score: number, english = ''): CandidateView {
  return {
    form,
    score,
    frequency: 1,
    nestedIn: [],
    retired: false,
    english: english === '' ? null : { text: english, found: 'among', pairs: 2, of: 2 },
    contexts: [],
  }
}

function viewOf(candidates: readonly CandidateView[]): CandidatesView {
  return { documents: [], segments: 0, left: 0, candidates, dismissed: [] }
}

const list = [candidate('甲', 5, 'first'), candidate('乙', 4), candidate('丙', 3), candidate('丁', 2)]
const start = begin(emptyTriage, viewOf(list))

function accepted(one: CandidateView, text = 'English'): Decision {
  const renderings = [{ text, status: 'preferred' as const }]
  const term = {
    id: `t${one.form}`,
    source: [one.form],
    renderings,
    status: 'proposed' as const,
    domain: '',
    note: '',
    authority: '',
  }
  return { type: 'accepted', candidate: one, term }
}

function dismissed(one: CandidateView): Decision {
  return { type: 'dismissed', candidate: one }
}

const forms = ({ left }: Triage) => left.map(({ form }) => form).join('')

test('one begins at the first, moves by rows and does not leave the list', () => {
  assert.equal(start.active, '甲')
  assert.equal(move(start, 1).active, '乙')
  assert.equal(move(start, -1).active, '甲')
  assert.equal(move(start, 99).active, '丁')
  assert.equal(move(emptyTriage, 1).active, '')
})

test('what is done with leaves the list, and one goes on to the next', () => {
  const two = decided(move(start, 1), dismissed(list[1] as CandidateView))
  assert.deepEqual([forms(two), two.active], ['甲丙丁', '丙'])
  const last = decided(move(two, 9), accepted(list[3] as CandidateView))
  assert.deepEqual([forms(last), last.active], ['甲丙', '丙'])
  assert.deepEqual(countsOf(last), { accepted: 1, aside: 1, left: 2 })
  const elsewhere = decided(start, dismissed(list[2] as CandidateView))
  assert.deepEqual([forms(elsewhere), elsewhere.active], ['甲乙丁', '甲'])
})

test('what is taken back stands in its place, with the English it had', () => {
  const two = decided(decided(start, accepted(list[0] as CandidateView, 'First')), dismissed(list[1] as CandidateView))
  const one = undone(two, '乙')
  assert.deepEqual([forms(one), one.active, one.decisions.length], ['乙丙丁', '乙', 1])
  const none = undone(one, '甲')
  assert.deepEqual([forms(none), none.active, none.decisions.length], ['甲乙丙丁', '甲', 0])
  assert.equal(englishOf(none, none.left[0] as CandidateView), 'First')
  assert.equal(none.left[0]?.retired, true)
  assert.equal(undone(none, '戊'), none)
})

test('English that was typed is kept while one goes on, and is unsaved until it is dealt with', () => {
  const [first] = list as [CandidateView]
  const typed = move(type(start, first, 'the first'), 2)
  assert.equal(englishOf(typed, first), 'the first')
  assert.ok(isUnsaved(typed))
  assert.ok(!isUnsaved(type(typed, first, 'first')), 'as it was proposed')
  assert.ok(!isUnsaved(type(typed, first, ' ')))
  assert.ok(!isUnsaved(decided(typed, accepted(first))))
})

test('a longer list leaves one where one was', () => {
  const there = move(start, 2)
  assert.equal(begin(there, viewOf([...list, candidate('戊', 1)])).active, '丙')
  assert.equal(begin(there, viewOf([candidate('戊', 1)])).active, '戊')
  assert.equal(begin(there, viewOf([])).active, '')
})

test('law: whatever is done and taken back, each candidate is in the list or among the decisions, and one is at one of the list', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('accept', 'aside', 'back', 'down', 'up'), fc.nat(3)), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(steps, (taken) => {
      let triage = start
      for (const [step, which] of taken) {
        const one = triage.left.find(({ form }) => form === triage.active)
        if (step === 'down' || step === 'up') triage = move(triage, step === 'down' ? 1 : -1)
        else if (step === 'back') triage = undone(triage, triage.decisions[which]?.candidate.form ?? '')
        else if (one !== undefined) triage = decided(triage, step === 'accept' ? accepted(one) : dismissed(one))
        const all = [...triage.left, ...triage.decisions.map((decision) => decision.candidate)].map(({ form }) => form)
        assert.deepEqual(all.toSorted(), list.map(({ form }) => form).toSorted())
        assert.ok(
          triage.left.length === 0 ? triage.active === '' : triage.left.some(({ form }) => form === triage.active),
        )
        assert.deepEqual(
          triage.left.map(({ score }) => score),
          triage.left.map(({ score }) => score).toSorted((a, b) => b - a),
        )
      }
    }),
  )
})
