import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Term } from '../../../../src/model/term.ts'
import { formOfForbidden, formOfWords } from './term-start.ts'

const term: Term = {
  id: 't1',
  source: ['灯下议事会'],
  renderings: [
    { text: 'Lamplight Council', status: 'preferred' },
    { text: 'Lamp Council', status: 'admitted' },
  ],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
}
const lines = (english: string) =>
  formOfForbidden(term, english).renderings.map(({ text, status }) => `${status} ${text}`)

test('chosen words are a new term, with the other side where it was chosen too', () => {
  const form = formOfWords({ source: '灯下', target: 'lamplight' }, '灯下议事', [])
  assert.deepEqual([form.source, form.renderings[0]?.text, form.status], ['灯下', 'lamplight', 'proposed'])
  assert.equal(formOfWords({ source: '灯下', target: '' }, '灯下议事', []).renderings[0]?.text, '')
  assert.equal(formOfWords({ source: '', target: 'lamplight' }, '灯下议事', []).source, '')
})

test('English is forbidden in a line of its own, or where it stands', () => {
  assert.deepEqual(lines('Lantern Club'), [
    'preferred Lamplight Council',
    'admitted Lamp Council',
    'forbidden Lantern Club',
  ])
  assert.deepEqual(lines('Lamp Council'), ['preferred Lamplight Council', 'forbidden Lamp Council'])
  assert.deepEqual(lines('Lamplight Council'), ['forbidden Lamplight Council', 'admitted Lamp Council', 'preferred '])
})
