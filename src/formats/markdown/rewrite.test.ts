import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Inline, isCode, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { markdownFormat } from './markdown.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function textsOf(source: string): Promise<readonly Inline[]> {
  const contents = await markdownFormat.read(encode(source), { filename: 'a.md', language: 'any' })
  return isRefusal(contents) ? [] : contents.blocks.map(({ text }) => text)
}

async function rewritten(source: string, change: (text: Inline) => Inline | null, options?: RewriteOptions) {
  const written = await markdownFormat.rewrite(encode(source), (await textsOf(source)).map(change), options)
  assert.ok(!isRefusal(written))
  return decode(written)
}

/** The text with its words replaced, and its codes where they were. */
const withWords = (text: Inline, words: string): Inline => text.map((part) => (isCode(part) ? part : words))

test('English stands where the Chinese stood; marks, quotes, tables, notes and code stay', async () => {
  const source = `---
title: 茶
---
# 茶业

今天**开工**，见[说明](a.md)。[^1]
第二行。

> 引文
> 续

1. 一项
   - 二项

| 甲 | 乙 |
| --- | --- |
| 丙 | 丁 |

\`\`\`
代码
\`\`\`

<div>网页 <b>字</b></div>

[^1]: 注文
`
  const english = new Map([
    ['茶业', '1. Tea # business'],
    ['引文续', 'A *quote* | one'],
    ['一项', '# item'],
    ['二项', '+ plus'],
    ['甲', 'a | b'],
    ['丁', 'd'],
    ['代码', 'code *here*'],
    ['[^1]: 注文', '[^1]: a note'],
  ])
  const written = await rewritten(
    source,
    (text) => {
      const words = english.get(plain(text))
      if (words !== undefined) return [words]
      const codes = text.filter(isCode)
      if (plain(text).startsWith('今天'))
        return [
          'We ',
          ...codes.slice(0, 1),
          'start',
          ...codes.slice(1, 3),
          'see',
          ...codes.slice(3),
          '.[^1] & [x] Two.',
        ]
      return plain(text) === '网页 字' ? ['page < ', ...codes.slice(0, 1), 'word', ...codes.slice(1)] : null
    },
    { draftNotice: 'DRAFT' },
  )
  assert.equal(
    written,
    `---
title: 茶
---
**DRAFT**

# 1\\. Tea # business

We **start**[see](a.md).[^1] & \\[x\\] Two.

> A \\*quote\\* | one

1. \\# item
   - \\+ plus

| a \\| b | 乙 |
| --- | --- |
| 丙 | d |

\`\`\`
code *here*
\`\`\`

<div>page &#60; <b>word</b></div>

[^1]: a note
`,
  )
})

test('line ends of Windows stay', async () => {
  assert.equal(await rewritten('# 茶\r\n\r\n甲  \r\n乙\r\n', (text) => withWords(text, 'x')), '# x\r\n\r\nx  x\r\n')
})

const inline = fc.constantFrom(
  '今天',
  '**开工**',
  '“放管服”',
  '*强调*',
  '`代码`',
  '[链接](a.md "b")',
  '![图](a.png)',
  ' & ',
  '&lt;',
  '\\*',
  '3亿元',
  '\n',
  '  \n',
)
const words = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => `渠${parts.join('')}完`)
const block = fc.oneof(
  words,
  words.map((text) => `# ${text.replaceAll('\n', ' ')}`),
  words.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  words.map((text) => `- ${text.replaceAll('\n', '\n  ')}`),
  words.map((text) => `| 甲 | ${text.replace(/\s+/g, ' ')} |\n| --- | --- |\n| 乙 | 丙 |`),
  fc.constantFrom('```\n代码\n  二\n```', '<p>网页 <b>字</b></p>', '<!-- 注 -->', '***'),
)
const source = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => `${blocks.join('\n\n')}\n`)

test('with targets equal to sources the bytes are the same', () =>
  fc.assert(
    fc.asyncProperty(source, async (text) => {
      assert.equal(await rewritten(text, (one) => one), text)
    }),
  ))

const odd = fc.array(
  fc.constantFrom('word', ' ', '*', '_', '#', '1.', '-', '+', '>', '[x]', '<b>', '&amp;', '\\', '|', '~', '!', '='),
  { minLength: 1, maxLength: 6 },
)

test('made-up words are read back as they are, whatever marks they hold', () =>
  fc.assert(
    fc.asyncProperty(source, odd, async (text, marks) => {
      const made = `w${marks.join('')}w`.replace(/ +/g, ' ')
      const before = await textsOf(text)
      const after = await textsOf(await rewritten(text, (one) => withWords(one, made)))
      assert.equal(after.length, before.length)
      for (const [at, one] of after.entries()) {
        const wanted = plain(withWords(before[at] ?? [], made))
        assert.equal(plain(one).replace(/\s/g, ''), wanted.replace(/\s/g, ''))
      }
    }),
  ))

test('marks of emphasis that stand together are tags where they would be read as others than were meant', async () => {
  const text = '渠**开工****开工***强调**强调*完\n'
  const made = await rewritten(text, (one) => withWords(one, 'wwordw'))
  assert.match(made, /<strong>/)
  const [before = []] = await textsOf(text)
  assert.equal(plain((await textsOf(made))[0] ?? []), plain(withWords(before, 'wwordw')))
  const plainOne = await rewritten('渠**开工**完\n', (one) => withWords(one, 'word'))
  assert.equal(plainOne, 'word**word**word\n')
})

test('the real texts go out as they came', async () => {
  for (const name of ['chinese.md', 'marks.md']) {
    const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    assert.equal(await rewritten(text, (one) => one), text)
  }
})
