import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Term, TermStatus } from '../../model/term.ts'
import { createFormTree } from './form-tree.ts'
import { createMentions } from './mentions.ts'
import { createFullRecogniser, createRecogniser } from './recognise.ts'

function term(forms: string, status: TermStatus = 'proposed'): Term {
  return {
    id: forms,
    source: forms.split('|'),
    renderings: [{ text: 'x', status: 'preferred' }],
    status,
    domain: '',
    note: '',
    authority: '',
  }
}

function found(terms: readonly Term[], text: string): readonly string[] {
  return createRecogniser(terms)(text).map(({ from, to, term }) => `${from}-${to} ${term.id}`)
}

const cases: readonly { name: string; terms: readonly Term[]; text: string; expected: readonly string[] }[] = [
  {
    name: 'the longest first',
    terms: [term('茶城'), term('山阳茶城')],
    text: '山阳茶城开市',
    expected: ['0-4 山阳茶城'],
  },
  { name: 'every occurrence', terms: [term('茶城')], text: '茶城、茶城', expected: ['0-2 茶城', '3-5 茶城'] },
  {
    name: 'most of the text is covered',
    terms: [term('甲乙丙丁'), term('甲乙'), term('丙丁戊己')],
    text: '甲乙丙丁戊己',
    expected: ['0-2 甲乙', '2-6 丙丁戊己'],
  },
  {
    name: 'of two overlapping ones the earlier',
    terms: [term('甲乙'), term('乙丙')],
    text: '甲乙丙',
    expected: ['0-2 甲乙'],
  },
  {
    name: 'the fewest for one coverage',
    terms: [term('甲'), term('乙'), term('甲乙')],
    text: '甲乙',
    expected: ['0-2 甲乙'],
  },
  { name: 'any form', terms: [term('茶叶之城|茶城')], text: '茶城', expected: ['0-2 茶叶之城|茶城'] },
  { name: 'full width in the text', terms: [term('PA66(甲)')], text: '产ＰＡ６６（甲）丝', expected: ['1-8 PA66(甲)'] },
  { name: 'half width in the text', terms: [term('ＰＡ６６')], text: '产pa66丝', expected: ['1-5 ＰＡ６６'] },
  { name: 'other quotation marks', terms: [term('一“芯”引领')], text: '以一「芯」引领', expected: ['1-7 一“芯”引领'] },
  { name: 'another middle dot', terms: [term('晨报·晨网')], text: '晨报•晨网', expected: ['0-5 晨报·晨网'] },
  { name: 'another dash', terms: [term('研究—开发')], text: '研究－开发', expected: ['0-5 研究—开发'] },
  { name: 'not inside a longer number', terms: [term('尼龙66')], text: '尼龙660、尼龙66', expected: ['6-10 尼龙66'] },
  { name: 'not inside a longer Latin word', terms: [term('IP')], text: 'VIP厅与IP', expected: ['5-7 IP'] },
  {
    name: 'not inside a longer Chinese number',
    terms: [term('千万计划')],
    text: '三千万计划书、2千万计划书',
    expected: [],
  },
  { name: 'beside a unit', terms: [term('尼龙66')], text: '尼龙66PA', expected: ['0-4 尼龙66'] },
  { name: 'not when retired', terms: [term('茶城', 'retired')], text: '茶城', expected: [] },
  {
    name: 'the approved of two with one form',
    terms: [
      { ...term('茶城'), id: 'a' },
      { ...term('茶城', 'approved'), id: 'b' },
    ],
    text: '茶城',
    expected: ['0-2 b'],
  },
  {
    name: 'not before what makes it another word',
    terms: [{ ...term('市长'), notBefore: ['期'] }],
    text: '城市长期向好，市长到会',
    expected: ['7-9 市长'],
  },
  {
    name: 'not after what makes it another word, whatever its width',
    terms: [{ ...term('车'), notAfter: ['火', 'A（'] }],
    text: '火车、ａ(车、车',
    expected: ['7-8 车'],
  },
  {
    name: 'a context is looked at before overlaps are',
    terms: [{ ...term('茶城市'), notBefore: ['长'] }, term('城市')],
    text: '茶城市长',
    expected: ['1-3 城市'],
  },
  {
    name: 'not across two words',
    terms: [term('产能'), term('市长')],
    text: '生产能力、城市长期向好、压减产能、市长',
    expected: ['14-16 产能', '17-19 市长'],
  },
  {
    name: 'the ends of the text are no context',
    terms: [{ ...term('市长'), notBefore: ['期', ''], notAfter: ['城'] }],
    text: '市长',
    expected: ['0-2 市长'],
  },
  { name: 'nothing in an empty text', terms: [term('茶城')], text: '', expected: [] },
  { name: 'no empty form', terms: [term('')], text: '茶城', expected: [] },
  { name: 'after an astral character', terms: [term('茶城')], text: '𠮷茶城', expected: ['2-4 茶城'] },
]
for (const { name, terms, text, expected } of cases) {
  test(`recognises ${name}`, () => assert.deepEqual(found(terms, text), expected))
}

