import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CountCell, type CountName, countKeys, countNames } from '../../model/counts.ts'
import type { Document } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plainQuality } from '../../model/quality.ts'
import type { DocumentState } from '../../model/state.ts'
import { atOnce } from '../../model/steps.ts'
import { applyEntry } from '../fold.ts'
import { nextIds } from '../segments.ts'
import { workTimes } from '../work-times.ts'
import { groupSteps } from './cells.ts'
import { countDocument, countEntry, notCounted, nothingCounted } from './document-counts.ts'
import { countFigures } from './figures.ts'
import { monthBefore, monthsIn } from './month.ts'

const shanghai = monthsIn('Asia/Shanghai')
const options = {
  monthOf: shanghai,
  measure: ({ draft, final }: { draft: string; final: string }) => {
    return { edits: draft === final ? 0 : 1, characters: Math.max(draft.length, final.length) }
  },
  singlePerson: false,
}

const document: Document = {
  id: 'd1',
  title: '甲',
  sourceLanguage: 'zh-CN',
  targetLanguage: 'en',
  origin: { format: 'text', filename: 'a.txt', sha256: '' },
  blocks: [
    {
      id: 'b1',
      kind: 'paragraph',
      parts: [
        { type: 'segment', id: 'b1.s1', source: ['甲乙丙丁。'] },
        { type: 'segment', id: 'b1.s2', source: ['道路 修好了。'] },
        { type: 'segment', id: 'b1.s3', source: ['公园。'] },
      ],
    },
  ],
}

const imported: DocumentEvent = { type: 'document-imported', v: 1, document }
const on = (segment: string) => ({ v: 1 as const, segment })
const draftOf = (segment: string, engine: string | null, text: string): DocumentEvent => ({
  type: 'segment-drafted',
  ...on(segment),
  draft: {
    target: [text],
    origin:
      engine === null ? { type: 'file', filename: 'a.xlf', state: '' } : { type: 'machine', engine, version: '1' },
    glossary: '',
    compliance: { asked: [], met: [] },
  },
})
const edit = (segment: string, text: string, act?: string): DocumentEvent => {
  return { type: 'segment-edited', ...on(segment), target: [text], ...(act && { act }) }
}
const translate = (segment: string): DocumentEvent => ({ type: 'segment-translated', ...on(segment) })
const revise = (segment: string): DocumentEvent => ({ type: 'segment-revised', ...on(segment) })

type Step = readonly [at: string, by: string, event: DocumentEvent]

function entriesOf(...steps: readonly Step[]): readonly Entry<DocumentEvent>[] {
  return steps.map(([at, by, event], index) => {
    return { sequence: index + 1, at, by, previous: '', event, hash: `h${index + 1}` }
  })
}

function sumOf(cells: readonly CountCell[], name: CountName, where: Partial<CountCell> = {}): number {
  return cells
    .filter((cell) => (['month', 'engine', 'person'] as const).every((key) => cell[key] === (where[key] ?? cell[key])))
    .reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)
}

const cellsOf = (...steps: readonly Step[]) => countDocument(entriesOf(...steps), options).counts.cells

test('a month is that of the office: an instant in London is another day in Shanghai and in Kathmandu', () => {
  for (const [zone, at, month] of [
    ['Asia/Shanghai', '2026-03-31T15:59:59.999Z', '2026-03'],
    ['Asia/Shanghai', '2026-03-31T16:00:00.000Z', '2026-04'],
    ['Asia/Shanghai', '2025-12-31T16:00:00.000Z', '2026-01'],
    ['Asia/Kathmandu', '2026-03-31T18:14:59.999Z', '2026-03'],
    ['Asia/Kathmandu', '2026-03-31T18:15:00.000Z', '2026-04'],
    ['America/St_Johns', '2026-04-01T02:29:59.999Z', '2026-03'],
    ['America/St_Johns', '2026-04-01T02:30:00.000Z', '2026-04'],
    ['UTC', '2028-02-29T23:59:59.999Z', '2028-02'],
  ] as const) {
    assert.equal(monthsIn(zone)(at), month, `${zone} ${at}`)
  }
  const monthOf = monthsIn('Asia/Shanghai')
  assert.deepEqual(['2026-03-31T15:59:00.000Z', '2026-03-31T16:00:00.000Z', '2026-03-31T15:59:00.000Z'].map(monthOf), [
    '2026-03',
    '2026-04',
    '2026-03',
  ])
  assert.deepEqual(
    [monthBefore('2026-03', 0), monthBefore('2026-03', 3), monthBefore('2026-12', 11)],
    ['2026-03', '2025-12', '2026-01'],
  )
})

