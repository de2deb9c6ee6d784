import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Inline, inlineOf, plain } from '../model/inline.ts'
import type { Comment, DocumentState, SegmentState } from '../model/state.ts'
import { Table } from '../model/table.ts'
import type { ReturnedRow } from '../ports/format.ts'
import { compareRows } from './compare.ts'

type Sentence = Partial<Omit<SegmentState, 'source' | 'target'>> & {
  readonly source?: Inline
  readonly target?: Inline
}

function documentOf(sentences: Readonly<Record<string, Sentence>>, tombstones = {}): DocumentState {
  const segments = Object.entries(sentences).map(([id, sentence]): [string, SegmentState] => [
    id,
    {
      id,
      block: 'b1',
      source: inlineOf(`渠${id}。`),
      target: [],
      state: 'initial',
      version: 1,
      authors: [],
      waivers: [],
      comments: [],
      ...sentence,
    },
  ])
  return {
    document: {
      id: 'd1',
      title: '',
      sourceLanguage: 'zh-CN',
      targetLanguage: 'en',
      origin: { format: 'text', filename: '', sha256: '' },
      blocks: [],
    },
    imported: { by: 'p1', at: '' },
    segments: new Map(segments),
    tombstones,
    touchedSinceSignOff: false,
    releases: [],
    sequence: 1,
    head: '',
  }
}

function rowOf(id: string, english: string, changes: Partial<ReturnedRow> = {}): ReturnedRow {
  return {
    id,
    source: inlineOf(`渠${id}。`),
    target: inlineOf(english),
    confirmed: false,
    authors: [],
    comments: [],
    ...changes,
  }
}

const shown = (rows: readonly ReturnedRow[], went: DocumentState, now = went) => {
  const { changes, comments, problems, unchanged } = compareRows(rows, { went, now, taker: 'Li' })
  return {
    changes: changes.map(({ type, segment, target }) => `${type} ${segment} ${plain(target)}`),
    comments: comments.map(({ segment, text }) => `${segment} ${text}`),
    problems: problems.map(({ type, segment }) => `${type} ${segment}`),
    unchanged,
  }
}

test('English that changed is an edit, and a conflict where somebody has changed it here since', () => {
  const went = documentOf({ a: { target: ['Canal.'] }, b: { target: ['Dam.'] }, c: { target: ['Lake.'] }, d: {} })
  const now = documentOf({
    a: { target: ['Canal.'] },
    b: { target: ['Weir.'] },
    c: { target: ['Pond.'] },
    d: { target: ['Sea.'] },
  })
  const rows = [rowOf('a', 'The canal.'), rowOf('b', 'The dam.'), rowOf('c', 'Lake.'), rowOf('d', 'Sea.')]
  assert.deepEqual(shown(rows, went, now), {
    changes: ['edit a The canal.', 'conflict b The dam.'],
    comments: [],
    problems: [],
    unchanged: 2,
  })
})

test('what does not match is reported, each with its kind, and changes nothing', () => {
  const went = documentOf({ a: {}, b: {}, c: {}, d: { target: ['Sea.'] }, e: {}, f: {} })
  const still = Table.from(went.segments).with([], ['b', 'e'])
  const other = { ...(still.get('c') ?? assert.fail()), source: ['湖。'] }
  const now = { ...documentOf({}, { b: ['x'] }), segments: still.with([other]) }
  const rows = [
    rowOf('a', 'Canal.', { source: ['河。'] }),
    rowOf('b', 'Dam.'),
    rowOf('c', 'Lake.'),
    rowOf('d', ' '),
    rowOf('f', 'One.'),
    rowOf('f', 'Two.'),
    rowOf('constructor', 'Nothing.'),
  ]
  assert.deepEqual(shown(rows, went, now), {
    changes: [],
    comments: [],
    problems: [
      'altered a',
      'removed b',
      'changed-here c',
      'emptied d',
      'doubled f',
      'unknown constructor',
      'missing e',
    ],
    unchanged: 0,
  })
})

test('what the file calls translated can be confirmed, as long as nobody has here', () => {
  const went = documentOf({ a: { target: ['Canal.'] }, b: { target: ['Dam.'] }, c: {} })
  const now = documentOf({ a: { target: ['Canal.'] }, b: { target: ['Dam.'], state: 'translated' }, c: {} })
  const confirmed = { confirmed: true }
  const rows = [rowOf('a', 'Canal.', confirmed), rowOf('b', 'Dam.', confirmed), rowOf('c', '', confirmed)]
  assert.deepEqual(shown(rows, went, now).changes, ['confirm a Canal.'])
})

