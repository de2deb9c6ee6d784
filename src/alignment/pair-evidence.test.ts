import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Term } from '../model/term.ts'
import { deviation } from './length.ts'
import { evidenceOfPair } from './pair-evidence.ts'

const ratio = { mean: 3.4, variance: 7 }
const term = (source: string, text: string): Term => ({
  id: source,
  source: [source],
  renderings: [{ text, status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
})
const terms = [term('用水量', 'water use'), term('农业用水', 'agricultural water use'), term('水库', 'reservoir')]

test('terms of the Chinese are shown with what renders them, or with what would', () => {
  const { terms: shown } = evidenceOfPair(
    '农业用水和水库蓄水均有所下降。',
    'Agricultural water use fell.',
    terms,
    ratio,
  )
  assert.deepEqual(shown, [
    { form: '农业用水', rendering: 'Agricultural water use', isMet: true },
    { form: '水库', rendering: 'reservoir', isMet: false },
  ])
})

test('figures are shown by pairs, and those that differ or stand on one side', () => {
  const { figures } = evidenceOfPair(
    '供水11.8亿立方米，比上年减少4.2%，新建水库3座。',
    'Supply was 1.18 billion cubic meters, down 4.3 percent.',
    [],
    ratio,
  )
  assert.deepEqual(figures, [
    { zh: '11.8亿立方米', en: '1.18 billion cubic meters', agrees: true },
    { zh: '4.2%', en: '4.3 percent', agrees: false },
    { zh: '3', en: null, agrees: false },
  ])
})

test('the usual lengths hold those that the aligner calls usual, and no others', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.double({ min: 1.5, max: 6, noNaN: true }),
      fc.double({ min: 2, max: 14, noNaN: true }),
      (zh, en, mean, variance) => {
        const { length } = evidenceOfPair('一'.repeat(zh), 'a'.repeat(en), [], { mean, variance })
        const [least, most] = length.usual
        assert.equal(length.isUsual, Math.abs(deviation({ mean, variance }, zh, en)) <= 2.5)
        assert.equal(length.isUsual, en >= least && en <= most)
      },
    ),
  )
})
