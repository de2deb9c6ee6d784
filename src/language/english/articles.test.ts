import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indefiniteBefore } from './articles.ts'

const cases: Readonly<Record<'a' | 'an' | 'null', string>> = {
  a: 'zone union useful utility DVD university European one once Uganda Uighur ukulele unanimous unary uranium ubiquitous Honolulu human xylophone Xinjiang heroine UN US UK UNESCO CEO PhD NATO SARS McDonald YouTube 1 100 110 180 1,100 1.8 12',
  an: 'apple uninsured FTZ hour honest heir umbrella unimportant unidentified urgent Urumqi onerous oncoming Euler Yves EU HIV SOE SMEs MRI NDRC FBI LED OECD O’Brien iPhone 8 80 800 8,000 11 18 18th 11,000,000 8.5 85',
  null: 'historic hotel herb humble heroic SO NEW EULA URL MoU 1100 1800 1899 b 中 é -',
}

for (const [article, words] of Object.entries(cases))
  test(`${article} before words and numbers as they are spoken`, () => {
    for (const word of words.split(' ')) assert.equal(String(indefiniteBefore(word)), article, word)
  })

test('a letter that a hyphen joins to a word is read by its name', () => {
  assert.deepEqual(
    ['X', 'U', 'T', 'F', 'e'].map((letter) => indefiniteBefore(letter, true)),
    ['an', 'a', 'a', 'an', 'an'],
  )
})
