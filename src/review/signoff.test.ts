import assert from 'node:assert/strict'
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { test } from 'node:test'
import type { Finding } from '../model/finding.ts'
import type { Term } from '../model/term.ts'
import type { VerifySignature } from '../ports/world.ts'
import { sha256 } from '../stores/conformance.ts'
import { type Desk, openDesk, person, plainlyAsked } from './fixtures/desk.ts'
import { openPoints } from './gates.ts'
import { type Bound, bindingOf, signatureHolds, signedText, staleness } from './signoff.ts'

const ann = person('ann', 'translator')
const dan = person('dan', 'reviser')
const cat = person('cat', 'approver')

function signedDesk(): Desk {
  const desk = openDesk(sha256, [ann, dan, cat])
  for (const segment of desk.state().segments.keys()) {
    desk.send({ type: 'translate', segment, base: 0, target: ['Words.'] }, ann)
    desk.send({ type: 'revise', segment, base: 2 }, dan)
  }
  assert.equal(desk.sign(cat), null)
  return desk
}

const stale = (desk: Desk, bound: Partial<Bound> = {}) =>
  staleness(desk.state(), bindingOf(desk.state(), { ...desk.bound(), ...bound }, sha256))

const term = (id: string, note: string): Term => ({
  id,
  source: ['项目'],
  renderings: [{ text: 'project', status: 'preferred' }],
  status: 'approved',
  domain: '',
  note,
  authority: '',
})
const finding: Finding = { code: 'word-repeated', severity: 'warning', segment: 'b1.s1', params: { word: 'the' } }

test('what is open is listed in reading order, with its reason', () => {
  const desk = openDesk(sha256, [ann, dan, cat])
  assert.equal(desk.sign(cat)?.code, 'sign-off-open')
  desk.send({ type: 'translate', segment: 'b2.s1', base: 0, target: ['An X.'] }, ann)
  desk.send({ type: 'translate', segment: 'b2.s2', base: 0, target: ['Two.'] }, ann)
  desk.send({ type: 'return', segment: 'b2.s2', base: 2, reason: 'Seven.' }, dan)
  const points = openPoints(desk.state(), desk.bound().findings, [], plainlyAsked)
  assert.deepEqual(
    points.map(({ segment, reason, code }) => [segment, reason, code]),
    [
      ['b1.s1', 'untranslated', undefined],
      ['b2.s1', 'unreviewed', undefined],
      ['b2.s1', 'error', 'word-repeated'],
      ['b2.s2', 'returned', undefined],
    ],
  )
  assert.equal(desk.sign(ann)?.code, 'role-missing')
})

test('a signature holds for what was signed: comments, other terms and a newer checker do not touch it', () => {
  const desk = signedDesk()
  assert.equal(stale(desk), null)
  assert.equal(desk.sign(cat)?.code, 'already-signed')
  desk.send({ type: 'comment', segment: 'b1.s1', comment: 'c1', text: 'Well done.' }, ann)
  assert.equal(stale(desk), null)
  assert.equal(stale(desk, { checker: '2' }), null)
  assert.equal(stale(desk, { people: { head: 'later', singlePerson: false } }), null)
})

test('a newer checker that finds something else says: check again', () => {
  const changed = stale(signedDesk(), { checker: '2', findings: [finding] })
  assert.deepEqual(changed, { segments: [], terms: [], findings: true, checker: true })
})

test('what the proofreading says is no part of a signature: it goes by the style of the house', () => {
  const desk = signedDesk()
  const spelling = {
    code: 'proof-spelling',
    severity: 'warning',
    segment: 'b2.s1',
    params: { word: 'colour' },
  } as const
  assert.equal(stale(desk, { findings: [spelling] }), null)
})

test('a term that occurs and was added, changed or retired unsigns', () => {
  const desk = signedDesk()
  assert.deepEqual(stale(desk, { terms: [term('t1', '')] })?.terms, ['t1'])
  const signOff = desk.state().signOff ?? assert.fail()
  const bound = { ...desk.bound(), terms: [term('t1', ''), term('t0', '')] }
  const binding = bindingOf(desk.state(), bound, sha256)
  assert.deepEqual(
    binding.terms.map(({ id }) => id),
    ['t0', 't1'],
  )
  const state = { ...desk.state(), signOff: { ...signOff, binding } }
  const compare = (terms: readonly Term[]) =>
    staleness(state, bindingOf(state, { ...bound, terms }, sha256))?.terms ?? null
  assert.equal(compare([term('t1', ''), term('t0', '')]), null)
  assert.deepEqual(compare([term('t1', 'Changed.'), term('t0', '')]), ['t1'])
  assert.deepEqual(compare([term('t1', '')]), ['t0'])
})

test('an edit unsigns and names the segment, also where the same words are put back', () => {
  const desk = signedDesk()
  const edit = (base: number, word: string) => desk.send({ type: 'edit', segment: 'b2.s2', base, target: [word] }, ann)
  edit(3, 'Other words.')
  assert.deepEqual(stale(desk)?.segments, ['b2.s2'])
  edit(4, 'Words.')
  assert.deepEqual(stale(desk)?.segments, ['b2.s2'])
  desk.send({ type: 'translate', segment: 'b2.s2', base: 5 }, ann)
  desk.send({ type: 'revise', segment: 'b2.s2', base: 6 }, dan)
  assert.deepEqual(stale(desk)?.segments, ['b2.s2'])
  assert.equal(desk.sign(cat), null)
  assert.equal(stale(desk), null)
})

test('splitting and joining unsign and name what went and what came', () => {
  const desk = signedDesk()
  desk.send({ type: 'join', segment: 'b2.s1', base: 3, nextBase: 3 }, ann)
  assert.deepEqual([...(stale(desk)?.segments ?? [])].sort(), ['b2.s1', 'b2.s2', 'b2.s3'])
})

test('a signature is over binding, person and instant, and holds for nothing else', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const check: VerifySignature = (_key, text, signature) =>
    verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
  const unsigned = { ...(signedDesk().state().signOff ?? assert.fail()), name: 'Cat', at: '2026-03-01T08:00:00.000Z' }
  const signature = sign(null, Buffer.from(signedText(unsigned)), privateKey).toString('base64')
  const signOff = { ...unsigned, signature }
  assert.ok(signatureHolds(signOff, check))
  assert.ok(!signatureHolds({ ...signOff, name: 'Kat' }, check))
  assert.ok(!signatureHolds({ ...signOff, at: '2026-03-01T08:00:00.001Z' }, check))
  assert.ok(!signatureHolds({ ...signOff, binding: { ...signOff.binding, singlePerson: true } }, check))
  assert.ok(!signatureHolds({ ...signOff, binding: { ...signOff.binding, segments: [] } }, check))
})