test('a term is found through look-alikes and invisible characters, at its place in the text as it is', () => {
  const text = '\ufeff推动⾼质\u200b量发展。'
  const [found] = createRecogniser([term('高质量发展')])(text)
  assert.deepEqual([found?.form, found?.from, found?.to], ['高质量发展', 3, 9])
  assert.equal(createMentions(['高质量发展'])(text), true)
  assert.equal(createMentions(['高质量发展'])('高质发展'), false)
})

const tiny = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '1'), maxLength: 30 })
const patterns = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 }), {
  maxLength: 8,
})

test('the tree finds what a search for each form finds, in order of the ends', () => {
  fc.assert(
    fc.property(patterns, tiny, (forms, text) => {
      const hits = createFormTree(forms).find(text)
      const expected = [...new Set(forms)].flatMap((form) =>
        [...Array(text.length).keys()]
          .filter((from) => text.startsWith(form, from))
          .map((from) => ({ form, from, to: from + form.length })),
      )
      assert.deepEqual(
        hits,
        expected.toSorted((a, b) => a.to - b.to || a.from - b.from),
      )
    }),
  )
})

test('occurrences are in order, apart, of their form, and cover as much as can be covered', () => {
  fc.assert(
    fc.property(patterns, tiny, (raw, text) => {
      const forms = [...new Set(raw)]
      const occurrences = createRecogniser(forms.map((form) => term(form)))(text)
      let end = 0
      let covered = 0
      for (const { form, from, to } of occurrences) {
        assert.ok(from >= end)
        assert.equal(text.slice(from, to), form)
        end = to
        covered += to - from
      }
      assert.equal(covered, mostCovered(text, forms))
    }),
  )
})

/** The most of a text that forms can cover without overlapping, by trying each at each place. */
function mostCovered(text: string, forms: readonly string[]): number {
  const best = [0]
  for (let to = 1; to <= text.length; to++) {
    const ending = forms.filter((form) => form.length <= to && text.endsWith(form, to))
    best[to] = Math.max(
      best[to - 1] as number,
      ...ending.map((form) => (best[to - form.length] as number) + form.length),
    )
  }
  return best[text.length] as number
}

test('fifty thousand terms and a million characters', () => {
  const unit = (n: number) => String.fromCharCode(0x4e00 + (n % 5000))
  const terms = Array.from({ length: 50_000 }, (_, n) => term(unit(n * 7) + unit(n * 13) + unit(n) + unit(n >> 3)))
  const text = Array.from({ length: 1_000_000 }, (_, n) => unit((n * 31) ^ (n >> 5))).join('')
  const recognise = createRecogniser(terms)
  assert.ok(recognise(`${text}${terms[777]?.source[0]}`).length > 0)
})

test('what overlaps a better one is told as dropped, what a context refuses is not', () => {
  const recognise = createFullRecogniser([term('山阳茶城'), term('茶城'), { ...term('山阳'), notBefore: ['茶'] }])
  const { found, dropped } = recognise('山阳茶城、茶城')
  assert.deepEqual(
    [found, dropped].map((list) => list.map(({ form, from }) => `${from} ${form}`)),
    [['0 山阳茶城', '5 茶城'], ['2 茶城']],
  )
})
