import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from '../stores/conformance.ts'
import { changesSince, lastSigned, signedTexts } from './changes.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { presented } from './presented.ts'

const ann = person('ann', 'translator')
const dan = person('dan', 'reviser')
const cat = person('cat', 'approver')

test('what changed since the signature stands with before and after, who changed and revised it, and why', () => {
  const desk = openDesk(sha256, [ann, dan, cat])
  const { send } = desk
  for (const segment of desk.state().segments.keys()) {
    send({ type: 'translate', segment, base: 0, target: ['Old words.'] }, ann)
    send({ type: 'revise', segment, base: 2 }, dan)
  }
  assert.equal(desk.sign(cat), null)
  const changes = () => {
    const entries = desk.entries()
    return changesSince(signedTexts(entries), desk.state(), entries.slice(lastSigned(entries)))
  }
  assert.deepEqual(changes(), [])
  send({ type: 'return', segment: 'b1.s1', base: 3, reason: 'Not as we say it.' }, dan)
  send({ type: 'translate', segment: 'b1.s1', base: 4, target: ['New words.'] }, ann)
  send({ type: 'revise', segment: 'b1.s1', base: 6 }, dan)
  // Confirmed again as it was: that is no change of a text.
  send({ type: 'reopen', segment: 'b2.s1', base: 3 }, dan)
  send({ type: 'revise', segment: 'b2.s1', base: 4 }, dan)
  const [changed, ...more] = changes()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [changed?.segment, changed?.change, changed?.target, changed?.changed?.by, changed?.revised?.by],
    ['b1.s1', 'target', { before: 'Old words.', after: 'New words.' }, 'ann', 'dan'],
  )
  assert.deepEqual(
    changed?.reasons.map(({ by, text }) => [by, text]),
    [['dan', 'Not as we say it.']],
  )
  send({ type: 'join', segment: 'b2.s1', base: 5, nextBase: 3 }, ann)
  assert.deepEqual(
    changes().map(({ segment, change }) => [segment, change]),
    [
      ['b1.s1', 'target'],
      ['b2.s3', 'added'],
      ['b2.s1', 'removed'],
      ['b2.s2', 'removed'],
    ],
  )
})

test('nothing is final while the signature does not hold', () => {
  const desk = openDesk(sha256, [ann, dan, cat])
  for (const segment of desk.state().segments.keys()) {
    desk.send({ type: 'translate', segment, base: 0, target: ['Words.'] }, ann)
    desk.send({ type: 'revise', segment, base: 2 }, dan)
  }
  desk.sign(cat)
  const states = (isSigned: boolean) =>
    [...presented(desk.state(), isSigned).segments.values()].map(({ state }) => state)
  assert.deepEqual([...new Set(states(true))], ['final'])
  assert.deepEqual([...new Set(states(false))], ['reviewed'])
})
