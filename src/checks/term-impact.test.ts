import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainStyle } from '../model/house-style.ts'
import type { RenderingStatus, Term, TermStatus } from '../model/term.ts'
import { termbaseOf } from '../terms/fixtures/termbase-of.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { edited } from '../terms/verification/put-in-place.ts'
import type { SegmentContext } from './check.ts'
import cases from './fixtures/term-impact.json' with { type: 'json' }
import { checkSegment } from './registry.ts'
import { createTermImpact, isOf, type Pair } from './term-impact.ts'
import { createTermProposal, isGrave } from './term-proposal.ts'

type Written = Readonly<Partial<Record<RenderingStatus | 'abbreviation' | 'laterMention' | 'notBefore', string>>> & {
  readonly source: string
  readonly status?: string
}

function termOf(written: Written, id = 't'): Term {
  const { source, status = 'proposed', abbreviation, laterMention, notBefore, ...renderings } = written
  return {
    id,
    source: source.split('|'),
    renderings: Object.entries(renderings).map(([of, text]) => ({ text, status: of as RenderingStatus })),
    status: status as TermStatus,
    domain: '',
    note: '',
    authority: '',
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...(laterMention === undefined ? {} : { laterMention }),
    ...(notBefore === undefined ? {} : { notBefore: [notBefore] }),
  }
}

function pairOf(source: string, target: string): Pair {
  return { segment: 'b1.s1', kind: 'paragraph', source, target, style: plainStyle }
}

interface Case {
  readonly why: string
  readonly before?: Written
  readonly after: Written
  readonly others?: readonly Written[]
  readonly zh: string
  readonly en: string
  readonly touched?: false
  readonly arisen?: readonly string[]
  readonly gone?: readonly string[]
  readonly proposal: string | null
}

for (const { why, before, after, others = [], zh, en, ...expected } of cases as unknown as readonly Case[]) {
  test(`a changed term: ${why}`, () => {
    const versions = [...(before ? [termOf(before)] : []), termOf(after)]
    const terms = [...versions.slice(0, 1), ...others.map((other, index) => termOf(other, `o${index}`))]
    const touch = createTermImpact(termbaseOf(terms), versions)(pairOf(zh, en))
    assert.equal(touch !== null, expected.touched ?? true)
    const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code)
    assert.deepEqual(codes(touch?.arisen ?? []), expected.arisen ?? [])
    if (expected.gone) assert.deepEqual(codes(touch?.gone ?? []), expected.gone)
    const edits = touch ? createTermProposal(versions)(touch.after) : []
    assert.equal(edits.length > 0 ? edited(en, edits) : null, expected.proposal)
  })
}

/** Words of both languages that overlap, hide in one another and say the same of several terms. */
const form = fc.constantFrom('茶城', '山阳茶城', '山阳', '茶', '千万茶', '城市', 'IP', '茶ＩＰ', '两村', '15分钟圈')
const english = fc.constantFrom(
  'Tea City',
  'tea',
  'Tea Town',
  'town',
  'the Tea City',
  'apple garden',
  'an IP',
  'City',
  'two villages',
  '15-minute circle',
)
const rendering = fc.record({ text: english, status: fc.constantFrom('admitted', 'deprecated', 'forbidden') })
const someTerm = (id: string) =>
  fc
    .record({
      source: fc.uniqueArray(form, { minLength: 1, maxLength: 3 }),
      preferred: english,
      others: fc.array(rendering, { maxLength: 2 }),
      status: fc.constantFrom<TermStatus>('proposed', 'approved', 'retired'),
      notBefore: fc.option(fc.constantFrom('市', '茶'), { nil: undefined }),
      laterMention: fc.option(fc.constantFrom('the town', 'the garden'), { nil: undefined }),
    })
    .map(({ preferred, others, notBefore, laterMention, ...rest }): Term => {
      const distinct = others.filter(
        ({ text }, at) => text !== preferred && others.findIndex((o) => o.text === text) === at,
      )
      return {
        id,
        ...rest,
        renderings: [{ text: preferred, status: 'preferred' }, ...(distinct as Term['renderings'])],
        domain: '',
        note: '',
        authority: '',
        ...(notBefore === undefined ? {} : { notBefore: [notBefore] }),
        ...(laterMention === undefined ? {} : { laterMention }),
      }
    })
