import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Match, MemoryPair } from '../model/match.ts'
import { createMemory } from './memory.ts'

const pair = (source: string, target: string, rest: Partial<MemoryPair> = {}): MemoryPair => ({
  source,
  target,
  origin: 'test',
  ...rest,
})

const offers = (matches: readonly Match[]) => matches.map(({ type, score, pair }) => [type, score, pair.target])

test('the same text between the same neighbours goes before the same text, and that before a similar one', () => {
  const memory = createMemory([
    pair('全市新建公园十二座。', 'The city built 12 parks.', { before: '甲', after: '乙' }),
    pair('全市新建公园十三座。', 'The city built 13 parks.'),
    pair('全市新建公园十二座。', 'Twelve parks were built.'),
    pair('与此无关的一句话', 'Nothing to do with it'),
  ])
  assert.deepEqual(offers(memory.lookup('全市新建公园十二座。', { before: '甲', after: '乙' })), [
    ['ice', 100, 'The city built 12 parks.'],
    ['exact', 100, 'Twelve parks were built.'],
    ['fuzzy', 94, 'The city built 13 parks.'],
  ])
  assert.deepEqual(offers(memory.lookup('全市新建公园十二座。', { before: '甲' })), [
    ['exact', 100, 'Twelve parks were built.'],
    ['exact', 100, 'The city built 12 parks.'],
    ['fuzzy', 94, 'The city built 13 parks.'],
  ])
})

test('neighbours that are not known are never the same ones; none at all is a neighbour like another', () => {
  const memory = createMemory([
    pair('开场', 'Opening'),
    pair('结束', 'Close', { before: '', after: '' }),
    pair('休息', 'Break', { before: '开场' }),
  ])
  assert.equal(memory.lookup('开场')[0]?.type, 'exact')
  assert.equal(memory.lookup('休息', { before: '开场' })[0]?.type, 'exact')
  assert.equal(memory.lookup('结束', { before: '', after: '' })[0]?.type, 'ice')
})

test('texts that differ in width alone score 99; width is left out of account in any other distance', () => {
  const memory = createMemory([pair('今年，全市投资４０亿元！', 'This year the city invested 4 billion yuan!')])
  assert.deepEqual(offers(memory.lookup('今年,全市投资40亿元!')), [
    ['fuzzy', 99, 'This year the city invested 4 billion yuan!'],
  ])
  assert.equal(memory.lookup('今年,全市投资50亿元!')[0]?.score, 95)
  assert.equal(memory.lookup('今年,全县投资40亿元!')[0]?.score, 90)
  assert.deepEqual(memory.lookup('今年,全市投资40亿元!', { threshold: 100 }), [])
})

test('look-alikes and invisible characters are left out of account like width', () => {
  const memory = createMemory([pair('⽤⼾增⻓\u200b一成。', 'Us\u00aders grew by a tenth.')])
  assert.deepEqual(offers(memory.lookup('用户增长一成。')), [['fuzzy', 99, 'Us\u00aders grew by a tenth.']])
  assert.equal(memory.search('用户', 5).length, 1)
  assert.equal(memory.search('users grew', 5).length, 1)
  assert.deepEqual(memory.search('\u200b', 5), [])
})

test('the same source and target from two places are one offer; the same pair is held once', () => {
  const memory = createMemory([pair('同一句', 'One', { origin: 'a' }), pair('同一句', 'One', { origin: 'a' })])
  assert.equal(memory.size, 1)
  memory.add([pair('同一句', 'One', { origin: 'b' }), pair('', 'Empty'), pair('空', '')])
  assert.equal(memory.size, 2)
  assert.deepEqual(
    memory.lookup('同一句').map((match) => match.pair.origin),
    ['b'],
  )
})

test('nothing is offered for nothing', () => {
  const memory = createMemory([pair('有', 'Some')])
  assert.deepEqual(memory.lookup(''), [])
  assert.deepEqual(memory.lookup('有', { limit: 0 }), [])
  assert.deepEqual(createMemory([]).lookup('有'), [])
  assert.deepEqual(memory.search('  ', 5), [])
})

test('the concordance looks on both sides, whatever the width, case and spaces, latest first', () => {
  const memory = createMemory([
    pair('尼龙城建设，加快', 'Building of  Nylon City'),
    pair('尼龙城', 'NYLON\u00a0CITY'),
    pair('别的', 'other'),
  ])
  const targets = (text: string, limit = 9) => memory.search(text, limit).map((found) => found.target)
  assert.deepEqual(targets('nylon city'), ['NYLON\u00a0CITY', 'Building of  Nylon City'])
  assert.deepEqual(targets('尼龙城', 1), ['NYLON\u00a0CITY'])
  assert.deepEqual(targets('建设,'), ['Building of  Nylon City'])
  assert.deepEqual(targets('没有'), [])
})

// The law: what the index finds is what measuring every pair finds.
