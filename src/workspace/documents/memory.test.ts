import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inlineOf } from '../../model/inline.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { importDocument } from './import.ts'
import { concordance, importMemory, segmentMatches } from './memory.ts'
import { changeSegment } from './segments.ts'

function tmxFile(pairs: readonly (readonly [string, string])[], filename = 'old.tmx') {
  const units = pairs
    .map(([zh, en]) => `<tu><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`)
    .join('')
  const text = `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header segtype="sentence"/><body>${units}</body></tmx>`
  return { filename, bytes: new TextEncoder().encode(text) }
}

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id: document } = given(
    await importDocument(workspace, translator, textFile('山村道路\n道路修好了。大家都说好。\n')),
  )
  const targets = async (segment: string) =>
    given(await segmentMatches(workspace, translator, { document, segment })).matches.map(({ type, pair }) => [
      type,
      pair.target,
    ])
  const approve = async (segment: string, words: string) => {
    const base = (await segmentOf(workspace, document, segment)).version
    const command = { type: 'translate', segment, base, target: inlineOf(words) } as const
    given(await changeSegment(workspace, translator, { document, command }))
    const after = (await segmentOf(workspace, document, segment)).version
    given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment, base: after } }))
  }
  return { ...office, document, targets, approve }
}

test('pairs of a file are kept for good, once, and offered', async () => {
  const { workspace, world, translator, document, targets, hire } = await begin()
  const file = tmxFile([['道路修好了。', 'The road is done.']])
  assert.deepEqual(await targets('b2.s1'), [])
  assert.deepEqual(given(await importMemory(workspace, translator, file)), {
    pairs: 1,
    skipped: 0,
    codes: 0,
    notices: [],
  })
  assert.deepEqual(await targets('b2.s1'), [['exact', 'The road is done.']])
  assert.equal(codeOf(await importMemory(workspace, translator, { ...file, filename: 'copy.tmx' })), 'file-duplicate')
  assert.equal(codeOf(await importMemory(workspace, translator, tmxFile([]))), 'file-empty')
  assert.equal(codeOf(await importMemory(workspace, translator, textFile('no tmx', 'a.tmx'))) !== '', true)
  assert.equal(codeOf(await importMemory(workspace, await hire('guest'), file)), 'role-missing')
  const reopened = openWorkspace(world)
  assert.deepEqual(
    given(await concordance(reopened, translator, { text: 'ROAD' })).pairs.map(({ origin }) => origin),
    ['old.tmx'],
  )
  assert.equal(codeOf(await segmentMatches(workspace, translator, { document, segment: 'b9.s9' })), 'segment-unknown')
})

test('confirmed words are offered elsewhere at once, for less until they are approved, and forgotten when they no longer are', async () => {
  const { workspace, translator, reviser, document, targets, approve } = await begin()
  const twin = given(
    await importDocument(workspace, translator, textFile('山村道路\n道路修好了。大家都说好。又一句。\n')),
  )
  const offers = async () =>
    given(await segmentMatches(workspace, translator, { document: twin.id, segment: 'b2.s1' })).matches.map(
      ({ type, score, pair }) => [type, score, pair.target, pair.origin],
    )
  assert.deepEqual(await offers(), [])
  await approve('b2.s1', 'The road is done.')
  assert.deepEqual(await offers(), [['ice', 100, 'The road is done.', `document:${document}`]])
  assert.deepEqual(await targets('b2.s1'), [], 'offered to the segment it stands in')

  const reopen = async () => {
    const base = (await segmentOf(workspace, document, 'b2.s1')).version
    given(await changeSegment(workspace, reviser, { document, command: { type: 'reopen', segment: 'b2.s1', base } }))
  }
  await reopen()
  assert.deepEqual(await offers(), [['ice', 97, 'The road is done.', `document:${document}`]])
  const base = (await segmentOf(workspace, document, 'b2.s1')).version
  const target = ['The road is mended.']
  given(
    await changeSegment(workspace, translator, { document, command: { type: 'edit', segment: 'b2.s1', base, target } }),
  )
  assert.deepEqual(await offers(), [])
  await approve('b2.s1', 'The road is finished.')
  assert.deepEqual(await offers(), [['ice', 100, 'The road is finished.', `document:${document}`]])
})

test('what is reviewed while the memory is being made is not missed', async () => {
  const { workspace, translator, approve } = await begin()
  const making = workspace.recall.current()
  await approve('b2.s2', 'Everybody is glad.')
  await making
  assert.equal(given(await concordance(workspace, translator, { text: 'glad' })).pairs.length, 1)
})

test('after any commands, the memory holds what it holds when the workspace is opened anew', async () => {
  const command = fc.record({
    type: fc.constantFrom('translate', 'revise', 'reopen', 'return', 'split', 'join'),
    segment: fc.constantFrom('b1.s1', 'b2.s1', 'b2.s2', 'b2.s3', 'b2.s4'),
    words: fc.constantFrom('The road is done.', 'Everybody is glad.'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      const { workspace, world, translator, reviser, document, approve } = await begin()
      const held = async (from: typeof workspace) =>
        [...new Set((await from.recall.search('e', 100)).map(({ source, target }) => `${source} ${target}`))].sort()
      await approve('b2.s1', 'The road is done.')
      await approve('b2.s2', 'Everybody is glad.')
      await held(workspace)
      for (const { type, segment, words } of commands) {
        const { segments } = await stateOf(workspace, document)
        const base = segments.get(segment)?.version ?? 0
        const given = {
          base,
          target: inlineOf(words),
          reason: words,
          at: 2,
          nextBase: segments.get('b2.s2')?.version ?? 0,
        }
        const actor = type === 'translate' || type === 'split' || type === 'join' ? translator : reviser
        await changeSegment(workspace, actor, { document, command: { type, segment, ...given } })
        assert.deepEqual(await held(workspace), await held(openWorkspace(world)))
      }
    }),
    { numRuns: 15 },
  )
})

test('a similar match comes with its figures and terms repaired, if that leaves fewer defects', async () => {
  const { workspace, translator } = await begin()
  const file = tmxFile([
    ['全镇新建公园12座。', 'The town built 12 parks.'],
    ['全镇新修道路12公里。', 'The town built 12 kilometers of roads.'],
  ])
  given(await importMemory(workspace, translator, file))
  const { id: document } = given(
    await importDocument(workspace, translator, textFile('公园\n全镇新建公园45座。全镇新修大路12公里。\n')),
  )
  const matches = async (segment: string) =>
    given(await segmentMatches(workspace, translator, { document, segment })).matches.map((match) => {
      return [match.type, match.score, match.pair.target, match.repaired]
    })
  assert.deepEqual(await matches('b2.s1'), [['fuzzy', 94, 'The town built 12 parks.', 'The town built 45 parks.']])
  assert.deepEqual((await matches('b2.s2'))[0]?.[3], undefined)
})