test('of a sentence that several revise, each one’s revision counts in its month and under their name', () => {
  const cells = cellsOf(
    ['2026-03-31T15:00:00.000Z', 'ann', imported],
    ['2026-03-31T15:02:00.000Z', 'ann', edit('b1.s1', 'Two words')],
    ['2026-03-31T15:03:00.000Z', 'ann', translate('b1.s1')],
    ['2026-03-31T15:06:00.000Z', 'dan', revise('b1.s1')],
    ['2026-03-31T16:06:00.000Z', 'bob', { type: 'segment-revised-again', ...on('b1.s1') }],
  )
  assert.equal(sumOf(cells, 'revisedSentences', { month: '2026-03', person: 'dan' }), 1)
  assert.equal(sumOf(cells, 'revisedSentences', { month: '2026-04', person: 'bob' }), 1)
  assert.equal(sumOf(cells, 'revisedSentences'), 2)
})

test('each step counts in its month, under who had drafted the sentence and who did it', () => {
  const cells = cellsOf(
    ['2026-03-31T15:00:00.000Z', 'ann', imported],
    ['2026-03-31T15:01:00.000Z', 'system', draftOf('b1.s1', 'google', 'Ab')],
    ['2026-03-31T15:02:00.000Z', 'ann', edit('b1.s1', 'Two words')],
    ['2026-03-31T15:03:00.000Z', 'ann', translate('b1.s1')],
    ['2026-03-31T15:04:00.000Z', 'ann', edit('b1.s2', 'The road')],
    ['2026-03-31T16:05:00.000Z', 'ann', translate('b1.s2')],
    ['2026-03-31T16:06:00.000Z', 'dan', revise('b1.s1')],
    ['2026-03-31T16:07:00.000Z', 'dan', { type: 'segment-returned', ...on('b1.s2'), reason: 'x' }],
  )
  const march = { month: '2026-03' }
  const april = { month: '2026-04' }
  assert.deepEqual(
    [sumOf(cells, 'importedSentences', { ...march, engine: 'none' }), sumOf(cells, 'importedCharacters')],
    [3, 14],
  )
  assert.equal(sumOf(cells, 'draftedSentences', { ...march, engine: 'google', person: 'system' }), 1)
  assert.equal(sumOf(cells, 'confirmedSentences', { ...march, engine: 'google', person: 'ann' }), 1)
  assert.equal(sumOf(cells, 'confirmedWords', march), 2)
  assert.equal(sumOf(cells, 'revisedSentences', { ...april, engine: 'google', person: 'dan' }), 1)
  assert.equal(sumOf(cells, 'returnedCharacters', { ...april, engine: 'none', person: 'dan' }), 6)
  assert.equal(sumOf(cells, 'confirmedSentences', april), 0, 'it was sent back before the month was over')
  assert.equal(sumOf(cells, 'translatingMilliseconds', march), 2 * 60_000)
  assert.deepEqual(
    [sumOf(cells, 'translatingSteps'), sumOf(cells, 'translatingTimed')],
    [4, 2],
    'of the first step and of the one after an hour no time is known',
  )
  assert.deepEqual([sumOf(cells, 'postEditSentences'), sumOf(cells, 'postEditEdits')], [1, 1])
})

