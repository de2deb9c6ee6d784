import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal, type Refusal } from '../../../model/refusal.ts'
import { escapeText } from '../../xml/escape.ts'
import { canonicalForm } from '../../xml/fixtures/canonical-form.ts'
import { setTargets, setTargetsIn } from './set-targets.ts'
import { streamUnits } from './stream.ts'
import { unitsOf, viewXliff, type XliffView } from './view.ts'

type Encoding = 'utf8' | 'utf16le' | 'utf16be'

function bytesOf(text: string, encoding: Encoding = 'utf8'): Uint8Array {
  const bytes = Buffer.from(text, encoding === 'utf8' ? 'utf8' : 'utf16le')
  return encoding === 'utf16be' ? bytes.swap16() : bytes
}

function view(bytes: Uint8Array): XliffView {
  const read = viewXliff(bytes)
  assert.ok(!isRefusal(read), JSON.stringify(read))
  return read
}

/** The segments of a file as `[id, source, target]`, the target left out where there is none. */
function segments(bytes: Uint8Array) {
  const list = [...unitsOf(view(bytes))].flatMap((unit) => unit.segments)
  return list.map(({ id, source, target }) => (target === undefined ? [id, source] : [id, source, target]))
}

function set(bytes: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const written = setTargets(view(bytes), new Map(Object.entries(texts)))
  assert.ok(!isRefusal(written), JSON.stringify(written))
  return Buffer.concat(written)
}

const core = 'urn:oasis:names:tc:xliff:document:2.0'
const two = (inside: string) =>
  `<?xml version='1.0' encoding="UTF-8"?>\r\n<!-- a -->\r\n<xliff xmlns="${core}"  version="2.1" srcLang='zh' trgLang="en">\r\n<file id="f">${inside}</file></xliff>\r\n`
const one = (inside: string) =>
  `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file source-language="zh-CN" target-language="en" original="a" datatype="x"><header/><body>${inside}</body></file></xliff>`

/** Sets one target and expects exactly one part of the text to change. */
function setsTo(text: string, id: string, target: string, expected: readonly [before: string, after: string]): void {
  const [before, after] = expected
  assert.equal(text.split(before).length, 2, 'the part is there once')
  const whole = text.replace(before, () => after)
  assert.equal(Buffer.from(set(bytesOf(text), { [id]: target })).toString('utf8'), whole)
  const read = segments(bytesOf(whole)).find(([other]) => other === id)
  assert.equal(read?.[2], target)
}

test('a target is set in place, whatever stands there', () => {
  const unit = (segment: string) =>
    two(
      `<unit id="u">\r\n  <segment id="s" state="initial">\r\n    <source>甲<!-- < --></source>${segment}</segment></unit>`,
    )
  setsTo(unit('<target>x</target>'), 'u/s', 'a<b>&c', ['>x<', '>a&lt;b&gt;&amp;c<'])
  setsTo(unit('<target\n order="1" >x<pc id="1">y</pc><![CDATA[z]]></target >'), 'u/s', 'b', [
    'x<pc id="1">y</pc><![CDATA[z]]>',
    'b',
  ])
  setsTo(unit('<target/>'), 'u/s', 'b', ['<target/>', '<target>b</target>'])
  setsTo(unit('<target order="2" />'), 'u/s', 'b', ['<target order="2" />', '<target order="2" >b</target>'])
  setsTo(unit('<target></target>'), 'u/s', ']]>', ['<target></target>', '<target>]]&gt;</target>'])
  setsTo(unit(''), 'u/s', 'b', ['</source>', '</source>\r\n    <target>b</target>'])
  setsTo(unit(''), 'u/s', 'a\rb\u0001', ['</source>', '</source>\r\n    <target>a&#13;b<cp hex="0001"/></target>'])
})

