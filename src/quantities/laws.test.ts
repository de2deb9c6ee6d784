import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Approximation, Quantity, QuantityKind, QuantityValue, Rational } from '../model/quantity.ts'
import { readChinese } from './chinese/read.ts'
import { compareQuantities } from './compare/compare.ts'
import { readEnglish } from './english/read.ts'
import { rational } from './number/rational.ts'
import { units } from './number/units.ts'
import { writeEnglish } from './write/english.ts'

/** Text made of what the readers react to, and of anything else. */
const pieces =
  '0 1 7 12 2025 4,000 3.5 １２ ・ · . , : / - – ~ + % ‰ $ £ ¥ ( ） “ 第 首 百分之 分之 一 二 两 三 十 百 千 万 亿 零 〇 半 双 廿 几 数 多 余 近 约 超过 左右 年 月 日 号 点 时 分 秒 世纪 年代 季度 个 家 元 美元 公里 亩 度 倍 成 折 翻 番 是 级 后 到 至 、 。 RMB US$ one two twenty hundred thousand million bn half quarter third first a an and to of percent points times -fold October May 14th No. 1970s am p.m. kilometers years old yuan dozen both II 😀 é \u0000 \ud800'.split(
    ' ',
  )
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 30 }).map((list) => list.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary' }),
)

for (const [name, read] of [
  ['Chinese', readChinese],
  ['English', readEnglish],
] as const) {
  test(`reading ${name} is total, in order, without overlap, and quotes the text`, () => {
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0
        for (const quantity of read(sample)) {
          assert.ok(quantity.from >= last && quantity.to > quantity.from && quantity.to <= sample.length)
          assert.equal(quantity.text, sample.slice(quantity.from, quantity.to))
          last = quantity.to
        }
      }),
      { numRuns: 3000 },
    )
  })
}

test('comparing is total and tells of every Chinese quantity once', () => {
  fc.assert(
    fc.property(text, text, (zh, en) => {
      const quantities = readChinese(zh)
      const agreements = compareQuantities(quantities, readEnglish(en))
      assert.deepEqual(
        agreements.flatMap((agreement) => agreement.zh ?? []),
        quantities,
      )
    }),
    { numRuns: 1000 },
  )
})

const decimal = fc
  .tuple(fc.bigInt(1n, 10n ** 13n), fc.constantFrom(1n, 10n, 100n, 1000n))
  .map(([digits, scale]) => rational(digits, scale))
const number = decimal.map((value): QuantityValue => ({ type: 'number', number: value }))
const whole = (min: number, max: number) => fc.integer({ min, max }).map((value) => rational(BigInt(value)))
const range = (bound: fc.Arbitrary<Rational>) =>
  fc.tuple(bound, fc.bigInt(1n, 1000n)).map(
    ([min, more]): QuantityValue => ({
      type: 'range',
      min,
      max: rational(min.numerator + more * min.denominator, min.denominator),
    }),
  )
const calendar = fc
  .record({
    year: fc.integer({ min: 1000, max: 2200 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .chain((date) =>
    fc.constantFrom<[QuantityKind, QuantityValue]>(
      ['date', { type: 'date', ...date }],
      ['date', { type: 'date', month: date.month, day: date.day }],
      ['date', { type: 'date', year: date.year, month: date.month }],
      ['year', { type: 'date', year: date.year }],
      ['month', { type: 'date', month: date.month }],
    ),
  )

function quantity(kind: QuantityKind, value: QuantityValue, unit: string, approximation: Approximation): Quantity {
  return { from: 0, to: 1, text: '1', kind, value, unit, approximation, digits: true, soft: false }
}

const namesOf = (dimension: (name: string) => boolean) =>
  units.filter((unit) => dimension(unit.dimension)).map(({ name }) => name)
const hedge = fc.constantFrom<Approximation>('exact', 'over', 'under', 'about')
const some = fc.oneof(number, range(whole(1, 100000)))
const quantities = fc.oneof(
  fc.tuple(fc.constantFrom<QuantityKind>('percent', 'percentage-points', 'multiple'), some, fc.constant(''), hedge),
  fc.tuple(
    fc.constant<QuantityKind>('money'),
    some,
    fc.constantFrom(...namesOf((name) => name === 'money').filter((name) => name !== 'cent')),
    hedge,
  ),
  fc.tuple(
    fc.constant<QuantityKind>('duration'),
    some,
    fc.constantFrom(...namesOf((name) => name === 'duration').filter((name) => name !== 'quarter')),
    hedge,
  ),
  fc.tuple(
    fc.constant<QuantityKind>('measure'),
    some,
    fc.constantFrom(...namesOf((name) => name !== 'duration' && name !== 'money')),
    hedge,
  ),
  fc.tuple(
    fc.constant<QuantityKind>('ordinal'),
    whole(1, 999).map((value): QuantityValue => ({ type: 'number', number: value })),
    fc.constantFrom('', 'century', 'quarter'),
    fc.constant<Approximation>('exact'),
  ),
  calendar.map(([kind, value]) => [kind, value, '', 'exact'] as const),
)

test('what the writer wrote reads back with the same value', () => {
  fc.assert(
    fc.property(quantities, ([kind, value, unit, approximation]) => {
      const own = quantity(kind, value, unit, approximation)
      const english = `They said ${writeEnglish(own)}, and so on.`
      const [back, ...more] = readEnglish(english)
      assert.deepEqual(more, [], english)
      assert.deepEqual(
        [back?.kind, back?.value, back?.unit, back?.approximation],
        [kind, value, unit, approximation],
        english,
      )
    }),
    { numRuns: 2000 },
  )
})

test('the order of clauses does not matter to the comparison', () => {
  const clauses = fc.array(fc.integer({ min: 3, max: 9999 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(clauses, fc.nat(), (counts, turn) => {
      const zh = readChinese(counts.map((count) => `新建${count}座桥`).join('，'))
      const at = turn % counts.length
      const turned = [...counts.slice(at), ...counts.slice(0, at)]
      const en = readEnglish(turned.map((count) => `${count.toLocaleString('en-US')} bridges were built`).join('; '))
      assert.ok(compareQuantities(zh, en).every(({ verdict }) => verdict === 'same'))
    }),
  )
})
