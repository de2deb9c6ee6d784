import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, type Inline, isCode, plain } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import type { ReplacePlace, Search } from '../model/search.ts'
import { atOnce } from '../model/steps.ts'
import { patternOf } from './pattern.ts'
import { placesInSteps, type SearchRoom } from './places.ts'
import { isWithoutCodes, replaced } from './replaced.ts'

function search(changes: Partial<Search>): Search {
  return { find: '', mode: 'plain', capitals: false, replacement: '', ...changes }
}

/** The text after all places that a search finds were replaced. */
function after(text: string, changes: Partial<Search>): string {
  return plain(replaced([text], found(text, search(changes))))
}

function found(text: string, wanted: Search): readonly ReplacePlace[] {
  const pattern = patternOf(wanted)
  assert.ok(!isRefusal(pattern))
  const places = atOnce(placesInSteps([text], pattern, wanted))
  assert.ok(!isRefusal(places))
  return places[0] ?? []
}

test('what is put in takes the capitals of what it replaces, unless they count', () => {
  const grid = { find: 'trunk water grid', replacement: 'backbone water network' }
  assert.equal(
    after('A trunk water grid. Trunk water grid.', grid),
    'A backbone water network. Backbone water network.',
  )
  assert.equal(after('Map of the Trunk Water Grid', grid), 'Map of the Backbone Water Network')
  assert.equal(after('TRUNK WATER GRID', grid), 'BACKBONE WATER NETWORK')
  assert.equal(
    after('the trunk water grid and Trunk water grid', { ...grid, capitals: true }),
    'the backbone water network and Trunk water grid',
  )
  assert.equal(after('Map of the Grid', { find: 'grid', replacement: 'line of supply' }), 'Map of the Line of supply')
  // Whoever writes a name writes its capitals.
  assert.equal(after('the party', { find: 'party', replacement: 'Party' }), 'the Party')
  assert.equal(
    after('The Party Congress', { find: 'Party Congress', replacement: 'national congress' }),
    'The national congress',
  )
})

test('whole words have no letter, digit or mark beside them', () => {
  const mu = { find: 'mu', mode: 'words', replacement: 'hectares' } as const
  assert.equal(after('5 mu of mulberry, 3mu; (mu) mu.', mu), '5 hectares of mulberry, 3mu; (hectares) hectares.')
  assert.equal(after('cafés café', { find: 'café', mode: 'words', replacement: 'inn' }), 'cafés inn')
  assert.equal(after('(a) (b)', { find: '(a)', mode: 'words', replacement: '1.' }), '1. (b)')
})

test('an expression fills in what its groups found', () => {
  const yuan = {
    find: String.raw`RMB ?(\d[\d.,]*) (million|billion)`,
    mode: 'expression',
    replacement: '$1 $2 yuan',
  } as const
  assert.equal(
    after('Investment: RMB 4.6 billion and RMB300 million.', yuan),
    'Investment: 4.6 billion yuan and 300 million yuan.',
  )
  assert.equal(
    after('ab', { find: '(?<x>a)(b)?', mode: 'expression', replacement: '$$$<x>$20$3$&$<y>' }),
    '$ab0$3ab$<y>',
  )
  assert.equal(after('cost', { find: 'x*', mode: 'expression', replacement: 'y' }), 'cost')
})

test('nothing, and what is no expression, is refused', () => {
  const code = (changes: Partial<Search>) => {
    const pattern = patternOf(search(changes))
    return isRefusal(pattern) ? pattern.code : ''
  }
  assert.equal(code({}), 'search-empty')
  assert.equal(code({ find: '(a', mode: 'expression' }), 'expression-malformed')
  assert.equal(code({ find: '(a' }), '')
})

const words = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', ' ', '.', '$', '&', '1', '(', 'é', '水', '😀', '\\'),
  maxLength: 12,
})

test('as it stands, what is put in is put in character by character', () => {
  fc.assert(
    fc.property(words, words, words, (text, find, replacement) => {
      fc.pre(find !== '')
      assert.equal(after(text, { find, replacement, capitals: true }), text.split(find).join(replacement))
    }),
  )
})

test('whole words are places of the words as they stand, and places follow one another', () => {
  fc.assert(
    fc.property(words, words, fc.boolean(), (text, find, capitals) => {
      fc.pre(find !== '')
      const some = found(text, search({ find, mode: 'words', capitals }))
      const pattern = patternOf(search({ find, capitals }))
      for (const { from, to } of some) {
        assert.ok(!isRefusal(pattern))
        assert.equal(text.slice(from, to).replace(pattern, ''), '')
      }
      for (const [index, { from, to }] of some.entries()) assert.ok(from < to && from >= (some[index - 1]?.to ?? 0))
    }),
  )
})

const code = fc.record({
  type: fc.constantFrom('open', 'close', 'alone'),
  id: fc.constantFrom('1', '2'),
  data: fc.constant('*'),
}) as fc.Arbitrary<Code>
const coded: fc.Arbitrary<Inline> = fc.array(fc.oneof({ weight: 2, arbitrary: words }, code), { maxLength: 6 })

test('with codes the text becomes what it would without, and every code stays in its place among the words', () => {
  fc.assert(
    fc.property(coded, words, words, (text, find, replacement) => {
      fc.pre(find !== '')
      const places = found(plain(text), search({ find, replacement })).filter((place) => isWithoutCodes(text, place))
      const result = replaced(text, places)
      assert.equal(plain(result), plain(replaced([plain(text)], places)))
      assert.deepEqual(result.filter(isCode), text.filter(isCode))
      assert.ok(!result.includes(''))
      // What stands before each code is what stood there, replaced.
      for (const [index, part] of result.entries()) {
        if (!isCode(part)) continue
        const before = plain(result.slice(0, index))
        const nth = result.slice(0, index).filter(isCode).length
        const at = text.findIndex((one, place) => isCode(one) && text.slice(0, place).filter(isCode).length === nth)
        const offset = plain(text.slice(0, at)).length
        assert.equal(
          before,
          plain(
            replaced(
              [plain(text).slice(0, offset)],
              places.filter(({ to }) => to <= offset),
            ),
          ),
        )
      }
    }),
  )
})

test('a place with a code within is told', () => {
  const text: Inline = [
    'the ',
    { type: 'open', id: '1', data: '*' },
    'trunk',
    { type: 'close', id: '1', data: '*' },
    ' grid',
  ]
  assert.ok(isWithoutCodes(text, { from: 4, to: 9 }))
  assert.ok(!isWithoutCodes(text, { from: 4, to: 14 }))
  assert.deepEqual(replaced(text, [{ from: 4, to: 9, with: 'main' }])[2], 'main')
})

test('a search that finds or puts in more than there is room for is refused, and one that just has room is not', () => {
  const wanted = search({ find: 'a', replacement: 'four' })
  const pattern = patternOf(wanted)
  assert.ok(!isRefusal(pattern))
  const within = (room: SearchRoom) => atOnce(placesInSteps(['a a', 'a'], pattern, wanted, room))
  for (const room of [
    { places: 2, units: 100 },
    { places: 100, units: 11 },
  ]) {
    const refused = within(room)
    assert.ok(isRefusal(refused) && refused.code === 'search-too-much')
  }
  assert.ok(!isRefusal(within({ places: 3, units: 12 })))
})
