import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { entriesOf } from '../lists.ts'
import { invisible } from './data/invisible.ts'
import { radicals } from './data/radicals.ts'
import { comparable, foldComparable, foldLookalikes, foldText } from './fold.ts'

/** Texts of what is folded, what it becomes and what is left alone. */
const texts = fc.string({
  unit: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...'预算十五万元⼗⾼⻓⻔⻅⺇㇆豈龜二○年“a１，、･﹐︰￥ 　\u00ad\u200b\ufeff\u2060\u00a0‑İΣ',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('\u{2f800}', '\u{2f80f}', '\u{e0101}', '\u{1d173}', '🎉', '𠮷', '\ud83c', '\udc00'),
    },
    { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
  ),
})
const foldings = [foldLookalikes, foldText, foldComparable]

test('radicals: every line is a code point, its character and another ideograph, in order, each once', () => {
  let last = 0
  for (const line of entriesOf(radicals)) {
    assert.match(line, /^[0-9A-F]{4} [\u2e80-\u2fdf\u31c0-\u31ef] \p{Unified_Ideograph}$/u, line)
    const [point = '', radical = '', ideograph = ''] = line.split(' ')
    assert.equal(radical.codePointAt(0), Number.parseInt(point, 16), line)
    assert.ok(Number.parseInt(point, 16) > last, line)
    last = Number.parseInt(point, 16)
    assert.equal(foldLookalikes(radical).text, ideograph)
  }
})

test('radicals: where Unicode decomposes one, it is into the same ideograph, but for the three that the file names', () => {
  for (const line of entriesOf(radicals)) {
    const [, radical = '', ideograph = ''] = line.split(' ')
    const decomposed = radical.normalize('NFKC')
    if (decomposed !== radical && !'⼾⾭⿈'.includes(radical)) assert.equal(ideograph, decomposed, line)
  }
})

test('invisible: what Unicode says may be ignored is dropped, all of it and, but for the lines marked, nothing else that shows', () => {
  for (const line of entriesOf(invisible))
    assert.match(line, /^[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})? (?:\+ )?[A-Za-z].*\S$/, line)
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    const isDropped = foldLookalikes(character).text === ''
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) assert.ok(isDropped, point.toString(16))
    else if (isDropped) assert.match(character, /[\p{Cc}\ufff9-\ufffc\ufffe\uffff]/u, point.toString(16))
  }
  assert.equal(foldLookalikes('\t\n\v\f\r\u0085\u2028').text, '\t\n\v\f\r\u0085\u2028')
})

test('folds what PDF and the web put in the place of characters', () => {
  assert.equal(foldText('预算⼗五万元').text, '预算十五万元')
  assert.equal(foldText('⾼质量发展，⻓⻔⻅⽤⼾').text, '高质量发展,长门见用户')
  assert.equal(foldText('\uf9dd\u{2f80f}\u2e87').text, '\u5229\u5154\u{20628}')
  assert.equal(
    foldText('pro\u00adject\u200b, ﹝１２％﹞ ｢茶｣､￥5\u00a0‑ 3').text,
    'project, ﹝12%﹞ 「茶」、¥5 - 3'.replace('﹝', '〔').replace('﹞', '〕'),
  )
  assert.equal(foldText('二○二五年，○六年，一九九○年；○ 要点，○一是').text, '二〇二五年,〇六年,一九九〇年;○ 要点,○一是')
})

test('keeps what width and form say where a text is only to be shown plainly', () => {
  assert.equal(foldLookalikes('\ufeff⾼，１“茶”\u200b').text, '高，１“茶”')
})

test('makes equal what is compared, whatever its case, quotation marks, dashes and dots', () => {
  assert.equal(comparable('『Ｔｅａ』－Ｃity・尼龙'), comparable("'tea'—city·尼龙"))
})

test('law: folding a folded text changes nothing', () => {
  for (const fold of foldings)
    fc.assert(fc.property(texts, (text) => assert.equal(fold(fold(text).text).text, fold(text).text)))
  fc.assert(
    fc.property(texts, (text) => assert.equal(comparable(foldText(foldLookalikes(text).text).text), comparable(text))),
  )
})

test('law: places lead back into the text, rise as they do in the folded text, and fold to what stood there', () => {
  for (const fold of foldings) {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const folded = fold(text)
        const [from, to] = [one % (folded.text.length + 1), other % (folded.text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const span = folded.spanOf({ from, to })
        assert.ok(0 <= span.from && span.from <= span.to && span.to <= text.length)
        assert.deepEqual(folded.spanOf({ from, to: from }), { from: span.from, to: span.from })
        const whole = folded.spanOf({ from: 0, to: folded.text.length })
        assert.ok(to === from || (whole.from <= span.from && span.to <= whole.to))
        // Half of a pair of surrogates is no character.
        if (/[\udc00-\udfff]/.test(`${folded.text[from]}${folded.text[to]}`)) return
        if (from < to && !text.includes('○'))
          assert.equal(fold(text.slice(span.from, span.to)).text, folded.text.slice(from, to))
        const back = folded.within(span)
        if (from < to) assert.deepEqual(back, { from, to: Math.max(to, back.to) })
      }),
    )
  }
})

test('law: a place of the text has its place in the folded text, in order', () => {
  for (const fold of foldings) {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const folded = fold(text)
        const [from, to] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const span = folded.within({ from, to })
        assert.ok(0 <= span.from && span.from <= span.to && span.to <= folded.text.length)
        assert.deepEqual(folded.within({ from: 0, to: text.length }), { from: 0, to: folded.text.length })
      }),
    )
  }
})
