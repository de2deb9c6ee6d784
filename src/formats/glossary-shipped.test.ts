import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import { preferredRendering } from '../model/term.ts'
import { foldSource } from '../terms/fold-source.ts'
import { addTerm, foldTermbase } from '../terms/termbase.ts'
import { verifyTerm } from '../terms/verify.ts'
import { readGlossary, writeGlossary } from './glossary-csv.ts'

const bytes = readFileSync(new URL('../../glossary/zh-CN_en.csv', import.meta.url))
const glossary = readGlossary(bytes)
assert.ok(!isRefusal(glossary), JSON.stringify(glossary))

test('the shipped glossary is as the writer writes it', () => {
  assert.equal(writeGlossary(glossary), bytes.toString('utf8'))
})

test('every term of it may be added, and no form is of two terms', () => {
  const empty = foldTermbase([])
  const forms = glossary.flatMap(({ source }) => source.map(foldSource))
  assert.deepEqual(
    forms.filter((form, at) => forms.indexOf(form) !== at),
    [],
  )
  for (const fields of glossary) {
    const event = addTerm(empty, fields, 't1', ['terminologist'])
    assert.ok(!isRefusal(event), fields.source[0])
    assert.deepEqual(event.term, { id: 't1', ...fields }, 'is tidy already')
  }
})

test('only what has an authority is approved', () => {
  const approved = glossary.filter(({ status }) => status === 'approved')
  assert.deepEqual(
    approved.map(({ source }) => source[0]),
    ['中国尼龙城', '千万工程'],
  )
  for (const { status, authority } of glossary) assert.equal(authority !== '', status === 'approved')
})

test('every rendering can be met as it stands, and none that is misused is part of one', () => {
  for (const fields of glossary) {
    const term = { id: 't1', ...fields }
    for (const { text, status } of term.renderings) {
      const { met, misused } = verifyTerm(term, `We name ${text} here.`)
      const permitted = status === 'preferred' || status === 'admitted'
      assert.deepEqual(
        [met.length, misused.length],
        permitted ? [1, 0] : [0, 1],
        `${preferredRendering(term)}: ${text}`,
      )
    }
  }
})

test('no form is so short that it stands in other words by chance', () => {
  const short = glossary.flatMap(({ source }) => source).filter((form) => [...form].length < 2)
  assert.deepEqual(short, [])
})
