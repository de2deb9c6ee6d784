import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../../model/inline.ts'
import type { ManyAct } from '../../model/many.ts'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { importDocument } from './import.ts'
import { changeMany } from './many.ts'
import { changeSegment } from './segments.ts'

const ids = ['b1.s1', 'b2.s1', 'b2.s2', 'b2.s3']

async function openDesk() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const file = textFile('山村道路\n道路修好了。大家都说好。投资四亿元。\n')
  const { id: document } = given(await importDocument(workspace, translator, file))
  const edit = async (actor: Person, segment: string, words: string) => {
    const { version: base } = await segmentOf(workspace, document, segment)
    given(
      await changeSegment(workspace, actor, { document, command: { type: 'edit', segment, base, target: [words] } }),
    )
  }
  /** Does it to all segments as they are. */
  const many = async (actor: Person, act: ManyAct, reason?: string) => {
    const { segments } = await stateOf(workspace, document)
    const seen = ids.map((segment) => ({ segment, base: segments.get(segment)?.version ?? 0 }))
    return changeMany(workspace, actor, { document, act, segments: seen, ...(reason !== undefined && { reason }) })
  }
  return { ...office, document, edit, many }
}

test('each sentence is held to its own rules, and what was refused is named with why', async () => {
  const { workspace, translator, reviser, document, edit, many } = await openDesk()
  await edit(translator, 'b1.s1', 'A village road')
  await edit(translator, 'b2.s1', 'The road is mended.')
  await edit(translator, 'b2.s3', 'The investment is 4 million yuan.')
  const confirmed = given(await many(translator, 'translate'))
  assert.deepEqual(confirmed.done, ['b1.s1', 'b2.s1', 'b2.s3'])
  assert.deepEqual(
    confirmed.refused.map(({ segment, refusal }) => [segment, refusal.code]),
    [['b2.s2', 'segment-empty']],
  )
  assert.equal(codeOf(await many(translator, 'discard-draft')), '')

  await edit(reviser, 'b1.s1', 'A road for the village')
  given(
    await changeSegment(workspace, reviser, { document, command: { type: 'translate', segment: 'b1.s1', base: 3 } }),
  )
  const approved = given(await many(reviser, 'approve'))
  assert.deepEqual(approved.done, ['b2.s1'])
  assert.deepEqual(
    approved.refused.map(({ segment, refusal }) => [segment, refusal.code]),
    [
      ['b1.s1', 'own-segment'],
      ['b2.s2', 'segment-not-translated'],
      ['b2.s3', 'segment-has-errors'],
    ],
  )
  // The translator's part in approving is to accept what was made of their words.
  assert.deepEqual(given(await many(translator, 'approve')).done, ['b1.s1'])
  assert.equal((await segmentOf(workspace, document, 'b1.s1')).state, 'reviewed')
})

test('many are sent back with one reason, and not without', async () => {
  const { translator, reviser, edit, many } = await openDesk()
  for (const id of ids) await edit(translator, id, `English of ${id}.`)
  given(await many(translator, 'translate'))
  assert.equal(codeOf(await many(reviser, 'return')), 'reason-missing')
  assert.equal(codeOf(await many(reviser, 'return', '  ')), 'reason-missing')
  assert.equal(codeOf(await many(translator, 'return', 'See the source.')), 'role-missing')
  assert.deepEqual(given(await many(reviser, 'return', 'See the source.')).done, ids)
})

test('confirmations are taken back together, and the Chinese goes where nobody has written', async () => {
  const { workspace, translator, document, edit, many } = await openDesk()
  await edit(translator, 'b2.s1', 'Mine.')
  const copied = given(await many(translator, 'copy-source'))
  assert.deepEqual(copied.done, ['b1.s1', 'b2.s2', 'b2.s3'])
  assert.equal(plain((await segmentOf(workspace, document, 'b2.s2')).target), '大家都说好。')
  assert.deepEqual(given(await many(translator, 'translate')).done, ids)
  assert.deepEqual(given(await many(translator, 'reopen')).done, ids)
  assert.equal((await segmentOf(workspace, document, 'b2.s2')).state, 'initial')
})

test('what was changed since it was looked at is refused, what is there no more too, and one named twice is done once', async () => {
  const { workspace, translator, document, edit, many } = await openDesk()
  for (const id of ids) await edit(translator, id, `English of ${id}.`)
  const seen = [
    { segment: 'b1.s1', base: 1 },
    { segment: 'b1.s1', base: 1 },
    { segment: 'b2.s1', base: 0 },
    { segment: 'b9.s9', base: 0 },
  ]
  const { done, refused } = given(
    await changeMany(workspace, translator, { document, act: 'translate', segments: seen }),
  )
  assert.deepEqual(done, ['b1.s1'])
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    ['segment-changed', 'segment-unknown'],
  )
  assert.equal(codeOf(await many(translator, 'reopen')), '')
})
