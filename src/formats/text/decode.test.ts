import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import { decodeEnglish, decodeText } from './decode.ts'

const words = '云溪市今年新修农村公路312公里，山里的人出来方便多了。'
/** The same sentence in GB18030, as bytes, since the platform has no encoder for it. */
const gb18030 = Buffer.from(
  'd4c6cfaacad0bdf1c4ead0c2d0dec5a9b4e5b9abc2b7333132b9abc0efa3acc9bdc0efb5c4c8cbb3f6c0b4b7bdb1e3b6e0c1cba1a3',
  'hex',
)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const swapped = (text: string) => Buffer.from(utf16(text)).swap16()

function answer(bytes: Uint8Array): unknown {
  const decoded = decodeText(bytes)
  return isRefusal(decoded)
    ? decoded.code
    : [decoded.text, ...decoded.notices.map(({ code, params }) => params.encoding ?? code)]
}

test('the encodings, with and without a mark', () => {
  assert.deepEqual(answer(Buffer.from(words)), [words])
  assert.deepEqual(answer(Buffer.from(`\ufeff${words}`)), [words])
  assert.deepEqual(answer(gb18030), [words, 'GB18030'])
  assert.deepEqual(answer(utf16(`\ufeff${words}`)), [words, 'UTF-16'])
  assert.deepEqual(answer(swapped(`\ufeff${words}`)), [words, 'UTF-16'])
  assert.deepEqual(answer(utf16(words)), [words, 'UTF-16'])
  assert.deepEqual(answer(swapped(words)), [words, 'UTF-16'])
  // No figure and no line end: not one NUL byte gives UTF-16 away.
  const bare = words.replace('312', '三百')
  assert.deepEqual(answer(utf16(bare)), [bare, 'UTF-16'])
  assert.deepEqual(answer(swapped(bare)), [bare, 'UTF-16'])
})

test('Traditional Chinese is taken and told', () => {
  const traditional = '這條路通到山外，學校也開門了。'
  assert.deepEqual(answer(Buffer.from(traditional)), [traditional, 'traditional'])
  assert.deepEqual(answer(utf16(traditional)), [traditional, 'UTF-16', 'traditional'])
})

test('text is not altered: no normal form, no trimming', () => {
  const text = '　　渠e\u0301，\u2f00路。\ufeff \r\n\t路也通了。\n'
  assert.deepEqual(answer(Buffer.from(text)), [text])
})

test('what is no Chinese text is refused, by what is wrong with it', () => {
  assert.equal(answer(Buffer.from('')), 'file-empty')
  assert.equal(answer(Buffer.from(' \r\n\t　')), 'file-empty')
  assert.equal(answer(Buffer.from('\ufeff')), 'file-empty')
  assert.equal(answer(Buffer.from('The canal is open.')), 'file-not-chinese')
  assert.equal(answer(Buffer.from('水路が開通しました。みんなが喜んでいます。')), 'file-not-chinese')
  assert.equal(answer(Buffer.from(`${words}\0`)), 'file-binary')
  assert.equal(answer(Buffer.from([0, 1, 2, 3, 255, 254, 0, 9])), 'file-binary')
  assert.equal(answer(Buffer.from('%PDF-1.7\n渠', 'utf8')), 'file-binary')
  assert.equal(answer(Buffer.from('PK\x03\x04\x14\x00')), 'file-binary')
  assert.equal(answer(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), 'file-binary')
  assert.equal(answer(Buffer.from(`${'\x01\x02'.repeat(40)}${words}`)), 'file-binary')
  assert.equal(answer(Buffer.concat([utf16(`\ufeff${words}`), Buffer.from([65])])), 'file-undecodable')
  assert.equal(answer(Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff])), 'file-undecodable')
  assert.equal(answer(Buffer.concat([Buffer.from(words), Buffer.from([0xff])])), 'file-undecodable')
  // Big5 decodes as GB18030, to nonsense.
  assert.equal(
    answer(Buffer.from('b36fb1f8b8f4add7a446a454a67ea47eb371a8eca473a57eadb1a568', 'hex')),
    'file-undecodable',
  )
})

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      decodeText(bytes)
    }),
    { numRuns: 3000 },
  )
})

test('any Chinese text comes through UTF-8 and marked UTF-16 unaltered', () => {
  const character = fc.oneof(
    fc.constantFrom(...'渠水田路，。 1a\n\t𠮷🎉\u0301'),
    fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  )
  fc.assert(
    fc.property(fc.array(character, { maxLength: 50 }), (characters) => {
      const text = `水渠田路${characters.join('')}`
      for (const bytes of [Buffer.from(text), utf16(`\ufeff${text}`), swapped(`\ufeff${text}`)]) {
        const decoded = decodeText(bytes)
        assert.ok(!isRefusal(decoded) && decoded.text === text)
      }
    }),
  )
})

test('English need not be Chinese: UTF-8, UTF-16 with a mark, else Windows-1252', () => {
  const english = 'The county\u2019s ponds: 127.'
  const textOf = (bytes: Uint8Array) => {
    const decoded = decodeEnglish(bytes)
    return isRefusal(decoded) ? decoded.code : decoded.text
  }
  assert.equal(textOf(Buffer.from(english)), english)
  assert.equal(textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(english)])), english)
  assert.equal(textOf(Buffer.from(english.replace('\u2019', '\x92'), 'latin1')), english)
  assert.equal(textOf(Buffer.from(' \n')), 'file-empty')
  assert.equal(textOf(Buffer.from('%PDF-1.7')), 'file-binary')
  assert.equal(textOf(Buffer.from('a\0\0b')), 'file-binary')
})
