import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RawBlock } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { blocksOf } from '../../segmentation/structure.ts'
import { readMarkdown } from './markdown.ts'

const folder = new URL('fixtures/', import.meta.url)

function read(text: string): readonly RawBlock[] {
  const imported = readMarkdown(Buffer.from(text))
  if (isRefusal(imported)) throw new Error(imported.code)
  return imported.blocks
}

/** A block with its codes written as their markup in brackets: `渠⟦**⟧修好了⟦/**⟧`. */
function written({ text, hint, level }: RawBlock): string {
  const words = text
    .map((part) => (typeof part === 'string' ? part : `⟦${part.type} ${part.id} ${part.data}⟧`))
    .join('')
  return `${[hint, level].filter((part) => part !== undefined).join(' ')}: ${words}`
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  test(`markdown: ${name}`, () => {
    const blocks = read(readFileSync(new URL(name, folder), 'utf8'))
    const expected = JSON.parse(readFileSync(new URL(name.replace('.md', '.json'), folder), 'utf8'))
    assert.deepEqual(blocks.map(written), expected)
  })
}

test('front matter is only what has the form of it', () => {
  assert.deepEqual(read('---\ntitle: 渠\n---\n水来了。').map(written), [': 水来了。'])
  assert.deepEqual(read('---\r\ntitle: 渠\r\n...\r\n水来了。').map(written), [': 水来了。'])
  assert.deepEqual(read('---\n\n水来了。\n\n---\n\n路通了。').map(written), [': 水来了。', ': 路通了。'])
  assert.deepEqual(read('---\ntitle: 渠\n\n水来了。').length, 2)
})

test('without a heading mark the structure is left to the words', () => {
  assert.deepEqual(
    read('水渠\n\n水来了。\n\n- 路').map((block) => block.hint),
    [undefined, undefined, 'item'],
  )
  assert.deepEqual(
    read('# 水渠\n\n水来了。').map((block) => block.hint),
    ['heading', 'paragraph'],
  )
})

test('nothing to translate is empty; attacks on the parser are refused at once', () => {
  const code = (text: string) => {
    const imported = readMarkdown(Buffer.from(text))
    return isRefusal(imported) ? imported.code : 'read'
  }
  assert.equal(code('---\ntitle: 水渠\n---\n'), 'file-empty')
  assert.equal(code('<!-- 水渠 -->'), 'file-empty')
  assert.equal(code('[水]: /渠'), 'file-empty')
  assert.equal(code(`渠\n\n${'> '.repeat(10_000)}水`), 'file-malformed')
  assert.equal(code(`渠${'水**渠'.repeat(50_000)}`), 'file-malformed')
  assert.equal(code(`渠${'[水]('.repeat(50_000)}`), 'file-malformed')
  assert.equal(code(`${'- : 水\n'.repeat(2_000)}`), 'read')
  assert.equal(code(`---\n${'- : 水\n'.repeat(2_000)}`), 'read')
})

const part = fc.constantFrom(
  ...[
    '渠',
    '水',
    '**',
    '*',
    '_',
    '`',
    '[',
    ']',
    '](a)',
    '!',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|',
    '---',
    '===',
    '\\',
    '<b>',
    '&',
    ']: 渠',
    '[^',
    '[渠]:',
    '<td>',
    '</td>',
    '<br>',
    '“',
    '”',
    '，',
    '- [ ] ',
  ],
  ...[
    '\n\n```\n',
    '\n\n    ',
    '\r\n',
    '\n\n渠水田路\n\n',
    '\n\n<div>\n',
    '</div>',
    '\n<p>',
    '<script>',
    '<pre>',
    '<![CDATA[',
  ],
)

function wordsIn(text: string): number {
  return [...text].filter((character) => /[路渠水田]/.test(character)).length
}

for (const [name, parts, numRuns] of [
  ['short', fc.array(part, { maxLength: 30 }), 1500],
  ['long', fc.array(part, { minLength: 400, maxLength: 900 }), 100],
] as const) {
  test(`law: words between marks are never lost, in ${name} texts`, () => {
    fc.assert(
      fc.property(parts, (written) => {
        const source = `${'路'.repeat(40)}${written.join('')}`
        const imported = readMarkdown(Buffer.from(source))
        assert.ok(!isRefusal(imported))
        assert.equal(wordsIn(imported.blocks.map((block) => plain(block.text)).join('')), wordsIn(source))
      }),
      { numRuns },
    )
  })
}

test('Chinese behind an opening fence is not lost, the name of a language is no text', () => {
  assert.deepEqual(
    read('# 渠\n\n```修渠 记\n引水\n```').map((block) => plain(block.text)),
    ['渠', '修渠 记', '引水'],
  )
  assert.deepEqual(
    read('# 渠水田路\n\n```js\nlet a\n```').map((block) => plain(block.text)),
    ['渠水田路', 'let a'],
  )
})

