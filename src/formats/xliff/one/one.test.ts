import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../../model/document.ts'
import type { Code, Inline } from '../../../model/inline.ts'
import { isRefusal } from '../../../model/refusal.ts'
import { type SegmentState, segmentStates } from '../../../model/state.ts'
import { sameText } from '../../../segmentation/returned.ts'
import type { XliffExport } from '../contents.ts'
import { readXliffDocument } from '../incoming/document.ts'
import { checkXliff } from '../rules/check.ts'
import { returnedRowsOfOne } from './returned.ts'
import { toXliffOne } from './write.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function exportOf(sentences: readonly Partial<SegmentState>[]): XliffExport {
  const segments = sentences.map(
    (sentence, at): SegmentState => ({
      id: `b1.s${at + 1}`,
      block: 'b1',
      source: ['渠。'],
      target: [],
      state: 'initial',
      version: 0,
      authors: [],
      waivers: [],
      comments: [],
      ...sentence,
    }),
  )
  const block: Block = {
    id: 'b1',
    kind: 'paragraph',
    parts: segments.map(({ id, source }) => ({ type: 'segment', id, source })),
  }
  const origin = { format: 'text', filename: 'a & "b".txt', sha256: '' }
  return {
    state: {
      document: { id: 'd1', title: '渠', sourceLanguage: 'zh-CN', targetLanguage: 'en', origin, blocks: [block] },
      imported: { by: 'p1', at: '' },
      segments: new Map(segments.map((segment) => [segment.id, segment])),
      tombstones: {},
      touchedSinceSignOff: false,
      releases: [],
      sequence: 7,
      head: 'abc1',
    },
    terms: new Map(),
    matches: new Map([
      ['b1.s1', [{ type: 'fuzzy', score: 80, pair: { source: '渠、', target: 'Canal', origin: 'm.tmx' } }]],
    ]),
    names: new Map([['p1', 'Li <Na>']]),
  }
}

function rowsOf(xliff: string) {
  const returned = returnedRowsOfOne(utf8(xliff))
  assert.ok(!isRefusal(returned), JSON.stringify(returned))
  return returned
}

const pair: readonly [Code, Code] = [
  { type: 'open', id: 'c1', data: '**' },
  { type: 'close', id: 'c1', data: '**' },
]

test('law: every sentence comes back as it went out, with its codes, and the file breaks no rule', () => {
  const words = fc.stringMatching(/^[渠水a-z<&>"' ]{0,6}$/)
  const text = fc
    .tuple(words, words, words, fc.constantFrom('none', 'nested', 'half', 'crossed'))
    .map(([a, b, c, how]): Inline => {
      const mark: Code = { type: 'alone', id: 'x', data: '' }
      const [open, close] = pair
      const other = { open: { ...open, id: 'c2' }, close: { ...close, id: 'c2' } }
      const shapes: Readonly<Record<string, Inline>> = {
        none: [a, b, c],
        nested: [a, open, b, mark, close, c],
        half: [a, open, b, c],
        crossed: [a, open, other.open, b, close, c, other.close],
      }
      return (shapes[how] ?? []).filter((part) => part !== '')
    })
  const sentence = fc.tuple(text, text, fc.constantFrom(...segmentStates))
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (list) => {
      const sentences = list.map(([source, target, state]) => ({
        source: ['渠', ...source],
        target: target.length === 0 ? [] : ['e', ...target],
        state: target.length === 0 ? ('initial' as const) : state,
      }))
      const xliff = toXliffOne(exportOf(sentences))
      const { document, base, rows } = rowsOf(xliff)
      assert.deepEqual([document, base], ['d1', { sequence: 7, head: 'abc1' }])
      for (const [at, { source, target, state }] of sentences.entries()) {
        const row = rows[at]
        assert.ok(row && sameText(row.source, source), JSON.stringify([row?.source, source]))
        assert.ok(sameText(row.target, target), JSON.stringify([row.target, target]))
        assert.equal(row.confirmed, target.length > 0 && state !== 'initial')
      }
      const check = checkXliff(utf8(xliff))
      assert.ok(!isRefusal(check))
      assert.deepEqual(check.findings, [])
    }),
  )
})

test('comments go out with names and come back, and offers of the memory are alternatives', () => {
  const comments = [{ id: 'c', by: 'p1', at: '', text: 'Which canal?' }]
  const xliff = toXliffOne(exportOf([{ comments }]))
  assert.match(xliff, /<note from="Li &lt;Na&gt;">Which canal\?<\/note>/)
  assert.match(xliff, /<alt-trans match-quality="80" origin="m\.tmx"><source>渠、<\/source><target>Canal<\/target>/)
  assert.deepEqual(rowsOf(xliff).rows[0]?.comments, [{ author: 'Li <Na>', text: 'Which canal?' }])
})

test('a unit that a tool has divided is one row again, and Chinese in the place of English is none', () => {
  const xliff = toXliffOne(exportOf([{ source: ['渠成。水到。'] }, {}]))
  const divided = xliff
    .replace(
      /(<source>渠成。水到。<\/source>)/,
      '$1<seg-source><mrk mtype="seg" mid="0">渠成。</mrk><mrk mtype="seg" mid="1">水到。</mrk></seg-source>',
    )
    .replace(
      '>渠成。水到。</target>',
      '><mrk mtype="seg" mid="0">Done. </mrk><mrk mtype="seg" mid="1">There.</mrk></target>',
    )
  const [first, second] = rowsOf(divided).rows
  assert.deepEqual(
    [first?.source, first?.target].map((text) => text?.join('')),
    ['渠成。水到。', 'Done. There.'],
  )
  assert.deepEqual(second?.target, [])
})

test('a file that does not say whence it is, is not ours; one that does makes no document here', () => {
  const xliff = toXliffOne(exportOf([{}]))
  const other = returnedRowsOfOne(utf8(xliff.replace('from="Duizhao"', 'from="Li"')))
  assert.ok(isRefusal(other) && other.code === 'return-not-ours')
  const imported = readXliffDocument(utf8(xliff), { filename: 'a.xlf' })
  assert.ok(!isRefusal(imported))
  assert.equal(imported.wentOutFrom, 'd1')
  assert.equal(imported.blocks[0]?.parts?.[0]?.type === 'segment' && imported.blocks[0].parts[0].brought.draft, null)
})
