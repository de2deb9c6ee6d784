import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, blockKinds, type Document, isSegment, type Part } from '../../model/document.ts'
import type { Draft } from '../../model/draft.ts'
import { type Code, type Inline, inlineOf, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { type Comment, type SegmentState, segmentStates } from '../../model/state.ts'
import type { Term } from '../../model/term.ts'
import type { SegmentContents, XliffContents, XliffExport } from './contents.ts'
import { fromXliff, toXliff } from './document.ts'
import { checkXliff } from './rules/check.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function readBack(text: string): XliffContents {
  const contents = fromXliff(utf8(text))
  assert.ok(!isRefusal(contents), JSON.stringify(contents))
  return contents
}

function exportOf(document: Document, segments: Readonly<Record<string, Partial<SegmentState>>> = {}): XliffExport {
  const parts = document.blocks.flatMap((block) => block.parts.filter(isSegment).map((part) => ({ block, part })))
  const state = parts.map(({ block, part }): [string, SegmentState] => [
    part.id,
    {
      id: part.id,
      block: block.id,
      source: part.source,
      target: [],
      state: 'initial',
      version: 0,
      authors: [],
      waivers: [],
      comments: [],
      ...segments[part.id],
    },
  ])
  return {
    state: {
      document,
      imported: { by: 'p1', at: '2025-01-01T00:00:00.000Z' },
      segments: new Map(state),
      tombstones: {},
      touchedSinceSignOff: false,
      releases: [],
      sequence: 1,
      head: '',
    },
    terms: new Map(),
    matches: new Map(),
    names: new Map([['p1', '王小明']]),
  }
}

const segment = (id: string, text: string): Part => ({ type: 'segment', id, source: inlineOf(text) })

const conference: Document = {
  id: 'd1',
  title: '新闻发布会',
  sourceLanguage: 'zh-CN',
  targetLanguage: 'en',
  origin: { format: 'text', filename: '发布会.txt', sha256: 'ab'.repeat(32) },
  blocks: [
    { id: 'b1', kind: 'paragraph', parts: [segment('b1.s1', '导语。')] },
    { id: 'b2', kind: 'heading', level: 1, parts: [segment('b2.s1', '建设湖滨书城')] },
    { id: 'b3', kind: 'heading', level: 2, parts: [segment('b3.s1', '副题')] },
    { id: 'b4', kind: 'question', speaker: '某报记者', parts: [segment('b4.s1', '某报记者：湖滨书城何时建成？')] },
    {
      id: 'b5',
      kind: 'answer',
      speaker: '李局长',
      parts: [segment('b5.s1', '明年。'), { type: 'ignorable', source: '\u3000 \n' }, segment('b5.s2', '谢谢。')],
    },
    { id: 'b6', kind: 'paragraph', parts: [segment('b6.s1', '结束。')] },
    { id: 'b7', kind: 'heading', level: 2, parts: [] },
  ],
}

const bookCity: Term = {
  id: '__proto__',
  source: ['湖滨书城', '书城'],
  renderings: [
    { text: 'Lakeside Bookstore', status: 'forbidden' },
    { text: 'Lakeside Book City', status: 'preferred' },
  ],
  status: 'approved',
  domain: 'place',
  note: 'a place',
  authority: 'city gazette',
}

