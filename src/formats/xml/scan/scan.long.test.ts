import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { fileLimits } from '../../../model/file-limits.ts'
import { isRefusal } from '../../../model/refusal.ts'
import { canonicalForm } from '../fixtures/canonical-form.ts'
import { readXml, remarksOf } from '../read.ts'
import { writeXml } from '../tree.ts'
import { indexXml } from './index.ts'
import { elementOf } from './nodes.ts'
import { moveWindow, type ScanSink, startScan } from './scan.ts'
import { scanWindow } from './window.ts'

/** Whether the independent parser takes a text for well-formed XML 1.0 with namespaces. */
function isWellFormed(text: string): boolean {
  try {
    new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' }).write(text).close()
    return true
  } catch {
    return false
  }
}

/**
 * What the scanner refuses though the independent parser lets it through: lone surrogates, a part of a name that starts
 * with a digit or a hyphen, `?` behind the target of an instruction, `DOCTYPE` without a space.
 */
function isKnownLaxity(text: string): boolean {
  return (
    !text.isWellFormed() ||
    /[^\s<>]:[-.\d·]/u.test(text) ||
    /<\?[^\s?>]+\?[^>]/.test(text) ||
    /<!DOCTYPE(?!\s)/.test(text)
  )
}

function agrees(text: string): void {
  const index = indexXml(text, 'outside')
  if (!isWellFormed(text)) {
    assert.ok(isRefusal(index), `accepted: ${JSON.stringify(text)}`)
    return
  }
  if (isRefusal(index)) {
    const isDoctype = text.includes('<!DOCTYPE') && index.code === 'file-unsafe'
    assert.ok(isDoctype || isKnownLaxity(text), `refused: ${JSON.stringify([index, text])}`)
    return
  }
  const written = writeXml({ type: 'xml', root: elementOf(index, 0), ...remarksOf(index) })
  assert.deepEqual(canonicalForm(written), canonicalForm(text))
}

const piece = fc.constantFrom(
  ...[
    '甲',
    '𠮷',
    'a',
    ' ',
    '\r\n',
    '\r',
    '\n',
    '\t',
    '&amp;',
    '&#x41;',
    '&#13;',
    '&lt;',
    ']]',
    '>',
    ']]&gt;',
    '"',
    "'",
    '=',
  ],
  ...[
    '<!-- - -->',
    '<!----->',
    '<?a?>',
    '<?a b?c ??>',
    '<![CDATA[<]]]>]]>',
    '<![CDATA[]]>',
    '<b/>',
    '<b></b>',
    '<x:b xmlns:x="u"/>',
  ],
  ...[
    '<b c="1" d=\'"\'/>',
    '<b c=">&#10;\n"></b  >',
    '<b xmlns="v"><c/></b>',
    '<b\n xml:lang="zh"\r\n/>',
    '<𠮷:a xmlns:𠮷="w" 𠮷:b=""/>',
  ],
)
const broken = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '&a;',
    '&amp',
    '&#0;',
    '&#X41;',
    '&#xD800;',
    '&;',
    ']]>',
    '\u0001',
    '\uffff',
    '\ud800',
    '</b>',
    '<b>',
    '<b',
    '<b c>',
  ],
  ...[
    '<b c=1/>',
    '<b c="<"/>',
    '<b c="1"d="2"/>',
    '<b c="1" c="2"/>',
    '<b x:c=""/>',
    '<x:b/>',
    '<:b/>',
    '<b:/>',
    '<b:c:d/>',
    '< b/>',
    '<b/ >',
  ],
  ...[
    '<b xmlns:x="u" xmlns:y="u" x:c="" y:c=""/>',
    '<b xmlns:x=""/>',
    '<b xmlns:xml="u"/>',
    '<xmlns:b/>',
    '<b xmlns:xmlns="u"/>',
    '<1/>',
  ],
  ...[
    '<b xmlns="http://www.w3.org/XML/1998/namespace"/>',
    '<!-- -- -->',
    '<!--->',
    '<?xml version="1.0"?>',
    '<?XML ?>',
    '<??>',
    '<? a?>',
  ],
  ...[
    '<!DOCTYPE a>',
    '<![CDATA[',
    '<![cdata[]]>',
    '<!a>',
    '<?a',
    '<?a:b ?>',
    '<b c="\u0001"/>',
    '<!-- \u0002 -->',
    '<a></b>',
    '</a><a>',
  ],
)
const prolog = fc.constantFrom(
  ...[
    '',
    '\ufeff',
    '<?xml version="1.0"?>',
    '<?xml version="1.1" encoding="x"?>\n',
    "<?xml version='1.0' standalone='yes' ?>",
    ' ',
  ],
  ...[
    '<!-- a --><?b?>',
    '<!DOCTYPE a>',
    '<!DOCTYPE a SYSTEM "x>[">',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<?xml version="2.0"?>',
    '<?xml encoding="x"?>',
    'x',
  ],
)

