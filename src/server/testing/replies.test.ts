import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdReply } from './replies.ts'

test('a reply that lacks a member, has another type in it or one more is found, whatever the path holds', () => {
  const person = { id: 'p1', login: 'li', name: 'Li', roles: [], active: true }
  const hold = (reply: unknown) => () => holdReply('GET', '/api/people?x=1', reply)
  hold({ people: [person], singlePerson: false })()
  assert.throws(hold({ people: [person] }), /people answers what its schema does not have/)
  assert.throws(hold({ people: [{ ...person, active: 1 }], singlePerson: false }), /schema does not have/)
  assert.throws(hold({ people: [{ ...person, password: 'x' }], singlePerson: false }), /members that its schema/)
  assert.throws(() => holdReply('GET', '/api/documents/d1/segments/b1.s1/matches', {}), /segmentMatches/)
  assert.throws(() => holdReply('POST', '/api/terms/impact', {}), /previewTermImpact/)
})
