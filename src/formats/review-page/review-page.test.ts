import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineOf, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { answered } from './fixtures/answered.ts'
import { returnedReviewPage, reviewPageFormat } from './review-page.ts'

function stateOf(pairs: readonly (readonly [string, string])[]): DocumentState {
  const parts = pairs.map(([source], at) => ({
    type: 'segment' as const,
    id: `b1.s${at + 1}`,
    source: inlineOf(source),
  }))
  const segments = pairs.map(([source, target], at): [string, SegmentState] => [
    `b1.s${at + 1}`,
    {
      id: `b1.s${at + 1}`,
      block: 'b1',
      source: inlineOf(source),
      target: inlineOf(target),
      state: 'initial',
      version: 1,
      authors: [],
      waivers: [],
      comments: [],
    },
  ])
  return {
    document: {
      id: 'd1',
      title: '灌区规划',
      sourceLanguage: 'zh-CN',
      targetLanguage: 'en',
      origin: { format: 'text', filename: 'a.txt', sha256: '' },
      blocks: [{ id: 'b1', kind: 'paragraph', parts }],
    },
    imported: { by: 'p1', at: '' },
    segments: new Map(segments),
    tombstones: {},
    touchedSinceSignOff: false,
    releases: [],
    sequence: 7,
    head: 'abc',
  }
}

const about = { review: 'r1', reviewer: 'Qiao <Ning>', sender: 'Tan Yue', at: '2026-03-01T08:00:00.000Z' }
const assets = { style: 'p{}', script: 'void 0', styleHash: 'c3R5bGU=', scriptHash: 'c2NyaXB0' }
const write = (state: DocumentState) => reviewPageFormat.write({ state, ...about, assets })

async function rowsOf(page: Uint8Array) {
  const read = await returnedReviewPage.read(page)
  return isRefusal(read) ? assert.fail(read.code) : read
}

test('what a reviewer wrote comes back under their name, bound to what went out; what is as it went out is nothing', async () => {
  const page = await write(
    stateOf([
      ['修渠。', 'A canal.'],
      ['建坝。', 'A dam.'],
      ['引水。', ''],
    ]),
  )
  const back = answered(page, {
    'b1.s1': { english: 'The canal.', comment: ' Which? ' },
    'b1.s2': { english: 'A dam.' },
  })
  const { document, base, review, rows } = await rowsOf(back)
  assert.deepEqual([document, base, review], ['d1', { sequence: 7, head: 'abc' }, 'r1'])
  assert.deepEqual(
    rows.map(({ id, target, authors, comments }) => [id, plain(target), authors, comments]),
    [
      ['b1.s1', 'The canal.', ['Qiao <Ning>'], [{ author: 'Qiao <Ning>', text: 'Which?' }]],
      ['b1.s2', 'A dam.', [], []],
      ['b1.s3', '', [], []],
    ],
  )
})

test('whatever the texts are, they come back as they went out, and none becomes a tag', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.string(),
          fc.string({
            unit: fc.constantFrom(
              '<',
              '/script',
              '>',
              '"',
              '{',
              '}',
              '&',
              'id="duizhao-review">',
              'id="duizhao-answers">',
            ),
          }),
        ),
      ),
      fc.string(),
      async (pairs, comment) => {
        const state = stateOf(pairs)
        const page = answered(await write(state), { 'b1.s1': { comment } })
        assert.equal(new TextDecoder().decode(page).split('<script').length, 5)
        const { rows } = await rowsOf(page)
        for (const { id, source, target } of rows) {
          const segment = state.segments.get(id) ?? assert.fail()
          assert.deepEqual([plain(source), plain(target)], [plain(segment.source), plain(segment.target)])
        }
      },
    ),
  ))

test('a page that lost its records on the way is refused, and no other page is taken for one', async () => {
  const page = new TextDecoder().decode(await write(stateOf([['修渠。', 'A canal.']])))
  const damaged = [
    page.replace('duizhao-answers', 'x'),
    page.replace('"sequence":7', '"sequence":"7"'),
    page.slice(0, page.indexOf('"rows"')),
    '<p>修渠。</p>',
  ]
  for (const text of damaged) {
    const read = await returnedReviewPage.read(new TextEncoder().encode(text))
    assert.ok(isRefusal(read) && read.code === 'review-page-damaged')
  }
  assert.equal(returnedReviewPage.recognises(new TextEncoder().encode('<p>修渠。</p>')), false)
})
