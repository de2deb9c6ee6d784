import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { MemoryPair } from '../../model/match.ts'
import { proposeEnglish } from './english.ts'

function pair(source: string, target: string): MemoryPair {
  return { source, target, origin: 'test' }
}

function propose(form: string, pairs: readonly MemoryPair[]) {
  return proposeEnglish([form], pairs).get(form)
}

const others = [
  pair('天气很好。', 'The weather is fine.'),
  pair('渔民上岸了。', 'The fishers came ashore.'),
  pair('学校开学了。', 'Schools are open.'),
  pair('道路通了。', 'The road is open to traffic.'),
  pair('水价降了。', 'Water prices fell.'),
  pair('医院很近。', 'The hospital is near.'),
]
const lamp = [
  pair('我们推广灯下议事会。', 'We promote the Lamplight Council.'),
  pair('灯下议事会解决难题!', 'Problems are solved by the Lamplight Council.'),
  pair('每月一次,灯下议事会开到家门口。', "Once a month the Lamplight Council's meetings come to the door."),
]

const cases: readonly { name: string; form: string; pairs: readonly MemoryPair[]; english: string | null }[] = [
  {
    name: 'what all its pairs share and no other has',
    form: '灯下议事会',
    pairs: [...lamp, ...others],
    english: 'Lamplight Council',
  },
  {
    name: 'a pair of the form alone',
    form: '潮音县',
    pairs: [pair('潮音县', 'Chaoyin County'), ...others],
    english: 'Chaoyin County',
  },
  {
    name: 'a pair of the form alone, rendered two ways',
    form: '潮音县',
    pairs: [pair('潮音县', 'Chaoyin County'), pair('潮音县', 'Chaoyin'), ...others],
    english: null,
  },
  { name: 'one pair only', form: '灯下议事会', pairs: [...lamp.slice(0, 1), ...others], english: null },
  {
    name: 'a pair repeated',
    form: '灯下议事会',
    pairs: [lamp[0] as MemoryPair, lamp[0] as MemoryPair, ...others],
    english: null,
  },
  { name: 'no pair', form: '海藻', pairs: others, english: null },
  {
    name: 'a part of a longer term',
    form: '议事会',
    pairs: [...lamp, ...others],
    english: null,
  },
  {
    name: 'two strings that go together everywhere',
    form: '海藻',
    pairs: [
      pair('海藻和贝类都卖得好。', 'Seaweed and shellfish sell well.'),
      pair('今年贝类丰收,海藻也多。', 'Shellfish are plentiful this year, and so is seaweed.'),
      ...others,
    ],
    english: null,
  },
  {
    name: 'two renderings',
    form: '海藻',
    pairs: [
      pair('海藻卖得好。', 'Seaweed sells well.'),
      pair('今年海藻丰收。', 'A rich harvest of algae this year.'),
      ...others,
    ],
    english: null,
  },
]

for (const { name, form, pairs, english } of cases)
  test(`proposes ${english ?? 'nothing'}: ${name}`, () => {
    assert.equal(propose(form, pairs)?.english ?? null, english)
  })

test('a proposal says how it was found and how many pairs speak for it', () => {
  const english = 'Lamplight Council'
  const proposed = propose('灯下议事会', [...others, ...lamp])
  assert.deepEqual(proposed, { english, found: 'among', pairs: 3, of: 3, score: 1 })
  const fourth = pair('灯下议事会很受欢迎。', 'These evenings are popular.')
  const rest = [pair('灯塔亮了。', 'The lighthouse is lit.'), ...others]
  const { pairs, of } = propose('灯下议事会', [...rest, ...lamp, fourth]) ?? {}
  assert.deepEqual([pairs, of], [3, 4])
  const alone = propose('灯下议事会', [pair('灯下议事会', 'Lamplight Councils'), ...lamp, ...others])
  assert.deepEqual(alone, { english: 'Lamplight Councils', found: 'alone', pairs: 1, of: 4, score: 1 })
})

test('forms asked for together get what each gets by itself, whatever their width', () => {
  const pairs = [pair('５Ｇ渔场', '5G fishing ground'), ...lamp, ...others]
  const forms = ['5g渔场', '灯下议事会', '议事会', '海藻', '']
  const together = proposeEnglish(forms, pairs)
  assert.deepEqual([...together.keys()], ['5g渔场', '灯下议事会'])
  for (const form of forms) assert.deepEqual(together.get(form), propose(form, pairs))
})

test('law: whatever is proposed stands in a target, but for quotation marks, and the order of the pairs is nothing', () => {
  const words = fc.constantFrom('海藻', '贝类', '丰收', '和', '。')
  const english = fc.constantFrom('seaweed', 'shellfish', 'harvest', 'and', 'the', 'of', ',')
  const anyPair = fc
    .tuple(fc.array(words, { maxLength: 5 }), fc.array(english, { maxLength: 6 }))
    .map(([source, target]) => pair(source.join(''), target.join(' ')))
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 12 }), (pairs) => {
      const proposed = propose('海藻', pairs)
      if (proposed !== undefined) {
        assert.ok(pairs.some(({ target }) => target.includes(proposed.english)))
        assert.ok(proposed.pairs <= proposed.of && proposed.of <= pairs.length)
      }
      assert.deepEqual(propose('海藻', pairs.toReversed()), proposed)
    }),
  )
})
