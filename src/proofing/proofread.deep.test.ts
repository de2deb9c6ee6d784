import assert from 'node:assert/strict'
import { test } from 'node:test'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import { createProofreader } from './proofread.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const { proofread } = createProofreader({
  american: { aff: text(american.aff), dic: text(american.dic) },
  british: { aff: text(british.aff), dic: text(british.dic) },
})

const size = 1_000_000
const letters = ['a', ' ', 'a ', "'", '-', '.', ',', '"', '“', 'a.', "a'a", '9', 'enenen', 'İ', '\ud800', '中', 'е́']
const words = [
  'teh ',
  'recieve ',
  'colour ',
  'the of ',
  'more then ',
  'xqzjk ',
  'there it’s ',
  'the schools of the city is ',
]

for (const unit of [...letters, ...words])
  test(`a megabyte of ${JSON.stringify(unit)} is read to its end`, () => {
    const items = proofread(unit.repeat(size / unit.length), { dialect: 'american', words: [], kind: 'paragraph' })
    assert.ok(items.every(({ span }) => span.to <= size))
    assert.ok(items.filter(({ code }) => code === 'proof-spelling').length <= 30)
  })