test('a new target has the prefix, the declarations and the white space of its source', () => {
  const unit = `<x:unit id="u" xmlns:x="${core}"><x:segment><x:source xml:space='preserve'>甲</x:source></x:segment></x:unit>`
  setsTo(two(unit), 'u/1', 'b', ['</x:source>', "</x:source><x:target xml:space='preserve'>b</x:target>"])
  const late = `<unit id="u"><segment><q:source xmlns:q="${core}">甲</q:source></segment></unit>`
  setsTo(two(late), 'u/1', 'b', ['</q:source>', `</q:source><q:target xmlns:q="${core}">b</q:target>`])
})

test('the segments of XLIFF 1 are found by their marks and set inside them', () => {
  const unit = (target: string) =>
    one(
      `<trans-unit id="t"><source>甲。乙。</source><seg-source><g id="1"><mrk mtype="seg" mid="1">甲。</mrk> <mrk mtype="seg" mid="2"><x id="2"/>乙。</mrk></g></seg-source>${target}<alt-trans><source>丙</source><target>no</target></alt-trans></trans-unit>`,
    )
  assert.deepEqual(segments(bytesOf(unit(''))), [
    ['t/1', '甲。'],
    ['t/2', '乙。'],
  ])
  const both = '<target><mrk mtype="seg" mid="1">a</mrk> <mrk mtype="seg" mid="2"/></target>'
  setsTo(unit(both), 't/2', 'b', ['mid="2"/></target>', 'mid="2">b</mrk></target>'])
  setsTo(unit(both), 't/1', 'b', ['>a<', '>b<'])
  setsTo(unit(''), 't/2', 'b', [
    '</seg-source>',
    '</seg-source><target><g id="1"> <mrk mtype="seg" mid="2">b</mrk></g></target>',
  ])
  setsTo(unit('<target state="new"/>'), 't/1', 'b', [
    '<target state="new"/>',
    '<target state="new"><g id="1"><mrk mtype="seg" mid="1">b</mrk> </g></target>',
  ])
  setsTo(unit('<target><g id="1"><mrk mtype="seg" mid="2">b</mrk></g></target>'), 't/1', 'a', [
    '<target><g id="1">',
    '<target><g id="1"><mrk mtype="seg" mid="1">a</mrk>',
  ])
  const unmarked = setTargets(view(bytesOf(unit('<target>ab</target>'))), new Map([['t/1', 'b']]))
  assert.ok(isRefusal(unmarked) && unmarked.code === 'target-unsegmented')
})

test('the only segment of a unit has a target without marks for its own', () => {
  const text = one(
    '<trans-unit id="t"><source>甲</source><seg-source><mrk mtype="seg" mid="0">甲</mrk></seg-source><target>a</target></trans-unit>',
  )
  assert.deepEqual(segments(bytesOf(text)), [['t/0', '甲', 'a']])
  setsTo(text, 't/0', 'b', ['>a<', '><mrk mtype="seg" mid="0">b</mrk><'])
})

test('codes, tracked deletions, comments and CDATA of XLIFF 1 are read as a reader sees them', () => {
  const source =
    '甲<bpt id="1">&lt;b></bpt>乙<ept id="1">&lt;/b></ept><ph id="2">x<sub>y</sub></ph><it id="3" pos="open">z</it><g id="4">丙<x id="5"/></g><bx id="6"/><ex id="6"/><mrk mtype="x-sdl-deleted">w</mrk><mrk mtype="x-sdl-added">丁</mrk><!-- v --><![CDATA[<戊>]]>&#x5DF1;'
  assert.deepEqual(segments(bytesOf(one(`<trans-unit id="t"><source>${source}</source></trans-unit>`))), [
    ['t', '甲乙丙丁<戊>己'],
  ])
})