test('the scanner accepts, refuses and reads what an independent parser does', () => {
  const inside = fc.array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: broken }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      prolog,
      inside,
      fc.constantFrom('', '\n', '<!-- b -->', '<?c d?>', '<b/>', 'x', '&amp;'),
      (head, list, tail) => agrees(`${head}<a>${list.join('')}</a>${tail}`),
    ),
    { numRuns: 3_000 },
  )
})

test('whatever character is lost, doubled or put elsewhere, it refuses what an independent parser refuses', () => {
  const inside = fc.array(piece, { maxLength: 6 })
  const mark = fc.constantFrom(...'<>&;"\'=/?!-[]: xa\u0001', '')
  fc.assert(
    fc.property(prolog, inside, fc.nat(), fc.nat(), mark, (head, list, from, length, put) => {
      const text = `${head}<a b="c">${list.join('')}</a>`
      const at = from % text.length
      agrees(text.slice(0, at) + put + text.slice(at + (length % 3)))
    }),
    { numRuns: 3_000 },
  )
})

interface Events {
  readonly list: string[]
  readonly refusal: unknown
}

/** What a scan hands over if the text comes in windows of some size. */
function eventsIn(text: string, size: number): Events {
  const list: string[] = []
  const slice = (kind: string) => (from: number, to: number) => void list.push(`${kind} ${scan.text.slice(from, to)}`)
  const sink: ScanSink = {
    open: (name, scope, start, tagEnd) => {
      slice(`${name.namespace} ${scope.id}`)(start, tagEnd)
      return null
    },
    close: slice('close'),
    text: slice('text'),
    cdata: slice('cdata'),
    comment: slice('comment'),
    instruction: slice('instruction'),
  }
  const scan = startScan('outside', sink)
  for (let at = 0; ; at += size) {
    const final = at + size >= text.length
    moveWindow(scan, scan.at, text.slice(at, at + size), final)
    const refusal = scanWindow(scan)
    if (refusal !== null || final) return { list, refusal }
  }
}

test('in windows of any size it finds the same, and refuses at the same place', () => {
  const inside = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: broken }), { maxLength: 8 })
  fc.assert(
    fc.property(prolog, inside, fc.integer({ min: 1, max: 9 }), (head, list, size) => {
      const text = `${head}<a>${list.join('')}</a>\r\n<!-- -->`
      assert.deepEqual(eventsIn(text, size), eventsIn(text, text.length))
    }),
    { numRuns: 2_000 },
  )
})

test('elements carry their offsets, and places are named', () => {
  const index = indexXml('<a>\n <b\n c="1"/></a>')
  assert.ok(!isRefusal(index))
  const xml = readXml(index.text)
  assert.ok(!isRefusal(xml))
  assert.deepEqual(elementOf(index, 0), xml.root)
  const refused = (text: string) => JSON.stringify(indexXml(text))
  assert.match(refused('<a>\n<b></c></a>'), /"file-malformed","params":\{"line":"2","column":"7"\}/)
  assert.match(refused('<a>甲𠮷&b;</a>'), /"file-malformed","params":\{"line":"1","column":"8"\}/)
})

test('depth, attributes and document types have their limits', () => {
  const code = (text: string) => {
    const index = indexXml(text)
    return isRefusal(index) ? index.code : 'read'
  }
  const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  const wide = (count: number) => `<a ${Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')}/>`
  assert.equal(code(deep(fileLimits.xmlDepth)), 'read')
  assert.equal(code(deep(fileLimits.xmlDepth + 1)), 'file-unsafe')
  assert.equal(code('<a>'.repeat(1_000_000)), 'file-unsafe')
  assert.equal(code(wide(fileLimits.xmlAttributes)), 'read')
  assert.equal(code(wide(fileLimits.xmlAttributes + 1)), 'element-crowded')
  assert.equal(code('<!DOCTYPE a><a/>'), 'file-unsafe')
  assert.equal(code('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'file-unsafe')
})

const corpus = new URL('../../../../../shared/corpora/xliff/', import.meta.url)

test('the suites of OASIS are read as an independent parser reads them', {
  skip: !existsSync(corpus) && 'no ../shared',
}, () => {
  const files = globSync('**/*.xlf', { cwd: corpus.pathname })
  assert.ok(files.length > 300)
  for (const name of files) agrees(readFileSync(new URL(name, corpus), 'utf8'))
})
