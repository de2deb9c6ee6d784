import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent } from '../model/event.ts'
import { isRefusal } from '../model/refusal.ts'
import { sha256 } from '../stores/conformance.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { bindingOf, staleness } from './signoff.ts'
import type { WithdrawCommand } from './withdrawal.ts'

const [ann, bob, cat, eve] = [
  person('ann', 'translator'),
  person('bob', 'reviser'),
  person('cat', 'approver'),
  person('eve', 'administrator', 'terminologist'),
]
const reason = { zh: '投资额有误', en: 'The sum invested was wrong.' }

/** A desk with a signed document and its first release. */
function published() {
  const desk = openDesk(sha256, [ann, bob, cat, eve])
  for (const { id, version } of desk.state().segments.values()) {
    desk.send({ type: 'translate', segment: id, base: version, target: ['Said.'] }, ann)
  }
  for (const { id, version } of desk.state().segments.values()) {
    desk.send({ type: 'revise', segment: id, base: version }, bob)
  }
  assert.equal(desk.sign(cat), null)
  assert.ok(desk.publish())
  const isSigned = () => {
    const state = desk.state()
    return state.signOff !== undefined && staleness(state, bindingOf(state, desk.bound(), sha256)) === null
  }
  return { desk, isSigned }
}

function codeOf(answer: readonly DocumentEvent[] | { readonly code: string }): string {
  return isRefusal(answer) ? answer.code : ''
}

test('an approver withdraws a release, once and with a reason in both languages', () => {
  const { desk } = published()
  const refused: readonly (readonly [Partial<WithdrawCommand>, typeof ann, string])[] = [
    [{}, ann, 'role-missing'],
    [{}, bob, 'role-missing'],
    [{}, eve, 'role-missing'],
    [{ number: 2 }, cat, 'release-unknown'],
    [{ number: 0 }, cat, 'release-unknown'],
    [{ reason: { ...reason, zh: ' ' } }, cat, 'reason-missing'],
    [{ reason: { ...reason, en: '' } }, cat, 'reason-missing'],
    [{ reason: { ...reason, zh: '好的' } }, cat, 'reason-empty'],
    [{ reason: { ...reason, en: 'ok' } }, cat, 'reason-empty'],
    [{ reason: { ...reason, en: 'a b '.repeat(6000) } }, cat, 'text-too-long'],
  ]
  for (const [change, actor, code] of refused) {
    assert.equal(codeOf(desk.withdraw({ number: 1, reason, ...change }, actor)), code, JSON.stringify(change))
  }
  const lines = { zh: '投资额有误，\n\n请见下一版', en: ' The sum\u2028was wrong. ' }
  const [event] = [desk.withdraw({ number: 1, reason: lines }, cat)].flat()
  const expected = { zh: '投资额有误， 请见下一版', en: 'The sum was wrong.' }
  assert.deepEqual(event, { type: 'release-withdrawn', v: 1, number: 1, name: 'CAT', reason: expected })
  assert.equal(desk.state().releases[0]?.withdrawn?.by, 'cat')
  assert.equal(codeOf(desk.withdraw({ number: 1, reason }, cat)), 'already-withdrawn')
})

test('a signature ends with the release that it was published in, and the same text is signed and published anew', () => {
  const { desk, isSigned } = published()
  assert.equal(isSigned(), true)
  assert.equal(codeOf(desk.withdraw({ number: 1, reason }, cat)), '')
  assert.equal(isSigned(), false)
  assert.equal(desk.publish(), false, 'published over a signature that ended')
  assert.equal(desk.sign(cat), null)
  assert.ok(desk.publish())
  assert.deepEqual(
    desk.state().releases.map(({ number, withdrawn }) => [number, withdrawn !== undefined]),
    [
      [1, true],
      [2, false],
    ],
  )
})

test('to withdraw an earlier release leaves the present signature alone', () => {
  const { desk, isSigned } = published()
  const [segment] = [...desk.state().segments.values()]
  desk.send({ type: 'translate', segment: segment?.id ?? '', base: segment?.version ?? 0, target: ['Put.'] }, ann)
  const changed = desk.state().segments.get(segment?.id ?? '')
  desk.send({ type: 'revise', segment: segment?.id ?? '', base: changed?.version ?? 0 }, bob)
  assert.equal(desk.sign(cat), null)
  assert.ok(desk.publish())
  assert.equal(codeOf(desk.withdraw({ number: 1, reason }, cat)), '')
  assert.equal(isSigned(), true)
})
