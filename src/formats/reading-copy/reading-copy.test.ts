import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import type { Code } from '../../model/inline.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { docxFormat } from '../docx/docx.ts'
import { readMarkdown } from '../markdown/markdown.ts'
import { bilingualColumnsFormat, bilingualFormat } from './bilingual.ts'
import { englishHtmlFormat } from './english-html.ts'
import { englishMarkdownFormat } from './english-markdown.ts'
import { englishTextFormat } from './english-text.ts'
import { documentOf, type Sentence } from './fixtures/document.ts'

const code = (type: Code['type'], id: string, kind: Code['kind'] & string, data = ''): Code => ({
  type,
  id,
  data,
  kind,
})
const [bold, unbold] = [code('open', 'c1', 'bold'), code('close', 'c1', 'bold')]
const link = (href: string) => [code('open', 'c2', 'link', `link ${href}`), code('close', 'c2', 'link')] as const
const [linked, unlinked] = link('https://example.com/a')

const draftNotice = 'DRAFT, NOT SIGNED'
const story: readonly Sentence[] = [
  { kind: 'heading', level: 1, source: ['水网建设方案'], target: ['Water Network Plan'] },
  { kind: 'byline', source: ['许红兵'], target: ['Xu Hongbing'] },
  { kind: 'heading', level: 2, source: ['一、目标'] },
  { kind: 'question', source: ['记者：投资多少？'], target: ['Journalist: How much is invested?'] },
  { kind: 'answer', source: [bold, '四亿元', unbold, '。'], target: [bold, '400 million', unbold, ' yuan.'] },
  { kind: 'item', source: ['水库'], target: ['A reservoir'] },
  { kind: 'item', source: [linked, '清单', unlinked], target: ['A ', linked, 'list', unlinked] },
  { kind: 'quote', source: ['节水优先'], target: ['Saving comes first'] },
  { kind: 'paragraph', source: [bold, '七十', unbold, '公里。'], target: ['Seventy kilometres.'] },
]
const state = documentOf(story)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('text: headings are underlined, items have a dash, what has no whole English stays in Chinese', async () => {
  assert.equal(
    decode(await englishTextFormat.write({ state, draftNotice })),
    `*** DRAFT, NOT SIGNED ***

Water Network Plan
==================

Xu Hongbing

一、目标
----

Journalist: How much is invested?

400 million yuan.

- A reservoir
- A list

    Saving comes first

七十公里。
`,
  )
})

test('Markdown: kinds are marked, and so are bold and links', async () => {
  assert.equal(
    decode(await englishMarkdownFormat.write({ state })),
    `# Water Network Plan

*Xu Hongbing*

## 一、目标

**Journalist: How much is invested?**

**400 million** yuan.

- A reservoir
- A [list](<https://example.com/a>)

> Saving comes first

**七十**公里。
`,
  )
})

test('HTML: one page with its language, Chinese marked as such, nothing to load', async () => {
  const page = decode(await englishHtmlFormat.write({ state, draftNotice }))
  assert.match(page, /^<!doctype html>\n<html lang="en">/)
  assert.match(page, /<title>Water Network Plan<\/title>/)
  assert.match(page, /<p class="draft" role="note">DRAFT, NOT SIGNED<\/p>/)
  assert.match(page, /<h2><span lang="zh-CN">一、目标<\/span><\/h2>/)
  assert.match(
    page,
    /<ul>\n<li>A reservoir<\/li>\n<li>A <a href="https:\/\/example.com\/a" rel="noreferrer">list<\/a><\/li>\n<\/ul>/,
  )
  assert.doesNotMatch(page, /<script|<link|<img|src=/)
  assert.doesNotMatch(decode(await englishHtmlFormat.write({ state })), /class="draft"/)
})

