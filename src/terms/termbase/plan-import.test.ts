import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '../../model/refusal.ts'
import { renderingStatuses, type Term, termMembers } from '../../model/term.ts'
import type { Carried, IncomingRow, IncomingTerm } from '../../ports/glossary-row.ts'
import { termbaseOf } from '../fixtures/termbase-of.ts'
import { planImport } from './plan-import.ts'
import type { Termbase } from './termbase.ts'
import type { TermFields } from './tidy.ts'

function fields(source: readonly string[], changes: Partial<TermFields> = {}): TermFields {
  return {
    source,
    renderings: [{ text: source.join(' '), status: 'preferred' }],
    status: 'proposed',
    domain: '',
    note: '',
    authority: '',
    ...changes,
  }
}

const everything: readonly Carried[] = [
  ...termMembers.filter((member) => member !== 'renderings'),
  ...renderingStatuses,
]

function row(at: number, term: TermFields, more: Partial<Omit<IncomingTerm, 'type'>> = {}): IncomingTerm {
  return { type: 'term', at, id: '', fields: term, carries: new Set(everything), ...more }
}

function termbase(...terms: readonly Term[]): Termbase {
  return termbaseOf(terms)
}

const authority = {
  authority: 'Tea Gazette',
  authorityBody: 'Tea Office',
  authorityDate: '2025',
  authorityPlace: 'No. 3',
}
const city: Term = {
  id: 'city',
  ...fields(['茶城', '山阳茶城'], {
    renderings: [
      { text: 'Tea City', status: 'preferred' },
      { text: 'City of Tea', status: 'admitted' },
      { text: 'Tea Town', status: 'forbidden' },
    ],
    note: 'A market.',
    domain: 'place',
  }),
}
const house: Term = { id: 'house', ...fields(['茶馆']) }
const old: Term = { id: 'old', ...fields(['茶肆'], { status: 'retired' }) }

function plan(
  rows: readonly IncomingRow[],
  { base = termbase(city, house, old), roles = ['terminologist'] as const } = {},
) {
  let ids = 0
  return planImport(base, rows, () => `new${++ids}`, roles)
}

const outcomes = (...args: Parameters<typeof plan>) => plan(...args).rows.map(({ outcome }) => outcome)

/** The term that the only event of a plan leaves. */
function left(...args: Parameters<typeof plan>): Term | undefined {
  const { events } = plan(...args)
  assert.equal(events.length, 1)
  return events[0]?.term
}

test('a row is new, or changes the term it shares a form with, or finds it the same', () => {
  const rows = [
    row(2, fields(['茶园'])),
    row(3, fields(['茶馆'], { note: 'Where tea is drunk.' })),
    row(4, fields(['茶城'], { renderings: city.renderings.toReversed() })),
  ]
  const { events, rows: told } = plan(rows)
  assert.deepEqual(told, [
    { at: 2, form: '茶园', outcome: { type: 'added', asProposed: false } },
    { at: 3, form: '茶馆', outcome: { type: 'changed', members: ['note'] } },
    { at: 4, form: '茶城', outcome: { type: 'same' } },
  ])
  assert.deepEqual(
    events.map(({ type, term }) => [type, term.id, term.note]),
    [
      ['term-added', 'new1', ''],
      ['term-changed', 'house', 'Where tea is drunk.'],
    ],
  )
})

test('matched by a form, a row adds and takes nothing away', () => {
  const renderings = [
    { text: 'Teaburg', status: 'preferred' as const },
    { text: 'Tea Town', status: 'deprecated' as const },
  ]
  assert.deepEqual(left([row(2, fields(['茶城', '茶埠'], { renderings, domain: 'brand' }))]), {
    ...city,
    source: ['茶城', '山阳茶城', '茶埠'],
    renderings: [
      { text: 'Teaburg', status: 'preferred' },
      { text: 'Tea Town', status: 'deprecated' },
      { text: 'Tea City', status: 'admitted' },
      { text: 'City of Tea', status: 'admitted' },
    ],
    domain: 'brand',
  })
})

