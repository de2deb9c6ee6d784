import { test } from 'node:test'
import { plainStyle } from '../model/house-style.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { checkSegment } from './registry.ts'

const term: Term = {
  id: 't',
  source: ['茶城'],
  renderings: [
    { text: 'tea city', status: 'preferred' },
    { text: 'town of tea', status: 'forbidden' },
  ],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}
const recognise = createRecogniser([term])

// What grows faster than the text does not come to an end here. Long runs of numerals are tried in quantities.
const units = [
  ...[
    'a',
    ' ',
    ' .',
    '.',
    ',a',
    '(',
    ')',
    '“',
    '"',
    '‘',
    "'",
    '茶城',
    '\u202e',
    'a ',
    'the the ',
    '(a)',
    'a.B',
    '\ud800',
  ],
  ...['tea city ', 'town of tea ', 'tea city 1 ', '1茶城', '2 million '],
]
for (const unit of units) {
  test(`a megabyte of ${JSON.stringify(unit)} is checked`, () => {
    const text = unit.repeat(500_000 / unit.length)
    checkSegment({
      segment: 'b1.s1',
      kind: 'paragraph',
      source: text,
      target: `A ${text}`,
      terms: recognise(text),
      style: plainStyle,
    })
  })
}
