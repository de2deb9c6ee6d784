import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CandidateEvent, Entry, TermEvent } from '../../model/event.ts'
import { renderingStatuses, type Term, termStatuses } from '../../model/term.ts'
import { createFullRecogniser, type Recognition, recogniserOf } from '../recognition/recognise.ts'
import { formsOfTerms, withVersion } from '../recognition/term-forms.ts'
import { emptyTermbase, foldTermbase, type Termbase } from './termbase.ts'
import { wordsOfTerm } from './words.ts'

/** Forms that begin alike, hide in one another and differ in width; two terms may have one form, as in old journals. */
const form = fc.constantFrom(
  '茶',
  '茶城',
  '茶城市',
  '山阳茶城',
  '城市',
  '市',
  'IP',
  'ＩＰ',
  'ip城',
  '一“芯”',
  '一「芯」',
)
const term = fc.record({
  id: fc.constantFrom('t1', 't2', 't3', 't4'),
  source: fc.array(form, { minLength: 1, maxLength: 3 }),
  renderings: fc.array(
    fc.record({ text: fc.constantFrom('Tea City', 'tea', 'the city'), status: fc.constantFrom(...renderingStatuses) }),
    { maxLength: 2 },
  ),
  status: fc.constantFrom(...termStatuses),
  domain: fc.constant(''),
  note: fc.constant(''),
  authority: fc.constant(''),
  notBefore: fc.constantFrom([], ['市'], ['茶']),
})
const event: fc.Arbitrary<TermEvent | CandidateEvent> = fc.oneof(
  { weight: 4, arbitrary: term.map((term): TermEvent => ({ type: 'term-changed', v: 1, term })) },
  form.map((form): CandidateEvent => ({ type: 'candidate-dismissed', v: 1, form })),
  form.map((form): CandidateEvent => ({ type: 'candidate-restored', v: 1, form })),
)
const events = fc.array(event, { maxLength: 12 })
const text = fc
  .array(fc.oneof(form, fc.constantFrom('、', 'a', '山', '芯', 'P')), { maxLength: 10 })
  .map((parts) => parts.join(''))

function entriesOf(events: readonly (TermEvent | CandidateEvent)[]): readonly Entry[] {
  return events.map((event, index) => ({
    sequence: index + 1,
    at: `2026-03-01T08:00:00.${String(index).padStart(3, '0')}Z`,
    by: `p${index % 3}`,
    previous: '',
    event,
    hash: `h${index + 1}`,
  }))
}

/** The contents of a termbase as plain values, without what its tree holds beyond its claims. */
function contentsOf({ terms, changes, dismissed, words, forms, head, sequence }: Termbase) {
  const claims = forms.claims.toArray().sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    terms: [...terms],
    changes: changes.toObject(),
    dismissed: [...dismissed],
    words: words.toObject(),
    claims,
    head,
    sequence,
  }
}

/** What a fold of all entries by plain maps makes: each term's last version in the order of the first. */
function plainly(entries: readonly Entry[]) {
  const terms = new Map<string, Term>()
  const counts = new Map<string, number>()
  for (const { event } of entries) {
    if (event.type === 'term-added' || event.type === 'term-changed') {
      terms.set(event.term.id, event.term)
      counts.set(event.term.id, (counts.get(event.term.id) ?? 0) + 1)
    }
  }
  return { terms: [...terms], counts: Object.fromEntries(counts) }
}

const places = ({ found, dropped }: Recognition) =>
  [found, dropped].map((list) => list.map(({ term, form, from, to }) => [term, form, from, to]))

test('a termbase that grew by pieces is the one folded at once, and what went before stays what it was', () => {
  fc.assert(
    fc.property(events, (events) => {
      const entries = entriesOf(events)
      let state = emptyTermbase()
      const states = entries.map((entry) => {
        state = foldTermbase([entry], state)
        return state
      })
      for (const [index, grown] of states.entries()) {
        const anew = foldTermbase(entries.slice(0, index + 1))
        assert.deepEqual(contentsOf(grown), contentsOf(anew))
        const { terms, counts } = plainly(entries.slice(0, index + 1))
        assert.deepEqual([...grown.terms], terms)
        assert.deepEqual(grown.changes.map(({ count }) => count).toObject(), counts)
        const words = new Set(terms.flatMap(([, term]) => [...wordsOfTerm(term)]))
        assert.deepEqual(new Set(grown.words.keys()), words)
      }
    }),
  )
})

test('each state recognises what a recogniser built anew of its terms does, whatever was added since', () => {
  fc.assert(
    fc.property(events, fc.array(text, { minLength: 1, maxLength: 4 }), (events, texts) => {
      let state = emptyTermbase()
      const states = entriesOf(events).map((entry) => {
        state = foldTermbase([entry], state)
        return state
      })
      for (const { terms, forms } of states) {
        const anew = createFullRecogniser([...terms.values()])
        const grown = recogniserOf(forms)
        for (const text of texts) assert.deepEqual(places(grown(text)), places(anew(text)))
      }
    }),
  )
})

test('forms with another version of a term are those of the terms with it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { selector: ({ id }) => id, maxLength: 4 }),
      term,
      text,
      (terms, version, text) => {
        const at = terms.findIndex(({ id }) => id === version.id)
        const place = at === -1 ? terms.length : at
        const forms = formsOfTerms(terms)
        const other = recogniserOf(withVersion(forms, terms[at], version, place))
        assert.deepEqual(places(other(text)), places(createFullRecogniser(terms.toSpliced(place, 1, version))(text)))
        const without = recogniserOf(withVersion(forms, terms[at], undefined, place))
        assert.deepEqual(
          places(without(text)),
          places(createFullRecogniser(terms.filter(({ id }) => id !== version.id))(text)),
        )
        assert.deepEqual(places(recogniserOf(forms)(text)), places(createFullRecogniser(terms)(text)))
      },
    ),
  )
})
