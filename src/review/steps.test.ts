import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WorkStep } from '../model/assignment.ts'
import { plainSteps, type RevisionCount } from '../model/office-steps.ts'
import type { Person } from '../model/people.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import { sha256 } from '../stores/conformance.ts'
import { type Desk, openDesk, person, sampleDocument } from './fixtures/desk.ts'
import { foldDocument } from './fold.ts'
import { revisionsOf } from './four-eyes.ts'
import { openPoints } from './gates.ts'
import type { Answer } from './rules/answer.ts'
import { bindingOf, staleness } from './signoff.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'reviser')
const cat = person('cat', 'reviser')
const dan = person('dan', 'reviser')
const eve = person('eve', 'approver')
const fay = person('fay', 'approver', 'reviser')
const crowd = [ann, bob, cat, dan, eve, fay]
const ids = ['b1.s1', 'b2.s1', 'b2.s2']
const english: Readonly<Record<string, string>> = { 'b1.s1': 'Plans', 'b2.s1': 'It costs 4.', 'b2.s2': 'There are 7.' }

function open(people: readonly Person[] = crowd): Desk {
  return openDesk(sha256, people)
}

function versionOf(desk: Desk, segment: string): number {
  return desk.state().segments.get(segment)?.version ?? assert.fail(`no ${segment}`)
}

function codeOf(answer: Answer | null): string {
  return isRefusal(answer) ? answer.code : 'done'
}

function translate(desk: Desk, segment: string, by: Person, text = english[segment] ?? 'New.'): Answer {
  return desk.send({ type: 'translate', segment, base: versionOf(desk, segment), target: [text] }, by)
}

function revise(desk: Desk, segment: string, by: Person): Answer {
  return desk.send({ type: 'revise', segment, base: versionOf(desk, segment) }, by)
}

function all(desk: Desk, what: (desk: Desk, segment: string, by: Person) => Answer, by: Person): void {
  for (const id of desk.state().segments.keys()) assert.equal(codeOf(what(desk, id, by)), 'done')
}

function setRevisions(desk: Desk, revisions: RevisionCount): void {
  desk.office = { ...desk.office, steps: { ...desk.office.steps, revisions } }
}

function guard(desk: Desk, ...steps: readonly WorkStep[]): void {
  const assignedOnly = { ...plainSteps.assignedOnly, ...Object.fromEntries(steps.map((step) => [step, true])) }
  desk.office = { ...desk.office, steps: { ...desk.office.steps, assignedOnly } }
}

function give(desk: Desk, step: WorkStep, to: Person, by: Person, segments?: readonly string[]): Answer {
  const id = `w${desk.entries().length}`
  const assignment = { id, step, person: to.id, due: null, ...(segments && { segments }) }
  return desk.assign({ type: 'assign', assignment }, by)
}

function reasonsOf(desk: Desk): readonly string[] {
  const { people, office } = desk
  const asked = { singlePerson: people.singlePerson, steps: office.steps, signed: false }
  return openPoints(desk.state(), desk.bound().findings, desk.context().figures, asked).map(
    ({ segment, reason, params }) => [segment, reason, params?.has, params?.needs].filter(Boolean).join(' '),
  )
}

function isSigned(desk: Desk): boolean {
  const state = desk.state()
  return state.signOff !== undefined && staleness(state, bindingOf(state, desk.bound(), sha256)) === null
}

