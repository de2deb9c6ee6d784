import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readGlossary } from '../formats/csv/glossary-csv.ts'
import { plainStyle } from '../model/house-style.ts'
import { isRefusal } from '../model/refusal.ts'
import { proofreader } from '../server/proofreader.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { wordsOfSource, wordsOfTerms } from './proofing.ts'
import { checkDocument } from './registry.ts'

const golden = new URL('../../../shared/golden/press-conference.en.jsonl', import.meta.url)
const skip = existsSync(golden) ? false : 'the English of the real document is not beside this checkout'

test('the careful English of the real document has no error and no warning', { skip }, () => {
  const glossary = readGlossary(readFileSync(new URL('../../glossary/zh-CN_en.csv', import.meta.url)))
  assert.ok(!isRefusal(glossary))
  const termbase = glossary.map((term, index) => ({ ...term, id: `t${index}` }))
  const recognise = createRecogniser(termbase)
  const rows = readFileSync(golden, 'utf8').trimEnd().split('\n')
  const contexts = rows.map((row) => {
    const { id, zh, en }: { id: string; zh: string; en: string } = JSON.parse(row)
    const kind = /[。？?！!：:]$/.test(zh) ? ('paragraph' as const) : ('heading' as const)
    return { segment: id, kind, source: zh, target: en, terms: recognise(zh), style: plainStyle }
  })
  assert.equal(contexts.length, 187)
  const words = [...wordsOfTerms(termbase), ...contexts.flatMap(({ source }) => wordsOfSource(source))]
  const found = checkDocument(contexts, { proofread: proofreader.proofread, words })
  assert.deepEqual(
    found.filter(({ severity }) => severity !== 'note'),
    [],
  )
})
