import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import { escapeAttribute, escapeText } from '../xml/escape.ts'
import { canonicalForm } from '../xml/fixtures/canonical-form.ts'
import { readXliff, writeXliff } from './codec.ts'
import { coreOf, type XliffFile } from './tree.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read(bytes: Uint8Array): XliffFile {
  const file = readXliff(bytes)
  assert.ok(!isRefusal(file), JSON.stringify(file))
  return file
}

function keepsAll(text: string): void {
  assert.deepEqual(canonicalForm(writeXliff(read(utf8(text)))), canonicalForm(text.replace(/^\ufeff/, '')))
}

function codeOf(bytes: Uint8Array): string {
  const refusal = readXliff(bytes)
  assert.ok(isRefusal(refusal))
  return [refusal.code, ...Object.values(refusal.params)].join(' ')
}

const wrap = (inside: string, version = '2.1', space = '2.0') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:${space}" version="${version}" srcLang="zh-CN" trgLang="en">${inside}</xliff>`

const crowded = `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<?style a="b"?>
<!-- first -->
<x:xliff version="2.1" srcLang="zh-CN" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:my="urn:my" my:a="1">
 <x:file id="f" original="a&#10;b&#13;c&#9;d &lt;&quot;&amp;'>" xml:space="preserve" __proto__="x" constructor="y">
  <x:skeleton><my:deep><x:unit id="not one"/><![CDATA[ raw <&> ]]></my:deep></x:skeleton>
  <x:notes><x:note id="n" category="c">text<!-- in --> <![CDATA[<b>]]>&amp;</x:note></x:notes>
  <x:unit id="__proto__" xmlns="urn:default" xmlns:y="urn:oasis:names:tc:xliff:document:2.0">
   <my:ext>a<child/>b</my:ext><segment/>
   <y:originalData><y:data id="d"> <y:cp hex="0001"/>]]&gt;</y:data></y:originalData>
   <x:segment id="s" state="translated" subState="my:x"><x:source> 甲<x:pc id="1" dataRefStart="d"
     >乙 <x:mrk id="m" type="term" my:k="v">丙</x:mrk></x:pc><x:ph id="2"/><?pi?>&#xD;</x:source>
     <x:target order="2" xml:lang="en">a<x:sc id="3"/>b<x:ec startRef="3"/><x:sm id="4"/><x:em startRef="4"/></x:target>
   </x:segment>
   <x:ignorable><x:source>\u3000\u{20bb7}</x:source></x:ignorable>
  </x:unit>
 </x:file>
</x:xliff>
<!-- last --><?end?>`

test('every element, attribute and text of a file survives reading and writing', () => keepsAll(crowded))

test('a prefix, a default namespace and a lookalike do not mislead', () => {
  const [file] = coreOf(read(utf8(crowded)).root.content)
  assert.equal(file?.attributes.original, 'a\nb\rc\td <"&\'>')
  const units = coreOf(file?.content ?? []).filter((node) => node.type === 'unit')
  assert.deepEqual(
    units.map((unit) => unit.attributes.id),
    ['__proto__'],
  )
  assert.deepEqual(
    coreOf(units[0]?.content ?? []).map((node) => node.type),
    ['originalData', 'segment', 'ignorable'],
  )
})

test('2.0, 2.1 and 2.2 are read, in UTF-8 and UTF-16', () => {
  for (const [version, space] of [
    ['2.0', '2.0'],
    ['2.1', '2.0'],
    ['2.2', '2.2'],
  ] as const) {
    const text = wrap('<file id="f"><unit id="u"><segment><source>甲</source></segment></unit></file>', version, space)
    keepsAll(text)
    assert.equal(read(utf8(text)).root.attributes.version, version)
    assert.deepEqual(read(Buffer.from(`\ufeff${text}`, 'utf16le')), read(utf8(text)))
  }
})