test('units of XLIFF 1 are found in groups and beside a picture', () => {
  const unit = (id: string) => `<trans-unit id="${id}"><source>甲</source></trans-unit>`
  const text = one(
    `${unit('a')}<group id="g"><group id="h">${unit('b')}</group></group><bin-unit id="p" mime-type="image/png"><bin-source><internal-file form="x">y</internal-file></bin-source>${unit('c')}</bin-unit>`,
  )
  assert.deepEqual(segments(bytesOf(text)), [
    ['a', '甲'],
    ['b', '甲'],
    ['c', '甲'],
  ])
})

test('a tool is known by the root of its file, whatever the name of that file', () => {
  const about = (root: string) => {
    const { generation, version, dialect } = view(bytesOf(`<xliff ${root}><file/></xliff>`)).flavour
    return `${generation} ${version} ${dialect}`
  }
  const older = 'version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
  assert.equal(about(older), '1 1.2 plain')
  assert.equal(about('version="1.0"'), '1 1.0 plain')
  assert.equal(about(`${older} xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" sdl:version="1.0"`), '1 1.2 sdlxliff')
  assert.equal(about(`xmlns:mq="MQXliff" ${older}`), '1 1.2 mqxliff')
  assert.equal(about(`xmlns:m="http://www.memsource.com/mxlf/2.0" ${older}`), '1 1.2 mxliff')
  assert.equal(about(`${older} xmlns:okp="okapi-framework:xliff-extensions"`), '1 1.2 okapi')
  assert.equal(about(`${older} xmlns:gs4tr="http://www.gs4tr.org/schema/xliff-ext"`), '1 1.2 txlf')
  assert.equal(about(`version="2.2" xmlns="urn:oasis:names:tc:xliff:document:2.2"`), '2 2.2 plain')
})

test('files as tools write them keep what is theirs when one target is set', () => {
  const trados = one(
    `<trans-unit id="5b9c" translate="no"><source>[code]</source></trans-unit>
<group id="g"><sdl:cxts><sdl:cxt id="1"/></sdl:cxts><trans-unit id="1a2b"><source>甲。<x id="3"/>乙。</source><seg-source><mrk mtype="seg" mid="7">甲。</mrk><x id="3"/><mrk mtype="seg" mid="8">乙<mrk mtype="x-sdl-deleted" sdl:revid="r">旧</mrk>。</mrk></seg-source><target><mrk mtype="seg" mid="7">A.</mrk><x id="3"/><mrk mtype="seg" mid="8"/></target><sdl:seg-defs><sdl:seg id="7" conf="Translated" locked="true"/><sdl:seg id="8"><sdl:prev-origin/></sdl:seg></sdl:seg-defs></trans-unit></group>`,
  )
  assert.deepEqual(segments(bytesOf(trados)), [
    ['5b9c', '[code]'],
    ['1a2b/7', '甲。', 'A.'],
    ['1a2b/8', '乙。', ''],
  ])
  setsTo(trados, '1a2b/8', 'B & C.', [
    '<mrk mtype="seg" mid="8"/></target>',
    '<mrk mtype="seg" mid="8">B &amp; C.</mrk></target>',
  ])
  const memoq = one(
    `<trans-unit id="1" mq:status="NotStarted" xmlns:mq="MQXliff"><source xml:space="preserve">甲<ph id="1">&lt;mq:ch val=" "/></ph>乙</source><target xml:space="preserve"></target><mq:minorversions/></trans-unit>`,
  )
  assert.deepEqual(segments(bytesOf(memoq)), [['1', '甲乙', '']])
  setsTo(memoq, '1', ' A ', ['<target xml:space="preserve"></target>', '<target xml:space="preserve"> A </target>'])
  const okapi = one(
    '<trans-unit id="1"><source>甲。 乙。</source><seg-source><mrk mid="0" mtype="seg">甲。</mrk> <mrk mid="1" mtype="seg">乙。</mrk></seg-source>\n<target><mrk mid="0" mtype="seg">A.</mrk> <mrk mid="1" mtype="seg">B.</mrk></target>\n<alt-trans><target>C</target></alt-trans></trans-unit>',
  )
  setsTo(okapi, '1/1', 'C.', ['>B.<', '>C.<'])
})

