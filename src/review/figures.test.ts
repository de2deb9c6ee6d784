import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineOf } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import { figureDiffers, figureVerdicts, type SeenFigure } from '../model/release.ts'
import { sha256 } from '../stores/conformance.ts'
import { confirmationsOf, hasUnconfirmed } from './figures.ts'
import { type Desk, figuresOf, openDesk, person, plainlyAsked } from './fixtures/desk.ts'
import { freshSegment } from './fold-segment.ts'
import { openPoints } from './gates.ts'
import { bindingOf, staleness } from './signoff.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'translator', 'reviser')
const cat = person('cat', 'approver')
const dan = person('dan', 'reviser')
/** Its Chinese has 四. */
const segment = 'b2.s1'

const confirm = (desk: Desk, figures: readonly SeenFigure[] = seenIn(desk)) =>
  ({ type: 'confirm-figures', segment, figures }) as const
const seenIn = (desk: Desk) => figuresOf(desk.state()).filter((figure) => figure.segment === segment)
const now = (desk: Desk) => desk.state().segments.get(segment) ?? assert.fail()
const translate = (desk: Desk, text: string) =>
  desk.send({ type: 'translate', segment, base: now(desk).version, target: inlineOf(text) }, ann)
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : answer)
const confirmed = (desk: Desk) =>
  desk
    .bound()
    .figures.filter((figure) => figure.segment === segment)
    .map((figure) => figure.confirmed && `${figure.confirmed.name} ${figure.confirmed.how}`)

function deskWith(text: string): Desk {
  const desk = openDesk(sha256, [ann, bob, cat, dan])
  translate(desk, text)
  return desk
}

/** A document of which all but the one segment is ready to be signed. */
function revisedDesk(text: string): Desk {
  const desk = deskWith(text)
  for (const id of ['b1.s1', 'b2.s2']) {
    desk.send({ type: 'translate', segment: id, base: 0, target: ['Words.'] }, ann)
    desk.send({ type: 'revise', segment: id, base: 2 }, dan)
  }
  desk.send({ type: 'revise', segment, base: 2 }, dan)
  return desk
}

test('figures are confirmed by a reviser or an approver who wrote none of the words, once they stand by somebody', () => {
  const desk = deskWith('It costs 4.')
  assert.equal(codeOf(desk.send(confirm(desk), ann)), 'role-missing')
  assert.equal(confirmed(desk)[0], undefined)
  assert.ok(!isRefusal(desk.send(confirm(desk), cat)))
  assert.deepEqual(confirmed(desk), ['CAT checked'])
  desk.send({ type: 'edit', segment, base: 2, target: ['It will cost 4.'] }, bob)
  assert.equal(codeOf(desk.send(confirm(desk), dan)), 'segment-not-translated')
  desk.send({ type: 'translate', segment, base: 3 }, ann)
  assert.equal(codeOf(desk.send(confirm(desk), bob)), 'own-segment')
  desk.people = { ...desk.people, singlePerson: true }
  assert.ok(!isRefusal(desk.send(confirm(desk), bob)))
})

test('what is confirmed is what was seen', () => {
  const desk = deskWith('It costs 5.')
  const before = seenIn(desk)
  translate(desk, 'It costs 6.')
  assert.equal(codeOf(desk.send(confirm(desk, before), cat)), 'figures-changed')
  assert.equal(codeOf(desk.send(confirm(desk, []), cat)), 'figures-changed')
  assert.equal(codeOf(desk.send({ type: 'confirm-figures', segment: 'b1.s1', figures: [] }, cat)), 'figures-changed')
  const [event] = desk.send(confirm(desk), cat) as readonly unknown[]
  const figures = [{ source: '四', target: '6', verdict: 'differs' }]
  assert.deepEqual(event, { type: 'figures-confirmed', v: 1, segment, figures })
  assert.deepEqual(desk.send(confirm(desk), cat), [], 'a second time nothing is left to do')
})

test('a confirmation collides with nobody who types', () => {
  const desk = deskWith('It costs 4.')
  const { version } = now(desk)
  desk.send(confirm(desk), cat)
  assert.equal(now(desk).version, version)
  assert.ok(!isRefusal(desk.send({ type: 'edit', segment, base: version, target: ['It costs 4, then.'] }, ann)))
})

test('an edit that changes a figure lapses its confirmation, one that does not keeps it', () => {
  const desk = deskWith('It costs 5.')
  desk.send(confirm(desk), cat)
  translate(desk, 'Its cost is 5.')
  assert.deepEqual(confirmed(desk), ['CAT checked'])
  translate(desk, 'Its cost is 6.')
  assert.deepEqual(confirmed(desk), [undefined])
  translate(desk, 'Its cost is 5.')
  assert.deepEqual(confirmed(desk), ['CAT checked'], 'what was seen is there again')
  desk.send(confirm(desk), dan)
  desk.send({ type: 'split', segment, base: now(desk).version, at: 4 }, ann)
  for (const one of desk.state().segments.values()) assert.equal(one.figuresConfirmed, undefined)
})