const zh = fc
  .array(fc.oneof(form, fc.constantFrom('在', '三', '，', '市', '66', 'V', '期')), { maxLength: 6 })
  .map((parts) => parts.join(''))
const en = fc
  .array(
    fc.oneof(english, fc.constantFrom('a', 'an', 'the', 'in', 'Tea', 'and', '66', 'two', '15', 'minutes', 'opens.')),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(' '))
/** Other terms that share no form with the changed one, as in a termbase. */
const change = fc
  .record({
    had: fc.option(someTerm('t'), { nil: undefined }),
    has: someTerm('t'),
    other: someTerm('o'),
    pairs: fc.array(fc.tuple(zh, en), { maxLength: 8 }),
  })
  .filter(({ had, has, other }) => !other.source.some((one) => has.source.includes(one) || had?.source.includes(one)))

function contextOf(terms: readonly Term[], source: string, target: string): SegmentContext {
  return { ...pairOf(source, target), terms: createRecogniser(terms)(source) }
}

test('what a change touches is what checking every segment before and after tells', () => {
  fc.assert(
    fc.property(change, ({ had, has, other, pairs }) => {
      const versions = had ? [had, has] : [has]
      const impact = createTermImpact(termbaseOf([other]), versions)
      for (const [source, target] of pairs) {
        const touch = impact(pairOf(source, target))
        const [before, after] = [had, has].map((version) =>
          contextOf(version ? [other, version] : [other], source, target),
        ) as [SegmentContext, SegmentContext]
        const said = new Set(checkSegment(before).map((finding) => JSON.stringify(finding)))
        const says = checkSegment(after)
        const places = (context: SegmentContext) => context.terms.map(({ term, from, to }) => [term.id, from, to])
        const concerns = [...before.terms, ...after.terms].some(({ term }) => term.id === 't')
        const differs = JSON.stringify(places(before)) !== JSON.stringify(places(after))
        assert.equal(touch !== null, concerns || differs)
        assert.deepEqual(
          touch?.arisen ?? [],
          says.filter((finding) => !said.has(JSON.stringify(finding))),
        )
        const still = new Set(says.map((finding) => JSON.stringify(finding)))
        assert.deepEqual(
          touch?.gone ?? [],
          checkSegment(before).filter((finding) => !still.has(JSON.stringify(finding))),
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('a proposal leaves nothing grave about the term, and no more findings than there were', () => {
  let proposed = 0
  fc.assert(
    fc.property(change, ({ had, has, other, pairs }) => {
      const versions = had ? [had, has] : [has]
      const propose = createTermProposal(versions)
      for (const [source, target] of pairs) {
        const context = contextOf([other, has], source, target)
        const edits = propose(context)
        if (edits.length === 0) continue
        proposed += 1
        const changed = { ...context, target: edited(target, edits) }
        assert.deepEqual(
          checkSegment(changed).filter((finding) => isGrave(finding) && isOf(finding, has)),
          [],
        )
        assert.ok(checkSegment(changed).length <= checkSegment(context).length)
        // Whoever accepts what is proposed, and what is proposed then, comes to an end.
        let [last, rounds] = [changed, 1]
        for (let more = propose(last); more.length > 0; more = propose(last)) {
          assert.ok(++rounds < 5, target)
          last = { ...last, target: edited(last.target, more) }
        }
      }
    }),
    { numRuns: 400 },
  )
  assert.ok(proposed > 20, String(proposed))
})
