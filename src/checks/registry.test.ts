import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../model/finding.ts'
import { plainStyle } from '../model/house-style.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import type { SegmentContext } from './check.ts'
import { type Case, cases, type Expected } from './fixtures/cases.ts'
import { checkDocument, checkSegment } from './registry.ts'

function expectedOf({ contexts }: Case, finding: Finding): Expected {
  const context = contexts.find(({ segment }) => segment === finding.segment) as SegmentContext
  return {
    ...(contexts.length > 1 ? { segment: finding.segment } : {}),
    code: finding.code,
    severity: finding.severity,
    ...(finding.source ? { source: context.source.slice(finding.source.from, finding.source.to) } : {}),
    ...(finding.target ? { at: context.target.slice(finding.target.from, finding.target.to) } : {}),
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  }
}

for (const fixture of cases) {
  test(fixture.name, () => {
    const found = checkDocument(fixture.contexts, fixture.proofing).map((finding) => expectedOf(fixture, finding))
    assert.deepEqual(found, fixture.expected)
  })
}

test('there are as many fixtures without a finding as with one', () => {
  const clean = cases.filter(({ expected }) => expected.length === 0).length
  assert.ok(clean * 2 >= cases.length, `${clean} of ${cases.length}`)
})

const term: Term = {
  id: 't',
  source: ['茶城'],
  renderings: [
    { text: 'tea city', status: 'preferred' },
    { text: 'town of tea', status: 'forbidden' },
  ],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}
const recognise = createRecogniser([term])

function contextOf(source: string, target: string): SegmentContext {
  return { segment: 'b1.s1', kind: 'paragraph', source, target, terms: recognise(source), style: plainStyle }
}

test('checking is total, and every span lies in its text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '茶',
        '⻓',
        '\u200b',
        '⼗',
        '城',
        '“',
        '”',
        '"',
        '(',
        ')',
        ' ',
        '.',
        ',',
        'a',
        'the ',
        '1',
        '\u202e',
        '万',
      ),
    }),
  )
  fc.assert(
    fc.property(texts, texts, (source, target) => {
      for (const finding of checkSegment(contextOf(source, target))) {
        for (const [span, text] of [
          [finding.source, source],
          [finding.target, target],
        ] as const) {
          if (span) assert.ok(0 <= span.from && span.from <= span.to && span.to <= text.length)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a fix, put in place, leaves one finding fewer', () => {
  for (const { contexts } of cases.filter(({ contexts }) => contexts.length === 1)) {
    const [context] = contexts as [SegmentContext]
    const findings = checkSegment(context)
    for (const { target: span, fix } of findings) {
      if (span === undefined || fix === undefined) continue
      const target = context.target.slice(0, span.from) + fix + context.target.slice(span.to)
      if (target === '') continue
      assert.ok(checkSegment({ ...context, target }).length < findings.length, `${context.target} → ${target}`)
    }
  }
})
