import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CandidateEvent, Entry, TermEvent } from '../../model/event.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { addTerm, changeTerm, dismissCandidate, restoreCandidate } from './changes.ts'
import { foldTermbase, type Termbase } from './termbase.ts'
import type { TermFields } from './tidy.ts'

function fields(overrides: Partial<TermFields> = {}): TermFields {
  return {
    source: ['山阳茶城', '茶城'],
    renderings: [{ text: 'China Tea City', status: 'preferred' }],
    status: 'proposed',
    domain: 'place',
    note: '',
    authority: '',
    ...overrides,
  }
}

function chainOf(events: readonly (TermEvent | CandidateEvent | Refusal)[]): readonly Entry[] {
  return events.map((event, index) => {
    assert.ok(!isRefusal(event), JSON.stringify(event))
    return {
      sequence: index + 1,
      at: `2025-01-0${index + 1}T00:00:00.000Z`,
      by: 'p1',
      previous: '',
      event,
      hash: `h${index + 1}`,
    }
  })
}

function codeOf(answer: TermEvent | Refusal): string {
  return isRefusal(answer) ? `refused: ${answer.code}` : answer.type
}

const authority = {
  authority: 'Tea Gazette',
  authorityBody: 'Tea Office',
  authorityDate: '2025-03',
  authorityPlace: 'No. 3',
}
const empty = foldTermbase([])
const one = foldTermbase(chainOf([addTerm(empty, fields(), 't1')]))

test('an empty chain is an empty termbase', () => {
  const { terms, changes, forms, words, dismissed, head, sequence } = empty
  assert.deepEqual([terms.size, changes.size, forms.claims.size, words.size, dismissed.size], [0, 0, 0, 0, 0])
  assert.deepEqual([head, sequence], ['', 0])
})

test('a term that was added is there, with who and when', () => {
  assert.deepEqual(one.terms.get('t1'), { id: 't1', ...fields() })
  assert.deepEqual(one.changes.get('t1'), { at: '2025-01-01T00:00:00.000Z', by: 'p1', count: 1, place: 1 })
  assert.deepEqual([one.head, one.sequence], ['h1', 1])
})

test('anyone proposes, only a terminologist adds an approved or retired term', () => {
  assert.equal(codeOf(addTerm(empty, fields(), 't1', ['translator'])), 'term-added')
  for (const status of ['approved', 'retired'] as const) {
    assert.equal(codeOf(addTerm(empty, fields({ status }), 't1', ['translator', 'approver'])), 'refused: role-missing')
    assert.equal(codeOf(addTerm(empty, fields({ status, ...authority }), 't1', ['terminologist'])), 'term-added')
  }
})

test('approval needs an authority and its date, however it comes about', () => {
  const lacking = [{}, { ...authority, authorityDate: '' }, { authorityDate: '2025' }, { ...authority, authority: ' ' }]
  for (const lack of lacking) {
    const wanted = fields({ status: 'approved', ...lack })
    assert.equal(codeOf(addTerm(empty, wanted, 't1', ['terminologist'])), 'refused: authority-missing')
    assert.equal(codeOf(changeTerm(one, 't1', 1, wanted, ['terminologist'])), 'refused: authority-missing')
  }
  const approved = foldTermbase(
    chainOf([addTerm(empty, fields({ status: 'approved', ...authority }), 't1', ['terminologist'])]),
  )
  const without = fields({ status: 'approved', authority: '' })
  assert.equal(codeOf(changeTerm(approved, 't1', 1, without, ['terminologist'])), 'refused: authority-missing')
  assert.equal(codeOf(addTerm(empty, fields(), 't1')), 'term-added')
})

test('a term that was approved without an authority, before one was asked for, is still read', () => {
  const term = { id: 't1', ...fields({ status: 'approved' }) }
  const old = foldTermbase(chainOf([{ type: 'term-added', v: 1, term }]))
  assert.equal(old.terms.get('t1')?.status, 'approved')
})

