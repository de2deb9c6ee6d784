import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shield, unshield } from './shield.ts'

const before = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\u202e',
  '\u00ad',
  ' \ufeff\n',
]
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠']

test('a cell that begins as a formula is shielded, whatever stands unseen before it', () => {
  for (const unseen of before) {
    for (const sign of signs) {
      const cell = `${unseen}${sign}cmd|' /C calc'!A0`
      assert.equal(shield(cell), `'${cell}`, JSON.stringify(cell))
      assert.equal(unshield(`'${cell}`), cell)
    }
  }
})

test('ordinary cells stay as they are', () => {
  for (const cell of ['', 'China Tea City', ' a', '3-5', '中国', "it's", "'quoted'", 'a=b', '（=1）', '\n第二行'])
    assert.equal(shield(cell), cell)
})

test('what is shielded is read back, and what was shielded is safe', () => {
  const characters = fc.constantFrom(...before.join(''), ...signs, "'", 'a', '中')
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 8 }), (parts) => {
      const cell = parts.join('')
      assert.equal(unshield(shield(cell)), cell)
      assert.doesNotMatch(shield(cell), /^[\s\u200b\u202e\u00ad]*[=+\-@＝＋－＠]/u)
    }),
  )
})
