import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auxiliaryOf, finiteAuxiliary, numberOf } from './auxiliaries.ts'
import { headOf } from './noun-phrase.ts'
import { irregularSingularOf, isSameNoun, pluralOf } from './nouns.ts'
import { isSameVerb, opensVerbPhrase, pastOnlyForm, thirdPersonOf, verbLike } from './verbs.ts'
import { wordsOf } from './words.ts'

test('forms of one verb are told from those of another', () => {
  for (const pair of ['build building', 'go went', 'be were', 'have has', 'carry carries', 'plan planned', 'hold held'])
    assert.ok(isSameVerb(...(pair.split(' ') as [string, string])), pair)
  for (const pair of ['found find', 'rise raise', 'leave live'])
    assert.equal(isSameVerb(...(pair.split(' ') as [string, string])), pair === 'found find', pair)
})

test('a verb takes the form of another, where English tells which it is', () => {
  assert.equal(verbLike('advance', 'promote', 'promoting'), 'advancing')
  assert.equal(verbLike('submit', 'create', 'created'), 'submitted')
  assert.equal(verbLike('build', 'create', 'created'), 'built')
  assert.equal(verbLike('draw', 'create', 'created'), null)
  assert.equal(verbLike('draw', 'write', 'wrote'), 'drew')
  assert.equal(verbLike('have', 'create', 'creates'), 'has')
  assert.equal(verbLike('create', 'have', 'owned'), null)
})

test('a past that is no participle is told, and third persons are formed', () => {
  assert.deepEqual(pastOnlyForm('went'), { base: 'go', participle: 'gone' })
  assert.equal(pastOnlyForm('held'), undefined)
  assert.equal(pastOnlyForm('got'), undefined)
  assert.deepEqual(['go', 'carry', 'reach', 'play', 'be'].map(thirdPersonOf), [
    'goes',
    'carries',
    'reaches',
    'plays',
    'is',
  ])
  assert.ok(opensVerbPhrase('promotes') && !opensVerbPhrase('promoting'))
})

test('an auxiliary tells the number of its subject', () => {
  assert.deepEqual(numberOf('is'), { number: 'singular', other: 'are' })
  assert.deepEqual(numberOf("weren't"), { number: 'plural', other: "wasn't" })
  assert.equal(numberOf('had'), undefined)
  assert.deepEqual([auxiliaryOf('been'), finiteAuxiliary('been'), finiteAuxiliary('had')], ['be', undefined, 'have'])
})

test('plurals follow the regular spellings and the irregular nouns', () => {
  for (const pair of [
    ...['city cities', 'photo photos', 'veto vetoes', 'analysis analyses', 'box boxes', 'spokesman spokesmen'],
    ...['german germans', 'criterion criteria', 'aircraft aircraft', 'person persons', 'half halves'],
  ]) {
    const [singular = '', plural = ''] = pair.split(' ')
    assert.equal(pluralOf(singular), plural)
    assert.ok(isSameNoun(plural, singular), pair)
  }
  assert.equal(irregularSingularOf('people'), 'person')
  assert.equal(irregularSingularOf('aircraft'), undefined)
  assert.equal(irregularSingularOf('men'), 'man')
})

test('the head stands before a preposition that stands by itself, or last', () => {
  const head = (phrase: string) => wordsOf(phrase)[headOf(wordsOf(phrase))]?.text
  assert.equal(head('Ministry of Water Resources'), 'Ministry')
  assert.equal(head('China Nylon City'), 'City')
  assert.equal(head('proof-of-concept service'), 'service')
})
