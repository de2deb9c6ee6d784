import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeFaults } from '../../model/code-faults.ts'
import { type Inline, plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { parseXml } from '../xml/parse.ts'
import { docxFormat } from './docx.ts'
import { paragraph, run, wordFile } from './fixtures/build.ts'
import { filesOf, textParts, textsOf } from './fixtures/independent.ts'
import { documentKinds } from './fixtures/kinds.ts'

async function read(bytes: Uint8Array) {
  const imported = await docxFormat.read(bytes, { filename: 'a.docx', language: 'any' })
  assert.ok(!isRefusal(imported), JSON.stringify(imported))
  return imported.blocks
}

async function rewritten(bytes: Uint8Array, targets: readonly (Inline | null)[], options?: RewriteOptions) {
  const written = await docxFormat.rewrite(bytes, targets, options)
  assert.ok(!isRefusal(written), JSON.stringify(written))
  const files = await filesOf(written)
  for (const [name, content] of files) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const refusal = parseXml(new TextDecoder().decode(content), 'refused', { open: () => null, close() {}, text() {} })
    assert.equal(refusal, null, `${name} is well-formed`)
  }
  return files
}

const english = (text: Inline): Inline => ['English ', ...text.filter((part) => typeof part !== 'string'), ' text']
const squeezed = (text: string) => text.replace(/[\s\u2011]/g, '')

for (const [kind, parts] of Object.entries(documentKinds)) {
  test(`${kind}: English in place of Chinese, in both looks, and the same text changes nothing`, async () => {
    const bytes = await wordFile(parts)
    const sources = (await read(bytes)).map(({ text }) => text)
    assert.equal(await docxFormat.rewrite(bytes, sources), bytes)
    const targets = sources.map(english)
    for (const look of ['chinese', 'english'] as const) {
      const files = await rewritten(bytes, targets, { look })
      const texts = [...files].flatMap(([name, content]) => (textParts.test(name) ? textsOf(content) : []))
      assert.deepEqual(texts.sort(), targets.map((target) => squeezed(plain(target))).sort())
      const again = await docxFormat.rewrite(bytes, targets, { look })
      assert.ok(!isRefusal(again))
      assert.deepEqual(
        (await read(again)).map(({ text }) => plain(text)),
        targets.map(plain),
        'read back',
      )
    }
  })
}

test('sentences of mixed fonts are one text group', async () => {
  const groups = async (kind: string, at: number) => {
    const parts = documentKinds[kind]
    assert.ok(parts)
    const runs = parts.body.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g)?.[at]?.match(/<w:t[ >]/g)?.length
    const text = (await read(await wordFile(parts))).find(({ text }) => plain(text).includes('GIS'))?.text ?? []
    return [runs, text.filter((part) => typeof part === 'string').length]
  }
  assert.deepEqual(await groups('mixed fonts', 1), [8, 3], 'eight runs, one of them in italics')
})

test('in the look of English: language, fonts, indents and numbers of lists', async () => {
  const fonts = documentKinds['mixed fonts']
  const wps = documentKinds['as WPS writes it']
  assert.ok(fonts && wps)
  const written = async (parts: typeof fonts, look: 'english' | 'chinese') => {
    const bytes = await wordFile(parts)
    return rewritten(
      bytes,
      (await read(bytes)).map(({ text }) => english(text)),
      { look },
    )
  }
  const xml = (files: ReadonlyMap<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name))
  const document = xml(await written(fonts, 'english'), 'word/document.xml')
  assert.match(document, /<w:ind w:firstLineChars="0" w:firstLine="0"\/>/)
  assert.match(document, /w:ascii="Times New Roman"/)
  const inEnglish = document.match(/<w:lang w:val="en-US"\/><\/w:rPr><w:t [^>]*>English /g)
  assert.equal(inEnglish?.length, 3)
  const list = await written(wps, 'english')
  assert.match(xml(list, 'word/numbering.xml'), /<w:numFmt w:val="decimal"\/>.*<w:lvlText w:val="\(%1\)"\/>/)
  assert.doesNotMatch(xml(list, 'word/document.xml'), /w:hint="eastAsia"/)
  const chinese = await written(wps, 'chinese')
  assert.deepEqual(chinese.get('word/numbering.xml'), (await filesOf(await wordFile(wps))).get('word/numbering.xml'))
})