test('what is taken back in the month counts no more, and what stood at the end of a month stays', () => {
  const confirmed: Step[] = [
    ['2026-03-01T08:00:00.000Z', 'ann', imported],
    ['2026-03-01T08:01:00.000Z', 'ann', edit('b1.s1', 'One')],
    ['2026-03-01T08:02:00.000Z', 'ann', translate('b1.s1')],
  ]
  const replaced: Step = ['2026-03-01T08:03:00.000Z', 'dan', edit('b1.s1', 'Two', 'act')]
  assert.equal(sumOf(cellsOf(...confirmed), 'confirmedSentences'), 1)
  assert.equal(sumOf(cellsOf(...confirmed, replaced), 'confirmedSentences'), 0)
  const undone: DocumentEvent = { type: 'edit-undone', ...on('b1.s1'), act: 'act' }
  assert.equal(
    sumOf(cellsOf(...confirmed, replaced, ['2026-03-01T08:04:00.000Z', 'dan', undone]), 'confirmedSentences'),
    1,
  )
  const propagated: DocumentEvent = {
    type: 'segment-propagated',
    ...on('b1.s2'),
    from: 'b1.s1',
    target: ['One'],
    authors: ['ann'],
  }
  const put: Step = ['2026-03-01T08:03:00.000Z', 'ann', propagated]
  assert.equal(sumOf(cellsOf(...confirmed, put), 'confirmedSentences'), 2)
  const back: DocumentEvent = { type: 'propagation-undone', ...on('b1.s2') }
  assert.equal(sumOf(cellsOf(...confirmed, put, ['2026-03-01T08:04:00.000Z', 'ann', back]), 'confirmedSentences'), 1)
  const later = cellsOf(...confirmed, ['2026-05-01T08:03:00.000Z', 'ann', edit('b1.s1', 'Three')])
  assert.equal(sumOf(later, 'confirmedSentences', { month: '2026-03' }), 1)
  const again = cellsOf(
    ...confirmed,
    ['2026-03-02T08:00:00.000Z', 'ann', edit('b1.s1', 'X')],
    ['2026-03-02T08:01:00.000Z', 'dan', translate('b1.s1')],
  )
  assert.deepEqual(
    [sumOf(again, 'confirmedSentences'), sumOf(again, 'confirmedSentences', { person: 'dan' })],
    [1, 1],
    'a sentence counts once a month, as it was confirmed last',
  )
})

test('English that a file brought has no distance, and what nobody assessed has no score', () => {
  const cells = cellsOf(
    ['2026-03-01T08:00:00.000Z', 'ann', imported],
    ['2026-03-01T08:00:00.000Z', 'ann', draftOf('b1.s1', null, 'One')],
    ['2026-03-01T08:02:00.000Z', 'ann', translate('b1.s1')],
    ['2026-03-01T08:02:00.000Z', 'ann', edit('b1.s2', 'By hand')],
    ['2026-03-01T08:03:00.000Z', 'ann', translate('b1.s2')],
  )
  assert.equal(sumOf(cells, 'draftedSentences', { engine: 'file' }), 1)
  const inDocument = cells.map((cell) => ({ ...cell, document: 'd1' }))
  const { total } = atOnce(groupSteps(inDocument, []))
  assert.deepEqual(countFigures(total, plainQuality), { distance: null, penalty: null, perThousand: null, score: null })
})

