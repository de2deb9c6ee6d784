import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { wordsOfSource, wordsOfTerms } from '../src/checks/proofing.ts'
import { checkDocument, checkSegment } from '../src/checks/registry.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { readText } from '../src/formats/text/text.ts'
import { readTmx } from '../src/formats/tmx/read-tmx.ts'
import { segmentsOf } from '../src/model/document.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { plain } from '../src/model/inline.ts'
import { isRefusal, type Refusal } from '../src/model/refusal.ts'
import { readChinese } from '../src/quantities/chinese/read.ts'
import { compareQuantities } from '../src/quantities/compare/compare.ts'
import { readEnglish } from '../src/quantities/english/read.ts'
import { blocksOf } from '../src/segmentation/structure.ts'
import { proofreader } from '../src/server/proofreader.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'

function bytesOf(name: string): Uint8Array {
  return readFileSync(new URL(name, import.meta.url))
}

function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(value.code)
  return value
}

const blocks = blocksOf(given(readText(bytesOf('press-conference.zh.txt'))).blocks)
const segments = blocks.flatMap((block) =>
  segmentsOf({ blocks: [block] }).map(({ id, source }) => ({ id, kind: block.kind, source: plain(source) })),
)
const { pairs, skipped } = given(readTmx(bytesOf('press-conference.tmx')))
const drafts = Buffer.from(bytesOf('drafts.jsonl'))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly segment: string; readonly target: string; readonly slip: string })
const terms = given(readGlossary(bytesOf('../glossary/zh-CN_en.csv'))).map((term, index) => ({
  id: `t${index}`,
  ...term,
}))
const recognise = createRecogniser(terms)

function contextOf(index: number, target: string) {
  const { id, kind, source } = segments[index] as (typeof segments)[number]
  return { segment: id, kind, source, target, terms: recognise(source), style: plainStyle }
}

test('the press conference has its structure', () => {
  assert.ok(segments.length >= 40 && segments.length <= 60, String(segments.length))
  assert.deepEqual(
    [...new Set(blocks.map((block) => block.speaker))],
    [
      undefined,
      '澄川日报记者',
      '程望舒',
      '望岭融媒记者',
      '陆青禾',
      '岚江广播电视台记者',
      '沈怀瑜',
      '远山新闻网记者',
      '顾砚秋',
    ],
  )
  assert.equal(blocks.filter(({ kind }) => kind === 'question').length, 4)
  assert.equal(blocks.filter(({ kind }) => kind === 'heading').length, 9)
})

/** Codes of the errors and warnings in a pair, figures among them. */
function codesOf(index: number, target: string): readonly string[] {
  const context = contextOf(index, target)
  const figures = compareQuantities(readChinese(context.source), readEnglish(target))
  const wrong = figures.filter(({ severity }) => severity !== null).map(({ verdict }) => `quantity-${verdict}`)
  return [...new Set([...checkSegment(context).map((finding) => finding.code), ...wrong])]
}

test('the memory has every segment in order, and its English passes the checks', () => {
  assert.equal(skipped, 0)
  assert.deepEqual(
    pairs.map((pair) => pair.source),
    segments.map((segment) => segment.source),
  )
  for (const [index, { source, target }] of pairs.entries()) assert.deepEqual(codesOf(index, target), [], source)
  const words = [...wordsOfTerms(terms), ...segments.flatMap(({ source }) => wordsOfSource(source))]
  const contexts = pairs.map((pair, index) => contextOf(index, pair.target))
  assert.deepEqual(checkDocument(contexts, { proofread: proofreader.proofread, words }), [])
})

test('each draft has the slip it says, and no other', () => {
  assert.ok(drafts.length >= 4 && drafts.length <= 6)
  for (const { segment, target, slip } of drafts) {
    const index = segments.findIndex(({ id }) => id === segment)
    assert.notEqual(target, pairs[index]?.target)
    assert.deepEqual(codesOf(index, target), [slip], segment)
  }
})

test('the text has the difficulties of the field, and a dozen terms', () => {
  const text = segments.map(({ source }) => source).join('')
  for (const difficulty of [
    '万人',
    '亿元',
    '百分点',
    '%',
    '一是',
    '《',
    '“',
    '近',
    '余',
    '超过',
    '年',
    '月',
    '三成',
    '第一',
  ]) {
    assert.ok(text.includes(difficulty), difficulty)
  }
  assert.ok(new Set(recognise(text).map(({ term }) => term.id)).size >= 12)
  for (const form of ['千万工程', '中国尼龙城'])
    assert.ok(recognise(text).some((occurrence) => occurrence.form === form))
})