test('ids are unique in the file, and what is not to be translated says so', () => {
  const unit = (id: string, rest = '') => `<unit id="${id}"${rest}><segment><source>甲</source></segment></unit>`
  const text = two(`${unit('a')}<group id="g" translate="no">${unit('a')}${unit('b', ' translate="yes"')}</group></file>
    <file id="g">${unit('a')}<skeleton>${unit('no')}</skeleton>`)
  const units = [...unitsOf(view(bytesOf(text)))]
  assert.deepEqual(
    units.map(({ translate, segments: [segment] }) => [segment?.id, segment?.name, translate]),
    [
      ['a/1', 'a/1', true],
      ['a/1#2', 'a/1', false],
      ['b/1', 'b/1', true],
      ['2:a/1', 'a/1', true],
    ],
  )
})

test('in UTF-16, GB18030 and ASCII, with a mark of the byte order or without, one target changes and nothing else', () => {
  const text = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${two('<unit id="u"><segment><source>é</source><target>old</target></segment></unit>').slice(38)}`
  for (const [encoding, mark] of [
    ['utf8', ''],
    ['utf8', '\ufeff'],
    ['utf16le', '\ufeff'],
    ['utf16be', '\ufeff'],
    ['utf16le', ''],
  ] as const) {
    const written = mark + text(encoding === 'utf8' ? 'UTF-8' : 'UTF-16')
    assert.deepEqual(
      Buffer.from(set(bytesOf(written, encoding), { 'u/1': '甲𠮷' })),
      Buffer.from(bytesOf(written.replace('old', '甲𠮷'), encoding)),
    )
  }
  for (const encoding of ['us-ascii', 'iso-8859-1', 'gb18030']) {
    const written = Buffer.from(text(encoding).replace('é', encoding === 'us-ascii' ? 'e' : '\u00e9\u00e8'), 'latin1')
    const expected = Buffer.from(written.toString('latin1').replace('old', '&#30002;&#134071;'), 'latin1')
    assert.deepEqual(Buffer.from(set(written, { 'u/1': '甲𠮷' })), expected)
  }
})

test('what cannot be set is refused', () => {
  const code = (text: string, id: string, target: string) => {
    const written = setTargets(view(bytesOf(text)), new Map([[id, target]]))
    return isRefusal(written) ? written.code : 'set'
  }
  const unit = '<trans-unit id="t"><source>甲</source></trans-unit>'
  assert.equal(code(one(unit), 'u', 'a'), 'segment-not-in-file')
  assert.equal(code(one(unit), 't', '\u0001'), 'character-unwritable')
  assert.equal(code(one(unit), 't', 'a'), 'set')
})

const text = fc.string({
  unit: fc.constantFrom('甲', 'a', ' ', '\n', '\r', '\t', '<', '&', '>', ']]>', '"', "'", '𠮷', '\u3000'),
  maxLength: 6,
})
const inline = fc
  .array(
    fc.oneof(
      text.map(escapeText),
      text.map((value) => `<![CDATA[${value.replaceAll(']]>', '')}]]>`),
      fc.constantFrom(
        '<ph id="1"/>',
        "<mrk id='2' >乙</mrk >",
        '<!-- <target> -->',
        '<?a <b> ?>',
        '&#x4e2d;',
        '\r\n',
        '<m:x/>',
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const target = fc.oneof(
  fc.constantFrom('', '<target/>', '<target\r\n/>'),
  inline.map((content) => `\r\n  <target xml:lang='en'>${content}</target>`),
)
const space = fc.constantFrom('', '\n', '\r\n\t', '<!-- </segment> -->', '<m:e a="1"><unit><segment/></unit></m:e>')
const segment = fc
  .tuple(space, inline, target, space)
  .map(([before, source, written, after]) => `<segment>${before}<source>${source}</source>${written}${after}</segment>`)
const file2 = fc
  .tuple(fc.array(fc.tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), space), { maxLength: 3 }), space)
  .map(([units, before]) => {
    const written = units.map(([list, after], at) => `${after}<unit id="u${at}">${after}${list.join(after)}</unit>`)
    return two(`${before}${written.join('')}`).replace('<xliff ', '<xliff xmlns:m="urn:m" ')
  })
const mark = fc
  .tuple(inline, fc.constantFrom('1', '2', '3'))
  .map(([content, mid]) => `<mrk mtype="seg" mid="${mid}">${content}</mrk>`)
const file1 = fc
  .array(fc.tuple(inline, fc.array(mark, { maxLength: 3 }), fc.option(fc.array(mark, { maxLength: 3 }))), {
    maxLength: 3,
  })
  .map((units) => {
    const written = units.map(([source, sources, targets], at) => {
      const segmented = sources.length > 0 ? `<seg-source>${sources.join(' ')}</seg-source>` : ''
      const target = targets === null ? '' : `<target>${targets.join('')}</target>`
      return `<trans-unit id="t${at}">\n<source>${source}</source>${segmented}${target}</trans-unit>`
    })
    return one(written.join('\r\n')).replace('<xliff ', '<xliff xmlns:m="urn:m" ')
  })
const anyFile = fc
  .tuple(fc.oneof(file2, file1), fc.constantFrom<Encoding>('utf8', 'utf16le', 'utf16be'))
  .map(([written, encoding]) =>
    bytesOf(encoding === 'utf8' ? written : `\ufeff${written.replace(/^<\?xml.*?\?>/, '')}`, encoding),
  )

test('nothing edited, every byte stays; read whole or in a stream, a file has the same units', () => {
  fc.assert(
    fc.property(anyFile, (bytes) => {
      assert.deepEqual(set(bytes, {}), Buffer.from(bytes))
      const streamed: unknown[] = []
      const about = streamUnits(bytes, ({ segments, id, file, translate }) => {
        streamed.push([id, file, translate, segments.map((segment) => [segment.id, segment.source, segment.target])])
        return null
      })
      assert.ok(!isRefusal(about))
      const whole = [...unitsOf(view(bytes))].map(({ segments, id, file, translate }) => [
        ...[id, file, translate, segments.map((segment) => [segment.id, segment.source, segment.target])],
      ])
      assert.deepEqual(streamed, whole)
    }),
    { numRuns: 1_000 },
  )
})

test('one target set, every other byte stays, and the target is what was set', () => {
  fc.assert(
    fc.property(anyFile, fc.nat(), text, (bytes, pick, wanted) => {
      const before = segments(bytes)
      const [id] = before[pick % Math.max(1, before.length)] ?? []
      if (id === undefined) return
      const written = setTargets(view(bytes), new Map([[id, wanted]]))
      assert.deepEqual(joined(setTargetsIn(bytes, new Map([[id, wanted]]))), joined(written))
      if (isRefusal(written)) return assert.equal(written.code, 'target-unsegmented')
      const whole = Buffer.concat(written)
      const after = segments(whole)
      assert.deepEqual(
        after.map((entry) => (entry[0] === id ? [id, entry[1], wanted] : entry)),
        before.map((entry) => (entry[0] === id ? [id, entry[1], wanted] : entry)),
      )
      const got = after.find((entry) => entry[0] === id)?.[2] ?? ''
      assert.equal(got, wanted)
      assert.ok(differInOnePart(bytes, whole, wanted))
    }),
    { numRuns: 1_000 },
  )
})

const joined = (pieces: readonly Uint8Array[] | Refusal) => (isRefusal(pieces) ? pieces : Buffer.concat(pieces))

test('in a file of many windows targets are set wherever they are, as in one that is read whole', () => {
  const units = Array.from(
    { length: 30_000 },
    (_, at) =>
      `<unit id="u${at}"><segment id="s"><source>第${at}句：😀建成。</source>${at % 3 === 0 ? '' : `<target>${at}</target>`}</segment></unit>`,
  )
  const bytes = bytesOf(
    `\ufeff<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f">${units.join('')}</file></xliff>`,
    'utf8',
  )
  assert.ok(bytes.length > 3 * 2 ** 20)
  const texts = new Map([0, 1, 9_000, 15_001, 15_002, 29_999].map((at) => [`u${at}/s`, `set “${at}”`] as const))
  assert.deepEqual(joined(setTargetsIn(bytes, texts)), joined(setTargets(view(bytes), texts)))
  assert.deepEqual(joined(setTargetsIn(bytes, new Map())), Buffer.from(bytes))
  const none = setTargetsIn(bytes, new Map([['none', '']]))
  assert.ok(isRefusal(none) && none.code === 'segment-not-in-file')
})