test('an approved term that says something else under the same authority is proposed again', () => {
  const approved = fields({ status: 'approved', ...authority })
  const base = foldTermbase(chainOf([addTerm(empty, approved, 't1', ['terminologist'])]))
  const statusAfter = (change: Partial<TermFields>) => {
    const event = changeTerm(base, 't1', 1, { ...approved, ...change }, ['terminologist'])
    return isRefusal(event) ? event.code : event.term.status
  }
  const [{ text = '' } = {}] = approved.renderings
  const other = [{ text: 'something else', status: 'preferred' as const }]
  assert.equal(statusAfter({ renderings: other }), 'proposed')
  assert.equal(
    statusAfter({ renderings: [...approved.renderings, { text: 'another', status: 'admitted' }] }),
    'proposed',
  )
  assert.equal(statusAfter({ source: ['另词'] }), 'proposed')
  assert.equal(statusAfter({ abbreviation: 'AB' }), 'proposed')
  // What the authority was not asked about changes nothing.
  assert.equal(statusAfter({ note: 'For us', publicNote: 'For all', domain: 'place' }), 'approved')
  assert.equal(
    statusAfter({ renderings: [...approved.renderings, { text: 'worse', status: 'forbidden' }] }),
    'approved',
  )
  assert.equal(statusAfter({ source: [...approved.source, '别名'] }), 'approved')
  // Another authority approves it at once, if it can be found.
  assert.equal(statusAfter({ renderings: other, authority: 'Tea Gazette for 2026' }), 'approved')
  assert.equal(statusAfter({ renderings: other, authority: 'asdf, qwer' }), 'authority-title')
  assert.equal(statusAfter({ authorityPlace: 'see web' }), 'authority-place')
  assert.notEqual(text, '')
})

test('a term approved by an authority in one line, from before there were parts, stays approved and is changed', () => {
  const line = { authority: 'Tea Gazette 3, Tea Office', authorityDate: '2025' }
  const term = { id: 't1', ...fields({ status: 'approved', ...line }) }
  const old = foldTermbase(chainOf([{ type: 'term-added', v: 1, term }]))
  const noted = changeTerm(old, 't1', 1, fields({ status: 'approved', ...line, note: 'New' }), ['terminologist'])
  assert.ok(!isRefusal(noted) && noted.term.status === 'approved')
  // Without the parts it is not approved anew.
  const again = changeTerm(old, 't1', 1, fields({ status: 'approved', ...line, authorityDate: '2026' }), [
    'terminologist',
  ])
  assert.equal(codeOf(again), 'refused: authority-body')
})

test('only a terminologist changes, on the version that was read', () => {
  assert.equal(
    codeOf(changeTerm(one, 't1', 1, fields({ status: 'approved' }), ['administrator'])),
    'refused: role-missing',
  )
  assert.equal(codeOf(changeTerm(one, 't9', 1, fields(), ['terminologist'])), 'refused: term-unknown')
  assert.equal(codeOf(changeTerm(one, 't1', 0, fields(), ['terminologist'])), 'refused: term-changed')
  const approved = changeTerm(one, 't1', 1, fields({ status: 'approved', ...authority }), ['terminologist'])
  const two = foldTermbase(chainOf([addTerm(empty, fields(), 't1'), approved]))
  assert.equal(two.terms.get('t1')?.status, 'approved')
  assert.equal(two.changes.get('t1')?.count, 2)
  assert.equal(codeOf(changeTerm(two, 't1', 1, fields(), ['terminologist'])), 'refused: term-changed')
})

test('white space is made single, and forms that are one in a text are kept once, in order', () => {
  const event = addTerm(
    empty,
    fields({
      source: [' 茶“城” ', '茶城', '茶「城」', ''],
      renderings: [{ text: ' tea   city ', status: 'preferred' }],
    }),
    't1',
  )
  assert.ok(!isRefusal(event))
  assert.deepEqual(event.term.source, ['茶“城”', '茶城'])
  assert.equal(event.term.renderings[0]?.text, 'tea city')
})

const incomplete: readonly { readonly name: string; readonly fields: Partial<TermFields> }[] = [
  { name: 'no form', fields: { source: [' '] } },
  { name: 'no rendering', fields: { renderings: [] } },
  { name: 'no preferred rendering', fields: { renderings: [{ text: 'tea city', status: 'admitted' }] } },
  { name: 'an empty preferred rendering', fields: { renderings: [{ text: ' ', status: 'preferred' }] } },
  {
    name: 'two preferred renderings',
    fields: {
      renderings: [
        { text: 'tea city', status: 'preferred' },
        { text: 'city of tea', status: 'preferred' },
      ],
    },
  },
  {
    name: 'one rendering under two statuses',
    fields: {
      renderings: [
        { text: 'tea city', status: 'preferred' },
        { text: 'tea city', status: 'forbidden' },
      ],
    },
  },
]
for (const { name, fields: wrong } of incomplete) {
  test(`refuses a term with ${name}`, () => {
    assert.equal(codeOf(addTerm(empty, fields(wrong), 't1')), 'refused: term-incomplete')
    assert.equal(codeOf(changeTerm(one, 't1', 1, fields(wrong), ['terminologist'])), 'refused: term-incomplete')
  })
}

