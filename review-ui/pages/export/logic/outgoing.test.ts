import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Code } from '../../../../src/model/inline.ts'
import type { DocumentJson } from '../../../../src/model/state.ts'
import { countOf, outgoingOf, waysOut } from './outgoing.ts'

const note: Code = { type: 'alone', id: 'c1', data: '' }
const segment = (
  id: string,
  source: readonly (string | Code)[],
  target: readonly (string | Code)[],
  state = 'initial',
) => [id, { id, block: 'b1', source, target, state, version: 1, authors: [], waivers: [], comments: [] }] as const

test('what stays in Chinese is told with its number and reason', () => {
  const list = [
    segment('b1.s1', ['今天开工。'], ['Work began.'], 'reviewed'),
    segment('b1.s2', ['明天完工。'], []),
    segment('b1.s3', ['渠', note, '。'], ['Canal.']),
  ]
  const parts = list.map(([id, { source }]) => ({ type: 'segment', id, source }))
  const state = {
    document: { blocks: [{ id: 'b1', kind: 'paragraph', parts }] },
    segments: Object.fromEntries(list),
  } as unknown as DocumentJson
  const outgoing = outgoingOf(state)
  assert.deepEqual(outgoing, {
    sentences: 3,
    english: 1,
    pairs: 2,
    unrevised: 2,
    chinese: [
      { segment: 'b1.s2', number: 2, reason: 'no-english' },
      { segment: 'b1.s3', number: 3, reason: 'codes' },
    ],
  })
  assert.deepEqual(
    ['own-shape' as const, ...Object.values(waysOut).flat()].map((way) => countOf(way, outgoing)),
    [1, 1, 1, 1, 1, 1, 3, 3, 3, 2, 3, 3],
  )
})
