import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOf, rowsOf } from '../lists.ts'
import { bodyEndings } from './data/body-endings.ts'
import { commonRenderings } from './data/common-renderings.ts'
import { compoundSurnames } from './data/compound-surnames.ts'
import { endings } from './data/endings.ts'
import { hedges } from './data/hedges.ts'
import { measures } from './data/measures.ts'
import { notNames } from './data/not-names.ts'
import { notNumbers } from './data/not-numbers.ts'
import { numberNames } from './data/number-names.ts'
import { phraseWords } from './data/phrase-words.ts'
import { places } from './data/places.ts'
import { adversities, denials, possibilities } from './data/polarity.ts'
import { scripts } from './data/scripts.ts'
import { softNumbers } from './data/soft-numbers.ts'
import { surnames } from './data/surnames.ts'
import { titles } from './data/titles.ts'
import { units } from './data/units.ts'
import { peopleIn } from './people.ts'
import { familyLength } from './surnames.ts'
import { isPinyin } from './syllables.ts'
import { titleInLabel, titlesAsTerms } from './titles.ts'

function assertDistinct(entries: readonly string[]): void {
  const twice = entries.filter((entry, index) => entries.indexOf(entry) !== index)
  assert.deepEqual(twice, [])
}

test('surnames: one character and its readings a line, in order of the first reading, none twice', () => {
  for (const line of entriesOf(surnames)) assert.match(line, /^\p{Script=Han}(?: [a-zü]{2,6}){1,3}$/u)
  for (const line of entriesOf(compoundSurnames)) assert.match(line, /^\p{Script=Han}{2} [a-z]{4,10}$/u)
  for (const list of [surnames, compoundSurnames]) {
    const rows = rowsOf(list)
    assertDistinct(rows.map(([surname = '']) => surname))
    for (const reading of rows.flatMap((row) => row.slice(1))) assert.ok(isPinyin(reading), reading)
    const order = rows.map(([, reading = '']) => reading.replace('ü', 'u~'))
    assert.deepEqual(order, order.toSorted())
  }
})

test('surnames: those that one list had and another lacked are known', () => {
  for (const surname of '傅常班鞠朴习向滕蒲洪萧') assert.equal(familyLength(`${surname}云`), 1, surname)
  assert.deepEqual(['欧阳云', '歐陽雲', '欧阳', '召开'].map(familyLength), [2, 2, 1, 0])
})

test('words that are no names: each begins with a family name, in order of code points, none twice', () => {
  const entries = entriesOf(notNames)
  for (const entry of entries) assert.match(entry, /^\p{Script=Han}{2,4}…?$/u)
  assertDistinct(entries.map((entry) => entry.replace('…', '')))
  assert.deepEqual(entries, entries.toSorted())
  for (const entry of entries) assert.ok(familyLength(entry) > 0, entry)
})

test('titles: a title, its uses and its English a line, none twice, each with a use', () => {
  const entries = entriesOf(titles)
  for (const entry of entries)
    assert.match(
      entry,
      /^\p{Script=Han}{2,5} (?!----)[d-][n-][l-][t-](?: [a-z]+(?:[ -][a-z]+)*(?:, [a-z]+(?:[ -][a-z]+)*)*)?$/u,
    )
  assertDistinct(entries.map((entry) => entry.split(' ')[0] ?? ''))
})

test('titles: what stood in one list only is known where it may stand', () => {
  const people = (text: string) => peopleIn(text).map(({ name }) => name)
  assert.deepEqual(people('研究员傅云、馆长班云到会，同志们好。'), ['傅云', '班云'])
  assert.ok(new RegExp(`^${titleInLabel}$`).test('代表'))
  assert.ok(!new RegExp(`^${titleInLabel}$`).test('记者'))
  assert.ok(titlesAsTerms.includes('副馆长') && !titlesAsTerms.includes('代表'))
})

