import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import type { MemoryContents } from '../../ports/format.ts'
import { readTmx } from './read-tmx.ts'
import { writeTmx } from './write-tmx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read(body: string, header = 'segtype="sentence"'): MemoryContents {
  const contents = readTmx(utf8(`<tmx version="1.4"><header ${header}/><body>${body}</body></tmx>`), 'a.tmx')
  assert.ok(!isRefusal(contents))
  return contents
}

const unit = (zh: string, en: string, attributes = '') =>
  `<tu ${attributes}><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`

function codeOf(bytes: Uint8Array): string {
  const refusal = readTmx(bytes)
  assert.ok(isRefusal(refusal))
  return [refusal.code, ...Object.values(refusal.params)].join(' ')
}

test('neighbours follow from the order of sentences, and from that of nothing else', () => {
  assert.deepEqual(read(unit('甲', 'A') + unit('乙', 'B')).pairs, [
    { source: '甲', target: 'A', before: '', after: '乙', origin: 'a.tmx' },
    { source: '乙', target: 'B', before: '甲', after: '', origin: 'a.tmx' },
  ])
  assert.deepEqual(read(unit('甲', 'A') + unit('乙', 'B', 'segtype="sentence"'), 'segtype="block"').pairs, [
    { source: '甲', target: 'A', origin: 'a.tmx' },
    { source: '乙', target: 'B', before: '甲', after: '', origin: 'a.tmx' },
  ])
})

test('a unit without English is skipped and still a neighbour; one without Chinese makes its place unknown', () => {
  const { pairs, skipped } = read(unit('甲', ' ') + unit('乙', 'B') + unit('', 'C') + unit('丁', 'D'))
  assert.equal(skipped, 2)
  assert.deepEqual(pairs, [
    { source: '乙', target: 'B', before: '甲', origin: 'a.tmx' },
    { source: '丁', target: 'D', after: '', origin: 'a.tmx' },
  ])
})

test('Chinese and English are found among the variants, however their languages are written', () => {
  const variants = [
    ['fr', 'non'],
    ['EN_GB', 'yes'],
    ['zh-TW', '是的'],
    ['ZH-Hans-CN', '是'],
    ['en-US', 'yeah'],
    ['zha', 'no Chinese'],
  ].map(([language, text], at) => `<tuv ${at % 2 ? 'lang' : 'xml:lang'}="${language}"><seg>${text}</seg></tuv>`)
  const [pair] = read(`<tu>${variants.join('')}</tu>`).pairs
  assert.deepEqual([pair?.source, pair?.target], ['是', 'yes'])
})

test('codes are dropped with all that is in them, marked text is kept', () => {
  const zh = '前<bpt i="1">&lt;b&gt;<sub>注</sub></bpt>中<ept i="1">&lt;/b&gt;</ept><hi>后<hi>尾</hi></hi><ph>x</ph>'
  const en = '<it pos="begin">x</it>a<![CDATA[<b>]]><!-- no --> &amp; c<ut>x</ut>'
  const { pairs, codes } = read(unit(zh, en))
  assert.deepEqual([pairs[0]?.source, pairs[0]?.target, codes], ['前中后尾', 'a<b> & c', 5])
})

test('properties and notes are no text; those of a variant are no neighbours', () => {
  const note = '<note>n</note><prop type="x-context-pre">p</prop>'
  const { pairs } = read(`<tu><note>n</note><prop type="x">p</prop>
    <tuv xml:lang="zh">${note}<seg>甲</seg></tuv><tuv xml:lang="en">${note}<seg>A</seg></tuv></tu>`)
  assert.deepEqual(pairs, [{ source: '甲', target: 'A', before: '', after: '', origin: 'a.tmx' }])
})

