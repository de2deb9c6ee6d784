import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorityParts, defectivePart } from './authority.ts'

const good = {
  authority: 'Report on the Work of the Government 2024',
  authorityBody: "State Council of the People's Republic of China",
  authorityDate: '2024-03-05',
  authorityPlace: 'english.www.gov.cn',
}

/** Texts for each part, and whether they have its form. */
const texts = {
  authority: {
    taken: ['List of names', '政府工作报告', '《术语审定公告》', 'Decision of the office on terms', 'Tea Gazette'],
    refused: [
      '',
      ' ',
      'see web',
      'See the web',
      'asdf, qwer',
      'asdf qwer',
      'xxx',
      'title',
      '网上',
      '见网页',
      '见官网',
      '好',
      'aaaa bbbb',
      '12 34',
    ],
  },
  authorityBody: {
    taken: ['UNESCO', '国务院', 'Bridge Office', "Standing Committee of the National People's Congress", 'UN'],
    refused: ['', 'web', 'internet', 'qwer', '网上', '无', '见', '...', 'n/a', '7'],
  },
  authorityDate: { taken: ['2024', '2024-03', '2024-03-05'], refused: ['', '24', '2024-13', 'last year'] },
  authorityPlace: {
    taken: [
      'https://english.www.gov.cn/premier/news/',
      'english.www.gov.cn',
      '国发〔2024〕5号',
      'ISBN 978-7-119-11111-1',
      'State Council Gazette 2024, No. 9',
      '第12页',
      'No. 3',
    ],
    refused: ['', 'see web', 'web', '网上可查', 'asdf, qwer', 'online', '2024', 'on the website', '官网'],
  },
} as const

test('each part of an authority is held against its form', () => {
  assert.equal(defectivePart(good), null)
  for (const part of authorityParts) {
    for (const text of texts[part].taken) assert.equal(defectivePart({ ...good, [part]: text }), null, text)
    for (const text of texts[part].refused) assert.equal(defectivePart({ ...good, [part]: text }), part, text)
    const { [part]: _, ...without } = { ...good }
    assert.equal(defectivePart({ authority: '', ...without }), part)
  }
})
