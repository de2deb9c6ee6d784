import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CompletionSource, completionAfter } from './completion.ts'

const term = (text: string): CompletionSource => ({ type: 'term', text })
const figure = (text: string): CompletionSource => ({ type: 'figure', text })
const match = (text: string): CompletionSource => ({ type: 'match', text })
const after = (before: string, ...sources: readonly CompletionSource[]) =>
  completionAfter(before, sources)?.text ?? null

test('what is begun at the beginning of a word goes on: a term after two letters, a figure after one digit', () => {
  const water = term('modern water network')
  assert.equal(after('The mo', water), 'dern water network')
  assert.equal(after('The m', water), null)
  assert.equal(after('Mo', water), 'dern water network')
  assert.equal(after('The modern wa', water), 'ter network')
  assert.equal(after('supermo', water), null)
  assert.equal(after('It invests 3', figure('320 million yuan')), '20 million yuan')
  assert.equal(after('It invests 13', figure('320 million yuan')), null)
  assert.equal(after('', water), null)
})

test('what stands in the sentence already is not offered again', () => {
  assert.equal(after('The modern water network is mo', term('modern water network')), null)
})

test('of two things begun alike what they have in common is offered, or nothing', () => {
  assert.equal(after('the de', term('development plan'), term('development zone')), 'velopment ')
  assert.equal(after('the pr', term('project'), term('program')), null)
  assert.equal(after('the modern wa', term('modern water network'), term('water')), 'ter network')
})

test('a match goes on as the sentence does, some words at a time, to the next mark', () => {
  const known = match('The city will allocate funds for key water projects in five years; others follow.')
  assert.equal(after('The city will', known), ' allocate funds for key water')
  assert.equal(after('The city will allocate funds for key water projects in fi', known), 've years;')
  assert.equal(after('This year the city will', known), ' allocate funds for key water')
  assert.equal(after('They follow.', known), null)
  assert.equal(after('The mo', known, term('modern water network')), 'dern water network')
})

const words = fc.array(fc.constantFrom('the', 'water', 'plan', 'of', '12', 'million', 'yuan', 'Wang Wei'), {
  minLength: 1,
  maxLength: 8,
})
const source = fc.record({
  type: fc.constantFrom('term' as const, 'figure' as const, 'name' as const, 'match' as const),
  text: words.map((all) => all.join(' ')),
})

test('whatever is typed: what is offered goes on with a source that it begins, and never splits a word', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        words.map((all) => all.join(' ')),
      ),
      fc.array(source),
      (before, sources) => {
        const offered = completionAfter(before, sources)
        if (offered === null) return
        assert.notEqual(offered.text.trim(), '')
        const isFrom = sources.some(({ type, text }) => {
          const places = Array.from(text, (_, at) => at)
          return (
            type === offered.type &&
            places.some(
              (at) =>
                text.startsWith(offered.text, at) && before.toLowerCase().endsWith(text.charAt(at - 1).toLowerCase()),
            )
          )
        })
        assert.ok(isFrom, `${JSON.stringify(before)} + ${JSON.stringify(offered.text)}`)
      },
    ),
  )
})