/** Whether two files are the same before and behind one part, which has hardly more than the text wanted. */
function differInOnePart(bytes: Uint8Array, written: Uint8Array, wanted: string): boolean {
  let start = 0
  while (start < bytes.length && bytes[start] === written[start]) start++
  let end = 0
  while (end < bytes.length - start && bytes.at(-1 - end) === written.at(-1 - end)) end++
  return written.length - start - end <= 12 * wanted.length + 2 * 120
}

test('a file cut anywhere, nested without end or of another kind is refused, whole and in a stream', () => {
  const bytes = bytesOf(two(`<unit id="u"><segment><source>${'甲'.repeat(40)}</source></segment></unit>`))
  const codes = (cut: Uint8Array) => {
    const read = viewXliff(cut)
    const streamed = streamUnits(cut, () => null)
    assert.deepEqual(isRefusal(streamed) && streamed, isRefusal(read) && read)
    return isRefusal(read) ? read.code : 'read'
  }
  for (let length = 0; length < bytes.length - 2; length += 3)
    assert.match(codes(bytes.subarray(0, length)), /^file-(empty|malformed|undecodable)$/)
  assert.equal(codes(bytesOf(two('<a>'.repeat(300)))), 'file-unsafe')
  assert.equal(
    codes(bytesOf(two(`<a ${Array.from({ length: 1_500 }, (_, at) => `a${at}=""`).join(' ')}/>`))),
    'element-crowded',
  )
  assert.equal(codes(bytesOf(`<!DOCTYPE xliff [<!ENTITY a "b">]>${two('&a;').slice(39)}`)), 'file-unsafe')
  assert.equal(codes(bytesOf('<tmx version="1.4"/>')), 'file-format-unknown')
  assert.equal(codes(bytesOf('{"a":1}')), 'file-malformed')
  assert.equal(codes(bytesOf('<xliff xmlns="urn:other"/>')), 'file-format-unknown')
})

const corpus = new URL('../../../../../shared/corpora/xliff/', import.meta.url)

test('every file of the suites of OASIS goes out as it came in, and with one target set', {
  skip: !existsSync(corpus) && 'no ../shared',
}, () => {
  let read = 0
  for (const name of globSync('**/*.xlf', { cwd: corpus.pathname })) {
    const bytes = readFileSync(new URL(name, corpus))
    const file = viewXliff(bytes)
    if (isRefusal(file)) continue
    read++
    assert.deepEqual(set(bytes, {}), Buffer.from(file.bytes))
    const [first] = segments(bytes)
    if (first?.[0] === undefined) continue
    const written = set(bytes, { [first[0]]: '[甲]' })
    assert.equal(segments(written).find(([id]) => id === first[0])?.[2], '[甲]', name)
    assert.ok(canonicalForm(new TextDecoder().decode(written)).length > 0)
    assert.ok(differInOnePart(bytes, written, '[甲]'), name)
  }
  assert.ok(read > 300, String(read))
})
