import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { notNumbers } from '../language/chinese/data/not-numbers.ts'
import { type HouseStyle, plainStyle } from '../model/house-style.ts'
import type { Approximation, Quantity, QuantityKind, QuantityValue } from '../model/quantity.ts'
import { readChinese } from './chinese/read.ts'
import { compareQuantities } from './compare/compare.ts'
import { readEnglish } from './english/read.ts'
import { corruptionsOf } from './fixtures/corruptions.ts'
import { rational } from './number/rational.ts'
import { units } from './number/units.ts'
import { type ChineseNumerals, writeChinese } from './write/chinese.ts'
import { writeEnglish } from './write/english.ts'

const whole = (min: number, max: number) =>
  fc.integer({ min, max }).map((number): QuantityValue => ({ type: 'number', number: rational(BigInt(number)) }))
const decimal = fc.tuple(fc.integer({ min: 3, max: 999 }), fc.integer({ min: 1, max: 99 })).map(
  ([integer, hundredths]): QuantityValue => ({
    type: 'number',
    number: rational(BigInt(integer * 100 + hundredths), 100n),
  }),
)
const round = fc
  .tuple(fc.integer({ min: 3, max: 999 }), fc.constantFrom(10n, 1000n, 10000n, 1000000n, 100000000n))
  .map(([number, scale]): QuantityValue => ({ type: 'number', number: rational(BigInt(number) * scale) }))
const range = fc
  .tuple(fc.integer({ min: 3, max: 400 }), fc.integer({ min: 3, max: 400 }))
  .map(
    ([min, more]): QuantityValue => ({ type: 'range', min: rational(BigInt(min)), max: rational(BigInt(min + more)) }),
  )
const calendar = fc
  .record({
    year: fc.integer({ min: 1850, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain((date) =>
    fc.constantFrom<QuantityValue>(
      { type: 'date', ...date },
      { type: 'date', month: date.month, day: date.day },
      { type: 'date', year: date.year, month: date.month },
    ),
  )
const clock = fc
  .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]): QuantityValue => ({ type: 'number', number: rational(BigInt(hour * 60 + minute), 60n) }))
const share = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([part, more]): QuantityValue => ({ type: 'number', number: rational(BigInt(part), BigInt(part + more + 1)) }))

const numbers = fc.oneof(whole(3, 9999), decimal, round)
const hedge = fc.constantFrom<Approximation>('exact', 'exact', 'over', 'under', 'about')
const exact = fc.constant<Approximation>('exact')
const named = (wanted: (dimension: string) => boolean) =>
  fc.constantFrom(
    ...units
      .filter((unit) => wanted(unit.dimension) && unit.zh.length > 0 && unit.name !== 'cent')
      .map(({ name }) => name),
  )
const kind = (name: QuantityKind) => fc.constant(name)

const quantities: fc.Arbitrary<Quantity> = fc
  .oneof(
    fc.tuple(kind('count'), fc.oneof(numbers, range), fc.constant(''), hedge),
    fc.tuple(
      kind('money'),
      fc.oneof(numbers, range),
      named((dimension) => dimension === 'money'),
      hedge,
    ),
    fc.tuple(
      kind('measure'),
      fc.oneof(numbers, range),
      named((dimension) => dimension !== 'money' && dimension !== 'duration'),
      hedge,
    ),
    fc.tuple(
      kind('duration'),
      fc.oneof(whole(3, 99), range),
      fc.constantFrom('year', 'month', 'week', 'day', 'hour', 'minute', 'second'),
      hedge,
    ),
    fc.tuple(kind('percent'), fc.oneof(whole(3, 99), decimal, range), fc.constant(''), hedge),
    fc.tuple(kind('percentage-points'), fc.oneof(whole(3, 99), decimal), fc.constant(''), exact),
    fc.tuple(kind('multiple'), whole(3, 40), fc.constant(''), exact),
    fc.tuple(kind('ordinal'), whole(3, 999), fc.constant(''), exact),
    fc.tuple(kind('ordinal'), whole(3, 21), fc.constant('century'), exact),
    fc.tuple(kind('date'), calendar, fc.constant(''), exact),
    fc.tuple(kind('time'), clock, fc.constant(''), exact),
    fc.tuple(kind('fraction'), share, fc.constant(''), exact),
  )
  .map(([kind, value, unit, approximation]) => ({
    ...{ from: 0, to: 1, text: '1', digits: true, soft: false },
    ...{ kind, value, unit, approximation },
  }))
  // 三千里 is a saying, and no distance.
  .filter((quantity) => !notNumbers.split('\n').includes(writeChinese(quantity, 'words')))
