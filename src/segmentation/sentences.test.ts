import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldLookalikes } from '../language/text/fold.ts'
import { splitSentences } from './sentences.ts'

const folder = new URL('fixtures/sentences/', import.meta.url)

function segmentsOf(text: string): readonly string[] {
  return splitSentences(text).flatMap((piece) => (piece.type === 'segment' ? [piece.text] : []))
}

for (const name of readdirSync(folder)) {
  test(`sentences: ${name}`, () => {
    for (const line of readFileSync(new URL(name, folder), 'utf8').trim().split('\n')) {
      const { text, segments } = JSON.parse(line)
      assert.deepEqual(segmentsOf(text), segments)
    }
  })
}

/** Texts made of what the rules look at, and of what breaks careless code: lone surrogates, controls, any unit. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...'渠水田路的等这说道一二三、，。！？!?；：…—.．·“”‘’"\'「」『』《》（）()【】1a3B%',
        ),
      },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\u3000', '\n', '\r', '\r\n', '\t', '\u2028', '\u0085', '\ufeff') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('……', '...', 'http://a.b/?c', '3.5', '1.', '（一）', '🎉', '𠮷', '\0', '\u200b'),
      },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('invisible characters neither hide the end of a sentence nor belong to one', () => {
  assert.deepEqual(splitSentences('\ufeff路通了。\u200b水也\u00ad通了。\u200b\n\u200b'), [
    { type: 'ignorable', text: '\ufeff' },
    { type: 'segment', text: '路通了。' },
    { type: 'ignorable', text: '\u200b' },
    { type: 'segment', text: '水也\u00ad通了。' },
    { type: 'ignorable', text: '\u200b\n\u200b' },
  ])
})

test('law: the pieces give the text back, for 10,000 texts', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const pieces = splitSentences(whole)
      assert.equal(pieces.map((piece) => piece.text).join(''), whole)
      for (const [index, piece] of pieces.entries()) {
        if (piece.type === 'ignorable') {
          assert.equal(foldLookalikes(piece.text).text.replaceAll('\u0085', ' ').trim(), '')
          assert.notEqual(piece.text, '')
          assert.notEqual(pieces[index + 1]?.type, 'ignorable')
        } else {
          assert.notEqual(piece.text, '')
          assert.equal(piece.text, piece.text.trim())
          assert.notEqual(foldLookalikes(piece.text).text, '')
          assert.doesNotMatch(piece.text, /[\n\r\v\f\u0085\u2028\u2029]/)
        }
      }
    }),
    { numRuns: 10_000 },
  )
})

test('law: a sentence on its own is not split again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sampleTexts()), (whole) => {
      for (const segment of segmentsOf(whole)) assert.deepEqual(segmentsOf(segment), [segment])
    }),
  )
})

function sampleTexts(): readonly string[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text as string),
  )
}

test('hostile texts take time in proportion to their length', () => {
  const units = ['。”', '（', '“', '。—', '“。”', '“好。”好', '...', 'a.', 'www.', ' ', '。', '《！', '…', '1.', '"']
  for (const unit of units) {
    const whole = `渠${unit.repeat(50_000)}水`
    assert.equal(
      splitSentences(whole)
        .map((piece) => piece.text)
        .join('').length,
      whole.length,
    )
  }
  const nested = `${'（'.repeat(50_000)}渠。水。${'）'.repeat(50_000)}`
  assert.deepEqual(segmentsOf(nested), [nested])
})