test('an assessment counts for whoever had confirmed the text, with its issues, unless they take it back', () => {
  const steps: Step[] = [
    ['2026-03-01T08:00:00.000Z', 'ann', imported],
    ['2026-03-01T08:01:00.000Z', 'ann', edit('b1.s1', 'One two three four five six')],
    ['2026-03-01T08:02:00.000Z', 'ann', translate('b1.s1')],
    [
      '2026-03-01T08:03:00.000Z',
      'dan',
      { type: 'issue-marked', ...on('b1.s1'), issue: 'i', category: 'style', severity: 'minor' },
    ],
    ['2026-03-01T08:04:00.000Z', 'dan', { type: 'segment-assessed', ...on('b1.s1') }],
  ]
  const cells = cellsOf(...steps, ['2026-03-01T08:05:00.000Z', 'bob', edit('b1.s1', 'Another')])
  assert.deepEqual(
    [sumOf(cells, 'assessedWords', { person: 'ann' }), sumOf(cells, 'minorIssues'), sumOf(cells, 'assessedSentences')],
    [6, 1, 1],
  )
  const { total } = atOnce(
    groupSteps(
      cells.map((cell) => ({ ...cell, document: 'd1' })),
      [],
    ),
  )
  assert.equal(countFigures(total, plainQuality).score, 100 * (1 - 1 / 6))
  const withdrawn = cellsOf(...steps, [
    '2026-03-01T08:06:00.000Z',
    'dan',
    { type: 'assessment-withdrawn', ...on('b1.s1') },
  ])
  assert.deepEqual([sumOf(withdrawn, 'assessedWords'), sumOf(withdrawn, 'minorIssues')], [0, 0])
})

test('of two signatures in a month the last counts', () => {
  const signed = { type: 'document-signed', v: 1, signOff: {} } as unknown as DocumentEvent
  const twice = cellsOf(
    ['2026-03-01T08:00:00.000Z', 'ann', imported],
    ['2026-03-01T08:01:00.000Z', 'eve', signed],
    ['2026-03-02T08:01:00.000Z', 'fay', signed],
    ['2026-05-02T08:01:00.000Z', 'fay', signed],
  )
  assert.deepEqual(
    ['2026-03', '2026-05'].map((month) => sumOf(twice, 'signedSentences', { month })),
    [3, 3],
  )
  assert.deepEqual([sumOf(twice, 'signedSentences', { person: 'eve' }), sumOf(twice, 'signedCharacters')], [0, 28])
})

interface Move {
  readonly kind: number
  readonly at: number
  readonly by: string
  readonly wait: number
  readonly text: string
}

const moves = fc.array(
  fc.record({
    kind: fc.nat(17),
    at: fc.nat(5),
    by: fc.constantFrom('ann', 'bob', 'dan'),
    wait: fc.constantFrom(0, 1, 30_000, 400_000, 700_000, 9 * 24 * 3_600_000),
    text: fc.constantFrom('', 'One', 'Two words', 'The road is done.'),
  }),
  { maxLength: 60 },
)

function eventOf(state: DocumentState, { kind, at, text, by }: Move, number: number): DocumentEvent {
  const ids = [...state.segments.keys()]
  const segment = ids[at % ids.length] ?? ''
  const beside = ids[(at % ids.length) + 1] ?? ''
  const [first = '', second = ''] = nextIds(state, 'b1', 2)
  const events: readonly DocumentEvent[] = [
    draftOf(segment, 'google', text),
    draftOf(segment, at % 2 === 0 ? 'offline' : null, text),
    { type: 'draft-discarded', ...on(segment) },
    edit(segment, text),
    edit(segment, text, 'act'),
    { type: 'edit-undone', ...on(segment), act: 'act' },
    translate(segment),
    translate(segment),
    { type: 'segment-propagated', ...on(segment), from: ids[0] ?? '', target: [text], authors: [by] },
    { type: 'propagation-undone', ...on(segment) },
    revise(segment),
    { type: 'wording-accepted', ...on(segment), reviser: by },
    { type: 'segment-returned', ...on(segment), reason: 'x' },
    { type: 'segment-reopened', ...on(segment) },
    { type: 'issue-marked', ...on(segment), issue: `i${number}`, category: 'style', severity: 'major' },
    { type: 'segment-assessed', ...on(segment) },
    { type: 'segment-split', ...on(segment), at: 2, into: [first, second] },
    { type: 'segments-joined', v: 1, segments: [segment, beside], into: first },
  ]
  return events[kind] ?? edit(segment, text)
}

