import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { issueCategories, issueSeverities, plainQuality } from '../model/quality.ts'
import { isRefusal } from '../model/refusal.ts'
import { atOnce } from '../model/steps.ts'
import { sha256 } from '../stores/conformance.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { foldDocument } from './fold.ts'
import { addTallies, belowMarkSteps, emptyTally, qualityOf, scoreOf, shownScore } from './quality.ts'

const [ann, bob, cat, dan, eve] = [
  person('ann', 'translator'),
  person('bob', 'reviser'),
  person('cat', 'reviser'),
  person('dan', 'approver'),
  person('eve', 'translator', 'approver'),
]

function translatedDesk() {
  const desk = openDesk(sha256, [ann, bob, cat, dan])
  for (const segment of ['b1.s1', 'b2.s1', 'b2.s2']) {
    desk.send(
      { type: 'translate', segment, base: 0, target: ['Ten words of English that say what it says, twice.'] },
      ann,
    )
  }
  return desk
}

const mark = { type: 'mark-issue', segment: 'b2.s1', base: 2, category: 'accuracy', severity: 'minor' } as const
const assess = { type: 'assess', segment: 'b2.s1', base: 2 } as const

function codeOf(answer: unknown): string | null {
  return isRefusal(answer) ? answer.code : null
}

test('the score is that of MQM, over the sentences that were assessed alone', () => {
  const desk = translatedDesk()
  const quality = () => qualityOf(desk.state(), plainQuality, false)
  desk.send({ ...mark, issue: 'i1' }, bob)
  assert.deepEqual([quality().score, quality().uncounted, quality().assessed], [null, 1, 0])
  desk.send(assess, bob)
  const { score, perThousand, penalty, words, assessed, sentences } = quality()
  assert.deepEqual(
    { score, perThousand, penalty, words, assessed, sentences },
    {
      score: 90,
      perThousand: 100,
      penalty: 1,
      words: 10,
      assessed: 1,
      sentences: 3,
    },
  )
  desk.send({ ...mark, issue: 'i2', severity: 'major' }, cat)
  assert.equal(quality().score, 40, 'an issue of somebody else on the same text counts as well')
  const byCharacters = qualityOf(desk.state(), { ...plainQuality, measure: 'characters' }, false)
  assert.deepEqual([byCharacters.characters, byCharacters.perThousand], [8, 750])
  desk.send({ type: 'withdraw-assessment', segment: 'b2.s1' }, bob)
  assert.deepEqual([quality().score, quality().uncounted], [null, 2])
})

test('nobody assesses words of their own, not even those that become theirs later', () => {
  const desk = openDesk(sha256, [ann, bob, cat, dan])
  const { people } = desk
  desk.send({ type: 'edit', segment: 'b2.s1', base: 0, target: ['By the reviser.'] }, bob)
  assert.equal(codeOf(desk.send({ ...mark, issue: 'i' }, bob)), 'own-segment')
  assert.equal(codeOf(desk.send(assess, bob)), 'own-segment')
  assert.equal(codeOf(desk.send(assess, ann)), 'role-missing')
  desk.send({ ...assess, base: 1 }, cat)
  assert.equal(qualityOf(desk.state(), plainQuality, false).assessed, 1)
  // Whoever confirms the text as it is makes its words their own.
  desk.send({ type: 'translate', segment: 'b2.s1', base: 1 }, cat)
  assert.equal(qualityOf(desk.state(), plainQuality, false).assessed, 0)
  assert.equal(qualityOf(desk.state(), plainQuality, true).assessed, 1)
  desk.people = { ...people, singlePerson: true }
  assert.equal(codeOf(desk.send({ ...mark, base: 2, issue: 'i' }, cat)), null)
})

test('words of an assessor that others put in do not lift what the assessor found', () => {
  const desk = translatedDesk()
  desk.send({ ...mark, issue: 'i1', severity: 'critical' }, bob)
  desk.send(assess, bob)
  const settings = { ...plainQuality, passMark: 90, gate: 'block' } as const
  const below = () => atOnce(belowMarkSteps(desk.state(), settings, false))
  assert.ok(below())
  const on = () => ({ segment: 'b2.s1', base: desk.state().segments.get('b2.s1')?.version ?? 0 })
  const shorter = ['Ten words of that say what it says, twice.']
  desk.send({ type: 'suggest', ...on(), suggestion: 's1', target: shorter }, bob)
  desk.send({ type: 'take-suggestion', ...on(), suggestion: 's1' }, ann)
  desk.send({ type: 'translate', ...on(), target: ['Ten words of English that say what it says, twice.'] }, ann)
  // The text is of both of them now: no score counts any more, and the mark still holds the document.
  assert.equal(qualityOf(desk.state(), settings, false).score, null)
  assert.ok(below())
})

