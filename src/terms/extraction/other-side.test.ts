import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chineseFor, englishFor } from './other-side.ts'

const pairs = [
  { source: '我们推广灯下议事会。', target: 'We promote the Lamplight Council.' },
  { source: '灯下议事会解决难题！', target: 'Problems are solved by the Lamplight Council.' },
  {
    source: '每月一次，灯下议事会开到家门口。',
    target: "Once a month the Lamplight Council's meetings come to the door.",
  },
  { source: '天气很好。', target: 'The weather is fine.' },
  { source: '渔民上岸了。', target: 'The fishers came ashore.' },
  { source: '学校开学了，议事不停。', target: 'Schools are open, and talks go on.' },
  { source: '道路通了。', target: 'The road is open to traffic.' },
  { source: '水价降了。', target: 'Water prices fell.' },
  { source: '医院很近。', target: 'The hospital is near.' },
]

test('either side is proposed from pairs that keep to it, and from too few none is', () => {
  const sentence = '今年，灯下议事会又办了三次。'
  assert.equal(englishFor('灯下议事会', pairs), 'Lamplight Council')
  assert.equal(chineseFor('Lamplight Council', sentence, pairs), '灯下议事会')
  assert.equal(chineseFor('lamplight council ', sentence, pairs), '灯下议事会')
  // Half a word is no phrase, and one pair alone says nothing.
  assert.equal(chineseFor('Lamplight Coun', sentence, pairs), '')
  assert.equal(chineseFor('Lamplight Council', sentence, pairs.slice(0, 1)), '')
  assert.equal(chineseFor('Lamplight Council', '天气很好。', pairs), '')
  assert.equal(chineseFor('  ', sentence, pairs), '')
  assert.equal(englishFor('灯下', []), '')
})

test('whatever is proposed stands in the sentence', () => {
  const text = fc.string({ unit: fc.constantFrom('灯', '下', '议', '事', '，', 'a', ' ') })
  const pair = fc.record({ source: text, target: fc.constantFrom('A B.', 'B.', 'C A B', '') })
  fc.assert(
    fc.property(text, fc.array(pair), (sentence, pairs) => {
      const chinese = chineseFor('A B', sentence, pairs)
      assert.ok(sentence.includes(chinese))
      if (chinese !== '') assert.ok(pairs.filter(({ source }) => source.includes(chinese)).length >= 2)
    }),
  )
})
