import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainStyle } from '../model/house-style.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { figuresOf } from './figures.ts'

const circle: Term = {
  id: 't',
  source: ['20分钟茶圈'],
  renderings: [{ text: '20-minute tea circle', status: 'preferred' }],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
}
const recognise = createRecogniser([circle])

function sheet(source: string, target: string): readonly string[] {
  return figuresOf([
    { segment: 'b1.s1', kind: 'paragraph', source, target, terms: recognise(source), style: plainStyle },
  ]).map((figure) => `${figure.source} | ${figure.expected} | ${figure.target} | ${figure.verdict}`)
}

test('every quantity of the source is on the sheet, in its order, with what the English says', () => {
  assert.deepEqual(
    sheet('投资4000亿元，建成35个茶园，增长12%。', 'With 12 percent growth, it invests 40 billion yuan.'),
    [
      '4000亿元 | 400 billion yuan | 40 billion yuan | differs',
      '35 | 35 |  | missing',
      '12% | 12 percent | 12 percent | same',
    ],
  )
})

test('a number in a term shows the English of the term', () => {
  assert.deepEqual(sheet('20分钟茶圈有5家茶馆。', 'The 20-minute tea circle has five teahouses.'), [
    '20分钟茶圈 | 20-minute tea circle | 20-minute tea circle | carried-by-term',
    '5 | 5 | five | same',
  ])
})

test('without its term a number in digits stands for itself', () => {
  assert.deepEqual(sheet('20分钟茶圈', 'A 30-minute tea circle'), ['20分钟 | 20 minutes | 30-minute | differs'])
})

test('what is no figure is not on the sheet, nor what the English adds', () => {
  assert.deepEqual(sheet('一系列茶园统一建设。', 'A series of 7 tea gardens is built.'), [])
  assert.deepEqual(sheet('', ''), [])
})