test('each further revision is by a person who neither wrote the words nor revised them', () => {
  const desk = open()
  setRevisions(desk, 3)
  all(desk, translate, ann)
  all(desk, revise, bob)
  assert.deepEqual(
    reasonsOf(desk),
    ids.map((id) => `${id} revision-due 1 3`),
  )
  assert.equal(codeOf(revise(desk, 'b2.s1', bob)), 'own-revision')
  assert.deepEqual(desk.send({ type: 'revise', segment: 'b2.s1', base: 2 }, bob), [], 'a request repeated')
  all(desk, revise, cat)
  assert.equal(desk.sign(eve)?.code, 'sign-off-open')
  all(desk, revise, dan)
  assert.deepEqual(reasonsOf(desk), [])
  const segment = desk.state().segments.get('b2.s1') ?? assert.fail()
  assert.deepEqual(
    revisionsOf(segment, false).map(({ by }) => by),
    ['bob', 'cat', 'dan'],
  )
  assert.deepEqual(revise(desk, 'b2.s1', fay), [], 'enough is enough')
  assert.equal(desk.sign(eve), null)
  assert.deepEqual(foldDocument(desk.entries()), desk.state())
})

test('whoever revised in any step does not sign', () => {
  const desk = open()
  setRevisions(desk, 2)
  all(desk, translate, ann)
  all(desk, revise, bob)
  all(desk, revise, fay)
  assert.equal(desk.sign(fay)?.code, 'own-document')
  assert.equal(desk.sign(eve), null)
})

test('whoever signed revises nothing under their own signature', () => {
  const desk = open()
  all(desk, translate, ann)
  all(desk, revise, bob)
  assert.equal(desk.sign(fay), null)
  setRevisions(desk, 2)
  for (const id of ids) assert.equal(codeOf(revise(desk, id, fay)), 'own-signature')
  const many = ids.map((segment) => ({ type: 'revise', segment, base: versionOf(desk, segment) }) as const)
  assert.deepEqual(desk.sendMany(many, fay).done, [])
  assert.equal(codeOf(revise(desk, 'b1.s1', cat)), 'done')
  assert.ok(isSigned(desk))
  translate(desk, 'b2.s1', ann, 'It costs 4 now.')
  assert.equal(codeOf(revise(desk, 'b2.s1', fay)), 'done', 'the signature holds no more')
  assert.equal(desk.sign(fay)?.code, 'own-document')
})

test('further revisions fall with the first one when the text changes, is sent back or split', () => {
  const ways = {
    edit: (desk: Desk) =>
      desk.send({ type: 'edit', segment: 'b2.s1', base: versionOf(desk, 'b2.s1'), target: ['4.'] }, ann),
    return: (desk: Desk) =>
      desk.send({ type: 'return', segment: 'b2.s1', base: versionOf(desk, 'b2.s1'), reason: 'See the source.' }, dan),
    split: (desk: Desk) => desk.send({ type: 'split', segment: 'b2.s1', base: versionOf(desk, 'b2.s1'), at: 4 }, ann),
  }
  for (const way of Object.values(ways)) {
    const desk = open()
    setRevisions(desk, 2)
    all(desk, translate, ann)
    all(desk, revise, bob)
    all(desk, revise, cat)
    assert.equal(codeOf(way(desk)), 'done')
    const touched = [...desk.state().segments.values()].filter(({ state }) => state === 'initial')
    assert.ok(touched.length > 0)
    for (const { revised, revisedAgain } of touched) assert.deepEqual([revised, revisedAgain], [undefined, undefined])
  }
})

test('people take back their own revision, and those of others stand', () => {
  const desk = open()
  setRevisions(desk, 3)
  all(desk, translate, ann)
  for (const one of [bob, cat, dan]) all(desk, revise, one)
  const reopen = (by: Person) => desk.send({ type: 'reopen', segment: 'b2.s1', base: versionOf(desk, 'b2.s1') }, by)
  const who = () => revisionsOf(desk.state().segments.get('b2.s1') ?? assert.fail(), false).map(({ by }) => by)
  assert.equal(codeOf(reopen(fay)), 'nothing-to-undo')
  reopen(bob)
  assert.deepEqual([who(), desk.state().segments.get('b2.s1')?.state], [['cat', 'dan'], 'reviewed'])
  reopen(dan)
  assert.deepEqual(who(), ['cat'])
  reopen(cat)
  const { state, revisedAgain } = desk.state().segments.get('b2.s1') ?? assert.fail()
  assert.deepEqual([who(), state, revisedAgain], [[], 'translated', undefined])
})

