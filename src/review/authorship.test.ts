import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Inline } from '../model/inline.ts'
import type { SegmentState } from '../model/state.ts'
import { editedBy, rewrite, wordsOf } from './authorship.ts'

const empty: SegmentState = {
  id: 's1',
  block: 'b1',
  source: ['今年的安排'],
  target: [],
  state: 'initial',
  version: 0,
  authors: [],
  waivers: [],
  comments: [],
}

/** A segment after edits of people one after the other. */
function after(...edits: readonly (readonly [person: string, text: string])[]): SegmentState {
  return edits.reduce<SegmentState>((segment, [person, text]) => {
    const { written: _written, reworded: _reworded, ...rest } = segment
    return { ...rest, ...editedBy(segment, [text], person) }
  }, empty)
}

const authors = (...edits: readonly (readonly [string, string])[]) => after(...edits).authors

test('authors are those whose words stand', () => {
  assert.deepEqual(authors(['ann', 'Work went on.']), ['ann'])
  assert.deepEqual(authors(['ann', 'Work went on.'], ['bob', 'Work progressed.']), ['ann', 'bob'])
  assert.deepEqual(authors(['ann', 'Work went on.'], ['bob', 'The city has grown.']), ['bob'])
  assert.deepEqual(
    authors(['ann', 'Work went on.'], ['bob', 'Work progressed.'], ['ann', 'Work moved on.']),
    ['ann'],
    'the word of the second is gone',
  )
})

test('what somebody puts back as it was is whose it was', () => {
  assert.deepEqual(authors(['ann', 'Work went on.'], ['bob', 'Work progressed.'], ['bob', 'Work went on.']), ['ann'])
  assert.deepEqual(authors(['ann', 'Work went on.'], ['bob', ''], ['bob', 'Work went on well.']), ['ann', 'bob'])
  assert.deepEqual(authors(['ann', 'Work went on.'], ['bob', '']), ['bob'], 'no words at all')
})

test('whoever takes words out, or changes marks, has part in the words beside', () => {
  assert.deepEqual(authors(['ann', 'They must not pay.'], ['bob', 'They must pay.']), ['ann', 'bob'])
  assert.deepEqual(
    authors(['ann', 'They must not pay.'], ['bob', 'They must pay.'], ['ann', 'They must pay now.']),
    ['ann', 'bob'],
    'what is left out stays left out',
  )
  assert.deepEqual(authors(['ann', 'Let us eat children.'], ['bob', 'Let us eat, children.']), ['ann', 'bob'])
  assert.deepEqual(authors(['ann', 'Is it so.'], ['bob', 'Is it so?']), ['ann', 'bob'])
  assert.deepEqual(authors(['ann', 'Out it goes at last.'], ['bob', 'Out it goes.']), ['ann', 'bob'])
})

test('words that are only moved stay whose they were', () => {
  const moved = after(['ann', 'from the south to the north'], ['bob', 'north of south'])
  assert.deepEqual(moved.authors, ['ann', 'bob'])
})

test('a code is a word: whoever puts it elsewhere has part in it', () => {
  const code = { type: 'alone', id: '1', data: '<br/>' } as const
  const texts: readonly Inline[] = [
    ['One', code, 'two.'],
    ['One two.', code],
  ]
  const [first = [], second = []] = texts
  const before = { target: first, written: rewrite({ target: [], written: [] }, first, ['ann']) }
  assert.deepEqual([...new Set(rewrite(before, second, ['bob']).flatMap(({ by }) => by))].sort(), ['ann', 'bob'])
  assert.deepEqual(wordsOf(['1.2 billion yuan (', code, 'US$3,000)']).words.length, 6)
})

const text: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four', 'not', 'the'))
const edits = fc.array(fc.tuple(fc.constantFrom('ann', 'bob', 'cat'), text), { minLength: 1, maxLength: 8 })

test('every word has its place, nobody is an author without one, and whoever brought a word in is', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      // A word that was in no text of the segment before is whose it is for as long as it stands.
      const seen = new Set<string>()
      const broughtIn = new Map<string, string>()
      let segment = empty
      for (const [person, words] of steps) {
        const { written: _written, reworded: _reworded, ...rest } = segment
        segment = { ...rest, ...editedBy(segment, [words.join(' ')], person) }
        for (const [word] of broughtIn) if (!words.includes(word)) broughtIn.delete(word)
        for (const word of words) if (!seen.has(word)) broughtIn.set(word, person)
        for (const word of words) seen.add(word)
        const { written = [], authors } = segment
        assert.equal(
          written.reduce((sum, run) => sum + run.words, 0),
          wordsOf(segment.target).words.length,
        )
        const writers = new Set(written.flatMap(({ by }) => by))
        for (const [word, owner] of broughtIn) assert.ok(authors.includes(owner), `${word} is ${owner}'s`)
        assert.deepEqual([...authors].sort(), words.length === 0 ? [person] : [...writers].sort())
      }
    }),
    { numRuns: 500 },
  )
})

test('of a text too different to compare everyone has part in everything', () => {
  const long = (word: string) => Array.from({ length: 1200 }, (_, index) => `${word}${index}`).join(' ')
  assert.deepEqual(authors(['ann', long('a')], ['bob', long('b')]).toSorted(), ['ann', 'bob'])
})