test('characters that no file can carry are not taken', () => {
  const event = addTerm(
    empty,
    fields({ source: ['茶\u0000城'], domain: '\u0007place', note: 'One\u0001.\nTwo\uFFFF.', owner: '\u0002' }),
    't1',
  )
  assert.ok(!isRefusal(event))
  const { source, domain, note, owner } = event.term
  assert.deepEqual([source, domain, note, owner], [['茶 城'], 'place', 'One.\nTwo.', undefined])
})

test('refuses a form that another term in use has, whatever its width', () => {
  assert.deepEqual(addTerm(one, fields({ source: ['茶馆', '茶城'] }), 't2'), {
    type: 'refusal',
    code: 'term-duplicate',
    params: { form: '茶城', term: 't1' },
  })
  assert.equal(codeOf(changeTerm(one, 't1', 1, fields(), ['terminologist'])), 'term-changed')
  const retired = changeTerm(one, 't1', 1, fields({ status: 'retired' }), ['terminologist'])
  const freed = foldTermbase(chainOf([addTerm(empty, fields(), 't1'), retired]))
  assert.equal(codeOf(addTerm(freed, fields(), 't2')), 'term-added')
})

test('what else may be said of a term is kept, tidy, and absent where nothing is said', () => {
  const written = {
    laterMention: ' the  city ',
    abbreviation: '',
    notBefore: ['期', ' 期'],
    notAfter: [],
    owner: 'Lin',
  }
  const added = addTerm(empty, fields(written), 't1')
  assert.ok(!isRefusal(added))
  assert.deepEqual(added.term, { id: 't1', ...fields(), laterMention: 'the city', notBefore: ['期'], owner: 'Lin' })
})

test('a change leaves what it does not name, and takes away what it empties', () => {
  const before = foldTermbase(chainOf([addTerm(empty, fields({ laterMention: 'the city', notBefore: ['期'] }), 't1')]))
  const changed = changeTerm(before, 't1', 1, fields({ notBefore: [], domain: 'brand' }), ['terminologist'])
  assert.ok(!isRefusal(changed))
  assert.deepEqual(changed.term, { id: 't1', ...fields({ domain: 'brand' }), laterMention: 'the city' })
})

test('a date that is none is refused', () => {
  assert.equal(codeOf(addTerm(empty, fields({ authorityDate: 'last year' }), 't1')), 'refused: term-incomplete')
})

function grown(termbase: readonly Entry[], more: readonly CandidateEvent[] | Refusal): readonly Entry[] {
  assert.ok(!isRefusal(more), JSON.stringify(more))
  return chainOf([...termbase.map(({ event }) => event as TermEvent | CandidateEvent), ...more])
}

const formsOf = ({ dismissed }: Termbase) => [...dismissed.values()].map(({ form }) => form)

test('a candidate is set aside once, by name, and offered again; terms are not touched by it', () => {
  const added = chainOf([addTerm(empty, fields(), 't1')])
  const aside = grown(added, dismissCandidate(one, ' 茶  “香” '))
  const two = foldTermbase(aside)
  assert.deepEqual([...two.dismissed.values()], [{ form: '茶 “香”', at: '2025-01-02T00:00:00.000Z', by: 'p1' }])
  assert.deepEqual([two.terms, two.changes], [one.terms, one.changes])
  assert.deepEqual(dismissCandidate(two, '茶 「香」'), [], 'a form that differs by its marks is the same form')
  const back = foldTermbase(grown(aside, restoreCandidate(two, '茶 「香」')))
  assert.deepEqual(formsOf(back), [])
  assert.deepEqual(restoreCandidate(back, '茶 “香”'), [])
  assert.equal(back.sequence, 3)
})

test('a term in use is not set aside, a retired one is', () => {
  assert.deepEqual(dismissCandidate(one, '茶城'), {
    type: 'refusal',
    code: 'term-duplicate',
    params: { form: '茶城', term: 't1' },
  })
  const retired = changeTerm(one, 't1', 1, fields({ status: 'retired' }), ['terminologist'])
  const freed = chainOf([addTerm(empty, fields(), 't1'), retired])
  assert.deepEqual(formsOf(foldTermbase(grown(freed, dismissCandidate(foldTermbase(freed), '茶城')))), ['茶城'])
})
