import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeFaults } from '../model/code-faults.ts'
import { type Code, compact, type Inline } from '../model/inline.ts'
import { assemble } from './assemble.ts'
import { blocksOf } from './structure.ts'

const code = (type: Code['type'], id: string): Code => ({ type, id, data: '' })
const [open, close, note] = [code('open', 'c1'), code('close', 'c1'), code('alone', 'c2')]
const blockOf = (text: Inline) => {
  const [block] = blocksOf([{ text, hint: 'paragraph' }])
  assert.ok(block)
  return block
}
const targetsOf = (targets: Readonly<Record<string, Inline>>) => (segment: string) => targets[segment]

test('English sentences are parted by a blank, also from Chinese ones that end in a figure', () => {
  const block = blockOf(['今天开工。', note, '明天完工。'])
  const target = assemble(block, targetsOf({ 'b1.s1': ['Work began today.', note], 'b1.s2': ['It ends tomorrow.'] }))
  assert.deepEqual(target, { target: ['Work began today.', note, ' It ends tomorrow.'], open: [], faulty: [] })
})

test('a segment without English stays in Chinese, and Chinese marks need no blank', () => {
  const block = blockOf(['今天开工。明天完工。'])
  const target = assemble(block, targetsOf({ 'b1.s2': ['It ends tomorrow.'] }))
  assert.deepEqual(target, { target: ['今天开工。It ends tomorrow.'], open: ['b1.s1'], faulty: [] })
  assert.equal(assemble(block, targetsOf({})).target, null)
})

test('a segment whose codes are lost, doubled, foreign or crossed stays in Chinese and is reported', () => {
  const block = blockOf([open, '今天', close, '开工', note, '。'])
  const faultsOf = (target: Inline) => {
    const { target: written, faulty } = assemble(block, targetsOf({ 'b1.s1': target }))
    assert.equal(written, null)
    return faulty.flatMap(({ faults }) => faults.map(({ type, code: { type: half, id } }) => `${type} ${half} ${id}`))
  }
  assert.deepEqual(faultsOf([open, 'Today', close, ' work began.']), ['lost alone c2'])
  assert.deepEqual(faultsOf([note, open, 'Today', close, note]), ['doubled alone c2'])
  assert.deepEqual(faultsOf([open, 'Today', close, note, code('alone', 'c9')]), ['foreign alone c9'])
  assert.deepEqual(faultsOf([close, 'Today', open, note]), ['crossed close c1'])
})

test('a pair over two sentences may stand anywhere in each, but not the wrong way round', () => {
  const block = blockOf(['今天', open, '开工。明天', close, '完工。'])
  const whole = assemble(block, targetsOf({ 'b1.s1': [open, 'A.'], 'b1.s2': ['B', close, '.'] }))
  assert.deepEqual(whole.target, [open, 'A. B', close, '.'])
})

test('pairs that overlap are crossed', () => {
  const [start, end] = [code('open', 'c3'), code('close', 'c3')]
  const types = (target: Inline) => codeFaults([open, close, start, end], target).map(({ type }) => type)
  assert.deepEqual(types([open, start, end, close]), [])
  assert.deepEqual(types([open, start, close, end]), ['crossed'])
})

test('targets that are the sources change nothing', () => {
  const parts = fc.array(fc.constantFrom('今天开工。', '完工', '　', '。', '3亿元.', open, close, note), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(parts, (list) => {
      const [block] = blocksOf([{ text: compact(list), hint: 'paragraph' }])
      if (block === undefined) return
      const sources = new Map(block.parts.flatMap((part) => (part.type === 'segment' ? [[part.id, part.source]] : [])))
      assert.equal(assemble(block, (segment) => sources.get(segment)).target, null)
    }),
  )
})