test('a draft says so at the head of every page, whether the document has headers or not', async () => {
  const words = 'DRAFT & NOT SIGNED'
  for (const parts of [
    documentKinds.ruby,
    documentKinds['as WPS writes it'],
    { body: paragraph(run('正文。')), header: paragraph(run('页眉。')) },
  ]) {
    assert.ok(parts)
    const bytes = await wordFile(parts)
    const files = await rewritten(bytes, [], { draftNotice: words })
    const text = (name: string) => new TextDecoder().decode(files.get(name))
    assert.match(
      text('word/document.xml'),
      /<w:sectPr><w:headerReference [^>]*w:type="default" dz:id="rIdDuizhaoDraft"\/>/,
    )
    assert.match(text('word/duizhao-draft-header.xml'), /DRAFT &amp; NOT SIGNED/)
    assert.match(text('[Content_Types].xml'), /PartName="\/word\/duizhao-draft-header\.xml"/)
    assert.match(text('word/_rels/document.xml.rels'), /Id="rIdDuizhaoDraft"[^>]*Target="duizhao-draft-header\.xml"/)
    if ('header' in parts) assert.match(text('word/header.xml'), /DRAFT &amp; NOT SIGNED.*页眉/)
  }
})

test('a content control is not bound to its data any more where English stands in it', async () => {
  const control = (binding: string) =>
    `<w:sdt><w:sdtPr><w:alias w:val="标题"/>${binding}<w:text/></w:sdtPr><w:sdtContent>${run('水网')}</w:sdtContent></w:sdt>`
  const bound = control('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>')
  const bytes = await wordFile({ body: paragraph(run('关于') + bound + run('的通知')) })
  const sources = (await read(bytes)).map(({ text }) => text)
  const files = await rewritten(
    bytes,
    sources.map((text) => ['On ', ...text]),
  )
  const document = new TextDecoder().decode(files.get('word/document.xml'))
  assert.ok(document.includes('<w:alias w:val="标题"/><w:text/></w:sdtPr><w:sdtContent><w:r>'))
  assert.doesNotMatch(document, /dataBinding/)
})

const style = fc.constantFrom(
  '',
  '<w:b/>',
  '<w:i/>',
  '<w:rFonts w:hint="eastAsia"/>',
  '<w:lang w:val="zh-CN"/>',
  '<w:u w:val="single"/>',
)
const piece = fc.record({ text: fc.constantFrom('今天', '3', ' ', '开工。', 'A&B', '<', '　'), style })
const runs = fc.array(piece, { minLength: 1, maxLength: 12 })

test('whatever its runs, a paragraph has their text, and is written with its codes in another order', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (list) => {
      const bytes = await wordFile({ body: paragraph(list.map(({ text, style }) => run(text, style)).join('')) })
      const [block] = await read(bytes)
      const text = list.map((part) => part.text).join('')
      if (text.trim() === '') return assert.equal(block, undefined)
      assert.ok(block)
      assert.equal(plain(block.text), text)
      const ids = [...new Set(block.text.flatMap((part) => (typeof part === 'string' ? [] : [part.id])))]
      const target = ids.toReversed().flatMap((id): Inline => {
        const codes = block.text.filter((part) => typeof part !== 'string' && part.id === id)
        return [...codes.slice(0, 1), `word ${id} `, ...codes.slice(1)]
      })
      const whole: Inline = [...target, 'end']
      assert.deepEqual(codeFaults(block.text, whole), [])
      const files = await rewritten(bytes, [whole])
      assert.deepEqual(textsOf(files.get('word/document.xml') ?? new Uint8Array()), [squeezed(plain(whole))])
    }),
    { numRuns: 60 },
  )
})
