import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Term } from '../../../../src/model/term.ts'
import { distinctMarks, type FigureInSource, numberMarks } from './numbering.ts'

const term = (id: string, source: string, english: string): Term => ({
  id,
  source: [source],
  renderings: [{ text: english, status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
})
const found = (text: string, entry: Term, from = text.indexOf(entry.source[0] ?? '')) => ({
  term: entry,
  form: entry.source[0] ?? '',
  from,
  to: from + (entry.source[0] ?? '').length,
})
const figure = (text: string, part: string, english: string): FigureInSource => ({
  from: text.indexOf(part),
  to: text.indexOf(part) + part.length,
  text: part,
  english,
})

test('terms and figures share one numbering in reading order', () => {
  const text = '湖港区投入30亿元建设12条河道，湖港区先行。'
  const district = term('t1', '湖港区', 'Hugang District')
  const marks = numberMarks(
    [found(text, district), found(text, district, text.lastIndexOf('湖港区'))],
    [figure(text, '30亿元', '3 billion yuan'), figure(text, '12条', '12')],
  )
  assert.deepEqual(
    marks.map(({ number, type, english }) => [number, type, english]),
    [
      [1, 'term', 'Hugang District'],
      [2, 'figure', '3 billion yuan'],
      [3, 'figure', '12'],
      [1, 'term', 'Hugang District'],
    ],
  )
  assert.deepEqual(
    distinctMarks(marks).map(({ number }) => number),
    [1, 2, 3],
  )
  assert.deepEqual(
    marks.map((mark) => mark.type === 'figure' && mark.reads),
    [false, true, false, false],
  )
})

test('a number inside a term is the term', () => {
  const text = '推进百河计划'
  const plan = term('t2', '百河计划', 'Hundred Rivers Plan')
  const marks = numberMarks([found(text, plan)], [figure(text, '百', 'hundred')])
  assert.deepEqual(
    marks.map(({ english }) => english),
    ['Hundred Rivers Plan'],
  )
})

test('a term inside a larger figure is the figure', () => {
  const text = '约3平方公里'
  const unit = term('t3', '公里', 'kilometer')
  const marks = numberMarks([found(text, unit)], [figure(text, '3平方公里', '3 square kilometers')])
  assert.deepEqual(
    marks.map(({ english }) => english),
    ['3 square kilometers'],
  )
})
