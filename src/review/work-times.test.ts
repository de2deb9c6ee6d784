import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { isHasty, workTimes } from './work-times.ts'

const revised = (segment: string): DocumentEvent => ({ type: 'segment-revised', v: 1, segment })

/** Entries of a person, with the seconds after nine o'clock at which each was recorded. */
function entries(...steps: readonly (readonly [seconds: number, by: string, event: DocumentEvent])[]) {
  return steps.map(([seconds, by, event], index): Entry<DocumentEvent> => {
    const at = new Date(Date.UTC(2026, 2, 1, 9, 0, seconds)).toISOString()
    return { sequence: index + 1, at, by, previous: '', event, hash: '' }
  })
}

test('how long is told from step to step, and nothing of the first step or of pauses', () => {
  const [share] = workTimes(
    entries(
      [0, 'dan', revised('a')],
      [40, 'dan', revised('b')],
      [4000, 'dan', revised('c')],
      [4020, 'dan', revised('d')],
    ),
    0,
  )
  assert.deepEqual(
    [share?.sentences.length, share?.milliseconds, share?.median, share?.ticks],
    [4, 60_000, 20_000, [0, 40_000, 40_000, 60_000]],
  )
  const [alone] = workTimes(entries([0, 'dan', revised('a')]), 0)
  assert.deepEqual([alone?.milliseconds, alone?.median], [null, null])
})

test('what was done since the last signature is told apart, and who did what', () => {
  const translated: DocumentEvent = { type: 'segment-translated', v: 1, segment: 'a' }
  const accepted: DocumentEvent = { type: 'wording-accepted', v: 1, segment: 'b', reviser: 'dan' }
  const shares = workTimes(
    entries([0, 'ann', translated], [9, 'dan', revised('a')], [20, 'dan', revised('a')], [30, 'ann', accepted]),
    2,
  )
  assert.deepEqual(
    shares.map(({ by, did, sinceSigning }) => [by, did, sinceSigning]),
    [
      ['ann', 'translated', false],
      ['dan', 'revised', false],
      ['dan', 'revised', true],
      ['ann', 'translated', true],
    ],
  )
})

test('a script that approves 59 sentences in 25 seconds is hasty, and a person who reads them is not', () => {
  const run = (secondsEach: number) =>
    workTimes(
      entries(...Array.from({ length: 59 }, (_, at) => [at * secondsEach, 'dan', revised(`s${at}`)] as const)),
      0,
    )
  const [script] = run(0.43)
  const [person] = run(40)
  assert.ok(script && isHasty(script, 59 * 20))
  assert.ok(person && !isHasty(person, 59 * 20))
  const [few] = workTimes(entries([0, 'dan', revised('a')], [1, 'dan', revised('b')]), 0)
  assert.ok(few && !isHasty(few, 40))
})
