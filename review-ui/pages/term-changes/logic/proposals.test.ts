import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermImpactOnDocument, TermImpactOnSegment } from '../../../../src/contract/views/terms.ts'
import { refuse } from '../../../../src/model/refusal.ts'
import { countFates, type Fate, isAcceptable, oneByOne, type Row } from './proposals.ts'

function row(key: string, proposal: string | null = 'Tea City'): Row {
  const segment: TermImpactOnSegment = {
    id: key,
    number: 1,
    state: 'initial',
    version: 1,
    draft: false,
    source: '茶城',
    places: [],
    target: ['Tea Town'],
    proposal: proposal === null ? null : [proposal],
    findings: [],
  }
  const document: TermImpactOnDocument = {
    id: 'd',
    title: '茶城',
    signOff: 'never',
    release: null,
    touched: 1,
    open: 1,
    segments: [segment],
    inOrder: [],
  }
  return { key, document, segment }
}

const rows = ['a', 'b', 'c'].map((key) => row(key))
const refused: Fate = { type: 'refused', why: refuse('segment-changed', { segment: 'b' }) }
const send = async ({ key }: Row): Promise<Fate> => (key === 'b' ? refused : { type: 'accepted' })

test('each is sent after the one before it, and one refused keeps none of the others', async () => {
  const told: string[] = []
  const fates = await oneByOne(
    rows,
    send,
    (key, { type }) => told.push(`${key} ${type}`),
    () => false,
  )
  assert.deepEqual(told, ['a sending', 'a accepted', 'b sending', 'b refused', 'c sending', 'c accepted'])
  assert.deepEqual(countFates(rows, fates), { accepted: 2, refused: 1 })
})

test('whoever says stop stops before the next', async () => {
  let sent = 0
  const fates = await oneByOne(
    rows,
    async (row) => {
      sent += 1
      return send(row)
    },
    () => {},
    () => sent === 1,
  )
  assert.deepEqual([...fates.keys()], ['a'])
})

test('what is accepted or under way is not sent again, what was refused may be', () => {
  const [a] = rows as [Row]
  assert.ok(isAcceptable(a, new Map()))
  assert.ok(isAcceptable(a, new Map([['a', refused]])))
  assert.ok(!isAcceptable(a, new Map([['a', { type: 'accepted' }]])))
  assert.ok(!isAcceptable(a, new Map([['a', { type: 'sending' }]])))
  assert.ok(!isAcceptable(row('d', null), new Map()))
})