test('matched by its id, a row is the term as far as the file has a place for it', () => {
  const incoming = fields(['新茶城'], { renderings: [{ text: 'New Tea City', status: 'preferred' }] })
  assert.deepEqual(left([row(2, incoming, { id: 'city' })]), { id: 'city', ...incoming })
  const carries = new Set<Carried>(['source', 'preferred'])
  assert.deepEqual(left([row(2, incoming, { id: 'city', carries })]), {
    ...city,
    source: ['新茶城'],
    renderings: [
      { text: 'New Tea City', status: 'preferred' },
      { text: 'City of Tea', status: 'admitted' },
      { text: 'Tea Town', status: 'forbidden' },
    ],
  })
})

test('a status that the file has no word of stays', () => {
  const approved: Term = { ...house, status: 'approved', ...authority }
  const carries = new Set<Carried>(['source', 'preferred'])
  const base = termbase(approved)
  assert.deepEqual(outcomes([row(2, fields(['茶馆']), { carries })], { base }), [{ type: 'same' }])
  assert.deepEqual(outcomes([row(2, fields(['茶馆']))], { base }), [{ type: 'changed', members: ['status'] }])
})

test('a retired term is found where no term in use has the form', () => {
  assert.deepEqual(outcomes([row(2, fields(['茶肆']))]), [{ type: 'changed', members: ['status'] }])
  assert.deepEqual(outcomes([row(2, fields(['茶肆'], { status: 'retired' }))]), [{ type: 'same' }])
})

const refused = (...rows: readonly IncomingRow[]) =>
  outcomes(rows).map((outcome) => (outcome.type === 'refused' ? outcome.refusal : outcome.type))

test('a row that joins two terms, or one that the file has already, is refused by itself', () => {
  assert.deepEqual(refused(row(2, fields(['茶城', '茶馆']))), [
    refuse('row-two-terms', { form: '茶城', other: '茶馆' }),
  ])
  assert.deepEqual(refused(row(2, fields(['茶园'])), row(7, fields(['茶园', '茶场']))), [
    'added',
    refuse('row-form-twice', { form: '茶园', at: '2' }),
  ])
  assert.deepEqual(refused(row(2, fields(['茶城'])), row(7, fields(['山阳茶城']))), [
    'changed',
    refuse('row-form-twice', { form: '山阳茶城', at: '2' }),
  ])
  assert.deepEqual(refused(row(2, fields(['茶馆', '茶城']), { id: 'house' })), [
    refuse('term-duplicate', { form: '茶城', term: 'city' }),
  ])
})

test('an approval without an authority is refused, the rows around it are not', () => {
  assert.deepEqual(
    refused(
      row(2, fields(['茶园'], { status: 'approved' })),
      row(3, fields(['茶场'], { status: 'approved', ...authority })),
      row(4, fields(['茶馆'], { status: 'approved', ...authority, authorityPlace: 'see web' })),
      { type: 'unread', at: 5, form: '茶', refusal: refuse('row-malformed', { column: 'status' }) },
    ),
    [refuse('authority-missing'), 'added', refuse('authority-place'), refuse('row-malformed', { column: 'status' })],
  )
})

test('others bring proposals only, and change nothing that is there', () => {
  const theirs = { roles: ['translator'] as never }
  const rows = [
    row(2, fields(['茶园'], { status: 'approved', ...authority })),
    row(3, fields(['茶场'])),
    row(4, fields(['茶铺'], { status: 'retired' })),
    row(5, fields(['茶馆'], { note: 'Where tea is drunk.' })),
    row(6, fields(['茶馆'])),
  ]
  assert.deepEqual(outcomes(rows, theirs), [
    { type: 'added', asProposed: true },
    { type: 'added', asProposed: false },
    { type: 'refused', refusal: refuse('role-missing', { roles: 'terminologist' }) },
    { type: 'refused', refusal: refuse('role-missing', { roles: 'terminologist' }) },
    { type: 'same' },
  ])
  assert.ok(plan(rows, theirs).events.every(({ type, term }) => type === 'term-added' && term.status === 'proposed'))
})

test('terms change forms only one after the other: each can stand by itself at its turn', () => {
  const renamed = [row(2, fields(['茶馆']), { id: 'city' }), row(3, fields(['茶城']), { id: 'house' })]
  assert.deepEqual(refused(...renamed), [
    refuse('term-duplicate', { form: '茶馆', term: 'house' }),
    refuse('term-duplicate', { form: '茶城', term: 'city' }),
  ])
  const freed = [row(2, fields(['茶楼']), { id: 'house' }), row(3, fields(['茶馆']), { id: 'city' })]
  assert.deepEqual(refused(...freed), ['changed', 'changed'])
})