test('what is not well-formed is refused with its place', () => {
  assert.equal(codeOf(utf8(wrap('\n<file id="f"><unit></file>'))), 'file-malformed 2 26')
  for (const inside of [
    '<file',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<p:a/>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '&nbsp;',
    '&#0;',
    '\u0001',
    '\uffff',
    ']]>',
    '<!-- -- -->',
    '<a b="<"/>',
    '<?xml version="1.0"?>',
    '</xliff><xliff>',
  ]) {
    assert.match(codeOf(utf8(wrap(inside))), /^file-malformed \d+ \d+$/, inside)
  }
  assert.match(codeOf(utf8(`<?xml version="1.1"?>${wrap('&#1;')}`)), /^file-malformed/)
})

test('entities, declarations and bottomless nesting are refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  assert.match(codeOf(utf8(`${bomb}${wrap('&b;')}`)), /^file-unsafe/)
  assert.match(codeOf(utf8(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${wrap('')}`)), /^file-unsafe/)
  assert.match(codeOf(utf8(wrap('<a>'.repeat(1_000_000)))), /^file-unsafe/)
})

test('other files and versions are refused', () => {
  assert.equal(
    codeOf(utf8('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>')),
    'file-format-unknown .xlf',
  )
  assert.equal(codeOf(utf8('<xliff version="2.1"/>')), 'file-format-unknown .xlf')
  assert.equal(codeOf(utf8('<tmx/>')), 'file-format-unknown .xlf')
  assert.equal(codeOf(new Uint8Array()), 'file-empty')
  assert.equal(codeOf(new Uint8Array([0x3c, 0xff, 0x80])), 'file-undecodable')
})

const text = fc.string({
  unit: fc.constantFrom('甲', 'a', ' ', '\n', '\r', '\t', '<', '&', '>', ']]>', '"', '𠮷'),
  maxLength: 9,
})
const local = fc.constantFrom('unit', 'segment', 'source', 'pc', 'mrk', 'data', 'note', 'cp', 'any', '__proto__')
const prefix = fc.constantFrom('', 'm:', 'x:')
const attributes = fc.uniqueArray(
  fc.tuple(fc.constantFrom('id', 'state', 'xml:space', 'm:id', '__proto__', 'hex', 'toString'), text),
  { selector: ([name]) => name },
)
const node = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    text.map(escapeText),
    text.map((value) => `<![CDATA[${value.replaceAll(']]>', '')}]]>`),
    fc.constantFrom('<!-- a -->', '<?a b?>'),
    tie('element'),
  ),
  element: fc
    .tuple(prefix, local, attributes, fc.array(tie('node'), { maxLength: 4 }))
    .map(([p, name, list, inside]) => {
      const written = list.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')
      return `<${p}${name}${written}>${inside.join('')}</${p}${name}>`
    }),
})).node

test('whatever the elements and wherever they stand, nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(node), (nodes) => {
      const inside = `<unit id="u"><segment><source>${nodes.join('')}</source></segment>${nodes.join('')}</unit>`
      keepsAll(
        `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:m"><file>${inside}</file>${nodes.join('')}</xliff>`,
      )
    }),
    { numRuns: 300 },
  )
})

const corpus = new URL('../../../../shared/corpora/xliff/', import.meta.url)
const absent = !existsSync(corpus) && 'no ../shared'

for (const [folder, count] of [
  ['xliff-21/test-suite/core/valid', 25],
  ['xliff-22/test-suite/core/valid', 25],
  ['xliff-21/test-suite/core/in-out', 18],
  ['xliff-21/test-suite/modules/valid', 34],
  ['xliff-22/test-suite/modules/valid', 36],
] as const) {
  test(`${folder}: ${count} files are read and written without loss`, { skip: absent }, () => {
    const files = globSync('*.xlf', { cwd: new URL(`${folder}/`, corpus).pathname })
    assert.equal(files.length, count)
    for (const name of files) {
      const bytes = readFileSync(new URL(`${folder}/${name}`, corpus))
      // Declared valid, and yet it uses a prefix that nothing binds.
      if (name === 'Good-pgs_plural.xlf') assert.equal(codeOf(bytes), 'file-malformed 4 63')
      else keepsAll(bytes.toString('utf8'))
    }
  })
}