test('after two who worked on the wording and one accepted it, a third revises', () => {
  const desk = open()
  setRevisions(desk, 2)
  all(desk, translate, ann)
  assert.equal(codeOf(translate(desk, 'b2.s1', bob, 'It now costs 4.')), 'done')
  assert.equal(codeOf(desk.send({ type: 'accept', segment: 'b2.s1', base: versionOf(desk, 'b2.s1') }, ann)), 'done')
  assert.equal(codeOf(revise(desk, 'b2.s1', bob)), 'own-segment')
  assert.equal(codeOf(revise(desk, 'b2.s1', cat)), 'done')
  const segment = desk.state().segments.get('b2.s1') ?? assert.fail()
  assert.deepEqual(
    revisionsOf(segment, false).map(({ by }) => by),
    ['bob', 'cat'],
  )
  desk.send({ type: 'reopen', segment: 'b2.s1', base: segment.version }, ann)
  const after = desk.state().segments.get('b2.s1') ?? assert.fail()
  assert.deepEqual([after.revised?.by, after.accepted, after.revisedAgain], ['cat', undefined, undefined])
})

test('a signature that held goes on holding when more is asked later, and the next one needs it', () => {
  const desk = open()
  all(desk, translate, ann)
  all(desk, revise, bob)
  assert.equal(desk.sign(eve), null)
  setRevisions(desk, 2)
  assert.ok(isSigned(desk))
  assert.equal(codeOf(desk.askRevisions({ revisions: 3 }, cat)), 'done')
  assert.ok(isSigned(desk))
  all(desk, revise, cat)
  assert.ok(isSigned(desk), 'one more person stands by the same text')
  assert.equal(desk.state().segments.get('b2.s1')?.state, 'final')
  translate(desk, 'b2.s1', ann, 'It costs 4 now.')
  assert.ok(!isSigned(desk))
  revise(desk, 'b2.s1', bob)
  assert.equal(desk.sign(eve)?.code, 'sign-off-open')
  assert.deepEqual(reasonsOf(desk), ['b1.s1 revision-due 2 3', 'b2.s1 revision-due 1 3', 'b2.s2 revision-due 2 3'])
})

test('one person revises twice while the workspace is of one person, and that counts no longer than that', () => {
  const solo = person('solo', 'translator', 'reviser', 'approver')
  const desk = open([solo, bob, cat, eve])
  desk.people = { ...desk.people, singlePerson: true }
  setRevisions(desk, 2)
  all(desk, translate, solo)
  all(desk, revise, solo)
  assert.deepEqual(desk.send({ type: 'revise', segment: 'b2.s1', base: 2 }, solo), [], 'a request repeated')
  assert.equal(reasonsOf(desk).length, 3)
  all(desk, revise, solo)
  assert.deepEqual(reasonsOf(desk), [])
  desk.people = { ...desk.people, singlePerson: false }
  assert.deepEqual(
    reasonsOf(desk),
    ids.map((id) => `${id} unreviewed`),
  )
  all(desk, revise, bob)
  assert.deepEqual(
    reasonsOf(desk),
    ids.map((id) => `${id} revision-due 1 2`),
  )
  all(desk, revise, cat)
  assert.equal(desk.sign(solo)?.code, 'own-document')
  assert.equal(desk.sign(eve), null)
})

