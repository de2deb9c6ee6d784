import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PartOfSpeech, Term } from '../../model/term.ts'
import fixtures from './fixtures/verify.json' with { type: 'json' }
import { verifyTerm } from './verify.ts'

interface Renderings {
  readonly preferred: string
  readonly admitted?: readonly string[]
  readonly deprecated?: readonly string[]
  readonly forbidden?: readonly string[]
  readonly partOfSpeech?: PartOfSpeech
  readonly abbreviation?: string
  readonly laterMention?: string
  readonly inflections?: readonly string[]
}

function termOf({ preferred, admitted = [], deprecated = [], forbidden = [], ...said }: Renderings): Term {
  return {
    id: 't',
    source: ['术语'],
    renderings: [
      { text: preferred, status: 'preferred' as const },
      ...admitted.map((text) => ({ text, status: 'admitted' as const })),
      ...deprecated.map((text) => ({ text, status: 'deprecated' as const })),
      ...forbidden.map((text) => ({ text, status: 'forbidden' as const })),
    ],
    status: 'approved',
    domain: '',
    note: '',
    authority: '',
    ...said,
  }
}

// Each case marks what should be found: [met], {misused} and <without its capitals>.
const cases = fixtures as readonly (Renderings & { readonly text: string; readonly why?: string })[]
for (const { text, why, ...renderings } of cases) {
  test(`"${renderings.preferred}" in "${text}"${why ? `: ${why}` : ''}`, () => {
    const target = text.replace(/[[\]{}<>]/g, '')
    const { met, misused, miscased } = verifyTerm(termOf(renderings), target)
    const marks = [
      ...met.map(({ from, to }) => ({ from, to, open: '[', close: ']' })),
      ...misused.map(({ span }) => ({ ...span, open: '{', close: '}' })),
      ...miscased.map((span) => ({ ...span, open: '<', close: '>' })),
    ].sort((a, b) => b.from - a.from)
    const marked = marks.reduce(
      (rest, { from, to, open, close }) => rest.slice(0, from) + open + rest.slice(from, to) + close + rest.slice(to),
      target,
    )
    assert.equal(marked, text)
  })
}

test('there are many cases, and half of them find nothing that meets the term', () => {
  assert.ok(cases.length >= 150)
  assert.ok(cases.filter(({ text }) => !text.includes('[')).length * 2 >= cases.length)
})

test('is total, and spans lie in the text', () => {
  const term = termOf({ preferred: 'tea city', forbidden: ['town of tea'] })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (noise) => {
      const text = `${noise} Tea Cities ${noise}`
      const { met, misused } = verifyTerm(term, text)
      for (const { from, to } of [...met, ...misused.map(({ span }) => span)]) {
        assert.ok(0 <= from && from < to && to <= text.length)
      }
      assert.ok(met.length >= 1)
    }),
  )
})

test('a megabyte of anything is read', () => {
  const term = termOf({ preferred: 'tea (TC) city', forbidden: ['tea tea tea town'] })
  for (const unit of ['tea ', 'tea', ' ', "'", '(', 'tea (TC) ', '1,', '\u0301', 'tea-']) {
    verifyTerm(term, unit.repeat(Math.ceil(1_000_000 / unit.length)))
  }
})
