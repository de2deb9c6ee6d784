import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, type Inline, plain } from '../../model/inline.ts'
import { edited, editedInline, fitted } from './put-in-place.ts'

const cases: readonly (readonly [text: string, stretch: string, rendering: string, expected: string])[] = [
  ['It is a modern machine.', 'modern machine', 'X-ray machine', 'It is an X-ray machine.'],
  ['A pilot zone opened.', 'pilot zone', 'experimental zone', 'An experimental zone opened.'],
  ['He is an official of it.', 'official', 'university officer', 'He is a university officer of it.'],
  ['It was a historic day.', 'historic day', 'hotel', 'It was a hotel.'],
  ['See the Green Plan.', 'Green Plan', 'the Green Program', 'See the Green Program.'],
  ['THE Green Plan began.', 'Green Plan', 'the Green Program', 'THE Green Program began.'],
  ['China’s Nylon City grows.', 'Nylon City', 'China Nylon City', 'China Nylon City grows.'],
  ['National green zones grow.', 'green zones', 'national green zones', 'National green zones grow.'],
  ['In Henan province.', 'Henan', 'Henan Province', 'In Henan Province.'],
  ['In China, Nylon City grows.', 'Nylon City', 'China Nylon City', 'In China, China Nylon City grows.'],
  ['The Tea Town.', 'Tea Town', 'Tea City', 'The Tea City.'],
  ['Tea Town', 'Tea Town', 'Tea City', 'Tea City'],
]
for (const [text, stretch, rendering, expected] of cases) {
  test(`${stretch} becomes ${rendering} in: ${text}`, () => {
    const from = text.indexOf(stretch)
    assert.equal(edited(text, [fitted(text, { from, to: from + stretch.length }, rendering)]), expected)
  })
}

const code: fc.Arbitrary<Code> = fc.record({
  type: fc.constantFrom('open', 'close', 'alone'),
  id: fc.constantFrom('1', '2'),
  data: fc.constantFrom('**', '_'),
})
const inline: fc.Arbitrary<Inline> = fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), code), {
  maxLength: 8,
})

test('edits of a text with codes change its words as those of a plain text, and keep every code', () => {
  fc.assert(
    fc.property(
      inline,
      fc.array(fc.nat(40), { maxLength: 6 }),
      fc.constantFrom('', 'x', 'two words'),
      (parts, cuts, text) => {
        const words = plain(parts)
        const sorted = [...new Set(cuts.filter((cut) => cut <= words.length))].sort((a, b) => a - b)
        const edits = sorted.flatMap((from, index) => {
          const to = sorted[index + 1]
          return index % 2 === 0 && to !== undefined ? [{ from, to, text }] : []
        })
        const changed = editedInline(parts, edits)
        assert.equal(plain(changed), edited(words, edits))
        const codes = (of: Inline) => of.filter((part) => typeof part !== 'string')
        assert.deepEqual(codes(changed), codes(parts))
      },
    ),
  )
})
