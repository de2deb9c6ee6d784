import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeTmx } from '../../formats/tmx/write-tmx.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { pairsOfMemory } from '../core/memory-pairs.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { correctPair, exportMemory, listMemories, removeMemory, settleMemory } from './memories.ts'
import { concordance, importMemory } from './memory.ts'

const pair = (source: string, target: string, origin: string) => ({ source, target, origin })
const file = (filename: string, ...pairs: readonly ReturnType<typeof pair>[]) => {
  return { filename, bytes: new TextEncoder().encode(writeTmx(pairs)) }
}

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, hire } = office
  const terminologist = await hire('term', 'terminologist')
  given(await importMemory(workspace, translator, file('old.tmx', pair('修路', 'Old words', ''))))
  given(
    await importMemory(workspace, translator, file('new.tmx', pair('修路', 'New words', ''), pair('桥', 'Bridge', ''))),
  )
  const [old, recent] = given(await listMemories(workspace, terminologist)).memories
  assert.ok(old && recent)
  const offers = async (from = workspace) => {
    const [matches = []] = await from.recall.lookup([{ source: '修路' }])
    return matches.map(({ score, pair }) => [score, pair.target, pair.origin])
  }
  return { ...office, terminologist, old, recent, offers }
}

test('memories have a penalty and a priority, which lookups know at once and after the next start', async () => {
  const { workspace, world, translator, terminologist, old, recent, offers } = await begin()
  assert.deepEqual([old.name, old.pairs, recent.pairs, recent.by === translator.name], ['old.tmx', 1, 2, true])
  assert.deepEqual(await offers(), [
    [100, 'New words', 'new.tmx'],
    [100, 'Old words', 'old.tmx'],
  ])
  given(await settleMemory(workspace, terminologist, { memory: old.id, priority: 1, name: 'House memory' }))
  const preferred = [
    [100, 'Old words', 'old.tmx'],
    [100, 'New words', 'new.tmx'],
  ]
  assert.deepEqual(await offers(), preferred)
  assert.deepEqual(await offers(openWorkspace(world)), preferred)
  given(await settleMemory(workspace, terminologist, { memory: old.id, penalty: 10 }))
  const listed = given(await listMemories(workspace, terminologist)).memories[0]
  assert.deepEqual([listed?.name, listed?.priority, listed?.penalty], ['House memory', 1, 10])
  assert.deepEqual(await offers(), [
    [100, 'New words', 'new.tmx'],
    [90, 'Old words', 'old.tmx'],
  ])
})

test('a memory can be removed, and imported again', async () => {
  const { workspace, world, translator, terminologist, recent, offers } = await begin()
  given(await removeMemory(workspace, terminologist, { memory: recent.id }))
  assert.deepEqual(await offers(), [[100, 'Old words', 'old.tmx']])
  assert.deepEqual(await offers(openWorkspace(world)), [[100, 'Old words', 'old.tmx']])
  assert.equal(codeOf(await removeMemory(workspace, terminologist, { memory: recent.id })), 'memory-unknown')
  given(
    await importMemory(workspace, translator, file('new.tmx', pair('修路', 'New words', ''), pair('桥', 'Bridge', ''))),
  )
  assert.equal((await offers()).length, 2)
})

test('pairs are corrected and taken out, unless the memory is read-only', async () => {
  const { workspace, world, reviser, translator, terminologist, recent, offers } = await begin()
  const memory = recent.id
  const held = (target: string) => pair('修路', target, 'new.tmx')
  const correct = (target: string, words: string | null, actor = reviser) =>
    correctPair(workspace, actor, { memory, pair: held(target), target: words })
  given(await correct('New words', 'Better words'))
  const corrected = [
    [100, 'Better words', 'new.tmx'],
    [100, 'Old words', 'old.tmx'],
  ]
  assert.deepEqual(await offers(), corrected)
  assert.deepEqual(await offers(openWorkspace(world)), corrected)
  assert.equal(codeOf(await correct('New words', 'Other')), 'pair-unknown')
  assert.equal(codeOf(await correct('Better words', 'Other', translator)), 'role-missing')
  const { content } = given(await exportMemory(workspace, translator, { memory }))
  assert.match(new TextDecoder().decode(content), /Better words/)
  given(await correct('Better words', null))
  assert.deepEqual(await offers(), [[100, 'Old words', 'old.tmx']])
  assert.deepEqual(given(await concordance(workspace, translator, { text: 'words' })).pairs.length, 1)
  given(await settleMemory(workspace, terminologist, { memory, readOnly: true }))
  const last = { memory, pair: pair('桥', 'Bridge', 'new.tmx'), target: null }
  assert.equal(codeOf(await correctPair(workspace, reviser, last)), 'memory-read-only')
  assert.equal(codeOf(await settleMemory(workspace, translator, { memory, readOnly: false })), 'role-missing')
})

test('a journal of memories that was altered is read all the same, and takes nothing more', async () => {
  const doors = createMemoryDoors()
  const { workspace, world, translator } = await openOffice(doors)
  given(
    await importMemory(
      workspace,
      translator,
      file('old.tmx', pair('修路', 'Road work', ''), pair('种树', 'Trees', '')),
    ),
  )
  const journals = {
    ...doors.journals,
    async read(...asked: Parameters<typeof doors.journals.read>) {
      const entries = await doors.journals.read(...asked)
      return asked[0] === 'memory' ? entries.map((entry) => ({ ...entry, by: 'somebody else' })) : entries
    },
  }
  const again = openWorkspace({ ...world, journals })
  const { memories } = given(await listMemories(again, translator))
  assert.deepEqual(
    memories.map(({ name, pairs }) => ({ name, pairs })),
    [{ name: 'old.tmx', pairs: 2 }],
  )
  assert.equal(given(await concordance(again, translator, { text: '种树' })).pairs.length, 1)
  const more = importMemory(again, translator, file('new.tmx', pair('修桥', 'Bridges', '')))
  await assert.rejects(more, { name: 'Error', journal: 'memory', entry: 1 })
})

test('an entry that is gone from the journal since makes no smaller memory of one', async () => {
  const doors = createMemoryDoors()
  const { workspace, world, translator } = await openOffice(doors)
  given(await importMemory(workspace, translator, file('old.tmx', pair('修路', 'Road work', ''))))
  const imported = { parts: [{ sequence: 1, size: 1 }], changes: [] }
  assert.equal((await pairsOfMemory(world, imported)).length, 1)
  const journals = { ...doors.journals, read: async () => [] }
  await assert.rejects(pairsOfMemory({ ...world, journals }, imported), { journal: 'memory', entry: 1 })
})
