import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Inline, isCode, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { i18nextFormat } from './i18next.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function read(json: string) {
  const contents = await i18nextFormat.read(encode(json), { filename: 'a.json', language: 'any' })
  assert.ok(!isRefusal(contents), JSON.stringify(contents))
  return contents
}

async function rewritten(json: string, change: (text: Inline) => Inline | null): Promise<string> {
  const { blocks } = await read(json)
  const written = await i18nextFormat.rewrite(
    encode(json),
    blocks.map(({ text }) => change(text)),
  )
  assert.ok(!isRefusal(written))
  return decode(written)
}

const shown = (text: Inline) => text.map((part) => (isCode(part) ? `[${part.type} ${part.id}]` : part)).join('')

test('nested texts, plurals, lists and what is filled in', async () => {
  const { blocks, notices } = await read(`{
    "files_one": "{{count}} 个文件", "files_other": "{{count}} 个文件", "days_other": "{{count, number}} 天",
    "deep": { "list": ["甲", "见 $t(files, {\\"count\\": 2})"], "number": 3, "none": null },
    "rich": "点<1>这里</1>，或<br/>按 <kbd>A", "male": "{{- name}}他"
  }`)
  assert.deepEqual(
    blocks.map(({ text }) => shown(text)),
    [
      '[alone c1] 个文件',
      '[alone c1] 个文件',
      '[alone c1] 天',
      '甲',
      '见 [alone c1]',
      '点[open c1]这里[close c1]，或[alone c2]按 <kbd>A',
      '[alone c1]他',
    ],
  )
  assert.deepEqual(notices, [{ code: 'plurals-lonely', params: { count: '1', examples: 'days_other' } }])
})

test('English goes where the Chinese was; names, order, indents, line ends and escapes stay', async () => {
  const json = '{\r\n\t"b": "今天 \\u5f00工 {{day}}",\r\n\t"a" : [ "明天" ,1 ]\r\n}\r\n'
  const english: Record<string, Inline> = {
    '今天 开工 ': [{ type: 'alone', id: 'c1', data: '' }, ': "work" – now'],
    明天: ['Tomorrow'],
  }
  assert.equal(
    await rewritten(json, (text) => english[plain(text)] ?? null),
    '{\r\n\t"b": "{{day}}: \\"work\\" – now",\r\n\t"a" : [ "Tomorrow" ,1 ]\r\n}\r\n',
  )
  assert.equal(await rewritten('{"a":"\\u4eca"}', () => ['naïve']), '{"a":"na\\u00efve"}')
})

test('what is no JSON is refused at its line', async () => {
  for (const json of [
    '{',
    '{"a": "茶",}',
    '["a" "b"]',
    '{"a" "b"}',
    '[1,]',
    '{"a": 茶}',
    '"a" "b"',
    '{"a":\n"\t"}',
    '[}',
  ]) {
    const answer = await i18nextFormat.read(encode(json), { filename: 'a.json', language: 'any' })
    assert.equal(isRefusal(answer) && answer.code, 'file-malformed', json)
  }
  assert.equal(isRefusal(await read('["茶"]')), false)
})

test('what does not fit is refused at its place', async () => {
  for (const [json, line, column] of [
    ['{\r\n  "a": "茶",\r\n  "b" "茶"\r\n}', 3, 7],
    ['["茶", x]', 1, 7],
    ['["茶"\n  ,', 2, 4],
    ['x', 1, 1],
  ] as const) {
    const answer = await i18nextFormat.read(encode(json), { filename: 'a.json', language: 'any' })
    assert.deepEqual(isRefusal(answer) && answer.params, { line: String(line), column: String(column) }, json)
  }
})

test('a reference that never ends is text, however long it is', async () => {
  const { blocks } = await read(`["茶$t(${'x'.repeat(2_900_000)}"]`)
  assert.equal(blocks[0]?.text.filter(isCode).length, 0)
  const { blocks: nested } = await read(`["茶$t(${'()'.repeat(1_400_000)}"]`)
  assert.equal(nested[0]?.text.filter(isCode).length, 0)
})

const words = fc
  .array(fc.constantFrom('茶', '{{a}}', '$t(b)', '<1>', '</1>', '<br/>', '"', '\\', '\n', '<', '{', 'x'))
  .map((all) => all.join(''))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom(1, null, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(words, tie('value'), { maxKeys: 3 }),
  ),
}))

test('with targets equal to sources the bytes are the same; made-up ones are what JSON reads', () =>
  fc.assert(
    fc.asyncProperty(value, fc.constantFrom(undefined, 2, '\t'), async (json, indent) => {
      const written = JSON.stringify(json, null, indent)
      assert.equal(await rewritten(written, (text) => text), written)
      const made = await rewritten(written, (text) => text.map((part) => (isCode(part) ? part : `${part}é"`)))
      const { blocks } = await read(written)
      const back = await read(made)
      assert.equal(back.blocks.length, blocks.length)
      assert.doesNotThrow(() => JSON.parse(made))
      const expected = (text: Inline) => text.map((part) => (isCode(part) ? '' : `${part}é"`)).join('')
      assert.deepEqual(
        back.blocks.map(({ text }) => plain(text)),
        blocks.map(({ text }) => expected(text)),
      )
    }),
  ))

test('the words of this product are read whole', async () => {
  for (const name of ['ui', 'refusals', 'notices', 'findings', 'cli']) {
    const json = readFileSync(new URL(`../../../locales/zh-CN/${name}.json`, import.meta.url), 'utf8')
    assert.equal(await rewritten(json, (text) => text), json)
  }
})