test('a long text is read as the same text in pieces would be', () => {
  const piece = [
    '# 修渠',
    '渠**修好**了，[水][来]来了。',
    '- 甲田\n- 乙田\n\n  先浇甲田\n  - 后浇乙田',
    '> 人勤地不懒。\n> 水勤地不旱。',
    '```\n# 不是标题\n\n- 不是清单\n```',
    '<pre>\n渠\n\n# 不是标题\n</pre>',
    '护渠\n----',
    '1. 一\n2. 二',
  ].join('\n\n')
  const definition = '[来]: /来'
  const once = read(`${piece}\n\n${definition}`)
  const many = read(`${`${piece}\n\n`.repeat(60)}${definition}`)
  assert.equal(once.length, 12)
  assert.deepEqual(many, Array.from({ length: 60 }, () => once).flat())
  assert.equal(read(`# 清单\n\n${'1. 水\n'.repeat(5_000)}`).length, 5_001)
})

test('tables and footnotes are read as people write them, and nothing of them is lost', () => {
  assert.deepEqual(read('# 渠\n\n| 甲 | 乙 |\n|---|---|\n| 1\\|2 | `a\\|b` |\n').map(written), [
    'heading 1: 渠',
    'cell: 甲',
    'cell: 乙',
    'cell: 1|2',
    'cell: ⟦open c1 `a\\|b`⟧a|b⟦close c1 ⟧',
  ])
  assert.deepEqual(read('# 渠\n\n前文\n| 甲 |\n|---|\n| 乙 |\n').map(written), [
    'heading 1: 渠',
    'paragraph: 前文',
    'cell: 甲',
    'cell: 乙',
  ])
  const long = '水来了。'.repeat(300)
  assert.deepEqual(read(`# 渠\n\n初步数[^a]。\n\n${long}\n\n[^a]: 2024年为3.2万元。\n\n又见[^a]。\n`).map(written), [
    'heading 1: 渠',
    'paragraph: 初步数[^a]。',
    `paragraph: ${long}`,
    'paragraph: [^a]: 2024年为3.2万元。',
    'paragraph: 又见[^a]。',
  ])
  assert.deepEqual(read('# 渠\n\n见[^1]。\n\n[^1]: 初步核算数。\n\n    续上。\n[^2]:\n').map(written), [
    'heading 1: 渠',
    'paragraph: 见[^1]。',
    'paragraph: [^1]: 初步核算数。',
    'paragraph: 续上。',
  ])
  // A fence that is not closed takes in all that follows, and nothing that is only repeated.
  const open = `# 渠\n\n[^渠]: 水。\n\n${long}\n\n<div>\n\`\`\`\n</div>\n\n\`\`\`\n\n${long}\n\n${long}`
  assert.equal(read(open).map(written).join('').split('渠').length, open.split('渠').length)
})

test('a label with an address is a link definition, with anything else it is text', () => {
  const texts = (text: string) => read(text).map((block) => plain(block.text))
  for (const address of [
    'https://a.example/渠',
    '/渠',
    './渠.md',
    '<渠.pdf>',
    '#渠',
    'a.png',
    '图/渠.png "渠首"',
    'mailto:a@b',
  ])
    assert.deepEqual(texts(`修渠。\n\n[渠]: ${address}\n`), ['修渠。'], address)
  for (const words of ['单位为万元', '3.2', '2024年', '《渠》', '(渠)', '<渠>', '甲/乙', 'GDP', 'km/h'])
    assert.deepEqual(texts(`修渠。\n\n> [渠]:${words}\n`), ['修渠。', `[渠]:${words}`], words)
})

test('HTML that is not closed hides no text', () => {
  const texts = (text: string) => read(text).map((block) => plain(block.text))
  assert.deepEqual(texts('修渠。\n\n<!-- 引水\n\n浇田。\n'), ['修渠。', '引水\n\n浇田。'])
  assert.deepEqual(texts('修渠。\n\n<script>引水\n'), ['修渠。', '引水'])
  assert.deepEqual(texts('修渠。\n\n<script>\n引水()\n</script>\n\n<style>\n.渠 {}\n</style>\n\n浇田。'), [
    '修渠。',
    '浇田。',
  ])
  assert.deepEqual(texts('<table>\n<tr><td>甲&nbsp;村<td>35\n<tr><td>乙\n村<td>6</table>'), [
    '甲\u00a0村',
    '35',
    '乙村',
    '6',
  ])
})

const chinese = fc.array(
  fc.constantFrom(...'渠水田路修引', '，', '。', '、', '“渠”', '《田》', '（路）', '**水**渠', '？'),
  {
    minLength: 1,
    maxLength: 40,
  },
)

test('law: a soft break between Chinese characters changes no segmentation and no text', () => {
  const segmentsIn = (text: string) =>
    blocksOf(read(text)).map(({ parts }) =>
      parts.map(({ source }) => (typeof source === 'string' ? source : plain(source))),
    )
  fc.assert(
    fc.property(chinese, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (words, breaks) => {
      const broken = words.map((word, at) => (at > 0 && breaks.next().value === 0 ? `\n${word}` : word)).join('')
      assert.deepEqual(segmentsIn(`路${broken}`), segmentsIn(`路${words.join('')}`))
    }),
    { numRuns: 1000 },
  )
})
