import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, type Document, segmentsOf } from '../model/document.ts'
import { findingKey } from '../model/finding.ts'
import { plain } from '../model/inline.ts'
import type { People, Person } from '../model/people.ts'
import { isRefusal } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { sha256 } from '../stores/conformance.ts'
import type { SegmentCommand } from './command.ts'
import { type Desk, figuresOf, findingsOf, openDesk, person, sampleDocument } from './fixtures/desk.ts'
import { foldDocument } from './fold.ts'
import { bindingOf, staleness } from './signoff.ts'
import { unwaivedErrors } from './waivers.ts'

/** Anybody may have any role: what keeps them apart is not the role but the identity. */
const crowd: readonly Person[] = [
  person('ann', 'translator', 'reviser', 'approver'),
  person('bob', 'translator', 'reviser', 'approver'),
  person('cat', 'reviser', 'approver'),
  person('dan', 'approver'),
  person('eve', 'approver'),
]

/** The sample with one of its sentences a second time. */
const repetitive: Document = {
  ...sampleDocument,
  blocks: [
    ...sampleDocument.blocks,
    { id: 'b3', kind: 'paragraph', parts: [{ type: 'segment', id: 'b3.s1', source: ['项目有七个。'] }] },
  ],
}

/** One wish of somebody; what it needs of the present (versions, neighbours, findings) is filled in when it is sent. */
interface Wish {
  readonly who: number
  readonly what: SegmentCommand['type'] | 'sign' | 'translate-all' | 'revise-all'
  readonly where: number
  readonly text: string
  readonly at: number
  readonly stale: boolean
}

const wish: fc.Arbitrary<Wish> = fc.record({
  who: fc.nat(crowd.length - 1),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('translate-all', 'revise-all', 'sign', 'sign') },
    { weight: 2, arbitrary: fc.constantFrom('translate', 'revise', 'draft', 'edit', 'return', 'reopen', 'propagate') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'split',
        'join',
        'waive',
        'withdraw-waiver',
        'comment',
        'confirm-figures',
        'undo-propagation',
      ),
    },
  ),
  where: fc.nat(9),
  text: fc.constantFrom('One.', 'Two.', 'Three.', 'Four.', '', 'An XX.', '4 sums.', '7 jobs.'),
  at: fc.nat(8),
  stale: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
})

function commandOf(wished: Wish, state: DocumentState): SegmentCommand | null {
  const ids = Object.keys(state.segments)
  const segment = ids[wished.where % ids.length] as string
  const next = ids[(wished.where % ids.length) + 1]
  const now = state.segments[segment]
  const base = (now?.version ?? 0) - (wished.stale ? 1 : 0)
  const target = wished.text === '' ? [] : [wished.text]
  const finding = findingsOf(state).find((found) => found.segment === segment)
  switch (wished.what) {
    case 'sign':
    case 'translate-all':
    case 'revise-all':
    case 'resolve-comment':
      return null
    case 'draft':
      return {
        type: 'draft',
        segment,
        draft: {
          target,
          origin: { type: 'memory', match: 'exact', score: 100, source: 'm' },
          glossary: '',
          compliance: { asked: [], met: [] },
        },
      }
    case 'edit':
      return { type: 'edit', segment, base, target }
    case 'translate':
      return { type: 'translate', segment, base, target }
    case 'split':
      return { type: 'split', segment, base, at: wished.at }
    case 'join':
      return { type: 'join', segment, base, nextBase: state.segments[next ?? '']?.version ?? 0 }
    case 'waive':
      return { type: 'waive', segment, base, finding: finding ? findingKey(finding) : '', reason: 'Meant.' }
    case 'withdraw-waiver':
      return { type: 'withdraw-waiver', segment, base, finding: now?.waivers[0]?.finding ?? '' }
    case 'return':
      return { type: 'return', segment, base, reason: 'See the source.' }
    case 'confirm-figures': {
      const figures = figuresOf(state).filter((figure) => figure.segment === segment)
      return { type: 'confirm-figures', segment, figures: wished.stale ? [] : figures }
    }
    case 'undo-propagation':
      return { type: 'undo-propagation', segment }
    case 'comment':
      return { type: 'comment', segment, comment: `c${wished.at}`, text: 'Hm.' }
    default:
      return { type: wished.what, segment, base }
  }
}