test('whoever becomes an author has confirmed nothing any more', () => {
  const desk = deskWith('It costs 5.')
  desk.send(confirm(desk), dan)
  desk.send({ type: 'translate', segment, base: 2, target: ['The cost is 5.'] }, dan)
  assert.deepEqual(confirmed(desk), [undefined])
})

test('a revision answers for figures that agree, and for no others', () => {
  const right = revisedDesk('It costs 4.')
  assert.deepEqual(confirmed(right), ['DAN revision'])
  assert.equal(right.sign(cat), null)
  right.send(confirm(right), cat)
  assert.deepEqual(confirmed(right), ['CAT checked'], 'a check of the figures says more')

  const wrong = revisedDesk('It costs 5.')
  assert.deepEqual(confirmed(wrong), [undefined])
  const open = () => openPoints(wrong.state(), wrong.bound().findings, wrong.context().figures, plainlyAsked)
  assert.deepEqual(open(), [{ segment, reason: 'figure-unconfirmed' }])
  assert.equal(wrong.sign(cat)?.code, 'sign-off-open')
  wrong.send(confirm(wrong), dan)
  assert.deepEqual(open(), [])
  assert.equal(wrong.sign(cat), null)
})

test('an error comes first: it is settled before its figure is confirmed', () => {
  const desk = revisedDesk('It costs 5.')
  desk.send({ type: 'edit', segment, base: 3, target: ['It costs 5. X'] }, ann)
  const reasons = () =>
    openPoints(desk.state(), desk.bound().findings, desk.context().figures, plainlyAsked).map(({ reason }) => reason)
  assert.deepEqual(reasons(), ['untranslated', 'error'])
  desk.send({ type: 'edit', segment, base: 4, target: ['It costs 5. Yes.'] }, ann)
  desk.send({ type: 'translate', segment, base: 5 }, ann)
  assert.deepEqual(reasons(), ['unreviewed', 'figure-unconfirmed'])
})

test('the signature binds who had confirmed what; a confirmation after it unsigns nothing and changes no sheet', () => {
  const desk = revisedDesk('It costs 4.')
  assert.equal(desk.sign(cat), null)
  const { signOff, signedFigures } = desk.state()
  assert.deepEqual(
    signedFigures?.map(({ confirmed }) => confirmed?.name),
    ['DAN'],
  )
  desk.send(confirm(desk), cat)
  assert.deepEqual(confirmed(desk), ['CAT checked'])
  const binding = bindingOf(desk.state(), desk.bound(), sha256)
  assert.notEqual(binding.sheet, signOff?.binding.sheet)
  assert.equal(binding.figures, signOff?.binding.figures)
  assert.equal(staleness(desk.state(), binding), null)
  assert.deepEqual(desk.state().signedFigures, signedFigures)
})

const people = ['ann', 'bob', 'cat', 'dan'] as const
const figure = fc.record({
  source: fc.constantFrom('四', '七'),
  target: fc.constantFrom('4', '7', ''),
  verdict: fc.constantFrom(...figureVerdicts),
})
const stamp = { by: fc.constantFrom(...people), at: fc.constantFrom('2026-03-01T08:00:00.000Z') }
const figures = fc.array(figure, { minLength: 1, maxLength: 3 })

test('law: nobody answers for a figure who is an author, nor by a revision for one that does not agree', () => {
  const given = fc.record({
    authors: fc.subarray([...people]),
    revised: fc.option(fc.record(stamp), { nil: undefined }),
    figuresConfirmed: fc.array(fc.record({ ...stamp, figures }), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(given, figures, ({ revised, ...segment }, own) => {
      const state = { ...freshSegment('b1.s1', 'b1', ['四']), ...segment, ...(revised && { revised }) }
      const confirmations = confirmationsOf(state, own, false)
      const authors = new Set<string>(state.authors)
      assert.equal(confirmations.length, own.length)
      for (const [index, confirmation] of confirmations.entries()) {
        if (confirmation === undefined) continue
        assert.ok(!authors.has(confirmation.by))
        assert.ok(confirmation.how === 'checked' || !figureDiffers(own[index] as SeenFigure))
      }
      const open = confirmations.some((one, index) => one === undefined && figureDiffers(own[index] as SeenFigure))
      assert.equal(hasUnconfirmed(state, own, false), open)
    }),
  )
})