const hostile = fc
  .array(
    fc.constantFrom(
      'Canal',
      ' ',
      '\n',
      '*',
      '_',
      '`',
      '<b>',
      '</p>',
      '"',
      "'",
      '&amp;',
      '#',
      '- ',
      '1. ',
      '> ',
      '|',
      '[a](b)',
      '\\',
      '渠',
      '~',
      '=',
      '---',
      ':',
      '!',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const mark = fc.constantFrom<readonly Code[]>(
  [],
  [bold, unbold],
  [linked, unlinked],
  [code('open', 'c3', 'italic'), code('close', 'c3', 'italic')],
)
const sentence = fc
  .record({
    kind: fc.constantFrom<Sentence['kind']>('heading', 'paragraph', 'item', 'quote', 'question', 'cell'),
    texts: fc.tuple(hostile, hostile, hostile),
    mark,
  })
  .map(({ kind, texts: [before, inside, after], mark: [open, close] }): Sentence => {
    const source = [...(open ? [open] : []), '水网', ...(close ? [close] : [])]
    const target = [before, ...(open ? [open] : []), inside, ...(close ? [close] : []), after].filter((p) => p !== '')
    return { kind, ...(kind === 'heading' && { level: 2 }), source, target: target }
  })
const words = (text: string) => text.replace(/\s+/g, '')
const expected = (sentences: readonly Sentence[]) =>
  sentences.map(({ source, target = [] }) => words(plain(plain(target).trim() === '' ? source : target)))

test('law: Markdown reads back as the same texts, whatever is in them', () =>
  fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 5 }), async (sentences) => {
      const written = await englishMarkdownFormat.write({ state: documentOf(sentences) })
      const read = readMarkdown(written, 'en')
      assert.ok(!isRefusal(read), JSON.stringify(read))
      const texts = read.blocks.map(({ text }) => words(plain(text)))
      assert.equal(texts.join(''), expected(sentences).join(''), decode(written))
    }),
    { numRuns: 300 },
  ))

test('law: HTML shows the same texts and has no element but ours', () =>
  fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 5 }), async (sentences) => {
      const page = parseDocument(decode(await englishHtmlFormat.write({ state: documentOf(sentences) })))
      const texts: string[] = []
      const names = new Set<string>()
      const walk = (node: object): void => {
        if ('name' in node && typeof node.name === 'string') names.add(node.name)
        if ('type' in node && node.type === 'style') return
        if ('name' in node && node.name === 'head') return
        if ('data' in node && typeof node.data === 'string' && 'type' in node && node.type === 'text')
          texts.push(node.data)
        if ('children' in node && Array.isArray(node.children)) for (const child of node.children) walk(child)
      }
      walk(page)
      assert.equal(words(texts.join('')), expected(sentences).join(''))
      const ours = [
        '!doctype',
        'html',
        'head',
        'body',
        'main',
        'h1',
        'p',
        'ul',
        'li',
        'blockquote',
        'strong',
        'em',
        'a',
        'span',
        'br',
      ]
      assert.deepEqual(
        [...names].filter((name) => !ours.includes(name)),
        [],
      )
    }),
  ))

test('bilingual Word files have Chinese and English of each block, under one another or side by side, and say that they are drafts', async () => {
  const expectedTexts = story.slice(0, 3).flatMap(({ source, target = [] }) => [plain(source), plain(target)])
  for (const format of [bilingualFormat, bilingualColumnsFormat]) {
    const read = await docxFormat.read(await format.write({ state, draftNotice }), {
      filename: 'a.docx',
      language: 'any',
    })
    assert.ok(!isRefusal(read))
    const texts = read.blocks.map(({ text }) => plain(text))
    assert.deepEqual(texts.slice(0, 6), [draftNotice, ...expectedTexts.filter((text) => text !== '')], format.name)
    assert.ok(texts.filter((text) => text === draftNotice).length === 2, 'in the header, too')
  }
})

test('law: a Word file of any text is read back with that text', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const sentences: Sentence[] = [{ kind: 'paragraph', source: ['水网'], target: [`A${text}`] }]
      const written = await bilingualFormat.write({ state: documentOf(sentences) })
      const read = await docxFormat.read(written, { filename: 'a.docx', language: 'any' })
      assert.ok(!isRefusal(read), JSON.stringify(read))
    }),
    { numRuns: 50 },
  ))