test('a document is written as XLIFF 2.1 says, with groups, terms, drafts, comments and who answers for it', () => {
  const comment: Comment = { id: 'c1', by: 'p1', at: '2025-01-02T00:00:00.000Z', text: 'Sure?\nA \\ b' }
  const draft: Draft = {
    target: ['Next year, in ', { type: 'alone', id: '1', data: '\\\\' }],
    origin: { type: 'machine', engine: 'google', version: 'nmt' },
    glossary: 'cd',
    compliance: { asked: ['t1', 't2'], met: ['t1'] },
  }
  const from: XliffExport = {
    ...exportOf(conference, {
      'b5.s1': { target: ['Next year.'], state: 'reviewed', authors: ['p1'], draft, comments: [comment] },
      'b5.s2': { state: 'translated' },
    }),
    terms: new Map([['b4.s1', [{ term: bookCity, form: '湖滨书城', from: 5, to: 9 }]]]),
    matches: new Map([
      ['b5.s1', [{ type: 'fuzzy', score: 75, pair: { source: '今年。', target: 'This year.', origin: 'a.tmx' } }]],
    ]),
  }
  const text = toXliff(from)
  const lines = text.split('\n').map((line) => line.trim())
  for (const line of [
    '<file id="d1" original="发布会.txt" canResegment="no" xml:space="preserve">',
    '<mda:meta type="title">新闻发布会</mda:meta>',
    '<group id="g2" type="duizhao:section">',
    '<group id="g1" type="duizhao:question-and-answer">',
    '<source>某报记者：<mrk id="b4.s1.t.1" type="term" ref="#gls=t1">湖滨书城</mrk>何时建成？</source>',
    '<gls:glossEntry id="t1">',
    '<gls:translation source="city gazette">Lakeside Book City</gls:translation>',
    '<mda:meta type="forbidden">Lakeside Bookstore</mda:meta>',
    '<mtc:match ref="#b5.s1" type="mt" origin="google">',
    '<mtc:match ref="#b5.s1" type="tm" origin="a.tmx" similarity="75">',
    '<target>Next year, in <ph id="b5.s1.c.1" dataRef="d1"/></target>',
    '<note id="n1" appliesTo="target" category="comment">Sure?',
    '<target><mrk id="b5.s1.n.n1" type="comment" ref="#n=n1">Next year.</mrk></target>',
    '<mda:meta type="author">王小明</mda:meta>',
    '<segment id="b5.s2" state="translated">',
    '<target/>',
  ]) {
    assert.ok(lines.includes(line), `${line}\n${text}`)
  }
  assert.deepEqual(breachesIn(text), [])
  const { document, segments } = readBack(text)
  assert.deepEqual(document, conference)
  assert.deepEqual(segments.get('b5.s1'), { target: ['Next year.'], state: 'reviewed', draft, comments: [comment] })
  assert.deepEqual(segments.get('b5.s2'), { target: [], state: 'translated', comments: [] })
})

test('what another tool has split gets ids that were never used', () => {
  const text = toXliff(exportOf(conference))
    .replace('<source>明年。</source>', '<source>明</source></segment><segment><source>年。</source>')
    .replace('id="b5.s2" state="initial"', 'id="b5.s2" state="translated"')
    .replace('<source>谢谢。</source>', '<source>谢谢。</source><target>Thanks.</target>')
  const { document, segments } = readBack(text)
  const parts = document.blocks[4]?.parts ?? []
  assert.deepEqual(
    parts.map((part) => (isSegment(part) ? [part.id, plain(part.source)] : part.source)),
    [['b5.s1', '明'], ['b5.s3', '年。'], '\u3000 \n', ['b5.s2', '谢谢。']],
  )
  assert.deepEqual(segments.get('b5.s2'), { target: ['Thanks.'], state: 'translated', comments: [] })
})

test('an XLIFF that did not come from here is refused', () => {
  const text = toXliff(exportOf(conference))
  const codes = [
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN" trgLang="en"/>',
    text.replace('id="duizhao"', 'id="other"'),
    text.replace('trgLang="en"', 'trgLang="fr"'),
    text.replace('<unit id="b2">', '<unit id="b1">'),
    text.replace('<segment id="b2.s1"', '<segment id="b1.s1"'),
    text.replace('state="initial"', 'state="done"'),
    text.replace('>heading<', '>footer<'),
    text.replace('<source>导语。</source>', ''),
  ].map((changed) => {
    assert.notEqual(changed, text)
    const refusal = fromXliff(utf8(changed))
    assert.ok(isRefusal(refusal))
    return refusal.code
  })
  assert.deepEqual(new Set(codes), new Set(['file-format-unknown']))
})

test('a code that does not exist is no fault', () => {
  const text = toXliff(exportOf(conference))
  const { document } = readBack(text.replace('导语。', '<cp hex="FFFFFF"/><cp/><cp hex="zz"/><cp hex="110000"/>'))
  assert.deepEqual(document.blocks[0]?.parts, [segment('b1.s1', '\ufffd\ufffd\ufffd\ufffd')])
})

