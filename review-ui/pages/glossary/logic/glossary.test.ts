import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type RenderingStatus, renderingStatuses, type Term, termStatuses } from '../../../../src/model/term.ts'
import type { TermFields } from '../../../../src/terms/termbase/tidy.ts'
import { clashesOf, firstChoice, settled } from './clash.ts'
import {
  addRendering,
  changeRendering,
  emptyForm,
  fieldsOf,
  formOf,
  problemOf,
  removeRendering,
  sameFields,
} from './form.ts'
import { find, inOrder, markedParts, searchable } from './search.ts'
import { changesBetween, storyOf } from './term-changes.ts'

const term = (id: string, source: string, english: string, more: Partial<Term> = {}): Term => ({
  id,
  source: source.split('|'),
  renderings: [{ text: english, status: 'preferred' }],
  status: 'proposed',
  domain: 'place',
  note: '',
  authority: '',
  ...more,
})

const terms = [
  term('1', '河滨区', 'Hebin District'),
  term('2', '滨河新城|新城', 'Riverside New Town', { domain: 'project', note: 'Begun in 2019' }),
  term('3', '滨', 'waterfront', { status: 'approved', domain: '' }),
]
const all = { query: '', status: 'all', domain: '' } as const
const ids = (found: readonly Term[]) => found.map(({ id }) => id).join('')

test('a search goes through both languages and the note, whatever width and case', () => {
  const base = searchable(terms)
  assert.equal(ids(find(base, { ...all, query: '滨' }).found), '123')
  assert.equal(ids(find(base, { ...all, query: 'ＲＩＶＥＲ  town' }).found), '2')
  assert.equal(ids(find(base, { ...all, query: '2019 新城' }).found), '2')
  assert.equal(ids(find(base, { ...all, query: '没有' }).found), '')
})

test('each filter counts what the others leave', () => {
  const { found, statuses, domains } = find(searchable(terms), { query: '滨', status: 'proposed', domain: 'place' })
  assert.equal(ids(found), '1')
  assert.deepEqual(statuses, { all: 1, proposed: 1, approved: 0, retired: 0 })
  assert.deepEqual(domains, [
    { domain: 'place', count: 1 },
    { domain: 'project', count: 1 },
  ])
})

test('what is called exactly so comes first, then what begins so', () => {
  const at = (one: Term) => one.id
  assert.equal(ids(inOrder(terms, 'chinese', '滨', at)), '321')
  assert.equal(ids(inOrder(terms, 'english', '', at)), '123')
  assert.equal(ids(inOrder(terms, 'changed', '', at)), '321')
  assert.equal(ids(inOrder(terms, 'chinese', '', at)), '321', 'bīn, bīnhé, hébīn')
})

test('marked parts are the text', () => {
  assert.deepEqual(markedParts('Riverside New Town', 'new  RIVER'), [
    { text: 'River', found: true },
    { text: 'side ', found: false },
    { text: 'New', found: true },
    { text: ' Town', found: false },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      assert.equal(
        markedParts(text, query)
          .map((part) => part.text)
          .join(''),
        text,
      )
    }),
  )
})

const renderings = fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 1 }).chain((texts) =>
  fc.tuple(...texts.map(() => fc.constantFrom<RenderingStatus>('admitted', 'deprecated', 'forbidden'))).map((others) =>
    texts.map((text, index) => ({
      text,
      status: index === 0 ? ('preferred' as const) : (others[index] ?? 'admitted'),
    })),
  ),
)
const fields: fc.Arbitrary<TermFields> = fc.record({
  source: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙'), { minLength: 1 }),
  renderings,
  status: fc.constantFrom(...termStatuses),
  domain: fc.constantFrom('', 'place'),
  note: fc.constantFrom('', 'A note\nin two lines'),
  authority: fc.constantFrom('', 'A list of 2024', 'Another'),
  authorityBody: fc.constant('Road Office'),
  authorityDate: fc.constantFrom('', '2024'),
  authorityPlace: fc.constant('No. 7'),
  definition: fc.constantFrom('', 'What it is'),
  notBefore: fc.uniqueArray(fc.constantFrom('期', '城')),
})

test('a form gives back the term it was made of', () => {
  fc.assert(
    fc.property(fields, (one) => {
      assert.ok(sameFields(fieldsOf(formOf(one)), one))
      const lacking = [
        one.authority === '' && 'no-authority',
        one.authority === 'Another' && 'no-title',
        one.authorityDate === '' && 'no-date',
      ].find(Boolean)
      assert.equal(problemOf(formOf(one)), one.status === 'approved' ? (lacking ?? null) : null)
      const before = { ...one, status: 'approved' as const }
      assert.equal(problemOf(formOf(before), before), null, 'what was approved stays so')
    }),
  )
})

