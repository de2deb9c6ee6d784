import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, isSegment, type RawBlock, segmentsOf } from '../model/document.ts'
import { plain } from '../model/inline.ts'
import { atOnce } from '../model/steps.ts'
import { blocksOf } from '../segmentation/structure.ts'
import { compareVersions } from './compare.ts'
import { equalPairs } from './equal-pairs.ts'

const read = (...paragraphs: readonly RawBlock['text'][]): readonly Block[] =>
  blocksOf(paragraphs.map((text) => ({ text })))
const spring = read(
  ['水网建设方案'],
  ['到2029年底，建成骨干水网。供水能力达到1.2亿立方米。'],
  ['坚持节水优先。'],
  ['各县每月报告进度。省里每季度检查一次。'],
)

/** What became of the sentences, as lines: `unchanged b1.s1 水网建设方案`. */
function told(before: readonly Block[], after: readonly Block[], taken: readonly string[] = []): readonly string[] {
  const { blocks, changes } = atOnce(compareVersions(before, after, taken))
  const texts = new Map(
    [...segmentsOf({ blocks: before }), ...segmentsOf({ blocks })].map(({ id, source }) => [id, plain(source)]),
  )
  return changes.map((change) => {
    const from = change.type === 'changed' ? ` of ${change.from}` : ''
    return `${change.type} ${change.id}${from} ${texts.get(change.id)}`
  })
}

test('what is the same keeps its id, what is like has a new one, what nothing was made of is told last', () => {
  const autumn = read(
    ['水网建设方案'],
    ['到2029年底，建成骨干水网。供水能力达到1.5亿立方米。增设三座泵站。'],
    ['各县每月报告进度。省里每季度检查一次。'],
  )
  assert.deepEqual(told(spring, autumn), [
    'unchanged b1.s1 水网建设方案',
    'unchanged b2.s1 到2029年底，建成骨干水网。',
    'changed b5.s1 of b2.s2 供水能力达到1.5亿立方米。',
    'new b5.s2 增设三座泵站。',
    'unchanged b4.s1 各县每月报告进度。',
    'unchanged b4.s2 省里每季度检查一次。',
    'removed b3.s1 坚持节水优先。',
  ])
})

test('a block and a sentence that stand elsewhere have moved and keep their ids', () => {
  const autumn = read(
    ['水网建设方案'],
    ['坚持节水优先。'],
    ['省里每季度检查一次。各县每月报告进度。'],
    ['到2029年底，建成骨干水网。供水能力达到1.2亿立方米。'],
  )
  const lines = told(spring, autumn)
  assert.equal(lines.filter((line) => line.startsWith('moved')).length, 3)
  assert.deepEqual(
    lines.filter((line) => /^(new|changed|removed)/.test(line)),
    [],
  )
})

test('sentences that people split or joined stay so where the block is the same', () => {
  const [title, goals, ...rest] = spring
  assert.ok(title && goals)
  const joined: Block = {
    ...goals,
    parts: [{ type: 'segment', id: 'b2.s3', source: ['到2029年底，建成骨干水网。供水能力达到1.2亿立方米。'] }],
  }
  assert.deepEqual(told([title, joined, ...rest], spring, ['b2.s1', 'b2.s2']).slice(0, 2), [
    'unchanged b1.s1 水网建设方案',
    'unchanged b2.s3 到2029年底，建成骨干水网。供水能力达到1.2亿立方米。',
  ])
})

test('a version in another format has its codes, and the sentences their ids', () => {
  const bold = { type: 'open', id: 'c1', data: '', kind: 'bold' } as const
  const docx = read(['水网建设方案'], [bold, '坚持节水优先', { ...bold, type: 'close' }, '。'])
  const { blocks, changes } = atOnce(compareVersions(spring, docx, []))
  assert.deepEqual(changes.slice(0, 2), [
    { type: 'unchanged', id: 'b1.s1' },
    { type: 'unchanged', id: 'b3.s1' },
  ])
  assert.equal(segmentsOf({ blocks })[1]?.source.length, 4)
})

test('what stands several times goes with its neighbours', () => {
  const pairs = equalPairs(['a', 'x', 'b', 'x', 'c'], ['b', 'x', 'c', 'x'])
  assert.deepEqual(pairs.map(({ first, second }) => [first, second]).sort(), [
    [1, 3],
    [2, 0],
    [3, 1],
    [4, 2],
  ])
})

test('law: every sentence of both versions has exactly one fate, no id is given twice or again, and no text changes', () => {
  const sentence = fc.constantFrom('茶好。', '水清。', '路通了。', '桥修好了。', '投资达到12亿元。', '投资达到15亿元。')
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => [sentences.join('')])
  const version = fc.array(paragraph, { maxLength: 6 })
  fc.assert(
    fc.property(version, version, (one, other) => {
      const [before, after] = [read(...one), read(...other)]
      const taken = ['b7.s1', 'b3.s9']
      const { blocks, changes } = atOnce(compareVersions(before, after, taken))
      const texts = (all: readonly Block[]) =>
        all.map(({ parts }) => parts.map((part) => (isSegment(part) ? plain(part.source) : part.source)).join(''))
      assert.deepEqual(texts(blocks), texts(after))
      const ids = segmentsOf({ blocks }).map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      assert.equal(new Set(blocks.map(({ id }) => id)).size, blocks.length)
      const old = new Map(segmentsOf({ blocks: before }).map(({ id, source }) => [id, plain(source)]))
      const present = changes.filter(({ type }) => type !== 'removed')
      assert.deepEqual(
        present.map(({ id }) => id),
        ids,
      )
      const gone = changes.flatMap((change) =>
        change.type === 'removed' ? [change.id] : change.type === 'changed' ? [change.from] : [],
      )
      const kept = changes.flatMap((change) => (['unchanged', 'moved'].includes(change.type) ? [change.id] : []))
      assert.deepEqual([...gone, ...kept].sort(), [...old.keys()].sort())
      for (const { type, id } of present)
        if (type === 'new' || type === 'changed') assert.ok(!old.has(id) && !taken.includes(id))
      for (const { id, source } of segmentsOf({ blocks })) if (old.has(id)) assert.equal(plain(source), old.get(id))
    }),
    { numRuns: 500 },
  )
})
