import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { addTerm, changeTerm, listTerms, refusalOfTermCount, termHistory } from './terms.ts'
import { exportTerms } from './terms-in-and-out.ts'

const fields = (changes: Partial<TermFields> = {}): TermFields => ({
  source: ['山村道路'],
  renderings: [{ text: 'mountain road', status: 'preferred' }],
  status: 'proposed',
  domain: '',
  note: '',
  authority: '',
  ...changes,
})

test('anyone on the team proposes, a terminologist approves, and who and when is kept', async () => {
  const { workspace, admin, translator, hire } = await openOffice(createMemoryDoors())
  assert.equal(codeOf(await addTerm(workspace, await hire('guest'), { term: fields() })), 'role-missing')
  const authority = {
    authority: 'Style sheet',
    authorityBody: 'Road Office',
    authorityDate: '2025',
    authorityPlace: 'No. 7',
  }
  const approved = fields({ status: 'approved', ...authority })
  assert.equal(codeOf(await addTerm(workspace, translator, { term: approved })), 'role-missing')
  const { term } = given(await addTerm(workspace, translator, { term: fields({ note: 'half \ud842' }) }))
  assert.equal(term.note, 'half \ufffd')
  assert.equal(codeOf(await addTerm(workspace, translator, { term: fields() })), 'term-duplicate')

  const change = { id: term.id, base: 1, term: approved }
  const without = { ...change, term: fields({ status: 'approved' }) }
  assert.equal(codeOf(await changeTerm(workspace, admin, without)), 'authority-missing')
  assert.equal(codeOf(await changeTerm(workspace, translator, change)), 'role-missing')
  assert.equal(given(await changeTerm(workspace, admin, change)).term.status, 'approved')
  assert.equal(codeOf(await changeTerm(workspace, admin, change)), 'term-changed')
  assert.equal(codeOf(await changeTerm(workspace, admin, { ...change, id: 'none' })), 'term-unknown')

  const { entries } = given(await termHistory(workspace, translator, { id: term.id }))
  assert.deepEqual(
    entries.map(({ event, name }) => [event.type, name]),
    [
      ['term-added', 'Tan Yue'],
      ['term-changed', 'Administrator'],
    ],
  )
  assert.equal(codeOf(await termHistory(workspace, translator, { id: 'none' })), 'term-unknown')
  const { changes } = given(await listTerms(workspace, translator))
  assert.equal(changes[term.id]?.count, 2)

  given(await changeTerm(workspace, admin, { id: term.id, base: 2, term: fields({ status: 'retired' }) }))
  const { content } = given(await exportTerms(workspace, admin, { format: 'csv' }))
  assert.ok(!new TextDecoder().decode(content).includes('山村道路'))
})

test('a glossary has so many terms and no more', () => {
  assert.equal(refusalOfTermCount(2, 2), null)
  assert.equal(codeOf(refusalOfTermCount(3, 2)), 'terms-too-many')
})
