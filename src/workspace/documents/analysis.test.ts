import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expectDefined } from '../../model/expect.ts'
import type { Finding } from '../../model/finding.ts'
import { plainStyle } from '../../model/house-style.ts'
import type { Steps } from '../../model/steps.ts'
import type { Term } from '../../model/term.ts'
import { openDesk, person } from '../../review/fixtures/desk.ts'
import { proofreader } from '../../server/proofreader.ts'
import { sha256 } from '../../stores/conformance.ts'
import { termbaseOf } from '../../terms/fixtures/termbase-of.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { type Analyst, createAnalyst } from './analysis.ts'
import { holdTerms } from './held-terms.ts'

const term = (id: string, source: string, text: string): Term => ({
  id,
  source: [source],
  renderings: [{ text, status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
})

function termbase(head: string, ...terms: readonly Term[]): Termbase {
  return termbaseOf(terms, head)
}

const termbases = [
  termbase(''),
  termbase('a', term('t1', '项目', 'project')),
  termbase('b', term('t1', '项目', 'scheme'), term('t2', '安排', 'plan')),
]
const words = fc.constantFrom(
  '',
  'Plans',
  'It invests 400 million yuan.',
  'It invests 40 million yuan.',
  'Seven projects.',
  'Seven colourful projecs.',
)
const money = fc.constantFrom('yuan', 'RMB')
const cut = fc.constantFrom('none', 'none', 'split', 'join')
const step = fc.record({ segment: fc.constantFrom('b1.s1', 'b2.s1', 'b2.s2'), words, terms: fc.nat(2), money, cut })

test('what an analyst remembers is what one without memories finds', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const ann = person('ann', 'translator')
      const desk = openDesk(sha256, [ann])
      const analyst = createAnalyst(proofreader)
      for (const { segment: first, words: text, terms, money, cut } of steps) {
        const style = { ...plainStyle, money } as const
        const { segments } = desk.state()
        const segment = segments.has(first) ? first : expectDefined([...segments.keys()].at(-1), 'a segment')
        const versions = [...segments.values()].slice(-2).map(({ version }) => version)
        if (cut === 'split')
          desk.send({ type: 'split', segment, base: segments.get(segment)?.version ?? 0, at: 2 }, ann)
        if (cut === 'join') {
          const [base = 0, nextBase = 0] = versions
          desk.send({ type: 'join', segment: [...segments.keys()].at(-2) ?? '', base, nextBase }, ann)
        }
        const base = desk.state().segments.get(segment)?.version ?? 0
        desk.send({ type: 'edit', segment, base, target: text === '' ? [] : [text] }, ann)
        const now = termbases[terms] as Termbase
        const remembered = analyst.analyse(desk.state(), now, style)
        const fresh = createAnalyst(proofreader).analyse(desk.state(), now, style)
        assert.deepEqual(remembered.findings.atOnce(), fresh.findings.atOnce())
        assert.deepEqual(remembered.figures.atOnce(), fresh.figures.atOnce())
        assert.deepEqual(remembered.terms, fresh.terms)
        assert.deepEqual(remembered.documentTerms.atOnce().covered, fresh.documentTerms.atOnce().covered)
        assert.deepEqual(remembered.documentTerms.atOnce().words, fresh.documentTerms.atOnce().words)
        assert.deepEqual(remembered.contexts, fresh.contexts)
        for (const id of desk.state().segments.keys()) {
          const alone = createAnalyst(proofreader).analyseSegment(desk.state(), id, now, style)
          const ofIt = (finding: Finding) => finding.segment === id
          const errors = (list: readonly Finding[]) => list.filter(({ severity }) => severity === 'error')
          assert.deepEqual(errors(alone.findings), errors(fresh.findings.atOnce().filter(ofIt)))
          assert.deepEqual(
            alone.figures,
            fresh.figures.atOnce().filter((figure) => figure.segment === id),
          )
          assert.deepEqual(analyst.analyseSegment(desk.state(), id, now, style), alone)
        }
        // The same style read again, and no style named, are the same style.
        assert.equal(analyst.analyse(desk.state(), now, { ...style }), remembered)
        assert.equal(analyst.analyse(desk.state(), now), remembered)
      }
    }),
    { numRuns: 60 },
  )
})

test('an edit is one segment’s work: the others’ contexts are the very same', () => {
  const ann = person('ann', 'translator')
  const desk = openDesk(sha256, [ann])
  const analyst = createAnalyst(proofreader)
  const [now] = termbases as [Termbase]
  const before = analyst.analyse(desk.state(), now).contexts
  desk.send({ type: 'edit', segment: 'b2.s1', base: 0, target: ['One.'] }, ann)
  const after = analyst.analyse(desk.state(), now).contexts
  assert.deepEqual(
    after.map((context, index) => context === before[index]),
    [true, false, true],
  )
})