test('those who may give work ask for more of a document or of sections, never for less than the office', () => {
  const desk = open()
  assert.equal(codeOf(desk.askRevisions({ revisions: 2 }, ann)), 'role-missing')
  assert.equal(codeOf(desk.askRevisions({ revisions: 2, segments: ['none'] }, bob)), 'segment-unknown')
  assert.equal(codeOf(desk.askRevisions({ revisions: 2, segments: ['b2.s1'] }, bob)), 'done')
  assert.deepEqual(desk.askRevisions({ revisions: 2, segments: ['b2.s1'] }, bob), [])
  all(desk, translate, ann)
  all(desk, revise, bob)
  assert.deepEqual(reasonsOf(desk), ['b2.s1 revision-due 1 2'])
  desk.askRevisions({ revisions: 3 }, bob)
  assert.equal(reasonsOf(desk).length, 3)
  desk.askRevisions({ revisions: 1 }, bob)
  desk.askRevisions({ revisions: 1, segments: ['b2.s1'] }, bob)
  assert.deepEqual(reasonsOf(desk), [])
  assert.deepEqual(foldDocument(desk.entries()), desk.state())
  setRevisions(desk, 2)
  desk.askRevisions({ revisions: 1 }, bob)
  assert.equal(reasonsOf(desk).length, 3)
})

test('what is asked of a sentence stays through splits, joins, replacements taken back and new versions', () => {
  const desk = open()
  desk.askRevisions({ revisions: 3, segments: ['b2.s1', 'b2.s2'] }, bob)
  const asked = () => [...desk.state().segments.values()].map(({ revisionsAsked = 1 }) => revisionsAsked)
  desk.send({ type: 'split', segment: 'b2.s1', base: 0, at: 4 }, ann)
  assert.deepEqual(asked().toSorted(), [1, 3, 3, 3])
  const block = desk.state().document.blocks[1] ?? assert.fail()
  const [first = '', second = ''] = block.parts.flatMap((part) => (part.type === 'segment' ? [part.id] : []))
  desk.askRevisions({ revisions: 2, segments: [first] }, bob)
  desk.send({ type: 'join', segment: first, base: 1, nextBase: 1 }, ann)
  assert.deepEqual(asked().toSorted(), [1, 3, 3], `${second}: the most of the two`)
  const joined = [...desk.state().segments.keys()].find((id) => !ids.includes(id)) ?? assert.fail()
  translate(desk, joined, ann)
  const on = { segment: joined, base: versionOf(desk, joined) }
  desk.send({ type: 'replace', ...on, target: ['Other.'], act: 'a1' }, ann)
  desk.askRevisions({ revisions: 1, segments: [joined] }, bob)
  desk.send({ type: 'undo-replacement', segment: joined, act: 'a1' }, ann)
  assert.equal(desk.state().segments.get(joined)?.revisionsAsked, undefined, 'an edit taken back takes back no wish')
  const blocks = [
    ...sampleDocument.blocks.slice(0, 1),
    { id: 'b3', kind: 'paragraph', parts: [{ type: 'segment', id: 'b3.s1', source: ['新的一句。'] }] },
    { id: 'b2', kind: 'paragraph', parts: [{ type: 'segment', id: 'b2.s9', source: ['项目有八个。'] }] },
    { id: 'b4', kind: 'heading', level: 1, parts: [{ type: 'segment', id: 'b4.s1', source: ['新的一节'] }] },
  ] as const
  const answer = desk.replace({ document: { ...sampleDocument, blocks }, made: { 'b2.s9': 'b2.s2' } }, ann)
  assert.equal(codeOf(answer), 'done')
  const now = (id: string) => desk.state().segments.get(id)?.revisionsAsked ?? 1
  assert.deepEqual([now('b1.s1'), now('b3.s1'), now('b2.s9'), now('b4.s1')], [1, 3, 3, 1])
  assert.deepEqual(foldDocument(desk.entries()), desk.state())
})

