import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Revision } from '../model/revision.ts'
import { sha256 } from '../stores/conformance.ts'
import type { SegmentCommand } from './command.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { revisionsOf } from './revisions.ts'

const ann = person('ann', 'translator')
const bob = person('bob', 'reviser')
const cat = person('cat', 'approver')
const first = 'b2.s1'

function atDesk() {
  const desk = openDesk(sha256, [ann, bob, cat])
  const send = (who: typeof ann, command: object, segment = first) => {
    const base = desk.state().segments.get(segment)?.version ?? 0
    return desk.send({ segment, base, ...command } as SegmentCommand, who)
  }
  const edit = (who: typeof ann, text: string, segment = first) => send(who, { type: 'edit', target: [text] }, segment)
  return { desk, send, edit }
}
const brief = ({ by, before, after, number, stands }: Revision) =>
  `${number} ${by}: ${before} > ${after}${stands ? '' : ' (gone)'}`

test('what each person made of a sentence is one change, until another goes on', () => {
  const { desk, edit, send } = atDesk()
  edit(ann, 'One.')
  edit(ann, 'One sum.')
  edit(bob, 'A sum.', 'b1.s1')
  edit(bob, 'One big sum.')
  send(bob, { type: 'comment', comment: 'c1', text: 'It is big.' })
  edit(bob, 'A big sum.')
  edit(ann, 'A sum.')
  edit(bob, 'B sum.', 'b1.s1')
  edit(bob, 'A sum.', 'b1.s1')
  assert.deepEqual(revisionsOf(desk.entries(), {}).map(brief), [
    '2 bob: One sum. > A big sum. (gone)',
    '2 ann: A big sum. > A sum.',
  ])
  const [change] = revisionsOf(desk.entries(), { by: 'bob' })
  assert.deepEqual(
    change?.why.map(({ kind, by, text }) => [kind, by, text]),
    [['comment', 'bob', 'It is big.']],
  )
})

test('reasons are those said since the last change, and those of a suggestion that is taken', () => {
  const { desk, edit, send } = atDesk()
  send(ann, { type: 'translate', target: ['One sum.'] })
  send(bob, { type: 'return', reason: 'Which sum?' })
  send(cat, { type: 'suggest', suggestion: 's1', target: ['The sum.'], text: 'It is known.' })
  send(bob, { type: 'take-suggestion', suggestion: 's1' })
  edit(ann, 'This sum.')
  const [taken, last] = revisionsOf(desk.entries(), {})
  assert.deepEqual(
    taken?.why.map(({ kind, by, text }) => [kind, by, text]),
    [
      ['returned', 'bob', 'Which sum?'],
      ['suggestion', 'cat', 'It is known.'],
    ],
  )
  assert.deepEqual(last?.why, [])
})

test('what somebody changes after it was sent back, or approved, is a change, also of their own words', () => {
  const { desk, edit, send } = atDesk()
  send(ann, { type: 'translate', target: ['One sum.'] })
  send(bob, { type: 'return', reason: 'Which sum?' })
  send(ann, { type: 'translate', target: ['The sum.'] })
  send(bob, { type: 'revise' })
  edit(ann, 'The whole sum.')
  edit(ann, 'All of the sum.')
  const changes = revisionsOf(desk.entries(), {})
  assert.deepEqual(changes.map(brief), ['2 ann: One sum. > The sum. (gone)', '2 ann: The sum. > All of the sum.'])
  assert.deepEqual(
    changes[0]?.why.map(({ text }) => text),
    ['Which sum?'],
  )
})

test('a period cuts a change in two, so that the text before it is that of then', () => {
  const { desk, edit } = atDesk()
  edit(ann, 'One.')
  edit(bob, 'Two.')
  const from = desk.entries().at(-1)?.at ?? ''
  edit(bob, 'Three.')
  const to = desk.entries().at(-1)?.at ?? ''
  edit(bob, 'Four.')
  const after = new Date(Date.parse(from) + 1).toISOString()
  for (const end of [to, to.replace('.000Z', 'Z')])
    assert.deepEqual(revisionsOf(desk.entries(), { from: after, to: end }).map(brief), ['2 bob: Two. > Three. (gone)'])
  const whole = revisionsOf(desk.entries(), { from: from.replace('.000Z', 'Z') })
  assert.deepEqual(whole.map(brief), ['2 bob: One. > Four.'])
  assert.deepEqual(revisionsOf(desk.entries(), { by: 'nobody' }), [])
})

test('splitting, joining and drafts are nobody’s change, and no change is lost by them', () => {
  const { desk, edit, send } = atDesk()
  edit(ann, 'One sum.')
  edit(bob, 'Two sums.')
  send(bob, { type: 'split', at: 2 })
  assert.deepEqual(revisionsOf(desk.entries(), {}).map(brief), ['null bob: One sum. > Two sums. (gone)'])
})

test('the changes of a sentence follow one another, and those of each person are those of all', () => {
  const step = fc.record({ who: fc.constantFrom(ann, bob), text: fc.constantFrom('A.', 'B.', 'C.', 'D.') })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { desk, edit } = atDesk()
      for (const { who, text } of steps) edit(who, text)
      const all = revisionsOf(desk.entries(), {})
      for (const { before, after } of all) assert.notEqual(before, after)
      const each = [ann, bob].flatMap(({ id }) => revisionsOf(desk.entries(), { by: id }))
      assert.deepEqual(new Set(each.map(brief)), new Set(all.map(brief)))
      const last = steps.at(-1)?.text
      if (all.length > 0) assert.ok(all.some(({ after }) => after === last) || all.at(-1)?.stands === false)
    }),
  )
})
