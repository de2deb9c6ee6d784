import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal } from '../../model/refusal.ts'
import { docxFormat } from './docx.ts'
import { archiveOf, paragraph, run, wordFile } from './fixtures/build.ts'
import { filesOf } from './fixtures/independent.ts'
import { documentKinds } from './fixtures/kinds.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** The code of the refusal of reading and of writing, or `taken`. */
async function answer(bytes: Uint8Array): Promise<string> {
  const read = await docxFormat.read(bytes, { filename: 'a.docx', language: 'any' })
  const written = await docxFormat.rewrite(bytes, isRefusal(read) ? [] : read.blocks.map(() => ['English']))
  if (isRefusal(read) !== isRefusal(written)) assert.fail('what is read can be written, and what is not, not')
  return isRefusal(read) ? read.code : 'taken'
}

const plainFile = await wordFile({ body: paragraph(run('今天开工。')) })
const plainParts = await filesOf(plainFile)
/** The plain document with some files replaced or added. */
const withFiles = (files: Readonly<Record<string, string>>) =>
  archiveOf(new Map([...plainParts, ...Object.entries(files).map(([name, text]) => [name, encode(text)] as const)]))
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const main = (inside: string, before = '') => `${before}<w:document ${w}><w:body>${inside}</w:body></w:document>`

test('a file cut off anywhere is refused', async () => {
  for (const kind of ['red-head notice', 'text boxes'] as const) {
    const bytes = await wordFile(documentKinds[kind] ?? assert.fail())
    for (let length = 0; length < bytes.length; length += 10) {
      assert.notEqual(await answer(bytes.subarray(0, length)), 'taken', `${kind}, ${length} bytes`)
    }
  }
})

test('entities, outside files and depth are refused', async () => {
  const entities = '<!DOCTYPE w [<!ENTITY a "渠渠"><!ENTITY b "&a;&a;&a;&a;">]>'
  const outside = '<!DOCTYPE w SYSTEM "file:///etc/passwd">'
  const body = '<w:p><w:r><w:t>渠</w:t></w:r></w:p>'
  assert.equal(await answer(await withFiles({ 'word/document.xml': main(body, entities) })), 'file-unsafe')
  assert.equal(await answer(await withFiles({ 'word/document.xml': main(body, outside) })), 'file-unsafe')
  const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(5_000)}${body}${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`
  assert.equal(await answer(await withFiles({ 'word/document.xml': main(deep) })), 'file-unsafe')
  const styles = `<w:styles ${w}>${'<w:style>'.repeat(1_000)}${'</w:style>'.repeat(1_000)}</w:styles>`
  const relationships = new TextDecoder()
    .decode(plainParts.get('word/_rels/document.xml.rels'))
    .replace('</Rel', '<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Rel')
  const files = { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': relationships }
  assert.equal(await answer(await withFiles(files)), 'file-unsafe')
})

test('names that lead outside or occur twice, and another kind of document, are refused', async () => {
  assert.equal(await answer(await withFiles({ '../../outside.xml': 'x' })), 'archive-unsafe')
  assert.equal(await answer(await withFiles({ '/etc/passwd': 'x' })), 'archive-unsafe')
  assert.equal(await answer(await withFiles({ 'word\\document.xml': 'x' })), 'archive-unsafe')
  assert.equal(await answer(await withFiles({ 'Word/Document.xml': 'x' })), 'archive-unsafe')
  const relationships =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
  assert.equal(await answer(await withFiles({ '_rels/.rels': relationships })), 'file-not-word')
  assert.equal(await answer(await withFiles({ 'word/document.xml': '<workbook/>' })), 'file-not-word')
  assert.equal(await answer(await withFiles({ 'word/document.xml': 'no XML' })), 'file-malformed')
})

test('a locked entry, a wrong checksum and entries that share bytes are refused', async () => {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = view(plainFile).getUint32(plainFile.length - 6, true)
  const changed = (at: number, value: number) => {
    const bytes = plainFile.slice()
    view(bytes).setUint16(at, value, true)
    return bytes
  }
  assert.equal(await answer(changed(directory + 8, 1)), 'file-encrypted')
  const third = [0, 1].reduce((at) => at + 46 + view(plainFile).getUint16(at + 28, true), directory)
  assert.equal(await answer(changed(third + 16, 0x1234)), 'file-undecodable', 'the checksum of the text')
  const place = view(plainFile).getUint16(third + 42, true)
  assert.equal(await answer(changed(directory + 42, place)), 'archive-unsafe')
})

test('an archive that would unpack to more than the limit is refused before it is held', async () => {
  const big = 'a'.repeat(fileLimits.unpackedBytes)
  const bomb = await withFiles({ 'word/document.xml': main(`<!--${big}-->`) })
  assert.ok(bomb.length < 200_000)
  assert.equal(await answer(bomb), 'file-unpacks-large')
  const many = Object.fromEntries(Array.from({ length: fileLimits.archiveEntries }, (_, at) => [`a${at}`, '']))
  assert.equal(await answer(await withFiles(many)), 'archive-unsafe')
})

// Where time went with the square of these numbers, it would be minutes for one of them, and the test would end.
test('paragraphs made to cost much are read and written', { timeout: 120_000 }, async () => {
  const costly: Readonly<Record<string, string>> = {
    bookmarks: '<w:bookmarkStart w:id="1" w:name="a"/>'.repeat(50_000) + run('渠'),
    blanks: (run(' ', '<w:u/>') + run('渠', '<w:b/>')).repeat(20_000),
    'pictures in bold': `${run('渠')}${run('渠渠渠', '<w:b/>')}${'<w:r><w:drawing/></w:r>'.repeat(50_000)}`,
    'open fields': '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000) + run('渠'),
    links:
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('渠')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`.repeat(
        10_000,
      ),
    attributes: `<w:r><w:rPr><w:b ${Array.from({ length: 900 }, (_, at) => `w:a${at}="${'x'.repeat(1_000)}"`).join(' ')}/></w:rPr><w:t>渠</w:t></w:r>`,
  }
  for (const [name, body] of Object.entries(costly)) {
    assert.equal(await answer(await wordFile({ body: paragraph(body) })), 'taken', name)
  }
})