test('UTF-16 and a document type that only names a file are read', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header segtype="block"/><body>${unit('甲', 'A')}</body></tmx>`
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  const bare = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [little, bare, big]) {
    assert.deepEqual(readTmx(bytes), {
      pairs: [{ source: '甲', target: 'A', origin: 'tmx' }],
      skipped: 0,
      codes: 0,
      notices: [{ code: 'encoding', params: { encoding: 'UTF-16' } }],
    })
  }
})

test('other encodings are read as declared, GB18030 also where none is declared', () => {
  const gb = (head: string) => {
    // 甲 and 乙 in GB18030.
    const [before = '', after = ''] = `${head}<tmx version="1.4"><header/><body>${unit('#', 'A')}</body></tmx>`.split(
      '#',
    )
    return Buffer.concat([Buffer.from(before), Buffer.from([0xbc, 0xd7, 0xd2, 0xd2]), Buffer.from(after)])
  }
  for (const head of ['<?xml version="1.0" encoding="GB2312"?>', '<?xml version="1.0" encoding="gb18030"?>', '']) {
    const contents = readTmx(gb(head))
    assert.ok(!isRefusal(contents))
    assert.deepEqual(contents.pairs, [{ source: '甲乙', target: 'A', origin: 'tmx' }])
    assert.match(contents.notices[0]?.params.encoding ?? '', /^GB(?:2312|18030)$/)
  }
  const latin = Buffer.from(
    `<?xml version="1.0" encoding="windows-1252"?><tmx><header/><body>${unit('x', '#')}</body></tmx>`,
  )
  latin[latin.indexOf('#')] = 0xe9
  const contents = readTmx(latin)
  assert.ok(!isRefusal(contents))
  assert.equal(contents.pairs[0]?.target, 'é')
})

test('a long file is read piece by piece, characters across two pieces included', () => {
  const units = Array.from({ length: 30_000 }, (_, at) => unit(`甲乙丙丁${'戊'.repeat(at % 5)}${at}`, `A ${at}`))
  const { pairs } = read(units.join(''))
  assert.equal(pairs.length, 30_000)
  assert.ok(pairs.every(({ source, target }, at) => source.endsWith(String(at)) && target === `A ${at}`))
})

test('what is no TMX is refused, with the place where there is one', () => {
  assert.equal(codeOf(new Uint8Array()), 'file-empty')
  assert.equal(codeOf(utf8('<tmx>\n<body></tmx>')), 'file-malformed 2 12')
  assert.equal(codeOf(utf8('text')), 'file-malformed 1 1')
  assert.equal(codeOf(utf8('<tmx><body>&other;</body></tmx>')), 'file-malformed 1 18')
  assert.equal(codeOf(utf8('<html/>')), 'file-format-unknown .tmx')
  assert.equal(codeOf(utf8('<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx/>')), 'file-unsafe 1 15')
  assert.equal(codeOf(utf8('<!-- <!DOCTYPE tmx [ --><?a <!DOCTYPE?><html/>')), 'file-format-unknown .tmx')
  assert.equal(codeOf(utf8('<!DOCTYPE tmx SYSTEM "a"><tmx>&a;</tmx>')), 'file-malformed 1 33')
  assert.equal(codeOf(utf8('<a>'.repeat(100_000))), 'file-unsafe 1 603')
  assert.equal(codeOf(Buffer.from([0x3c, 0x74, 0xff, 0x3e])), 'file-undecodable')
  assert.equal(codeOf(utf8('<?xml version="1.0" encoding="UTF-16"?><tmx/>')), 'file-undecodable')
  assert.equal(codeOf(utf8('<?xml version="1.0" encoding="no-such"?><tmx/>')), 'file-undecodable')
})

test('what is written is read back', () => {
  const text = fc
    .string({
      unit: fc.constantFrom('甲', 'a', ' ', '\n', '\r', '\t', '<', '&', '"', ']]>', '𠮷', '__proto__', '\u00a0'),
    })
    .filter((value) => value.trim() !== '')
  const neighbour = fc.option(fc.oneof(text, fc.constant('')), { nil: undefined })
  const pair = fc.record({ source: text, target: text, before: neighbour, after: neighbour })
  fc.assert(
    fc.property(fc.array(pair), (drawn) => {
      const pairs = drawn.map(({ source, target, before, after }) => ({
        source,
        target,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        origin: '"o" & <p>',
      }))
      assert.deepEqual(readTmx(utf8(writeTmx(pairs)), '"o" & <p>'), { pairs, skipped: 0, codes: 0, notices: [] })
    }),
  )
})

test('characters that XML cannot write become U+FFFD', () => {
  const written = writeTmx([{ source: '甲\0', target: 'A\ud800\uffff', origin: 'o' }])
  assert.deepEqual(readTmx(utf8(written)), {
    pairs: [{ source: '甲\ufffd', target: 'A\ufffd\ufffd', origin: 'tmx' }],
    skipped: 0,
    codes: 0,
    notices: [],
  })
})

const golden = new URL('../../../../shared/golden/press-conference.tmx', import.meta.url)

test('the memory of the real document has 187 pairs in context', {
  skip: !existsSync(golden) && 'no ../shared',
}, () => {
  const contents = readTmx(readFileSync(golden))
  assert.ok(!isRefusal(contents))
  assert.equal(contents.pairs.length, 187)
  assert.equal(contents.skipped, 0)
  assert.ok(contents.pairs.every((pair) => pair.before !== undefined && pair.after !== undefined))
})
