import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparable } from '../../language/text/fold.ts'
import counts from './background.json' with { type: 'json' }
import { readBackground } from './background.ts'
import { type Candidate, extractCandidates } from './extract.ts'

const background = readBackground(counts)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const sample = readFileSync(new URL('../../../samples/press-conference.zh.txt', import.meta.url), 'utf8')
const harbour = fixture('harbour.zh.txt')

function extract(texts: readonly string[], limit = 1000, known: readonly string[] = []): readonly Candidate[] {
  return extractCandidates(texts, { background, excluded: known, limit })
}

function forms(text: string, limit?: number): readonly string[] {
  return extract([text], limit).map(({ form }) => form)
}

const found: readonly (readonly [name: string, text: string, form: string])[] = [
  ['a name in quotation marks', '全镇推开“灯下议事会”做法。', '灯下议事会'],
  ['a quoted list', '大家记住“早备耕、早播种、早管护”。', '早备耕、早播种、早管护'],
  ['a quoted part and what it qualifies', '建成“双湖”生态走廊。', '“双湖”生态走廊'],
  ['a parallel list without quotation marks', '打造渔家巷、盐工巷、船匠巷。', '渔家巷、盐工巷、船匠巷'],
  ['a body by its ending, met once', '今年引进柳溪海藻研究院,效果不错。', '柳溪海藻研究院'],
  ['a place by its ending, met once', '他们来自青芦县的三个村。', '青芦县'],
  ['a place written with radicals and an invisible character', '他们来自⻘芦\u200b县的三个村。', '青芦县'],
  ['a person after an office', '副市长白一舟回答了提问。', '白一舟'],
  ['digits within a name', '我们生产藻酸66纤维。', '藻酸66纤维'],
  ['a version within a name', '我们推广“潮汐4.0”系统和渔港5.0平台。', '渔港5.0平台'],
  ['a time that qualifies a name', '打造15分钟阅读圈。', '15分钟阅读圈'],
  ['a title of a document', '印发《柳溪湖养护总则》。', '柳溪湖养护总则'],
  ['the medium of a reporter', '潮音日报记者:请问进展如何?', '潮音日报'],
  [
    'a character that joins, where it is part of a word',
    '建设和悦街区。我们的和悦街区很美。走进和悦街区。',
    '和悦街区',
  ],
]

for (const [name, text, form] of found)
  test(`is a candidate: ${name}`, () => {
    assert.ok(forms(text).includes(form), forms(text).join(' '))
  })

const notFound: readonly (readonly [name: string, text: string, form: RegExp])[] = [
  ['the label of a speaker', '白一舟:我们继续努力。', /白一舟/],
  ['the label of a reporter', '潮音日报记者:请问进展如何?', /记者/],
  ['a date', '2025年3月18日上午召开会议。', /\d|年|月|日/],
  ['a quantity', '投入36.5亿元,新建5座水厂、两千多亩果园。', /\d|亿|两千/],
  ['a decimal or a range', '收入差距缩小到1.94,渔户收入20-60万元的占比36.5%。', /\d/],
  ['a unit in Latin letters', '水位涨幅0.53~1.31m,流量27100m3/s,雨量达329mm。', /\d|m/],
  ['what is torn off a word', '渔港取得开创性成果,出台约束性文件。', /^性/],
  ['a counted word', '三家工厂和一批企业开工。', /^[三一]/],
  ['a governing word at the edge', '我们加快打造柳溪海藻集群的步伐。', /^(?:我们|加快|打造)|的$/],
  ['a plain clause', '生活更加方便了,大家都很高兴。', /更加|都很/],
]

for (const [name, text, form] of notFound)
  test(`is no candidate: ${name}`, () => {
    assert.deepEqual(
      forms(text).filter((one) => form.test(one)),
      [],
    )
  })

test('what the termbase has is no candidate, whatever its width and marks', () => {
  const text = '启动“５Ｇ渔场”计划,推广5G渔场。'
  assert.ok(extract([text]).some(({ form }) => comparable(form) === '5g渔场'))
  assert.ok(!extract([text], 1000, ['5G渔场']).some(({ form }) => comparable(form) === '5g渔场'))
})

test('occurrences are counted over all texts, and nested forms name what contains them', () => {
  const texts = ['柳溪海藻研究院成立了。', '海藻研究院的成果很多。在柳溪海藻研究院,我们看到了样品。']
  const candidate = extract(texts).find(({ form }) => form === '柳溪海藻研究院')
  assert.equal(candidate?.frequency, 2)
  assert.deepEqual(candidate?.contexts, [
    { text: 0, from: 0, to: 7 },
    { text: 1, from: 12, to: 19 },
  ])
  const nested = extract(texts).find(({ form }) => form === '海藻研究院')
  assert.ok(nested?.nestedIn.includes('柳溪海藻研究院'))
})

test('most terms marked by hand in texts of our own are among twice as many candidates', () => {
  for (const [text, list, least] of [
    [sample, 'sample.terms.txt', 0.85],
    [harbour, 'harbour.terms.txt', 0.72],
  ] as const) {
    const plain = (form: string): string => comparable(form).replace(/["\s]/g, '')
    const terms = fixture(list).trim().split('\n').map(plain)
    const candidates = new Set(forms(text, 2 * terms.length).map(plain))
    const share = terms.filter((term) => candidates.has(term)).length / terms.length
    assert.ok(share >= least, `${list}: ${share.toFixed(3)}`)
  }
})

const pieces = fc.constantFrom(
  ...'柳溪海藻研究院的了和与“”、，。:：\n 《》()"+-·'.split(''),
  '5G',
  '12亿元',
  '打造',
  '工程',
  '记者:',
  '白一舟',
  '𠮷',
  '\ud842',
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anyTexts = fc.array(anyText, { maxLength: 4 })

test('law: every form stands in the texts at the places given, and scores fall', () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      let last = Infinity
      for (const { form, frequency, score, contexts } of extract(texts)) {
        assert.ok(contexts.length > 0 && frequency >= contexts.length)
        for (const { text, from, to } of contexts)
          assert.equal(comparable((texts[text] ?? '').slice(from, to)), comparable(form))
        assert.ok(score <= last && Number.isFinite(score))
        last = score
      }
    }),
  )
})

test('law: a smaller limit gives the beginning of what a larger one gives', () => {
  fc.assert(
    fc.property(anyTexts, fc.nat(30), (texts, limit) => {
      assert.deepEqual(extract(texts, limit), extract(texts, 1000).slice(0, limit))
    }),
  )
  assert.deepEqual(extract([sample], 50), extract([sample], 500).slice(0, 50))
})

test('law: forms are distinct, and the same on every run', () => {
  for (const text of [sample, harbour]) {
    const folded = forms(text).map(comparable)
    assert.equal(new Set(folded).size, folded.length)
    assert.deepEqual(extract([text]), extract([text]))
  }
})

test('no form begins or ends within a character', () => {
  const text = '𠮷野𠮶𠮷𠀀𠮷野𠮶𠀁𠮷𠀂𠮷野'.repeat(20)
  assert.ok(forms(text).every((form) => form.isWellFormed()))
})

test('hostile texts are read to their end', () => {
  for (const text of [
    '',
    '\n'.repeat(1e5),
    '链'.repeat(1e5),
    '“'.repeat(1e5),
    '产业、'.repeat(3e4),
    '1,'.repeat(5e4),
    '建设'.repeat(5e4),
  ])
    assert.ok(forms(text, 20).length <= 20)
})
