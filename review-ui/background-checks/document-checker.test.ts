import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases } from '../../src/checks/fixtures/cases.ts'
import { checkDocument } from '../../src/checks/registry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { plainStyle } from '../../src/model/house-style.ts'
import { atOnce } from '../../src/model/steps.ts'
import { Table } from '../../src/model/table.ts'
import type { Proofread } from '../../src/proofing/proofread.ts'
import { proofreader } from '../../src/server/proofreader.ts'
import { createDocumentChecker } from './document-checker.ts'
import { type Compared, typedFindings } from './latest-findings.ts'
import type { Rules, Sentence } from './messages.ts'

const { proofread } = proofreader

/** All that a checker finds in sentences, in no order. */
function foundIn(
  sentences: readonly Sentence[],
  rules: Rules,
  reads: Proofread | null = proofread,
): readonly Finding[] {
  const checker = createDocumentChecker(rules, reads)
  checker.putInOrder(sentences.map(({ id }) => id))
  checker.take(sentences.map((one, serial) => ({ ...one, serial })))
  const alone: Finding[] = []
  for (let next = checker.checkNext(); next !== null; next = checker.checkNext()) {
    alone.push(...next.segment, ...next.proof)
  }
  return [...alone, ...atOnce(checker.compareSteps()).flatMap(({ findings }) => findings)]
}

test('the checks beside the page say what the server says', () => {
  for (const { name, contexts, proofing } of cases) {
    const terms = [...new Set(contexts.flatMap((context) => context.terms.map(({ term }) => term)))]
    const sentences = contexts.map(({ segment, kind, source, target, inline }) => {
      return { id: segment, kind, source, target, ...(inline && { inline }) }
    })
    const found = foundIn(sentences, { terms, words: proofing.words, style: plainStyle })
    const key = (finding: object) => JSON.stringify(finding)
    assert.deepEqual(found.map(key).sort(), checkDocument(contexts, proofing).map(key).sort(), name)
  }
})

const sentence = (id: string, source: string, target: string): Sentence => ({ id, kind: 'paragraph', source, target })
const rules = { terms: [], words: [], style: plainStyle }
const codes = (findings: readonly { readonly segment: string; readonly code: string }[]) =>
  findings.map(({ segment, code }) => `${segment} ${code}`)

test('a sentence that is typed is compared within its document, and leaves the document as it was', () => {
  const checker = createDocumentChecker(rules, proofread)
  checker.putInOrder(['b1.s1', 'b2.s1'])
  checker.take([
    { ...sentence('b1.s1', '道路。', 'The road.'), serial: 1 },
    { ...sentence('b2.s1', '道路。', 'The road.'), serial: 2 },
  ])
  assert.deepEqual(atOnce(checker.compareSteps()), [])
  const typed = sentence('b2.s1', '道路。', 'The hospitl is here.')
  assert.deepEqual(codes(checker.proofread(typed)), ['b2.s1 proof-spelling'])
  const compared = atOnce(checker.compareSteps(typed))
  assert.deepEqual(
    compared.flatMap(({ findings }) => codes(findings)),
    ['b2.s1 source-translated-two-ways'],
  )
  assert.deepEqual(atOnce(checker.compareSteps()), [])
})

test('sentences are checked in the order in which they came, the last words of each once', () => {
  const checker = createDocumentChecker(rules, null)
  checker.putInOrder(['b1.s1', 'b2.s1', 'b3.s1'])
  const sent = (id: string, serial: number) => ({ ...sentence(id, '道路。', 'The road.'), serial })
  checker.take([sent('b2.s1', 1), sent('b1.s1', 2), sent('b3.s1', 3)])
  checker.take([sent('b2.s1', 4)])
  checker.putInOrder(['b1.s1', 'b2.s1'])
  assert.equal(checker.waiting(), 2)
  const checked = [checker.checkNext(), checker.checkNext(), checker.checkNext()]
  assert.deepEqual(
    checked.map((one) => one && `${one.id} ${one.serial}`),
    ['b1.s1 2', 'b2.s1 4', null],
  )
})

test('of what comparing finds only what is new is said, and what is no longer so', () => {
  const checker = createDocumentChecker(rules, null)
  checker.putInOrder(['b1.s1', 'b2.s1', 'b3.s1'])
  const road = (id: string, target: string, serial: number) => ({ ...sentence(id, '道路。', target), serial })
  const compare = () => atOnce(checker.compareSteps()).map(({ id, serial, findings }) => [id, serial, findings.length])
  checker.take([road('b1.s1', 'The road.', 1), road('b2.s1', 'The way.', 2), road('b3.s1', 'The road.', 3)])
  const first = compare()
  assert.ok(first.some(([id]) => id === 'b2.s1'))
  assert.deepEqual(compare(), [])
  checker.take([road('b2.s1', 'The road.', 4)])
  assert.deepEqual(
    compare(),
    first.map(([id, serial]) => [id, id === 'b2.s1' ? 4 : serial, 0]),
  )
  assert.deepEqual(compare(), [])
})

test('without dictionaries it compares all the same', () => {
  const sentences = [sentence('b1.s1', '道路。', 'The hospitl.'), sentence('b2.s1', '道路。', 'The way.')]
  assert.deepEqual(codes(foundIn(sentences, rules, null)), ['b2.s1 source-translated-two-ways'])
})

test('what was found in other words holds for these as far as it may, for other Chinese not at all', () => {
  const before = sentence('b1.s1', '道路。', 'The hospitl and teh way.')
  const proof = foundIn([before], rules)
  assert.equal(proof.length, 2)
  const alone = Table.of([{ id: 'b1.s1', sentence: before, rules: 1, segment: [], proof }])
  const none = { proof: null, across: null }
  const background = { alone, across: Table.of<Compared>([]), typed: none, rules: 1, left: 0, complete: true }
  const found = (now: Sentence) => typedFindings(background, now).map(({ params }) => params.found)
  assert.deepEqual(found(before), ['hospitl', 'teh'])
  assert.deepEqual(found({ ...before, target: 'The hospital and teh way.' }), ['teh'])
  assert.deepEqual(found({ ...before, source: '铁路。' }), [])
  assert.deepEqual(found({ ...before, id: 'b9.s9' }), [])
  const typed = { ...none, proof: { sentence: { ...before, target: 'Teh way.' }, findings: [] } }
  assert.deepEqual(typedFindings({ ...background, typed }, typed.proof.sentence), [])
})