test('what is not said and what is empty are the same, and what is emptied is sent as such', () => {
  const one = { ...(terms[0] as Term), owner: 'The office', notBefore: ['期'] }
  const form = formOf(one)
  const emptied = fieldsOf({ ...form, texts: { ...form.texts, owner: ' ' }, lists: { ...form.lists, notBefore: '' } })
  assert.equal(emptied.owner, '')
  assert.deepEqual(emptied.notBefore, [])
  assert.ok(sameFields(emptied, terms[0] as Term))
  assert.deepEqual(
    changesBetween(one, emptied).map((change) => change.type === 'text' && change.field),
    ['owner', 'notBefore'],
  )
})

test('there is one preferred rendering, whichever is made so', () => {
  fc.assert(
    fc.property(fields, fc.nat(3), fc.constantFrom(...renderingStatuses), (one, key, status) => {
      const preferred = changeRendering(formOf(one), key, { status }).renderings.filter(
        (line) => line.status === 'preferred',
      )
      assert.ok(preferred.length <= 1)
    }),
  )
})

test('a form says what it lacks', () => {
  assert.equal(problemOf(emptyForm), 'no-source')
  assert.equal(problemOf({ ...emptyForm, source: ' \n甲\n甲 ' }), 'no-preferred')
  const named = changeRendering({ ...emptyForm, source: '甲' }, 0, { text: ' One  thing ' })
  assert.equal(problemOf(named), null)
  assert.deepEqual(fieldsOf(named).renderings, [{ text: 'One thing', status: 'preferred' }])
  const twice = changeRendering(addRendering(named, 'forbidden'), 1, { text: 'One thing' })
  assert.equal(problemOf(twice), 'said-twice')
  assert.equal(problemOf(removeRendering(twice, 1)), null)
  assert.equal(problemOf({ ...named, texts: { ...named.texts, authorityDate: '2024-13' } }), 'no-date')
  assert.equal(problemOf({ ...named, texts: { ...named.texts, authorityDate: ' 2024-12 ' } }), null)
})

test('when two people changed a term, what one alone changed stands, and nothing is lost', () => {
  const before = fieldsOf(formOf(terms[0] as Term))
  const mine = { ...before, note: 'Mine', authority: 'My list' }
  const theirs = { ...before, status: 'approved' as const, authority: 'Their list' }
  const clashes = clashesOf(before, mine, theirs)
  assert.deepEqual(clashes, [
    { field: 'status', changedBy: 'them' },
    { field: 'note', changedBy: 'me' },
    { field: 'authority', changedBy: 'both' },
  ])
  assert.deepEqual(settled(mine, theirs, firstChoice(clashes)), { ...mine, status: 'approved' })
  fc.assert(
    fc.property(fields, fields, fields, (base, a, b) => {
      const found = clashesOf(base, a, b)
      const chosen = (side: 'mine' | 'theirs') => Object.fromEntries(found.map(({ field }) => [field, side]))
      assert.ok(sameFields(settled(a, b, chosen('mine')), a))
      assert.ok(sameFields(settled(a, b, chosen('theirs')), b))
    }),
  )
})

test('a change of a term is told by its parts', () => {
  const before = fieldsOf(formOf(terms[1] as Term))
  const after: TermFields = {
    ...before,
    source: ['新城', '河滨新城'],
    renderings: [
      { text: 'Hebin New Town', status: 'preferred' },
      { text: 'Riverside New Town', status: 'forbidden' },
    ],
    note: '',
  }
  assert.deepEqual(changesBetween(before, after), [
    { type: 'form-added', text: '河滨新城' },
    { type: 'form-removed', text: '滨河新城' },
    { type: 'forms-ordered', text: '新城' },
    { type: 'rendering-added', text: 'Hebin New Town', status: 'preferred' },
    { type: 'rendering-status', text: 'Riverside New Town', from: 'preferred', to: 'forbidden' },
    { type: 'text', field: 'note', from: 'Begun in 2019', to: '' },
  ])
  assert.deepEqual(changesBetween(before, before), [])
})

test('the history says who approved, the latest first', () => {
  const one = terms[0] as Term
  const entry = (sequence: number, by: string, event: Term) => ({
    sequence,
    at: `2026-03-0${sequence}T00:00:00.000Z`,
    by,
    name: by,
    previous: '',
    hash: '',
    event: { type: sequence === 1 ? ('term-added' as const) : ('term-changed' as const), v: 1 as const, term: event },
  })
  const story = storyOf([
    entry(1, 'system', one),
    entry(2, 'p1', { ...one, status: 'approved', authority: 'A list' }),
    entry(3, 'p2', { ...one, status: 'approved', authority: 'A list', note: 'Since 2020' }),
  ])
  assert.deepEqual(
    story.map(({ deed, changes }) => [deed, changes.map(({ type }) => type).join()]),
    [
      ['changed', 'text'],
      ['approved', 'text'],
      ['added', ''],
    ],
  )
})
