import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Inline, isCode, plain } from '../../../model/inline.ts'
import { isRefusal } from '../../../model/refusal.ts'
import { segmentStates } from '../../../model/state.ts'
import type { FilledSegment, Imported } from '../../../ports/format.ts'
import { checkXliff } from '../rules/check.ts'
import { readXliffDocument } from './document.ts'
import { refillXliff } from './refill.ts'

const folder = new URL('./fixtures/', import.meta.url)
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
const utf8 = (text: string) => new TextEncoder().encode(text)

function read(bytes: Uint8Array, filename = 'a.xlf'): Imported {
  const imported = readXliffDocument(bytes, { filename })
  assert.ok(!isRefusal(imported), JSON.stringify(imported))
  return imported
}

const segmentsOf = ({ blocks }: Imported) =>
  blocks.flatMap(({ parts = [] }) => parts.flatMap((part) => (part.type === 'segment' ? [part] : [])))

/** A text with its codes as signs. */
const signed = (inline: Inline) =>
  inline
    .map((part) =>
      isCode(part) ? { open: `⟨${part.id}`, close: `${part.id}⟩`, alone: `⟨${part.id}⟩` }[part.type] : part,
    )
    .join('')

/** What a document shows of a file, in lines. */
function shown(imported: Imported): string {
  const blocks = imported.blocks.flatMap(({ hint, level, parts = [] }) => [
    `${hint ?? 'block'}${level ?? ''}`,
    ...parts.map((part) => {
      if (part.type === 'ignorable') return `  gap ${JSON.stringify(part.source)}`
      const { draft, comments } = part.brought
      const origin = draft?.origin
      const state = origin?.type === 'file' ? origin.state : origin?.type
      const english = draft === null ? '' : ` = ${signed(draft.target)} (${state})`
      return `  ${signed(part.source)}${english}${comments.map(({ author, text }) => ` / ${author}: ${text}`).join('')}`
    }),
  ])
  const notices = imported.notices.map(({ code, params }) => `${code} ${params.count ?? ''}`)
  return [...blocks, ...notices, ''].join('\n')
}

/** English made up for a source: its text between brackets, its codes in their order. */
function madeUp(source: Inline): Inline {
  return ['[', ...source.map((part) => (isCode(part) ? part : part.replace(/\p{Script=Han}/gu, 'x'))), '] & <done>']
}

const fixtures = readdirSync(folder).filter((name) => /^[a-z]+\.\w*(?:xlf|xliff)$/.test(name))
/** `RECORD=1` writes down what is read and written; whoever does it looks at the difference. */
function same(name: string, actual: string | Uint8Array): void {
  const file = new URL(name, folder)
  if (process.env.RECORD) writeFileSync(file, actual)
  assert.equal(Buffer.from(actual).toString('utf8'), readFileSync(file, 'utf8'))
}

for (const name of fixtures) {
  test(`${name} is read as a document with what it brings`, () => {
    same(name.replace(/\.\w+$/, '.txt'), shown(read(bytesOf(name), name)))
  })

  test(`${name} goes out as it came in where nothing was done, to the byte`, () => {
    const bytes = bytesOf(name)
    const untouched = segmentsOf(read(bytes, name)).map(({ brought: { draft } }) =>
      draft?.origin.type === 'file' ? { target: draft.target, state: 'initial' as const } : null,
    )
    assert.deepEqual(refillXliff(bytes, untouched, { draftNotice: 'DRAFT' }), bytes)
  })

  test(`${name} goes back with English, states and a word that it is a draft, and is read as that`, () => {
    const bytes = bytesOf(name)
    const segments = segmentsOf(read(bytes, name)).map(
      ({ source }, at): FilledSegment => ({
        target: madeUp(source),
        state: segmentStates[at % segmentStates.length] ?? 'initial',
      }),
    )
    const written = refillXliff(bytes, segments, { draftNotice: 'DRAFT, NOT SIGNED' })
    assert.ok(!isRefusal(written), JSON.stringify(written))
    same(name.replace(/\.(\w+)$/, '.en.$1'), written)
    const again = segmentsOf(read(written, name))
    assert.deepEqual(
      again.map(({ brought: { draft } }) => signed(draft?.target ?? [])),
      segments.map(({ target }) => signed(target)),
    )
    const before = checkXliff(bytes)
    const after = checkXliff(written)
    assert.ok(!isRefusal(before) && !isRefusal(after))
    const known = new Set(before.findings.map(({ rule }) => rule))
    assert.deepEqual(
      after.findings.filter(({ rule }) => !known.has(rule)),
      [],
    )
    // A second draft of the same file does not say it twice.
    assert.deepEqual(refillXliff(written, segments, { draftNotice: 'DRAFT, NOT SIGNED' }), written)
  })
}

