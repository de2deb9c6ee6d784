import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refuse } from '../../../../src/model/refusal.ts'
import { type Errand, isUnsaved, type Saving, type SavingEvent, startSaving, step } from './autosave.ts'

function run(saving: Saving, ...events: readonly SavingEvent[]): { saving: Saving; errands: Errand[] } {
  const errands: Errand[] = []
  for (const event of events) {
    const [next, errand] = step(saving, event)
    saving = next
    if (errand) errands.push(errand)
  }
  return { saving, errands }
}
const changed = refuse('segment-changed')

test('what is typed is sent after a pause and then saved', () => {
  const { saving, errands } = run(
    startSaving('', 3),
    { type: 'typed', text: 'The' },
    { type: 'due' },
    { type: 'accepted', text: 'The', version: 4 },
  )
  assert.deepEqual(errands, [
    { type: 'wait', milliseconds: 600 },
    { type: 'send', text: 'The', base: 3 },
  ])
  assert.equal(saving.phase, 'saved')
  assert.equal(saving.base, 4)
})

test('what is typed while another text is under way is sent after it', () => {
  const { saving, errands } = run(
    startSaving('', 0),
    { type: 'typed', text: 'a' },
    { type: 'due' },
    { type: 'typed', text: 'ab' },
    { type: 'accepted', text: 'a', version: 1 },
    { type: 'due' },
  )
  assert.deepEqual(errands.at(-1), { type: 'send', text: 'ab', base: 1 })
  assert.ok(isUnsaved(saving))
})

test('without a network the words stay and are tried again, ever more slowly', () => {
  const first = run(startSaving('', 0), { type: 'typed', text: 'a' }, { type: 'due' }, { type: 'unreachable' })
  assert.equal(first.saving.phase, 'unreachable')
  assert.deepEqual(first.errands.at(-1), { type: 'wait', milliseconds: 1000 })
  const second = run(first.saving, { type: 'due' }, { type: 'unreachable' })
  assert.deepEqual(second.errands, [
    { type: 'send', text: 'a', base: 0 },
    { type: 'wait', milliseconds: 2000 },
  ])
})

test('one’s own words on the stream before the reply are no conflict', () => {
  const { saving } = run(
    startSaving('', 0),
    { type: 'typed', text: 'a' },
    { type: 'due' },
    { type: 'received', text: 'a', version: 1, by: 'me' },
    { type: 'accepted', text: 'a', version: 1 },
  )
  assert.equal(saving.phase, 'saved')
})

test('another’s words over one’s own are a conflict that loses neither', () => {
  const { saving, errands } = run(
    startSaving('base', 2),
    { type: 'typed', text: 'mine' },
    { type: 'due' },
    { type: 'refused', refusal: changed },
    { type: 'received', text: 'theirs', version: 3, by: 'p2' },
  )
  assert.deepEqual(errands.at(-1), { type: 'fetch' })
  assert.equal(saving.phase, 'conflict')
  assert.equal(saving.text, 'mine')
  assert.deepEqual(saving.theirs, { text: 'theirs', by: 'p2' })
  const kept = run(saving, { type: 'settled', text: 'mine' })
  assert.deepEqual(kept.errands, [{ type: 'send', text: 'mine', base: 3 }])
  const taken = run(saving, { type: 'settled', text: 'theirs' })
  assert.deepEqual(taken.errands, [])
  assert.equal(taken.saving.phase, 'saved')
})

test('a comment of another while one types sends the words again and disturbs nobody', () => {
  const { saving, errands } = run(
    startSaving('base', 2),
    { type: 'typed', text: 'mine' },
    { type: 'due' },
    { type: 'refused', refusal: changed },
    { type: 'received', text: 'base', version: 3, by: 'p2' },
  )
  assert.deepEqual(errands.at(-1), { type: 'send', text: 'mine', base: 3 })
  assert.equal(saving.phase, 'sending')
})

test('another’s words appear at once where one has typed nothing', () => {
  const { saving } = run(startSaving('base', 2), { type: 'received', text: 'theirs', version: 3, by: 'p2' })
  assert.equal(saving.text, 'theirs')
  assert.equal(saving.phase, 'saved')
})

test('whatever happens, the editor holds what was typed last or what the other wrote over nothing typed', () => {
  const text = fc.constantFrom('', 'a', 'b', 'ab')
  const version = fc.integer({ min: 0, max: 5 })
  const event: fc.Arbitrary<SavingEvent> = fc.oneof(
    fc.record({ type: fc.constant('typed' as const), text }),
    fc.constant({ type: 'due' as const }),
    fc.constant({ type: 'unreachable' as const }),
    fc.constant({ type: 'refused' as const, refusal: changed }),
    fc.record({ type: fc.constant('received' as const), text, version, by: fc.constant('p2') }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      let saving = startSaving('', 0)
      for (const next of events) {
        const before = saving
        const [after, errand] = step(before, next)
        saving = after
        if (next.type === 'typed') assert.equal(after.text, next.text)
        else if (before.text !== before.saved && after.text !== before.text) assert.fail('typed words were replaced')
        if (after.text !== after.saved) assert.ok(isUnsaved(after))
        if (errand?.type === 'send') assert.equal(errand.text, after.text)
      }
    }),
  )
})