/** The entries of a document to which all this happened, with the state after each; what its fold refuses is left out. */
function lived(list: readonly Move[]) {
  const entries: Entry<DocumentEvent>[] = []
  const states: DocumentState[] = []
  let now = Date.UTC(2026, 2, 31, 15, 50)
  const add = (by: string, event: DocumentEvent) => {
    const sequence = entries.length + 1
    const at = new Date(now).toISOString()
    const entry = { sequence, at, by, previous: '', event, hash: `h${sequence}` }
    try {
      states.push(applyEntry(states.at(-1) ?? null, entry))
      entries.push(entry)
    } catch {
      // No event that could have happened.
    }
  }
  add('ann', imported)
  for (const [number, move] of list.entries()) {
    now += move.wait
    add(move.by, eventOf(states.at(-1) ?? assert.fail(), move, number))
  }
  return { entries, states }
}

test('to count in pieces, or entry by entry, is to count at once', () => {
  fc.assert(
    fc.property(moves, fc.nat(60), (list, at) => {
      const { entries, states } = lived(list)
      const whole = countDocument(entries, options)
      const pieces = countDocument(entries.slice(at), options, countDocument(entries.slice(0, at), options))
      assert.deepEqual(pieces.counts, whole.counts)
      let counts = nothingCounted
      for (const [index, entry] of entries.entries()) {
        const after = states[index] ?? assert.fail()
        // As it comes back from a snapshot.
        counts = JSON.parse(
          JSON.stringify(countEntry(counts, options, { before: states[index - 1] ?? null, entry, after })),
        )
      }
      assert.deepEqual(counts, whole.counts)
      assert.deepEqual(countDocument([], options), notCounted)
    }),
  )
})

test('of each month there is counted what stood at its end and was done in it', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const { entries, states } = lived(list)
      const { cells } = countDocument(entries, options).counts
      const ends = new Map(entries.map(({ at }, index) => [shanghai(at), states[index] ?? assert.fail()]))
      for (const [month, { segments }] of ends) {
        const all = [...segments.values()]
        const confirmed = all.filter(({ translated }) => translated && shanghai(translated.at) === month)
        assert.equal(sumOf(cells, 'confirmedSentences', { month }), confirmed.length)
        for (const person of ['ann', 'bob', 'dan']) {
          const theirs = confirmed.filter(({ translated }) => translated?.by === person)
          assert.equal(sumOf(cells, 'confirmedSentences', { month, person }), theirs.length)
        }
        const drafted = confirmed.filter(({ draft }) => draft && draft.origin.type !== 'file')
        assert.equal(sumOf(cells, 'postEditSentences', { month }), drafted.length)
        const revisions = all.flatMap(({ revised, revisedAgain = [], accepted }) =>
          revised ? [accepted ?? revised, ...revisedAgain] : [],
        )
        const ofMonth = revisions.filter(({ at }) => shanghai(at) === month)
        assert.equal(sumOf(cells, 'revisedSentences', { month }), ofMonth.length)
      }
      const times = workTimes(entries, 0).reduce((sum, { milliseconds }) => sum + (milliseconds ?? 0), 0)
      assert.equal(sumOf(cells, 'translatingMilliseconds') + sumOf(cells, 'revisingMilliseconds'), times)
      const made = entries.filter(({ event }) => event.type === 'segment-drafted').length
      assert.equal(sumOf(cells, 'draftedSentences'), made)
    }),
  )
})

test('no count is below 0, and the groups by any keys add up to the whole', () => {
  fc.assert(
    fc.property(moves, fc.subarray([...countKeys]), (list, by) => {
      const { cells } = countDocument(lived(list).entries, options).counts
      for (const { counts } of cells) for (const count of Object.values(counts)) assert.ok(count > 0)
      const inDocuments = cells.map((cell, index) => ({ ...cell, document: `d${index % 2}` }))
      const { groups, total } = atOnce(groupSteps(inDocuments, by))
      for (const name of countNames) {
        assert.equal(
          groups.reduce((sum, { counts }) => sum + counts[name], 0),
          total[name],
        )
        assert.equal(total[name], sumOf(cells, name))
      }
      assert.equal(new Set(groups.map(({ key }) => JSON.stringify(key))).size, groups.length)
    }),
  )
})