test('where translating is for those to whom it is given, nobody else changes or confirms words', () => {
  const desk = open([...crowd, person('gus', 'translator')])
  const gus = desk.people.people.at(-1) ?? assert.fail()
  translate(desk, 'b2.s2', gus)
  guard(desk, 'translate')
  assert.equal(codeOf(give(desk, 'translate', ann, bob, ['b2.s1'])), 'done')
  const on = { segment: 'b2.s1', base: 0 }
  const target = ['It costs 4.']
  const refused = desk.send({ type: 'edit', ...on, target }, gus) as Refusal
  assert.deepEqual([refused.code, refused.params], ['work-of-others', { step: 'translate', names: 'ANN' }])
  const nobody = desk.send({ type: 'edit', segment: 'b1.s1', base: 0, target }, gus) as Refusal
  assert.deepEqual([nobody.code, nobody.params], ['work-of-nobody', { step: 'translate' }])
  for (const type of ['translate', 'copy-source', 'propagate'] as const)
    assert.notEqual(codeOf(desk.send({ type, ...on }, gus)), 'done')
  assert.equal(codeOf(desk.send({ type: 'replace', ...on, target, act: 'a' }, gus)), 'work-of-others')
  assert.equal(codeOf(desk.send({ type: 'split', ...on, at: 4 }, gus)), 'work-of-others')
  assert.equal(codeOf(desk.send({ type: 'join', ...on, nextBase: 2 }, ann)), 'work-of-nobody', 'the next is not hers')
  assert.equal(codeOf(desk.send({ type: 'suggest', ...on, suggestion: 's1', target }, gus)), 'done')
  assert.equal(codeOf(desk.send({ type: 'take-suggestion', ...on, suggestion: 's1' }, gus)), 'work-of-others')
  assert.equal(codeOf(desk.send({ type: 'leave-suggestion', ...on, suggestion: 's1' }, dan)), 'work-of-others')
  assert.equal(codeOf(translate(desk, 'b2.s1', bob)), 'work-of-others', 'a reviser has no way round it')
  assert.equal(codeOf(translate(desk, 'b2.s1', ann)), 'done')
  assert.equal(codeOf(revise(desk, 'b2.s1', bob)), 'done', 'revising is for every reviser')
  give(desk, 'revise', cat, bob, ['b2.s1'])
  assert.equal(codeOf(translate(desk, 'b2.s1', cat, 'It has cost 4.')), 'done', 'what a reviser corrects is part of it')
  const draft = { origin: { type: 'memory', match: 'exact', score: 100, source: 'm' }, glossary: '' } as const
  const drafted = { ...draft, target: ['Plans'], compliance: { asked: [], met: [] } }
  assert.equal(codeOf(desk.send({ type: 'draft', segment: 'b1.s1', draft: drafted }, gus)), 'done', 'engines draft')
  desk.people = { ...desk.people, singlePerson: true }
  assert.equal(codeOf(translate(desk, 'b1.s1', gus)), 'done', 'one person has nobody to give it')
})

test('a part of what is given, what was joined of it, and a stand-in have it too', () => {
  const away = { from: '2026-03-01', until: '2026-03-02', standIn: 'gus' }
  const gus = person('gus', 'translator')
  const desk = open([{ ...ann, away }, bob, cat, eve, gus])
  guard(desk, 'translate')
  give(desk, 'translate', ann, bob, ['b2.s1', 'b2.s2'])
  assert.equal(codeOf(desk.send({ type: 'split', segment: 'b2.s1', base: 0, at: 4 }, gus)), 'done')
  for (const id of desk.state().segments.keys())
    assert.equal(codeOf(translate(desk, id, gus)), id === 'b1.s1' ? 'work-of-nobody' : 'done')
  desk.office = { ...desk.office, today: '2026-03-03' }
  assert.equal(codeOf(translate(desk, 'b2.s2', gus, 'Seven.')), 'work-of-others')
  assert.equal(codeOf(translate(desk, 'b2.s2', ann, 'There are 7 projects.')), 'done')
})