function grant(desk: Desk, wished: Wish): { readonly signed: boolean; readonly edited: boolean } {
  const actor = crowd[wished.who] as Person
  if (wished.what === 'sign') return { signed: desk.sign(actor) === null, edited: false }
  if (wished.what === 'translate-all' || wished.what === 'revise-all') {
    for (const { id, version, state, target } of Object.values(desk.state().segments)) {
      const words = { target: target.length > 0 ? target : [wished.text] }
      if (wished.what === 'revise-all') desk.send({ type: 'revise', segment: id, base: version }, actor)
      else if (state === 'initial') desk.send({ type: 'translate', segment: id, base: version, ...words }, actor)
    }
    return { signed: false, edited: false }
  }
  const command = commandOf(wished, desk.state())
  const answer = command ? desk.send(command, actor) : []
  return { signed: false, edited: !isRefusal(answer) && answer.some(({ type }) => type === 'segment-edited') }
}

/** Splitting and joining move borders, never a character; every row has its place, and no id is given twice. */
function assertWhole(state: DocumentState): void {
  assert.deepEqual(state.document.blocks.map(textOf), repetitive.blocks.map(textOf))
  const rows = segmentsOf(state.document).map(({ id }) => id)
  assert.deepEqual([...rows].sort(), Object.keys(state.segments).sort())
  assert.ok(!rows.some((id) => id in state.tombstones), 'an id given twice')
}

function textOf({ parts }: Block): string {
  return parts.map(({ source }) => (typeof source === 'string' ? source : plain(source))).join('')
}

function assertFourEyes(state: DocumentState, people: People): void {
  for (const segment of Object.values(state.segments)) {
    const standing = segment.state === 'reviewed' || segment.state === 'final'
    assert.ok(!(segment.revised && segment.authors.includes(segment.revised.by)), 'a reviser among the authors')
    assert.equal(standing, segment.revised !== undefined, 'reviewed without a reviser, or the other way round')
    assert.equal(standing || segment.state === 'translated', segment.translated !== undefined)
    if (!standing) continue
    assert.deepEqual(
      unwaivedErrors(segment, findingsOf(state), people.singlePerson),
      [],
      'an error nobody answered for',
    )
    assert.ok(segment.target.length > 0, 'reviewed and empty')
  }
}

/** Whether the document is signed, why not any more, and which versions its segments have. */
function standingOf(desk: Desk) {
  const state = desk.state()
  const versions = Object.values(state.segments).map(({ version }) => version)
  return { stale: staleness(state, bindingOf(state, desk.bound(), sha256)), versions, signed: state.signedFigures }
}

test('no way leads to words revised or signed by those who wrote them, nor past an error nobody answered for', () => {
  let signatures = 0
  fc.assert(
    fc.property(fc.array(wish, { minLength: 20, maxLength: 40, size: 'max' }), (wishes) => {
      const desk = openDesk(sha256, crowd, repetitive)
      for (const wished of wishes) {
        const before = standingOf(desk)
        const { signed, edited } = grant(desk, wished)
        if (wished.what === 'confirm-figures') assert.deepEqual(standingOf(desk), before, 'a confirmation unsigned')
        const state = desk.state()
        assertFourEyes(state, desk.people)
        assertWhole(state)
        const binding = bindingOf(state, desk.bound(), sha256)
        if (signed) {
          signatures++
          const took = Object.values(state.segments).flatMap(({ authors, revised }) => [...authors, revised?.by])
          assert.ok(!took.includes(state.signOff?.by), 'signed by someone who took part')
          assert.ok(Object.values(state.segments).every((segment) => segment.state === 'final'))
          assert.equal(staleness(state, binding), null, 'unsigned at once')
          for (const { verdict, confirmed } of state.signedFigures ?? []) {
            assert.ok(verdict === 'same' || confirmed?.how === 'checked', 'a figure that differs and nobody confirmed')
          }
        }
        if (edited && state.signOff) assert.notEqual(staleness(state, binding), null, 'edited and still signed')
      }
      assert.deepEqual(foldDocument(desk.entries()), desk.state(), 'the same entries, another document')
    }),
    { numRuns: 800 },
  )
  assert.ok(signatures > 20, `only ${signatures} documents were ever signed: the law was hardly tried`)
})
