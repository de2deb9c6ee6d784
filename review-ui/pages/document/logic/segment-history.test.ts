import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { lastReadBy, lastReturn, storyOf } from './segment-history.ts'

const entries = (...events: readonly (readonly [string, number, DocumentEvent])[]): readonly Entry<DocumentEvent>[] =>
  events.map(([by, minute, event], index) => ({
    sequence: index + 1,
    at: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
    by,
    previous: '',
    event,
    hash: '',
  }))
const edit = (text: string): DocumentEvent => ({ type: 'segment-edited', v: 1, segment: 'b1.s1', target: [text] })

test('edits in one go are one line with the words before the first and after the last', () => {
  const story = storyOf(
    entries(
      ['p1', 0, edit('A pl')],
      ['p1', 1, edit('A plan')],
      ['p2', 2, edit('The plan')],
      ['p2', 50, edit('The plans')],
    ),
  )
  assert.deepEqual(
    story.map(({ by, before, after }) => [by, before, after]),
    [
      ['p1', '', 'A plan'],
      ['p2', 'A plan', 'The plan'],
      ['p2', 'The plan', 'The plans'],
    ],
  )
})

test('what a reviser last read is the text at their last judgement', () => {
  const history = entries(
    ['p1', 0, edit('one')],
    ['p2', 1, { type: 'segment-returned', v: 1, segment: 'b1.s1', reason: 'meaning' }],
    ['p1', 2, edit('two')],
  )
  assert.equal(lastReadBy(history, 'p2'), 'one')
  const waived = entries(['p2', 0, { type: 'finding-waived', v: 1, segment: 'b1.s1', finding: '[]', reason: 'so' }])
  assert.equal(lastReadBy([...history, ...waived], 'p2'), 'one')
  assert.equal(lastReadBy(history, 'p1'), null)
})

test('why a segment was sent back stands until somebody approves it', () => {
  const returned: DocumentEvent = { type: 'segment-returned', v: 1, segment: 'b1.s1', reason: 'meaning' }
  const translated: DocumentEvent = { type: 'segment-translated', v: 1, segment: 'b1.s1' }
  const revised: DocumentEvent = { type: 'segment-revised', v: 1, segment: 'b1.s1' }
  assert.equal(lastReturn(entries(['p1', 0, edit('one')])), null)
  const again = [
    ['p2', 1, returned],
    ['p1', 2, edit('two')],
    ['p1', 3, translated],
  ] as const
  assert.equal(lastReturn(entries(...again))?.reason, 'meaning')
  assert.equal(lastReturn(entries(...again, ['p2', 4, revised])), null)
})
