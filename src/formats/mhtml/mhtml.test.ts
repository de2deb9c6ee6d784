import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { documentFormat } from '../../ports/format.ts'
import { formats } from '../registry.ts'
import { mhtmlFormat } from './mhtml.ts'

const page = (body: string) => `<html><head><title>水网</title></head><body>${body}</body></html>`
const two = page('<h1>水网</h1><p>水网建成。投资=3亿元。</p>')

const quotedPrintable = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte, at) => {
      const character =
        byte >= 0x80 || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)
      return at % 20 === 19 ? `${character}=\r\n` : character
    })
    .join('')

const archive = (parts: readonly string[], type = 'multipart/related; type="text/html";') =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\tboundary="--=_b+(1)"\r\n\r\n` +
      `${parts.map((part) => `----=_b+(1)\r\n${part}\r\n`).join('')}----=_b+(1)--\r\n`,
    'latin1',
  )
const picture = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo='
const part = (headers: string, body: string) => `${headers}\r\n\r\n${body}`

async function textsOf(bytes: Uint8Array) {
  const read = await mhtmlFormat.read(bytes, { filename: 'a.mhtml' })
  return isRefusal(read) ? read.code : read.blocks.map(({ text }) => plain(text))
}

test('the page of a web archive is read, as browsers and Word write it', async () => {
  const expected = ['水网', '水网建成。投资=3亿元。']
  const utf8 = Buffer.from(two)
  const chrome = part(
    'Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable',
    quotedPrintable(utf8),
  )
  assert.deepEqual(await textsOf(archive([chrome, picture])), expected)
  assert.deepEqual(await textsOf(archive([picture, chrome])), expected)
  const utf16 = Buffer.from(two, 'utf16le').toString('base64').replace(/.{76}/g, '$&\r\n')
  const word = part('Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="unicode"', utf16)
  assert.deepEqual(await textsOf(archive([word, picture])), expected)
  const bare = part(
    'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
    utf8.toString('latin1'),
  )
  assert.deepEqual(await textsOf(archive([bare])), expected)
})

test('a page in an encoding that only its header names is read as that', async () => {
  const gbk = Buffer.from([0xbd, 0xf1, 0xcc, 0xec, 0xbf, 0xaa, 0xb9, 0xa4]).toString('latin1')
  const headers = 'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: binary'
  assert.deepEqual(await textsOf(archive([part(headers, page(`<p>${gbk}</p>`).replace('水网', ''))])), ['今天开工'])
})

test('the part that the message names as its start is the page, else the first; in an alternative too', async () => {
  const headers = (id: string) => `Content-Type: text/html; charset=utf-8\r\nContent-ID: <${id}>`
  const asBytes = (text: string) => Buffer.from(page(`<p>${text}</p>`).replace('水网', '')).toString('latin1')
  const frame = part(headers('f'), asBytes('边栏。'))
  const main = part(headers('m'), asBytes('正文。'))
  assert.deepEqual(await textsOf(archive([frame, main], 'multipart/related; start="<m>";')), ['正文。'])
  assert.deepEqual(await textsOf(archive([frame, main])), ['边栏。'])
  const inner = part('Content-Type: multipart/alternative; boundary=i', `--i\r\n${main}\r\n--i--`)
  assert.deepEqual(await textsOf(archive([inner])), ['正文。'])
})

test('a message without a page is refused, and one is known by its headers, whatever its name', async () => {
  assert.equal(await textsOf(archive([picture])), 'file-undecodable')
  assert.equal(await textsOf(Buffer.from('水网建成。')), 'file-undecodable')
  const format = documentFormat(formats, { filename: 'saved.txt', bytes: archive([picture]) })
  assert.ok(!isRefusal(format) && format.name === 'mhtml')
  const note = documentFormat(formats, { filename: 'a.txt', bytes: Buffer.from('MIME-Version: 是一个邮件头。') })
  assert.ok(!isRefusal(note) && note.name === 'text')
})
