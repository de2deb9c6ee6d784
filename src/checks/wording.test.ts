import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainStyle } from '../model/house-style.ts'
import { atOnce } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { englishRepeated } from './english-repeated.ts'
import { lengthUnusual } from './length-unusual.ts'
import { sameEnglish } from './same-english.ts'
import { shareRun, wordingOf } from './wording.ts'

const contextOf = (source: string, target: string, segment = 's'): SegmentContext => ({
  segment,
  kind: 'paragraph',
  source,
  target,
  terms: [],
  style: plainStyle,
})

test('sentences lie in their text, in order, whatever it is', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'B ', '.', '!', '; ', '5.2', ' ', '，', '\n', 'é') })
  fc.assert(
    fc.property(texts, (target) => {
      let end = 0
      for (const { from, to, words } of wordingOf(contextOf('', target)).sentences) {
        assert.ok(end <= from && from < to && to <= target.length)
        assert.equal(target.slice(from, to), target.slice(from, to).trim())
        assert.ok(words > 0)
        end = to
      }
    }),
  )
})

test('a figure or a web address is no end of a sentence', () => {
  const { sentences } = wordingOf(contextOf('', 'It rose 5.2% in 2024. See example.org; all is there.'))
  assert.deepEqual(
    sentences.map(({ key }) => key),
    ['it rose 5.2 % in 2024', 'see example.org', 'all is there'],
  )
})

test('a shared run is found wherever it stands', () => {
  const texts = fc.string({ unit: fc.constantFrom('甲', '乙', '丙') })
  fc.assert(
    fc.property(texts, texts, texts, fc.integer({ min: 1, max: 8 }), (before, run, after, length) => {
      assert.equal(shareRun(`${before}${run}`, `${run}${after}`, length) || run.length < length, true)
      assert.equal(shareRun(before, 'x', length), false)
    }),
  )
})

test('a segment that stands as it was is not read again: the cost of a change is that of the changed segment', () => {
  let reads = 0
  const counted = (index: number): SegmentContext => {
    const context = contextOf(
      `第${index}个村里新修了道路和桥。`,
      `Village ${index} built a road and a bridge.`,
      `s${index}`,
    )
    return Object.defineProperty({ ...context }, 'target', {
      enumerable: true,
      get: () => {
        reads++
        return context.target
      },
    })
  }
  const contexts = Array.from({ length: 200 }, (_, index) => counted(index))
  const checks = [sameEnglish, englishRepeated, lengthUnusual]
  const findAll = (list: readonly SegmentContext[]) => checks.flatMap((check) => atOnce(check(list)))
  assert.deepEqual(findAll(contexts), [])
  reads = 0
  const changed = contexts.with(
    7,
    contextOf('第七个村里新修了道路和桥。', 'Village 9 built a road and a bridge.', 's7'),
  )
  assert.deepEqual(
    findAll(changed).map(({ code, segment }) => [code, segment]),
    [['same-english', 's9']],
  )
  // What is found quotes its English.
  assert.ok(reads <= 1, `${reads} reads`)
})