test('where revising is for those to whom it is given, it is revised by them, and accepted by way of them alone', () => {
  const desk = open()
  guard(desk, 'revise')
  all(desk, translate, ann)
  give(desk, 'revise', bob, cat)
  assert.equal(codeOf(revise(desk, 'b2.s1', cat)), 'work-of-others')
  assert.equal(
    codeOf(desk.send({ type: 'return', segment: 'b2.s1', base: versionOf(desk, 'b2.s1'), reason: 'No.' }, cat)),
    'work-of-others',
  )
  assert.equal(codeOf(revise(desk, 'b2.s1', bob)), 'done')
  translate(desk, 'b2.s2', cat, 'There are 7 projects.')
  const accept = () => desk.send({ type: 'accept', segment: 'b2.s2', base: versionOf(desk, 'b2.s2') }, ann)
  assert.equal(codeOf(accept()), 'work-of-others', 'revised by somebody to whom it is not given')
  give(desk, 'revise', cat, bob, ['b2.s2'])
  assert.equal(codeOf(accept()), 'done')
  const returned = { type: 'return', segment: 'b2.s2', base: versionOf(desk, 'b2.s2'), reason: 'See it.' } as const
  assert.equal(codeOf(desk.send(returned, eve)), 'done', 'whoever signs sends back')
})

test('where signing is for those to whom it is given, no other approver signs', () => {
  const desk = open()
  guard(desk, 'sign')
  all(desk, translate, ann)
  all(desk, revise, bob)
  assert.equal(desk.sign(eve)?.code, 'work-of-nobody')
  give(desk, 'sign', fay, bob)
  assert.deepEqual(desk.sign(eve)?.params, { step: 'sign', names: 'FAY' })
  assert.equal(desk.sign(fay), null)
})

test('nobody lets themselves in by an assignment of their own', () => {
  const desk = open()
  assert.equal(codeOf(give(desk, 'translate', ann, ann)), 'done', 'work is taken where anybody may do it')
  guard(desk, 'translate', 'revise')
  assert.equal(codeOf(give(desk, 'translate', ann, ann)), 'assignee-self')
  assert.equal(codeOf(give(desk, 'revise', bob, bob)), 'assignee-self')
  assert.equal(codeOf(give(desk, 'sign', eve, eve)), 'done')
  give(desk, 'revise', bob, cat)
  const [taken, , given] = desk.state().assignments ?? []
  const hand = (assignment: string, to: Person, by: Person) =>
    desk.assign({ type: 'change', assignment, person: to.id, due: null }, by)
  assert.equal(codeOf(hand(taken?.id ?? '', bob, ann)), 'role-missing', 'whoever has it does not hand it on')
  assert.equal(codeOf(hand(given?.id ?? '', dan, dan)), 'assignee-self', 'nobody takes over')
  assert.equal(
    codeOf(desk.assign({ type: 'change', assignment: taken?.id ?? '', person: 'ann', due: '2026-12-01' }, ann)),
    'done',
  )
  assert.equal(codeOf(hand(given?.id ?? '', dan, bob)), 'done', 'one who may give work hands it on')
  assert.equal(codeOf(desk.assign({ type: 'end', assignment: taken?.id ?? '' }, ann)), 'done')
})

test('words are put where the same Chinese stands only as far as that is given', () => {
  const twice = {
    ...sampleDocument,
    blocks: [
      ...sampleDocument.blocks,
      { id: 'b3', kind: 'paragraph', parts: [{ type: 'segment', id: 'b3.s1', source: ['项目有七个。'] }] },
    ],
  } as const
  const desk = openDesk(sha256, crowd, twice)
  guard(desk, 'translate')
  give(desk, 'translate', ann, bob, ['b2.s2'])
  translate(desk, 'b2.s2', ann)
  const propagate = () => desk.send({ type: 'propagate', segment: 'b2.s2', base: versionOf(desk, 'b2.s2') }, ann)
  assert.deepEqual(propagate(), [])
  give(desk, 'translate', ann, bob)
  assert.equal((propagate() as readonly unknown[]).length, 1)
  desk.assign({ type: 'end', assignment: desk.state().assignments?.at(-1)?.id ?? '' }, bob)
  assert.equal(codeOf(desk.send({ type: 'undo-propagation', segment: 'b2.s2' }, ann)), 'nothing-to-undo')
})