const styles = fc.constantFrom<ChineseNumerals>('scaled', 'digits', 'words')

const houseStyles: fc.Arbitrary<HouseStyle> = fc.record({
  money: fc.constantFrom<HouseStyle['money']>('yuan', 'RMB', 'CNY'),
  smallInWords: fc.boolean(),
  muWithHectares: fc.boolean(),
  dialect: fc.constantFrom<HouseStyle['dialect']>('american', 'british'),
})

const sentences = (quantity: Quantity, style: ChineseNumerals, house?: HouseStyle) => ({
  zh: `记录为${writeChinese(quantity, style)}。`,
  en: `The record says ${writeEnglish(quantity, house)}.`,
})
const differences = (zh: string, en: string) =>
  compareQuantities(readChinese(zh), readEnglish(en)).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  )

test('what the Chinese writer wrote reads back with the same value', () => {
  fc.assert(
    fc.property(quantities, styles, (quantity, style) => {
      const { zh } = sentences(quantity, style)
      const [back, ...more] = readChinese(zh)
      assert.deepEqual(more, [], zh)
      const { kind, value, unit, approximation } = quantity
      assert.deepEqual(
        [back?.kind, back?.value, back?.unit, back?.approximation],
        [kind, value, unit, approximation],
        zh,
      )
    }),
    { numRuns: 3000 },
  )
})

test('a quantity written in both languages is the same, in every style', () => {
  fc.assert(
    fc.property(quantities, styles, houseStyles, (quantity, style, house) => {
      const { zh, en } = sentences(quantity, style, house)
      assert.deepEqual(differences(zh, en), [], `${zh} | ${en}`)
    }),
    { numRuns: 3000 },
  )
})

test('the order of the clauses does not matter, whatever they count', () => {
  const clauses = fc.array(fc.tuple(quantities, styles), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(clauses, fc.nat(), (drawn, turn) => {
      const clauses = drawn.map(([quantity, style]) => ({
        zh: `记录为${writeChinese(quantity, style)}`,
        en: `the record says ${writeEnglish(quantity)}`,
      }))
      const at = turn % clauses.length
      const turned = [...clauses.slice(at), ...clauses.slice(0, at)]
      const zh = `${clauses.map((clause) => clause.zh).join('；')}。`
      const en = `${turned.map((clause) => clause.en).join('; ')}.`
      assert.deepEqual(differences(zh, en), [], `${zh} | ${en}`)
    }),
    { numRuns: 1000 },
  )
})

/** Whether two sentences name one temperature, to half a degree, the one in Celsius and the other in Fahrenheit. */
function isOtherScale(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => Number(/-?[\d,.]*\d/.exec(text)?.[0].replaceAll(',', ''))) as [
    number,
    number,
  ]
  const inFahrenheit = (celsius: number) => celsius * 1.8 + 32
  return Math.abs(inFahrenheit(a) - b) <= 0.5 || Math.abs(inFahrenheit(b) - a) <= 0.5
}

test('any one corruption of it is told', () => {
  fc.assert(
    fc.property(quantities, styles, (drawn, style) => {
      // What the Chinese hedges the English may round.
      const { zh, en } = sentences({ ...drawn, approximation: 'exact' }, style)
      for (const { kind, text } of corruptionsOf(en)) {
        // Ten times 3.9 degrees is what it is in Fahrenheit, and the English names neither scale.
        if (drawn.unit === 'degree' && isOtherScale(en, text)) continue
        assert.ok(differences(zh, text).length > 0, `${kind}: ${zh} | ${en} → ${text}`)
      }
    }),
    { numRuns: 1500 },
  )
})

test('the house says how money, small numbers and mu are written', () => {
  const house: HouseStyle = { ...plainStyle, money: 'RMB', smallInWords: true, muWithHectares: true }
  const written = (text: string) => readChinese(text).map((quantity) => writeEnglish(quantity, house))
  assert.deepEqual(written('投资4000亿元'), ['RMB 400 billion'])
  assert.deepEqual(written('花了30亿美元'), ['USD 3 billion'])
  assert.deepEqual(written('新建5座、改建12座'), ['five', '12'])
  assert.deepEqual(written('用了3年，增长5%'), ['three years', '5 percent'])
  assert.deepEqual(written('腾出6000亩'), ['6,000 mu (400 hectares)'])
  assert.deepEqual(written('近2万亩'), ['nearly 20,000 mu (1,333 hectares)'])
  assert.deepEqual(written('100亩'), ['100 mu (6.67 hectares)'])
})
