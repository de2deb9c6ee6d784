import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { given, openOffice, stateOf, textFile } from '../fixtures/office.ts'
import { createFoldSnapshots, foldVersion, leastFolded } from './fold-snapshots.ts'
import { openWorkspace } from './open.ts'

/** A document with so many comments that its fold is written, and with an edit, a confirmation, a return and a split. */
async function openLong() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id: document } = given(
    await importDocument(workspace, translator, textFile('山村道路\n道路已经通车，全村受益。公园免费开放。\n')),
  )
  const change = async (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
    given(await changeSegment(workspace, actor, { document, command }))
  await change(translator, { type: 'split', segment: 'b2.s1', base: 0, at: 7 })
  await change(translator, { type: 'translate', segment: 'b1.s1', base: 0, target: ['Mountain Road'] })
  await change(translator, { type: 'translate', segment: 'b2.s2', base: 0, target: ['The park is free.'] })
  await change(reviser, { type: 'return', segment: 'b2.s2', base: 2, reason: 'free of charge' })
  const story = await stateOf(workspace, document)
  const events = Array.from({ length: leastFolded }, (_, at) => {
    return { type: 'comment-added', v: 1, segment: 'b1.s1', comment: `c${at}`, text: `${at}` } as const
  })
  given(await workspace.document(document).write(translator.id, () => events))
  return { ...office, document, change, story }
}

test('a long document is opened from what its first entries folded to, and is what all fold to', async () => {
  const { workspace, world, translator, document, change } = await openLong()
  await workspace.writeFolds()
  await change(translator, { type: 'edit', segment: 'b2.s2', base: 3, target: ['The park is free of charge.'] })
  const state = await stateOf(workspace, document)
  let read = 0
  const counting: typeof world.journals.read = async (name, after, most) => {
    const entries = await world.journals.read(name, after, most)
    if (name === `document/${document}`) read += entries.length
    return entries
  }
  const reopened = openWorkspace({ ...world, journals: { ...world.journals, read: counting } })
  const again = await stateOf(reopened, document)
  assert.deepEqual({ ...again, segments: [...again.segments] }, { ...state, segments: [...state.segments] })
  assert.ok(read < leastFolded / 2, `${read} entries were read`)
  const bare = openWorkspace({ ...world, snapshots: createMemoryDoors().snapshots })
  const anew = await stateOf(bare, document)
  assert.deepEqual({ ...again, segments: [...again.segments] }, { ...anew, segments: [...anew.segments] })
})

test('a fold that ends with another entry than the journal has, or is of another version, is passed over', async () => {
  const { workspace, world, document } = await openLong()
  const state = await stateOf(workspace, document)
  const name = `document-${document}`
  const { snapshots } = world
  await workspace.writeFolds()
  const text = new TextDecoder().decode((await snapshots.read(name)) ?? assert.fail())
  const wrong = text.replace('Mountain Road', 'Another road')
  const others = [
    wrong.replace(state.head, 'f'.repeat(64)),
    wrong.replace(`"sequence":${state.sequence}`, `"sequence":${state.sequence - 1}`),
    wrong.replace(`"sequence":${state.sequence}`, `"sequence":${state.sequence + 1}`),
    wrong.replace(`"version":${foldVersion}`, `"version":${foldVersion + 1}`),
  ]
  for (const other of others) {
    assert.notEqual(other, wrong)
    await snapshots.write(name, new TextEncoder().encode(other))
    const again = await stateOf(openWorkspace(world), document)
    assert.deepEqual([...again.segments], [...state.segments])
  }
})

test('what a fold holds is of its version: whoever changes it raises `foldVersion` and records it', async () => {
  const { story } = await openLong()
  const { snapshots } = createMemoryDoors()
  const folds = createFoldSnapshots({ snapshots, pause: () => undefined })
  await folds.write({ ...story, sequence: story.sequence + leastFolded })
  const text = new TextDecoder().decode((await snapshots.read(`document-${story.document.id}`)) ?? assert.fail())
  const now = text.split('\n').map((line): unknown => JSON.parse(line))
  const recorded = readFileSync(`${import.meta.dirname}/fixtures/fold-snapshot.json`, 'utf8')
  assert.deepEqual(now, JSON.parse(recorded), JSON.stringify(now))
})