test('comments come with the name of whoever made them, and none comes twice', () => {
  const known: Comment = { id: 'c1', by: 'p1', at: '', text: 'Which canal?' }
  const went = documentOf({ a: { comments: [known] }, b: {} })
  const comments = [
    { author: 'Wang', text: 'Which canal?' },
    { author: 'Zhang', text: ' The Grand Canal. ' },
    { author: 'Li', text: 'Agreed.' },
    { author: '', text: 'Agreed.' },
    { author: '', text: ' ' },
  ]
  const rows = [
    rowOf('a', '', { comments }),
    rowOf('b', '', { source: ['湖。'], comments: [{ author: '', text: 'Lake' }] }),
  ]
  assert.deepEqual(shown(rows, went).comments, ['a Zhang: The Grand Canal.', 'a Agreed.', 'b Lake'])
})

test('codes of a target are those of its source, of which another tool keeps no more than the ids', () => {
  const bold = { type: 'open', id: '1', data: '**', kind: 'bold' } as const
  const end = { type: 'close', id: '1', data: '**', kind: 'bold' } as const
  const went = documentOf({ a: { source: [bold, '渠', end, '。'], target: [] } })
  const bare = (code: typeof bold | typeof end) => ({ type: code.type, id: code.id, data: '' })
  const row = rowOf('a', '', {
    source: [bare(bold), '渠', bare(end), '。'],
    target: ['The ', bare(bold), 'canal', bare(end), '.'],
  })
  const { changes } = compareRows([row], { went, now: went, taker: '' })
  assert.deepEqual(changes[0]?.target, ['The ', bold, 'canal', end, '.'])
  for (const broken of [['Canal.'], [bare(bold), 'canal', bare(end), { type: 'alone', id: '9', data: '' } as const]]) {
    assert.deepEqual(shown([{ ...row, target: broken }], went), {
      changes: [],
      comments: [],
      problems: ['codes a'],
      unchanged: 0,
    })
  }
})

test('rows of a table that were merged, cut or made by somebody are held back, and moved ones are taken and counted', () => {
  const block = (id: string) => ({
    id,
    kind: 'paragraph' as const,
    parts: [{ type: 'segment' as const, id, source: [] }],
  })
  const sentences = documentOf({ a: {}, b: {}, c: {}, d: {} })
  const went = { ...sentences, document: { ...sentences.document, blocks: ['a', 'b', 'c', 'd'].map(block) } }
  const made = { id: '', source: ['另见附件。'], target: [] }
  const rows = [
    rowOf('b', 'Dam.', { damage: 'merged' }),
    rowOf('', '', made),
    rowOf('', '', made),
    rowOf('c', 'Lake.', { damage: 'cut' }),
    rowOf('a', 'Canal.'),
    rowOf('d', ''),
  ]
  const { changes, problems, moved } = compareRows(rows, { went, now: went, taker: '' })
  assert.deepEqual(
    problems.map(({ type, segment, after }) => [type, segment, after]),
    [
      ['merged', 'b', undefined],
      ['unknown', '', 'b'],
      ['unknown', '', 'b'],
      ['cut', 'c', 'b'],
    ],
  )
  assert.deepEqual([changes.map(({ segment }) => segment), moved], [['a'], 1])
})

test('law: every row has one fate, rows as they went out change nothing, and what was taken is not taken again', () => {
  const english = fc.constantFrom('', 'Canal.', 'Dam.', 'Lake.')
  const sentences = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), english, { noNullPrototype: true })
  const row = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x'), english, fc.boolean(), fc.boolean())
    .map(([id, text, confirmed, same]) => rowOf(id, text, { confirmed, ...(!same && { source: ['河。'] }) }))
  const asDocument = (texts: Readonly<Record<string, string>>) =>
    documentOf(Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { target: inlineOf(text) }])))
  fc.assert(
    fc.property(sentences, sentences, fc.array(row), (before, after, rows) => {
      const [went, now] = [asDocument(before), asDocument(after)]
      const { changes, problems, unchanged } = compareRows(rows, { went, now, taker: '' })
      const ids = new Set(rows.map(({ id }) => id))
      const missing = problems.filter(({ type }) => type === 'missing')
      assert.equal(changes.length + unchanged + problems.length - missing.length, ids.size)
      assert.ok(missing.every(({ segment }) => !ids.has(segment)))

      const asSent = [...went.segments.values()].map(({ id, target }) => rowOf(id, plain(target)))
      assert.deepEqual(compareRows(asSent, { went, now, taker: '' }).changes, [])

      const taken = { ...after, ...Object.fromEntries(changes.map(({ segment, target }) => [segment, plain(target)])) }
      const again = compareRows(rows, { went, now: asDocument(taken), taker: '' }).changes
      assert.ok(again.every(({ type }) => type === 'confirm'))
    }),
  )
})