test('what changes no text is no work: after confirming and returning the findings are the very same', () => {
  const [ann, ben] = [person('ann', 'translator'), person('ben', 'reviser')]
  const desk = openDesk(sha256, [ann, ben])
  const analyst = createAnalyst(proofreader)
  const [, now] = termbases as [Termbase, Termbase]
  desk.send({ type: 'edit', segment: 'b2.s1', base: 0, target: ['One.'] }, ann)
  const before = analyst.analyse(desk.state(), now).findings.atOnce()
  desk.send({ type: 'translate', segment: 'b2.s1', base: 1 }, ann)
  assert.equal(analyst.analyse(desk.state(), now).findings.atOnce(), before)
  desk.send({ type: 'return', segment: 'b2.s1', base: 2, reason: 'Shorter.' }, ben)
  assert.equal(analyst.analyse(desk.state(), now).findings.atOnce(), before)
  desk.send({ type: 'edit', segment: 'b2.s1', base: 3, target: ['Two.'] }, ann)
  assert.notEqual(analyst.analyse(desk.state(), now).findings.atOnce(), before)
})

test('a word is told until a term brings it, though no text has changed', () => {
  const ann = person('ann', 'translator')
  const desk = openDesk(sha256, [ann])
  const analyst = createAnalyst(proofreader)
  desk.send({ type: 'edit', segment: 'b2.s1', base: 0, target: ['They sell the recieved tea.'] }, ann)
  const toldBy = (now: Termbase) =>
    analyst
      .analyse(desk.state(), now)
      .findings.atOnce()
      .filter(({ code }) => code.startsWith('proof-'))
      .map(({ code, params }) => [code, params.found])
  const other = termbases[1] as Termbase
  assert.deepEqual(toldBy(other), [['proof-spelling', 'recieved']])
  const bringing = termbase('c', term('t9', '收茶', 'recieved tea'))
  assert.deepEqual(toldBy(bringing), [])
  assert.deepEqual(analyst.analyse(desk.state(), bringing).documentTerms.atOnce().words, ['recieved'])
  assert.deepEqual(toldBy(other), [['proof-spelling', 'recieved']])
})

test('two open documents share one recogniser, and a term that changes makes a new one', () => {
  const { document } = openDesk(sha256, []).state()
  const [one, other] = ['d1', 'd2'].map((id) => ({ ...openDesk(sha256, []).state(), document: { ...document, id } }))
  assert.ok(one && other)
  const built: string[] = []
  const analyst = createAnalyst(proofreader, (termbase, isListed) => {
    built.push(termbase.head)
    return holdTerms(termbase, isListed)
  })
  const [, before, after] = termbases as [Termbase, Termbase, Termbase]
  for (const state of [one, other, one]) {
    analyst.analyse(state, before)
    Array.from(analyst.analyseSteps(state, before))
  }
  assert.deepEqual(built, ['a'])
  for (const state of [one, other, one]) analyst.analyse(state, after)
  assert.deepEqual(built, ['a', 'b'])
})

test('law: step by step, with other analyses between the steps, is the same as at once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(2)), (steps, turns) => {
      const ann = person('ann', 'translator')
      const desk = openDesk(sha256, [ann])
      const analyst = createAnalyst(proofreader)
      const begun = steps.map(({ segment, words: text, terms, money }) => {
        const base = desk.state().segments.get(segment)?.version ?? 0
        desk.send({ type: 'edit', segment, base, target: text === '' ? [] : [text] }, ann)
        const input = [desk.state(), expectDefined(termbases[terms], 'a termbase'), { ...plainStyle, money }] as const
        return { input, work: findingSteps(analyst, input) }
      })
      const results = inTurns(
        begun.map(({ work }) => work),
        turns,
      )
      for (const [index, { input }] of begun.entries()) {
        assert.deepEqual(
          results[index],
          createAnalyst(proofreader)
            .analyse(...input)
            .findings.atOnce(),
        )
      }
    }),
    { numRuns: 60 },
  )
})

function* findingSteps(analyst: Analyst, input: Readonly<Parameters<Analyst['analyse']>>): Steps<readonly Finding[]> {
  const analysis = yield* analyst.analyseSteps(...input)
  return yield* analysis.findings.steps()
}

/** Takes a step of one and then of another, as `turns` says, until all have come to their ends. */
function inTurns<T>(works: readonly Steps<T>[], turns: readonly number[]): readonly (T | undefined)[] {
  const results: (T | undefined)[] = works.map(() => undefined)
  const open = new Set(works.keys())
  for (let turn = 0; open.size > 0; turn++) {
    const candidates = [...open]
    const index = candidates[(turns[turn % turns.length] ?? turn) % candidates.length] ?? 0
    const next = works[index]?.next()
    if (next?.done !== true) continue
    results[index] = next.value
    open.delete(index)
  }
  return results
}
