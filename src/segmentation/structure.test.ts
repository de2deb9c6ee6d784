import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, blockKinds, isSegment, type RawBlock, segmentsOf } from '../model/document.ts'
import { compact, type Inline, plain } from '../model/inline.ts'
import { blocksOf } from './structure.ts'

const folder = new URL('fixtures/structure/', import.meta.url)

function linesOf(text: string): readonly RawBlock[] {
  return text.split('\n').map((line) => ({ text: [line] }))
}

/** Kind, level, speaker and number of segments: a line of a fixture. */
function described({ kind, level, speaker, parts }: Block): string {
  return [kind, level ?? '', speaker ?? '', parts.filter(isSegment).length].join('\t')
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  test(`structure: ${name}`, () => {
    const blocks = blocksOf(linesOf(readFileSync(new URL(name, folder), 'utf8')))
    const expected = readFileSync(new URL(name.replace('.txt', '.tsv'), folder), 'utf8')
    assert.equal(blocks.map((block) => `${described(block)}\n`).join(''), expected)
  })
}

const document = new URL('../../../shared/input/press-conference.zh.txt', import.meta.url)
const golden = new URL('../../../shared/golden/press-conference.en.jsonl', import.meta.url)

test('the real press conference', { skip: existsSync(document) ? false : '../shared is not there' }, () => {
  const lines = readFileSync(document, 'utf8').split('\n')
  const blocks = blocksOf(linesOf(lines.join('\n')))
  assert.deepEqual(
    blocks.map(({ parts }) => plain(parts.flatMap((part) => part.source))),
    lines,
  )
  const counts = blockKinds.map((kind) => [kind, blocks.filter((block) => block.kind === kind).length])
  assert.deepEqual(Object.fromEntries(counts), {
    heading: 21,
    byline: 0,
    paragraph: 1,
    question: 8,
    answer: 45,
    item: 0,
    cell: 0,
    quote: 0,
  })
  assert.ok(blocks.every(({ kind, speaker }) => (speaker !== undefined) === (kind === 'question' || kind === 'answer')))
  // A block whose own label names the speaker, or one that carries on the answer before it.
  let speaker = ''
  for (const block of blocks) {
    const label = /^([^,。“”:]{2,12}):/.exec(plain(block.parts[0]?.source as Inline))?.[1]
    if (label !== undefined && !label.startsWith('关于')) speaker = label
    if (block.speaker !== undefined) assert.equal(block.speaker, speaker)
  }
  const expected = readFileSync(golden, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    segmentsOf({ blocks }).map(({ id, source }) => [id, plain(source)]),
    expected.map(({ id, zh }) => [id, zh]),
  )
})

test('what the format says a block is stands', () => {
  const raw: readonly RawBlock[] = [
    { text: ['山村小学的一天'], hint: 'heading', level: 1 },
    { text: ['天刚亮，校门就开了'], hint: 'paragraph' },
    { text: ['云溪日报记者：学校有多少学生？'], hint: 'paragraph' },
    { text: ['罗远山：一共86人。'], hint: 'paragraph' },
    { text: ['一半住校'], hint: 'item' },
    { text: ['姓名'], hint: 'cell' },
    { text: ['好好学习。'], hint: 'quote' },
    { text: ['放学以后'], hint: 'heading', level: 2 },
    { text: ['打扫教室。'], hint: 'item' },
  ]
  assert.deepEqual(blocksOf(raw).map(described), [
    'heading\t1\t\t1',
    'paragraph\t\t\t1',
    'question\t\t云溪日报记者\t1',
    'answer\t\t罗远山\t1',
    'answer\t\t罗远山\t1',
    'cell\t\t\t1',
    'quote\t\t\t1',
    'heading\t2\t\t1',
    'item\t\t\t1',
  ])
})

test('codes go with the segment they mark', () => {
  const open = { type: 'open', id: 'c1', data: '**' } as const
  const close = { type: 'close', id: 'c1', data: '**' } as const
  const alone = { type: 'alone', id: 'c2', data: '<br>' } as const
  const sources = (text: Inline) => blocksOf([{ text }])[0]?.parts.map((part) => part.source)
  assert.deepEqual(sources(['渠通了。', open, '路', close, '也通了。']), [
    ['渠通了。'],
    [open, '路', close, '也通了。'],
  ])
  assert.deepEqual(sources([open, '渠通了。', close, ' 路也通了。']), [[open, '渠通了。', close], ' ', ['路也通了。']])
  assert.deepEqual(sources([' ', alone, ' 渠通了。', alone, ' ']), [' ', [alone, ' 渠通了。', alone], ' '])
  assert.deepEqual(sources([alone]), undefined)
})

test('law: blocks give back the text and codes of every block with text; ids are in order', () => {
  const words = fc.constantFrom(
    '云溪日报记者：',
    '罗远山：',
    '渠通了。',
    '一、',
    '（一）',
    '路通了',
    ' ',
    '\n',
    '谁？',
    '“',
    '\ud800',
    '：',
  )
  const code = fc.record({
    type: fc.constantFrom('open', 'close', 'alone'),
    id: fc.constant('c1'),
    data: fc.constant('*'),
  })
  const block = fc.record(
    {
      text: fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: code }), { maxLength: 8 }),
      hint: fc.constantFrom('heading', 'paragraph', 'item', 'quote', 'cell'),
    },
    { requiredKeys: ['text'] },
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (raw) => {
      const blocks = blocksOf(raw as readonly RawBlock[])
      const written = (raw as readonly RawBlock[]).filter(({ text }) => plain(text).trim() !== '')
      assert.deepEqual(
        blocks.map(({ parts }) => compact(parts.flatMap((part) => part.source))),
        written.map(({ text }) => compact(text)),
      )
      assert.deepEqual(
        blocks.map(({ id }) => id),
        written.map((_, index) => `b${index + 1}`),
      )
      for (const { id, parts } of blocks) {
        assert.deepEqual(
          parts.filter(isSegment).map((segment) => segment.id),
          parts.filter(isSegment).map((_, index) => `${id}.s${index + 1}`),
        )
      }
    }),
    { numRuns: 2000 },
  )
})

test('hostile documents take time in proportion to their length', () => {
  const lines = [`${'：'.repeat(50_000)}`, '张'.repeat(50_000), `市长${'张三、'.repeat(20_000)}：`, ' '.repeat(50_000)]
  const many = Array.from({ length: 5_000 }, (_, index) => `云溪日报记者${index}：谁？`)
  assert.equal(blocksOf(linesOf([...lines, ...many].join('\n'))).length, 5_003)
})
