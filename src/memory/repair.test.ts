import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { repairTarget } from './repair.ts'

const term = (id: string, source: string, english: string): Term => ({
  id,
  source: [source],
  renderings: [{ text: english, status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
})
const recognise = createRecogniser([
  term('a', '青禾谷', 'Qinghe Valley'),
  term('b', '尼龙城', 'Nylon City'),
  term('c', '合作社', 'cooperative'),
  term('d', '学校', 'school'),
])
const on = (source: string) => ({ source, terms: recognise(source) })
const repair = (old: string, target: string, wanted: string) => repairTarget(on(old), target, on(wanted))

// [old source, old target, source, repaired target or null]
const cases = [
  ['全市新建公园12座。', 'The city built 12 parks.', '全市新建公园45座。', 'The city built 45 parks.'],
  ['投资4000亿元。', 'It invested 400 billion yuan.', '投资3亿元。', 'It invested 300 million yuan.'],
  ['增长5.6%。', 'It grew by 5.6%.', '增长12%。', 'It grew by 12 percent.'],
  [
    '青禾谷修路12公里。',
    'Qinghe Valley built 12 kilometers of roads.',
    '尼龙城修路8公里。',
    'Nylon City built 8 kilometers of roads.',
  ],
  ['青禾谷有树。', 'Qinghe Valley has trees.', '合作社有树。', null],
  ['建了学校。', 'It built a school.', '建了合作社。', 'It built a cooperative.'],
  ['新建公园12座、桥12座。', 'It built 12 parks and 12 bridges.', '新建公园12座、桥15座。', null],
  ['新建公园12座。', 'It built a dozen parks and 12 bridges.', '新建公园13座。', null],
  ['新建公园12座。', 'It built parks.', '新建公园13座。', null],
  ['新建公园12座。', 'It built 12 parks.', '新建公园13公里。', null],
  ['新建公园12座。', 'It built 12 parks.', '新建公园。', null],
  ['青禾谷和青禾谷。', 'Qinghe Valley and Qinghe Valley.', '尼龙城和青禾谷。', null],
  ['新建公园。', 'It built parks.', '新建花园。', null],
] as const

test('figures and terms that map to one place are replaced, and nothing else is offered', () => {
  for (const [old, target, wanted, repaired] of cases) assert.equal(repair(old, target, wanted), repaired, wanted)
})

test('a repair back gives the target that there was, for any two numbers', () => {
  const number = fc.integer({ min: 13, max: 9_999_999 }).filter((value) => value % 10 !== 0)
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b)
      const [from, to] = [`新增就业${a}人。`, `新增就业${b}人。`]
      const target = repair(from, `It added ${a.toLocaleString('en')} jobs.`, to)
      assert.ok(target !== null)
      assert.equal(repair(to, target, from), `It added ${a.toLocaleString('en')} jobs.`)
    }),
  )
})
