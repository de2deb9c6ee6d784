import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import { documentFormat } from '../ports/format.ts'
import { paragraph, run, wordFile } from './docx/fixtures/build.ts'
import { formats } from './registry.ts'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
/** A compound file as far as it is looked at: its head, and the name of a stream. */
const compound = (stream: string) =>
  new Uint8Array(Buffer.concat([latin(`\xd0\xcf\x11\xe0${'\0'.repeat(600)}`), Buffer.from(`${stream}\0`, 'utf16le')]))

const nameOf = (filename: string, bytes: Uint8Array) => {
  const format = documentFormat(formats, { filename, bytes })
  return isRefusal(format) ? format.code : format.name
}

test('a file of a kind that is not read is named by its content, whatever its name', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['file-pdf', latin('%PDF-1.7\n%\xe2\xe3')],
    ['file-pdf', latin('junk\n%PDF-1.4\n\0')],
    ['file-pdf', latin('PK\x03\x04....OFD.xml....')],
    ['file-picture', latin('\x89PNG\r\n\x1a\n')],
    ['file-picture', latin('\xff\xd8\xff\xe0')],
    ['file-picture', latin('RIFF....WEBP')],
    ['file-rich-text', latin('{\\rtf1\\ansi')],
    ['file-word-old', compound('WordDocument')],
    ['file-excel-old', compound('Workbook')],
    ['file-slides', compound('PowerPoint Document')],
    ['file-encrypted', compound('EncryptedPackage')],
    ['file-word-old', compound('MatOST')],
    ['file-slides', latin('PK\x03\x04....ppt/presentation.xml')],
    ['file-opendocument', latin('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text')],
  ]
  for (const [code, bytes] of files) {
    for (const filename of ['a.docx', 'a.txt', 'a.pdf', 'a']) assert.equal(nameOf(filename, bytes), code)
  }
})

test('a document is read as what it is, whatever its name', async () => {
  const word = await wordFile({ body: paragraph(run('今天开工。')) })
  for (const filename of ['a.docx', 'a.zip', 'a']) assert.equal(nameOf(filename, word), 'docx')
  assert.equal(nameOf('a.md', latin('# %PDF- is how a PDF begins')), 'markdown')
  assert.equal(nameOf('a.txt', latin('<!DOCTYPE html><p>')), 'html')
  assert.equal(nameOf('a.exe', latin('text')), 'file-format-unknown')
})
