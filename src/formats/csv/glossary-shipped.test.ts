import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { comparable } from '../../language/text/fold.ts'
import { isRefusal } from '../../model/refusal.ts'
import { preferredRendering } from '../../model/term.ts'
import { defectivePart } from '../../terms/termbase/authority.ts'
import { addTerm } from '../../terms/termbase/changes.ts'
import { foldTermbase } from '../../terms/termbase/termbase.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { verifyTerm } from '../../terms/verification/verify.ts'
import { readGlossary, writeGlossary } from './glossary-csv.ts'

const bytes = readFileSync(new URL('../../../glossary/zh-CN_en.csv', import.meta.url))
const glossary = readGlossary(bytes)
assert.ok(!isRefusal(glossary), JSON.stringify(glossary))

test('the shipped glossary is as the writer writes it', () => {
  assert.equal(writeGlossary(glossary), bytes.toString('utf8'))
})

test('every term of it may be added, and no form is of two terms', () => {
  const empty = foldTermbase([])
  const forms = glossary.flatMap(({ source }) => source.map(comparable))
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

/** Terms of a glossary that are approved and do not say by whom, in what and when; and those that say so unapproved. */
function unfounded(terms: readonly TermFields[]): readonly (string | undefined)[] {
  return terms
    .filter((term) => (term.status === 'approved') !== (defectivePart(term) === null))
    .map(({ source }) => source[0])
}

test('every approved term names its authority and the date of it, and no other term does', () => {
  assert.deepEqual(unfounded(glossary), [])
  assert.ok(glossary.some(({ status }) => status === 'approved'))
  const columns = 'source,preferred,status,authority,authority-body,authority-date,authority-place'
  const planted = (text: string) => {
    const read = readGlossary(new TextEncoder().encode(`${columns}\n${text}\n`))
    assert.ok(!isRefusal(read))
    return unfounded(read)
  }
  assert.deepEqual(planted('茶,tea,approved,Tea Gazette,Tea Office,,No. 3 of the gazette'), ['茶'])
  assert.deepEqual(planted('茶,tea,approved,,Tea Office,2025,No. 3 of the gazette'), ['茶'])
  assert.deepEqual(planted('茶,tea,approved,Tea Gazette,,2025,No. 3 of the gazette'), ['茶'])
  assert.deepEqual(planted('茶,tea,approved,Tea Gazette,Tea Office,2025,'), ['茶'])
  assert.deepEqual(planted('茶,tea,proposed,Tea Gazette,Tea Office,2025,No. 3 of the gazette'), ['茶'])
  assert.deepEqual(planted('茶,tea,approved,Tea Gazette,Tea Office,2025,No. 3 of the gazette'), [])
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
