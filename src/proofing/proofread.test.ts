import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import fc from 'fast-check'
import { readTmx } from '../formats/tmx/read-tmx.ts'
import { findingCodes } from '../model/finding.ts'
import { consistency, type ProofSegment } from './consistency.ts'
import { cases } from './fixtures/cases.ts'
import { createProofreader, type ProofOptions } from './proofread.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const { proofread } = createProofreader({
  american: { aff: text(american.aff), dic: text(american.dic) },
  british: { aff: text(british.aff), dic: text(british.dic) },
})
const options: ProofOptions = { dialect: 'american', words: [], kind: 'paragraph' }
/** Everything that is said of a text that is a document by itself. */
const readAlone = (text: string, options: ProofOptions) => [
  ...proofread(text, options),
  ...consistency([{ segment: '', kind: options.kind, text }], options.dialect),
]

for (const { name, text: read, expected, ...settings } of cases)
  test(name, () => {
    const found = readAlone(read, settings).map(({ code, span, fix }) => ({ code, ...span, fix }))
    assert.deepEqual(found, expected)
  })

test('every kind of finding that one text can have has a fixture', () => {
  const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
  assert.deepEqual(
    findingCodes.filter((code) => code.startsWith('proof-') && !shown.has(code)),
    ['proof-title-case'],
  )
})

test('words of terms and names are allowed, also inflected', () => {
  const words = ['Luoxitini', 'azvudin', 'telemedicin hub', 'Baofeng']
  assert.deepEqual(proofread('Two azvudins and the telemedicin’s hubs; luoxitini is sold.', { ...options, words }), [])
  assert.notDeepEqual(proofread('The hospitl is open.', options), [])
  assert.deepEqual(proofread('The hospitl is open.', { ...options, words: ['Hospitl'] }), [])
})

test('a fix takes the finding away', () => {
  for (const { text: read, expected, ...settings } of cases) {
    const fixed = expected.reduceRight(
      (whole, { from, to, fix }) => (fix === undefined ? whole : whole.slice(0, from) + fix + whole.slice(to)),
      read,
    )
    assert.deepEqual(readAlone(fixed, settings), [], fixed)
  }
})

const english = fc
  .array(
    fc.constantFrom(
      ...'the a an these there is are was has have it’s its their to then more of one can will he it they teh recieve colour city cities constructor __proto__ I i - -- , . ; “ ” " \' 11 8-hour A'.split(
        ' ',
      ),
    ),
  )
  .map((words) => words.join(' '))

test('proofreading is total, in place and repeatable on any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), english),
      fc.constantFrom('american' as const, 'british' as const),
      (read, dialect) => {
        const items = proofread(read, { ...options, dialect })
        for (const { span, params, fix } of items) {
          assert.ok(span.from >= 0 && span.from < span.to && span.to <= read.length)
          assert.ok((params.found ?? '').length <= 61)
          assert.notEqual(fix, read.slice(span.from, span.to))
        }
        assert.deepEqual(proofread(read, { ...options, dialect }), items)
      },
    ),
    { numRuns: 500 },
  )
})

const headings = (...texts: readonly string[]): readonly ProofSegment[] =>
  texts.map((heading, index) => ({ segment: `b${index + 1}.s1`, kind: 'heading', text: heading }))

test('a heading in sentence case is told where most are in title case', () => {
  const found = consistency(
    headings(
      'Tea From the Green Hills',
      'Roads That Reach Every Village',
      'Better schools for all mountain towns',
      'New Bridges and Old Towns',
    ),
    'american',
  )
  assert.deepEqual(
    found.map(({ segment, code, fix }) => [segment, code, fix]),
    [['b3.s1', 'proof-title-case', 'Better Schools for All Mountain Towns']],
  )
})

test('headings in sentence case, of names, or too few are let be', () => {
  const quiet = [
    headings(
      'Tea from the green hills',
      'Roads that reach every village',
      'Better Schools For Everyone',
      'New bridges and old towns',
    ),
    headings('Tea From the Green Hills', 'Better schools for everyone'),
    headings('Li River', 'Mount Hua', 'Qinglan County', 'Tea', 'Tea From the Green Hills'),
    [],
  ]
  for (const segments of quiet) assert.deepEqual(consistency(segments, 'american'), [])
})

const paragraphs = (...texts: readonly string[]): readonly ProofSegment[] =>
  texts.map((paragraph, index) => ({ segment: `b${index + 1}.s1`, kind: 'paragraph', text: paragraph }))

test('marks that the rest of the document writes otherwise are told', () => {
  const codesOf = (segments: readonly ProofSegment[]) =>
    consistency(segments, 'american').map(({ segment, code, span, fix }) => [segment, code, span.from, fix])
  assert.deepEqual(codesOf(paragraphs('The “first” road', 'The “second” road', 'The "third" road')), [
    ['b3.s1', 'proof-quotes', 4, '“'],
    ['b3.s1', 'proof-quotes', 10, '”'],
  ])
  assert.deepEqual(codesOf(paragraphs('tea—green tea—is', 'rice—white rice', 'silk – raw silk', 'iron - pig iron')), [
    ['b4.s1', 'proof-dash', 4, '—'],
    ['b3.s1', 'proof-dash', 4, '—'],
  ])
  assert.deepEqual(codesOf(paragraphs('The "first" road', 'iron - pig iron', 'a 5" pipe')), [])
})

test('nothing is said of the sample', () => {
  const tmx = readTmx(readFileSync(new URL('../../samples/press-conference.tmx', import.meta.url)))
  assert.ok('pairs' in tmx && tmx.pairs.length > 50)
  for (const { target } of tmx.pairs) assert.deepEqual(proofread(target, options), [], target)
})

const shared = new URL('../../../shared/', import.meta.url)
const absent = existsSync(shared) ? false : '../shared is not here'

test('nothing is said of the real document', { skip: absent }, () => {
  const lines = readFileSync(new URL('golden/press-conference.en.jsonl', shared), 'utf8').trim().split('\n')
  for (const line of lines) {
    const { en } = JSON.parse(line) as { en: string }
    assert.deepEqual(proofread(en, options), [], en)
  }
})

test('at most 2% of human references have a warning', { skip: absent }, () => {
  const lines = readFileSync(new URL('corpora/quantities/clean.jsonl', shared), 'utf8').trim().split('\n')
  const warned = lines
    .map((line) => (JSON.parse(line) as { en: string }).en)
    .filter((en) => proofread(en, options).some(({ severity }) => severity === 'warning'))
  assert.ok(warned.length <= lines.length * 0.02, `${warned.length} of ${lines.length}`)
})