test('an issue stays with its text: what is edited since has the score of then, until it is assessed again', () => {
  const desk = translatedDesk()
  desk.send({ ...mark, issue: 'i1', on: { side: 'target', from: 4, words: 'words' } }, bob)
  desk.send(assess, bob)
  desk.send({ type: 'translate', segment: 'b2.s1', base: 2, target: ['Nine sentences.'] }, ann)
  const [issue] = desk.state().segments.get('b2.s1')?.issues ?? []
  assert.equal(issue?.on?.words, 'words')
  assert.deepEqual(issue?.of.target, ['Ten words of English that say what it says, twice.'])
  assert.equal(qualityOf(desk.state(), plainQuality, false).score, 90)
  assert.equal(codeOf(desk.send(assess, bob)), 'segment-changed')
  desk.send({ ...assess, base: 4 }, cat)
  const { score, uncounted } = qualityOf(desk.state(), plainQuality, false)
  assert.deepEqual([score, uncounted], [100, 1])
  // A sentence that is split and joined keeps what was found in it.
  desk.send({ type: 'split', segment: 'b2.s1', base: 4, at: 4 }, ann)
  assert.equal(qualityOf(desk.state(), plainQuality, false).score, 100)
  const [first = '', second = ''] = [...desk.state().segments.keys()].filter((id) => id.startsWith('b2.s')).slice(1)
  desk.send({ type: 'join', segment: first, base: 1, nextBase: 1 }, ann)
  assert.ok(second)
  assert.equal(qualityOf(desk.state(), plainQuality, false).assessed, 1)
  assert.deepEqual(foldDocument(desk.entries()), desk.state())
})

test('an issue is taken out by whoever marked it, or by an approver with a reason', () => {
  const desk = translatedDesk()
  desk.send({ ...mark, issue: 'i1' }, bob)
  desk.send({ ...mark, issue: 'i2' }, bob)
  const remove = { type: 'remove-issue', segment: 'b2.s1' } as const
  assert.equal(codeOf(desk.send({ ...remove, issue: 'i1' }, cat)), 'issue-not-yours')
  assert.equal(codeOf(desk.send({ ...remove, issue: 'i1' }, ann)), 'role-missing')
  assert.equal(codeOf(desk.send({ ...remove, issue: 'i1' }, dan)), 'reason-missing')
  assert.equal(codeOf(desk.send({ ...remove, issue: 'i1', reason: 'House style.' }, dan)), null)
  assert.equal(codeOf(desk.send({ ...remove, issue: 'i2' }, bob)), null)
  assert.equal('issues' in (desk.state().segments.get('b2.s1') ?? {}), false)
})

test('whoever wrote the words takes out no issue on them, not even once others have reworded them', () => {
  const desk = openDesk(sha256, [ann, bob, eve, dan])
  desk.send({ type: 'translate', segment: 'b2.s1', base: 0, target: ['The roads were mend.'] }, eve)
  desk.send({ ...mark, issue: 'i1' }, bob)
  desk.send(assess, bob)
  const remove = { type: 'remove-issue', segment: 'b2.s1', issue: 'i1', reason: 'None.' } as const
  assert.equal(codeOf(desk.send(remove, eve)), 'own-segment')
  desk.send({ type: 'translate', segment: 'b2.s1', base: 2, target: ['Something else altogether.'] }, ann)
  assert.ok(!desk.state().segments.get('b2.s1')?.authors.includes(eve.id))
  for (const approver of [eve, dan]) assert.equal(codeOf(desk.send(remove, approver)), 'issue-earlier')
  assert.equal(desk.state().segments.get('b2.s1')?.issues?.length, 1)
  assert.equal(codeOf(desk.send(remove, bob)), null)
})

test('the mark holds a signature only where the office says so, and only below it', () => {
  const desk = translatedDesk()
  for (const segment of ['b1.s1', 'b2.s1', 'b2.s2']) desk.send({ type: 'revise', segment, base: 2 }, bob)
  desk.send({ ...mark, base: 3, issue: 'i1' }, bob)
  desk.send({ ...assess, base: 3 }, bob)
  desk.quality = { ...plainQuality, passMark: 95, gate: 'block' }
  assert.equal(desk.sign(dan)?.code, 'quality-below')
  desk.quality = { ...plainQuality, passMark: 90, gate: 'block' }
  assert.equal(desk.sign(dan), null)
  desk.send({ ...assess, base: 3 }, cat)
  assert.equal(desk.state().touchedSinceSignOff, false, 'an assessment unsigned')
})

test('two tallies in one have the score of both together, and a score is never rounded up to the mark', () => {
  const counts = fc.constantFrom(...issueCategories)
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, fc.constantFrom(...issueSeverities), fc.nat(40))), (found) => {
      const tallies = found.map(([category, severity, words]) => {
        const empty = emptyTally()
        const issues = { ...empty.issues, [category]: { ...empty.issues[category], [severity]: 1 } }
        return { ...empty, assessed: 1, words, issues }
      })
      const sum = tallies.reduce(addTallies, emptyTally())
      const penalty = found.reduce((total, [, severity]) => total + plainQuality.weights[severity], 0)
      assert.equal(scoreOf(sum, plainQuality).penalty, penalty)
      assert.equal(
        sum.words,
        found.reduce((total, [, , words]) => total + words, 0),
      )
    }),
  )
  assert.equal(shownScore(94.96), 94.9)
  assert.equal(shownScore(95), 95)
})
