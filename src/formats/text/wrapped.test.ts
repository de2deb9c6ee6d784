import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unwrap } from './wrapped.ts'

const lines = (...source: string[]) => unwrap(source)
/** Each line a paragraph of its own. */
const asTheyStand = (source: readonly string[]) => ({
  paragraphs: source,
  lines: source.map((_, at) => [at, at]),
  joined: 0,
})

test('a paragraph that goes on in a line without an indent is one paragraph', () => {
  assert.deepEqual(lines('　　为用好渠水，根据各村的水量和人口，结合本镇实', '际，制定这个办法。'), {
    paragraphs: ['　　为用好渠水，根据各村的水量和人口，结合本镇实际，制定这个办法。'],
    lines: [[0, 1]],
    joined: 1,
  })
})

test('the last line of a paragraph need not end with a stop', () => {
  const source = ['　　为用好渠水，根据各村的水量和人口，由镇水利站统', '一安排。附表']
  assert.deepEqual(unwrap(source).paragraphs, [source.join('')])
})

test('titles, addresses, lists and verse stay lines', () => {
  for (const source of [
    ['　　　　关于轮流用水和护渠的通知', '各村：', '　　请照办，抓好落实。'],
    ['　　关于轮流用水、护渠、清淤事项的通知', '各村：', '　　请照办，抓好落实。'],
    ['青石镇水利站', '电话：0375-1234567', '三月一日'],
    ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'],
    ['一、修渠', '二、清淤', '三、植树', '四、补堤'],
  ])
    assert.deepEqual(unwrap(source), asTheyStand(source))
})

test('a line that ends in ， or 、 goes on, unless the next begins something of its own', () => {
  assert.deepEqual(lines('渠修好了，', '田浇上了。', '', '上游、', '下游').paragraphs, [
    '渠修好了，田浇上了。',
    '上游、下游',
  ])
  for (const next of ['（一）修渠', '　　第二天', '1．修渠', ''])
    assert.equal(unwrap(['各村抓好，', next]).joined, 0, next)
})

/** Wraps as an editor does: at a number of columns, no mark at the beginning of a line. */
function wrapped(paragraph: string, columns: number): readonly string[] {
  const out: string[] = []
  let line = ''
  let width = 0
  for (const token of paragraph.match(/[\w.%]+|[\s\S]/gu) ?? []) {
    const size = [...token].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
    if (width + size > columns && !/^[，。、]/.test(token)) {
      out.push(line)
      line = ''
      width = 0
    }
    line += token
    width += size
  }
  return [...out, line]
}

const paragraph = fc
  .array(fc.constantFrom(...'渠水田路修引灌村镇户', '，', '2023年', '3.5%', '新水泵'), {
    minLength: 60,
    maxLength: 160,
  })
  .map((words) => `　　渠水，渠${words.join('').replace(/，+/g, '，').replace(/，$/, '')}。`)
const text = fc.array(paragraph, { minLength: 3, maxLength: 8 })

test('law: what an editor wraps at a fixed width is read as it was', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 100 }), (paragraphs, columns) => {
      const source = paragraphs.flatMap((one) => wrapped(one, columns))
      assert.deepEqual(unwrap(source).paragraphs, paragraphs)
    }),
  )
})

test('law: paragraphs that stand in one line each are left alone, and nothing but line ends is ever lost', () => {
  fc.assert(fc.property(text, (paragraphs) => assert.deepEqual(unwrap(paragraphs), asTheyStand(paragraphs))))
  const any = fc.array(fc.string({ unit: fc.constantFrom(...'渠水，。、　 a1“”', '\t') }))
  fc.assert(
    fc.property(any, (source) => {
      const bare = (parts: readonly string[]) => parts.join('').replace(/[\s\u3000]/g, '')
      assert.equal(bare(unwrap(source).paragraphs), bare(source))
    }),
  )
})

test('English that is wrapped at words is joined with blanks', () => {
  const source = [
    'The canal was opened in the spring, and the villages upstream have',
    'taken their turn at the water since then. Each village keeps a rota',
    'at the office, where anybody can read it; and whoever is late gives',
    'up a day.',
    '',
    'The next meeting is in May.',
  ]
  assert.deepEqual(unwrap(source).paragraphs, [source.slice(0, 4).join(' '), source[5]])
})
