import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../../../src/model/document.ts'
import { plainStyle } from '../../../../src/model/house-style.ts'
import type { Inline } from '../../../../src/model/inline.ts'
import { plainSteps } from '../../../../src/model/office-steps.ts'
import type { DocumentState, SegmentState } from '../../../../src/model/state.ts'
import { Table } from '../../../../src/model/table.ts'
import { sentenceOf } from '../../../background-checks/sentence.ts'
import { type Reading, rowPlacesOf } from './reading.ts'
import { createReadingKeeper, type ReadingInput } from './reading-keeper.ts'
import { repetitionsOf } from './repetitions.ts'
import { sectionsOf } from './sections.ts'
import { createSegmentChecker } from './segment-checker.ts'

const me = { id: 'p1', login: 'tan', name: 'Tan', roles: ['translator', 'reviser'], active: true } as const
const sources = ['全市投入30亿元。', '道路。', '桥梁。', '（见附件）']
const targets: readonly Inline[] = [[], ['The road.'], ['The city put in 3 billion yuan.'], ['The  bridge (see .']]
const kinds = ['heading', 'question', 'paragraph', 'answer'] as const

const blocks: readonly Block[] = Array.from({ length: 12 }, (_, index) => ({
  id: `b${index}`,
  kind: kinds[index % 4] ?? 'paragraph',
  parts: [{ type: 'segment', id: `b${index}.s1`, source: [sources[index % 4] ?? ''] }],
}))

const segmentAt = (index: number, more: Partial<SegmentState> = {}): SegmentState => ({
  id: `b${index}.s1`,
  block: `b${index}`,
  source: [sources[index % 4] ?? ''],
  target: [],
  state: 'initial',
  version: 0,
  authors: [],
  waivers: [],
  comments: [],
  ...more,
})

const sections = sectionsOf(blocks)
const places = rowPlacesOf(sections)
const checker = createSegmentChecker([], [], plainStyle)
const outline = {
  sections,
  places,
  indexById: new Map(places.map(({ id }, index) => [id, index])),
  repetitions: repetitionsOf(blocks.map((_, index) => segmentAt(index))),
}

const office = { steps: plainSteps, today: '2026-03-01' }
const people = { people: [me] }

const inputOf = (
  segments: Table<SegmentState>,
  background: ReadingInput['background'],
  singlePerson: boolean,
): ReadingInput => ({
  ...outline,
  state: { segments } as unknown as DocumentState,
  staleness: null,
  singlePerson,
  office,
  people,
  isSigned: false,
  me,
  checker,
  background,
})

/** All that a reading says, without its functions. */
const said = ({ rows, tallies, byId }: Reading) => ({ rows, tallies, found: rows.map(({ id }) => byId.get(id)) })

const edit = fc.record({
  index: fc.nat({ max: 11 }),
  target: fc.constantFrom(...targets),
  state: fc.constantFrom('initial', 'translated', 'reviewed'),
  authors: fc.constantFrom<readonly string[]>([], ['p1'], ['p2']),
  /** Whether the checks beside the page answer for it, and in which words they saw it. */
  checked: fc.constantFrom(null, ...targets),
  /** Whether they found it by comparing it with the others. */
  compares: fc.boolean(),
  singlePerson: fc.boolean(),
})

test('law: a reading kept over changes says what one made anew says', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const keep = createReadingKeeper()
      let segments = Table.of(blocks.map((_, index) => segmentAt(index)))
      let background: ReadingInput['background'] = { alone: Table.of([]), across: Table.of([]), rules: 1 }
      keep(inputOf(segments, background, false))
      for (const { index, target, state, authors, checked, compares, singlePerson } of edits) {
        const changed = segmentAt(index, { target, state, authors })
        segments = segments.with([changed])
        if (checked !== null) {
          const sentence = sentenceOf(changed, kinds[index % 4] ?? 'paragraph', checked)
          const segment = checker.findingsFor(changed, sentence.kind, checked)
          const { id } = changed
          background = compares
            ? { ...background, across: background.across.with([{ id, sentence, findings: segment }]) }
            : { ...background, alone: background.alone.with([{ id, sentence, segment, proof: [], rules: 1 }]) }
        }
        const input = inputOf(segments, background, singlePerson)
        assert.deepEqual(said(keep(input)), said(createReadingKeeper()(input)))
      }
    }),
    { numRuns: 100 },
  )
})

test('what has not changed stays the very same', () => {
  const keep = createReadingKeeper()
  const segments = Table.of(blocks.map((_, index) => segmentAt(index)))
  const background: ReadingInput['background'] = { alone: Table.of([]), across: Table.of([]), rules: 1 }
  const first = keep(inputOf(segments, background, false))
  assert.equal(keep(inputOf(segments, background, false)), first)
  const next = keep(inputOf(segments.with([segmentAt(3, { target: ['The bridge.'] })]), background, false))
  assert.notEqual(next, first)
  assert.deepEqual(
    next.rows.flatMap((row, index) => (row === first.rows[index] ? [] : [row.number])),
    [4],
  )
  assert.equal(next.tallies.looks.empty, 11)
})