test('measure words and units: a word, its uses and, of a unit, its name a line; none twice in both lists', () => {
  const words = entriesOf(measures).map((line) => line.split(' ')[0] ?? '')
  for (const line of entriesOf(measures)) assert.match(line, /^(?:\p{Script=Han}{1,4}|[%‰]) (?!----)[q-][f-][d-][w-]$/u)
  for (const line of entriesOf(units)) {
    assert.match(
      line,
      /^[\p{Script=Han}A-Za-z0-9/°℃㎜㎝㎞㎡㎢㎥㎎㎏²³μ]{1,6} [q-][f-][d-][w-] [A-Za-z]+(?:[- ][a-z]+)*$/u,
    )
    assert.equal(/^\p{Script=Han}/u.test(line), /^\S+ ..d/.test(line) && !line.startsWith('℃'), line)
  }
  assert.deepEqual(words, words.toSorted())
  assertDistinct([...words, ...entriesOf(units).map((line) => line.split(' ')[0] ?? '')])
  const named = entriesOf(units).map((line) => line.replace(/^\S+ \S+ /, ''))
  assertDistinct(named.filter((name, index) => name !== named[index - 1]))
})

const kinds = {
  words: ['cut', 'verb', 'act', 'light', 'link', 'modifier', 'plain', 'word'],
  endings: ['body', 'place', 'policy', 'thing', 'person', 'event', 'act'],
}

for (const [name, list, parts] of [
  ['words of phrases', phraseWords, kinds.words],
  ['endings of names', endings, kinds.endings],
] as const)
  test(`${name}: an entry and its kind a line, kind by kind, none twice`, () => {
    const rows = rowsOf(list)
    for (const row of rows) assert.match(row.join(' '), /^(?:\p{Script=Han}{1,6}|CEO) [a-z]+$/u)
    assertDistinct(rows.map(([entry = '']) => entry))
    assert.deepEqual([...new Set(rows.map(([, kind]) => kind))], parts)
    const order = rows.map(([, kind = '']) => parts.indexOf(kind))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
  })

test('places: one a line in Chinese, none twice, and none among the words of phrases', () => {
  for (const place of entriesOf(places)) assert.match(place, /^\p{Script=Han}{2,8}$/u)
  assertDistinct([...entriesOf(places), ...rowsOf(phraseWords).map(([word = '']) => word)])
})

test('words with numerals: one a line, in order of code points, in one list only', () => {
  const lists = [notNumbers, softNumbers, numberNames].map(entriesOf)
  for (const list of lists) {
    for (const word of list) assert.match(word, /^\p{Script=Han}{2,6}$/u)
    assert.deepEqual(list, list.toSorted())
  }
  assertDistinct(lists.flat())
})

test('hedges: a word and the side it puts the amount on a line, longer words first, none twice', () => {
  const rows = rowsOf(hedges)
  for (const row of rows) assert.match(row.join(' '), /^\p{Script=Han}{1,2} (?:over|under|about)$/u)
  assertDistinct(rows.map(([word = '']) => word))
  const lengths = rows.map(([word = '']) => word.length)
  assert.deepEqual(
    lengths,
    lengths.toSorted((a, b) => b - a),
  )
})

test('scripts: a simplified and a traditional character a line, each once and in one script only', () => {
  const rows = rowsOf(scripts)
  for (const row of rows) assert.match(row.join(' '), /^\p{Script=Han} \p{Script=Han}$/u)
  assertDistinct(rows.flat())
})

test('endings of bodies: one a line, none twice, each ends like the name of a body in the list of all endings', () => {
  const entries = entriesOf(bodyEndings)
  for (const entry of entries) assert.match(entry, /^\p{Script=Han}{2,3}$/u)
  assertDistinct(entries)
  const bodies = rowsOf(endings).flatMap(([ending = '', kind]) => (kind === 'body' ? [ending] : []))
  for (const entry of entries)
    assert.ok(
      bodies.some((ending) => entry.endsWith(ending)),
      entry,
    )
})

test('common renderings: a Chinese word and English words in lower case a line, none twice', () => {
  const entries = entriesOf(commonRenderings)
  for (const entry of entries) assert.match(entry, /^\p{Script=Han}{1,6}(?: [a-z]+(?:-[a-z]+)*)+$/u)
  assertDistinct(rowsOf(commonRenderings).map(([word = '']) => word))
})

test('polarity: a word a line, none twice', () => {
  for (const list of [denials, possibilities, adversities]) {
    for (const line of entriesOf(list)) assert.match(line, /^\p{Script=Han}{1,2}$/u)
    assertDistinct(entriesOf(list))
  }
})
