import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import type { SegmentState } from '../model/state.ts'
import { sha256 } from '../stores/conformance.ts'
import type { SegmentCommand } from './command.ts'
import { openDesk, person } from './fixtures/desk.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'reviser')
const cat = person('cat', 'approver')
const people = [ann, bob, cat]

const ids = ['b1.s1', 'b2.s1', 'b2.s2']

/** A document that ann has translated and bob has revised. */
function reviewedDesk() {
  const desk = openDesk(sha256, people)
  const segmentOf = (segment: string) => desk.state().segments.get(segment) as SegmentState
  const codeOf = (command: SegmentCommand, actor = ann) => {
    const answer = desk.send(command, actor)
    return isRefusal(answer) ? answer.code : answer.map(({ type }) => type).join(' ')
  }
  for (const segment of ids) {
    codeOf({ type: 'translate', segment, base: 0, target: [`The grid of ${segment}`] })
    codeOf({ type: 'revise', segment, base: segmentOf(segment).version }, bob)
  }
  const replace = (segment: string, act: string, changes: { readonly base?: number; readonly signed?: true } = {}) =>
    ({ type: 'replace', segment, base: segmentOf(segment).version, target: ['The network'], act, ...changes }) as const
  return { desk, segmentOf, codeOf, replace }
}

test('a replacement is an edit by which a review falls, and taken back it stands again as it was', () => {
  const { segmentOf, codeOf, replace } = reviewedDesk()
  const before = segmentOf('b2.s1')
  assert.equal(codeOf(replace('b2.s1', 'one')), 'segment-edited')
  assert.deepEqual([segmentOf('b2.s1').state, segmentOf('b2.s1').revised], ['initial', undefined])
  // A comment in between is beside the text, and stays.
  codeOf({ type: 'comment', segment: 'b2.s1', comment: 'c1', text: 'Why?' }, bob)
  assert.equal(codeOf({ type: 'undo-replacement', segment: 'b2.s1', act: 'one' }), 'edit-undone')
  const { comments, version, ...after } = segmentOf('b2.s1')
  const { comments: _none, version: was, ...expected } = before
  assert.deepEqual(after, expected)
  assert.deepEqual([comments.length, version], [1, was + 2])
})

test('of a text that somebody has changed nothing is replaced, a draft’s among them', () => {
  const { codeOf, replace, segmentOf } = reviewedDesk()
  assert.equal(codeOf(replace('b1.s1', 'one', { base: segmentOf('b1.s1').version - 1 })), 'segment-changed')
  const desk = openDesk(sha256, people)
  const draft = {
    origin: { type: 'machine', engine: 'e', version: '1' },
    glossary: '',
    compliance: { asked: [], met: [] },
  } as const
  for (const words of ['A draft.', 'Another.']) {
    desk.send({ type: 'draft', segment: 'b1.s1', draft: { ...draft, target: [words] } }, ann)
  }
  const answer = desk.send({ type: 'replace', segment: 'b1.s1', base: 1, target: ['B'], act: 'one' }, ann)
  assert.equal(isRefusal(answer) && answer.code, 'segment-changed')
})

test('the same replacement again has nothing to do', () => {
  const { codeOf, replace } = reviewedDesk()
  const command = replace('b1.s1', 'one')
  assert.deepEqual([codeOf(command), codeOf(command)], ['segment-edited', ''])
})

test('only one’s own replacement is taken back, and only as long as nothing has happened to it', () => {
  const { codeOf, replace, segmentOf } = reviewedDesk()
  codeOf(replace('b1.s1', 'one'))
  const undo = { type: 'undo-replacement', segment: 'b1.s1', act: 'one' } as const
  assert.equal(codeOf(undo, bob), 'nothing-to-undo')
  assert.equal(codeOf({ ...undo, act: 'two' }), 'nothing-to-undo')
  codeOf({ type: 'translate', segment: 'b1.s1', base: segmentOf('b1.s1').version })
  assert.equal(codeOf(undo), 'nothing-to-undo')
})

test('signed sentences stay as they are unless they are included, and no undo signs them again', () => {
  const { desk, codeOf, replace, segmentOf } = reviewedDesk()
  const figures = (segment: string) => desk.context().figures.filter((figure) => figure.segment === segment)
  for (const segment of ids) codeOf({ type: 'confirm-figures', segment, figures: figures(segment) }, bob)
  assert.equal(desk.sign(cat), null)
  assert.equal(codeOf(replace('b2.s1', 'one')), 'segment-signed')
  assert.equal(codeOf(replace('b2.s1', 'one', { signed: true })), 'segment-edited')
  codeOf({ type: 'undo-replacement', segment: 'b2.s1', act: 'one' })
  assert.equal(segmentOf('b2.s1').state, 'final')
  assert.ok(desk.state().touchedSinceSignOff)
})