// The law.

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '甲',
      ' ',
      '\n',
      '\r',
      '\t',
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '<mrk>',
      '__proto__',
      '𠮷',
      '\\',
      '\\u{1}',
    ),
    fc.constantFrom(
      '\0',
      '\u0001',
      '\u001f',
      '\u007f',
      '\u0085',
      '\ufeff',
      '\ufffe',
      '\uffff',
      '\ud800',
      '\udc00',
      '\u2028',
    ),
  ),
  maxLength: 8,
})
const codeIdentity = fc.oneof(fc.constantFrom('1', '2', '__proto__', '', 'a.2', 'a', '_'), hostile)
const code: fc.Arbitrary<Code> = fc.record({
  type: fc.constantFrom('open', 'close', 'alone'),
  id: codeIdentity,
  data: hostile,
})
const inline: fc.Arbitrary<Inline> = fc.array(fc.oneof(hostile, code), { maxLength: 9 }).map((parts) => {
  const joined: (string | Code)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
})
const instant = fc.constantFrom('2025-03-04T05:06:07.890Z', '')
const comment: fc.Arbitrary<Comment> = fc.record(
  { id: hostile, by: hostile, at: instant, text: hostile, resolved: fc.record({ by: hostile, at: instant }) },
  { requiredKeys: ['id', 'by', 'at', 'text'] },
)
const draft: fc.Arbitrary<Draft> = fc.record({
  target: inline,
  origin: fc.oneof(
    fc.record({ type: fc.constant('machine' as const), engine: hostile, version: hostile }),
    fc.record({
      type: fc.constant('memory' as const),
      match: fc.constantFrom('ice', 'exact', 'fuzzy'),
      score: fc.nat(100),
      source: hostile,
    }),
  ),
  glossary: hostile,
  compliance: fc.record({ asked: fc.array(hostile), met: fc.array(hostile) }),
})
const contents: fc.Arbitrary<SegmentContents> = fc.record(
  { target: inline, state: fc.constantFrom(...segmentStates), draft, comments: fc.array(comment, { maxLength: 3 }) },
  { requiredKeys: ['target', 'state', 'comments'] },
)
const part = fc.oneof(
  inline.map((source) => ({ type: 'segment' as const, source })),
  hostile.map((source) => ({ type: 'ignorable' as const, source })),
)
const shape: fc.Arbitrary<Omit<Block, 'id'>> = fc.record(
  {
    kind: fc.constantFrom(...blockKinds),
    level: fc.integer({ min: 1, max: 9 }),
    speaker: hostile,
    given: fc.constant(true),
    parts: fc.array(part),
  },
  { requiredKeys: ['kind', 'parts'] },
) as fc.Arbitrary<Omit<Block, 'id'>>

const someDocument: fc.Arbitrary<Document> = fc
  .record({
    id: fc.constantFrom('d1', '__proto__', 'constructor'),
    title: hostile,
    sourceLanguage: fc.constantFrom('zh-CN', 'zh-TW'),
    targetLanguage: fc.constant('en' as const),
    origin: fc.record({ format: hostile, filename: hostile, sha256: hostile }),
    blocks: fc.array(shape, { maxLength: 4 }),
  })
  .map((drawn) => ({
    ...drawn,
    blocks: drawn.blocks.map((block, at) => ({
      ...block,
      id: at === 2 ? '__proto__' : `b${at + 1}`,
      parts: block.parts.map(
        (one, number): Part => (one.type === 'segment' ? { ...one, id: `b${at + 1}.s${number + 1}` } : one),
      ),
    })),
  }))

/** Where a file breaks the rules of XLIFF. */
function breachesIn(text: string): readonly string[] {
  const check = checkXliff(utf8(text))
  assert.ok(!isRefusal(check), JSON.stringify(check))
  return check.findings.map((finding) => JSON.stringify(finding))
}

test('what is written keeps the rules of XLIFF and reads back as the same document', () => {
  fc.assert(
    fc.property(someDocument, fc.array(contents, { minLength: 1 }), fc.array(fc.nat(20)), (...raw) => {
      // The generator's objects have no prototype; ours do.
      const [document, drawn, cuts] = structuredClone(raw)
      const ids = document.blocks.flatMap((block) => block.parts.filter(isSegment).map((one) => one.id))
      const expected = new Map(ids.map((id, at) => [id, drawn[at % drawn.length] as SegmentContents]))
      const ordered = [...cuts].sort((a, b) => a - b)
      const terms = new Map(
        document.blocks.flatMap((block) =>
          block.parts.filter(isSegment).map(({ id, source }) => {
            const { length } = plain(source)
            const spans = ordered.flatMap((from, at) => ({ from, to: ordered[at + 1] ?? from }))
            const within = spans.filter(({ from, to }) => from < to && to <= length)
            return [id, within.map((span) => ({ ...span, term: bookCity, form: '书城' }))] as const
          }),
        ),
      )
      const text = toXliff({ ...exportOf(document, Object.fromEntries(expected)), terms })
      assert.deepEqual(breachesIn(text), [])
      const back = readBack(text)
      assert.deepEqual(back.document, document)
      assert.deepEqual(back.segments, expected)
    }),
    { numRuns: 250 },
  )
})

test('codes nested beyond any reason are written and read back', () => {
  const codes = (type: 'open' | 'close') => Array.from({ length: 500 }, (_, at) => ({ type, id: `${at}`, data: '' }))
  const source: Inline = [...codes('open'), '甲', ...codes('close').reverse()]
  const blocks: readonly Block[] = [{ id: 'b1', kind: 'item', parts: [{ type: 'segment', id: 'b1.s1', source }] }]
  assert.deepEqual(readBack(toXliff(exportOf({ ...conference, blocks }))).document.blocks, blocks)
})
