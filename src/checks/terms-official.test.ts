import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readGlossary, writeGlossary } from '../formats/csv/glossary-csv.ts'
import { comparable } from '../language/text/fold.ts'
import { plainStyle } from '../model/house-style.ts'
import { isRefusal } from '../model/refusal.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { defectivePart } from '../terms/termbase/authority.ts'
import { addTerm } from '../terms/termbase/changes.ts'
import { emptyTermbase } from '../terms/termbase/termbase.ts'
import { checkDocument } from './registry.ts'

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/', root)
const skip = existsSync(shared) ? false : 'the official reports are not beside this checkout'

function termsOf(name: string) {
  const terms = readGlossary(readFileSync(new URL(`glossary/${name}`, root)))
  assert.ok(!isRefusal(terms), name)
  return terms.map((term, index) => ({ ...term, id: `${name}:${index}` }))
}

const official = termsOf('official_zh-CN_en.csv')
const city = termsOf('zh-CN_en.csv')

/** The term findings in the pairs of a file, notes left out. */
function findingsIn(file: string, terms: typeof official) {
  const recognise = createRecogniser(terms)
  const contexts = readFileSync(new URL(file, shared), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { id, zh, en }: { id: string; zh: string; en: string } = JSON.parse(line)
      const kind = 'paragraph' as const
      return { segment: id, kind, source: zh, target: en, terms: recognise(zh), style: plainStyle }
    })
  const found = checkDocument(contexts)
  return found.filter(({ code, severity }) => code.startsWith('term-') && severity !== 'note')
}

test('the official terms can be taken in beside the shipped glossary, and the approved ones name where they were read', () => {
  const text = readFileSync(new URL('glossary/official_zh-CN_en.csv', root), 'utf8')
  assert.equal(writeGlossary(official.map(({ id: _, ...term }) => term)), text)
  const forms = [...official, ...city].flatMap(({ source }) => source.map(comparable))
  assert.deepEqual(
    forms.filter((form, at) => forms.indexOf(form) !== at),
    [],
  )
  for (const { id, ...term } of official) {
    const event = addTerm(emptyTermbase(), term, id, ['terminologist'])
    assert.ok(!isRefusal(event), term.source[0])
    assert.equal(term.status === 'approved', defectivePart(term) === null, term.source[0])
  }
  const known = new Set(official.flatMap(({ source }) => source))
  for (const form of ['国内生产总值', '一带一路', '全国政协', '政府工作报告']) assert.ok(known.has(form), form)
})

test('in three official reports no official term is an error, and the few warnings are known', { skip }, () => {
  const found = findingsIn('corpora/official/clean.jsonl', official)
  assert.deepEqual(
    found.filter(({ severity }) => severity === 'error'),
    [],
  )
  // The official English leaves the term out, has it in other words, or has "SOBs" for SOEs.
  const counts = Object.fromEntries(
    [...Map.groupBy(found, ({ params }) => params.term)].map(([term, findings]) => [term, findings.length]),
  )
  assert.deepEqual(counts, {
    制造业: 1,
    实体经济: 1,
    国有企业: 2,
    地方政府: 1,
  })
})

test('beside the glossary of the real document they find nothing in its careful English', { skip }, () => {
  assert.deepEqual(findingsIn('golden/press-conference.en.jsonl', [...city, ...official]), [])
})
