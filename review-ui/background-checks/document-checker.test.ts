import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases } from '../../src/checks/fixtures/cases.ts'
import { checkDocument, checkSegment } from '../../src/checks/registry.ts'
import { plainStyle } from '../../src/model/house-style.ts'
import { proofreader } from '../../src/server/proofreader.ts'
import { createDocumentChecker } from './document-checker.ts'
import { latestFindings } from './latest-findings.ts'
import type { Sentence } from './messages.ts'

const { proofread } = proofreader

test('page and reader together say what the server says', () => {
  for (const { name, contexts, proofing } of cases) {
    const terms = [...new Set(contexts.flatMap((context) => context.terms.map(({ term }) => term)))]
    const reader = createDocumentChecker({ terms, words: proofing.words, style: plainStyle }, proofread)
    const sentences = contexts.map(({ segment, kind, source, target }) => ({ id: segment, kind, source, target }))
    const together = [...contexts.flatMap(checkSegment), ...reader.checkDocument(sentences)]
    const key = (finding: object) => JSON.stringify(finding)
    assert.deepEqual(together.map(key).sort(), checkDocument(contexts, proofing).map(key).sort(), name)
  }
})

const sentence = (id: string, source: string, target: string): Sentence => ({ id, kind: 'paragraph', source, target })
const rules = { terms: [], words: [], style: plainStyle }
const codes = (findings: readonly { readonly segment: string; readonly code: string }[]) =>
  findings.map(({ segment, code }) => `${segment} ${code}`)

test('a sentence that is typed is read within its document, and leaves the document as it was', () => {
  const reader = createDocumentChecker(rules, proofread)
  const stored = [sentence('b1.s1', '道路。', 'The road.'), sentence('b2.s1', '道路。', 'The road.')]
  assert.deepEqual(reader.checkDocument(stored), [])
  const typed = sentence('b2.s1', '道路。', 'The hospitl is here.')
  assert.deepEqual(codes(reader.checkSentence(typed)), ['b2.s1 proof-spelling', 'b2.s1 source-translated-two-ways'])
  assert.deepEqual(reader.checkDocument(stored), [])
})

test('without dictionaries it reads across the document all the same', () => {
  const reader = createDocumentChecker(rules, null)
  const found = reader.checkDocument([
    sentence('b1.s1', '道路。', 'The hospitl.'),
    sentence('b2.s1', '道路。', 'The way.'),
  ])
  assert.deepEqual(codes(found), ['b2.s1 source-translated-two-ways'])
})

test('what was said of other words is said of these as far as it holds, of other Chinese not at all', () => {
  const before = sentence('b1.s1', '道路。', 'The hospitl and teh way.')
  const findings = createDocumentChecker(rules, proofread).checkDocument([before])
  assert.equal(findings.length, 2)
  const document = new Map([['b1.s1', { sentence: before, findings }]])
  const foundIn = (now: Sentence) => latestFindings(document, null, now).map(({ params }) => params.found)
  assert.deepEqual(foundIn(before), ['hospitl', 'teh'])
  assert.deepEqual(foundIn({ ...before, target: 'The hospital and teh way.' }), ['teh'])
  assert.deepEqual(foundIn({ ...before, source: '铁路。' }), [])
  assert.deepEqual(foundIn({ ...before, id: 'b9.s9' }), [])
  const typed = { sentence: { ...before, target: 'Teh way.' }, findings: [] }
  assert.deepEqual(latestFindings(document, typed, typed.sentence), [])
})
