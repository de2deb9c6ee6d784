import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commentedWords, placeOfWords } from './commented-words.ts'

const on = (text: string, words: string, nth = 0) => {
  let from = text.indexOf(words)
  for (let left = nth; left > 0; left--) from = text.indexOf(words, from + 1)
  return commentedWords('target', text, from, words)
}
const found = (text: string, words: ReturnType<typeof on>) => {
  const place = placeOfWords(text, words)
  return place && `${text.slice(0, place.from)}[${text.slice(place.from, place.to)}]${text.slice(place.to)}`
}

test('words are found again where their neighbours went', () => {
  const first = on('the city and the town', 'the')
  const second = on('the city and the town', 'the', 1)
  assert.equal(found('In short, the city and the town', first), 'In short, [the] city and the town')
  assert.equal(found('the town and the city', first), 'the town and [the] city')
  assert.equal(found('the town', second), '[the] town')
  assert.equal(found('both city and town', first), null)
})

test('a word is not found within a longer one, and a part of one is', () => {
  assert.equal(found('The party met.', on('Art is long.'.toLowerCase(), 'art')), null)
  assert.equal(found('The party met.', on('party', 'art')), 'The p[art]y met.')
  assert.equal(found('新增库容八百万', on('库容大', '库容')), '新增[库容]八百万')
})

test('in the text they were chosen in, words stand where they were chosen', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '水'), minLength: 1 }),
      fc.nat(),
      fc.nat(),
      (text, at, size) => {
        const from = at % text.length
        const words = text.slice(from, from + 1 + (size % (text.length - from)))
        assert.deepEqual(placeOfWords(text, commentedWords('source', text, from, words)), {
          from,
          to: from + words.length,
        })
      },
    ),
  )
})

test('whatever is found is the words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '水') })
  fc.assert(
    fc.property(text, text, fc.nat(9), text, text, (now, words, from, before, after) => {
      const place = placeOfWords(now, { words, from, before, after })
      if (place !== null) assert.equal(now.slice(place.from, place.to), words)
      if (!now.includes(words)) assert.equal(place, null)
    }),
  )
})