const one = (languages: string, body: string) =>
  utf8(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="x" ${languages}><body>${body}</body></file></xliff>`,
  )
const unit = (source: string, id = '1') => `<trans-unit id="${id}"><source>${source}</source></trans-unit>`

test('what does not go from Chinese to English is refused with its languages', () => {
  const code = (languages: string, language?: 'any') => {
    const answer = readXliffDocument(one(languages, unit('水网建成。')), {
      filename: 'a.xlf',
      ...(language && { language }),
    })
    return isRefusal(answer) ? [answer.code, answer.params.languages] : answer.type
  }
  assert.deepEqual(code('source-language="en" target-language="zh-CN"'), ['file-direction', 'en → zh-CN'])
  assert.deepEqual(code('source-language="zh-CN" target-language="fr"'), ['file-direction', 'zh-CN → fr'])
  assert.equal(code('source-language="zh-Hant-TW"'), 'imported')
  assert.equal(code('source-language="en" target-language="de"', 'any'), 'imported')
  const two = `${new TextDecoder().decode(one('source-language="zh"', unit('水。'))).replace('</xliff>', '')}<file original="b" datatype="x" source-language="ja"><body/></file></xliff>`
  const answer = readXliffDocument(utf8(two), { filename: 'a.xlf' })
  assert.ok(isRefusal(answer) && answer.code === 'file-direction')
})

test('without a language the text has to be Chinese, and a file without text is empty', () => {
  const code = (body: string) => {
    const answer = readXliffDocument(one('', body), { filename: 'a.xlf' })
    return isRefusal(answer) ? answer.code : answer.type
  }
  assert.equal(code(unit('水网建成。')), 'imported')
  assert.equal(code(unit('Plain English.')), 'file-not-chinese')
  assert.equal(code(unit(' <x id="1"/> ')), 'file-empty')
})

test('line breaks and indents around a source are its file’s: they are not asked about, and stand around its English', () => {
  const bytes = one('source-language="zh"', unit('\n   水网<x id="1"/>\n   建成。\n  '))
  const [segment] = segmentsOf(read(bytes))
  assert.equal(plain(segment?.source ?? []), '水网\n   建成。')
  const target = ['Built ', { type: 'alone', id: '1', data: '' }, '.'] as const
  const written = refillXliff(bytes, [{ target, state: 'initial' }])
  assert.ok(!isRefusal(written))
  assert.match(
    new TextDecoder().decode(written),
    /<target state="needs-review-translation">\n {3}Built <x id="1"\/>\.\n {2}<\/target>/,
  )
})

test('a code of English that the source does not have is markup of the old English, else nothing that a client sends', () => {
  const bytes = one(
    'source-language="zh"',
    '<trans-unit id="1"><source>水网。</source><target>Net<x id="9"/>work.</target></trans-unit>',
  )
  const target = ['New', { type: 'alone', id: '9', data: '' }, { type: 'open', id: 'e', data: '<evil>' }] as const
  const written = refillXliff(bytes, [{ target, state: 'initial' }])
  assert.ok(!isRefusal(written))
  assert.match(new TextDecoder().decode(written), /<target state="needs-review-translation">New<x id="9"\/><\/target>/)
})
