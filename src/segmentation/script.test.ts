import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scriptOf } from './script.ts'

test('the script of a text', () => {
  const texts = {
    simplified: [
      '渠修好了，水来了。',
      '山水',
      'GDP增长6.1%，CPI上涨0.2%。',
      '云溪市 (Yunxi City) 政府',
      'の字招牌，镇上到处都看得见',
    ],
    traditional: ['渠修好了，水來了。', '這條路通到山外', '請問學校什麼時候開學？'],
    'not-chinese': [
      '',
      ' \n',
      '123 456',
      'The canal is open.',
      '水路が開通しました。',
      '물길이 열렸다',
      'We call it 渠 in the village here.',
    ],
  }
  for (const [script, examples] of Object.entries(texts)) {
    for (const example of examples) assert.equal(scriptOf(example), script, example)
  }
})
