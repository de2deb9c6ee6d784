import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitting } from './insertion.ts'

test('what is inserted stands apart from the words around it, and only there', () => {
  assert.equal(fitting('400 billion yuan', 'will exceed', '.'), ' 400 billion yuan')
  assert.equal(fitting('400 billion yuan', 'will exceed ', 'by then'), '400 billion yuan ')
  assert.equal(fitting('400 billion yuan', 'will exceed ', ' by then'), '400 billion yuan')
  assert.equal(fitting('task force', 'a “', '”'), 'task force')
  assert.equal(fitting('‹1›‹/1›', 'the', ''), '‹1›‹/1›')
})

test('a sentence begins with a capital', () => {
  assert.equal(fitting('targeted investment', '', ' is'), 'Targeted investment')
  assert.equal(fitting('targeted investment', 'It works. ', ''), 'Targeted investment')
  assert.equal(fitting('targeted investment', 'By ', ''), 'targeted investment')
})
