import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { publish } from './publish.ts'
import { allReleases } from './releases.ts'

test('an edition lists what was split, joined and added since the one before', async () => {
  const { workspace, translator, reviser, approver } = await openOffice(createMemoryDoors())
  const text = '　　道路修好了，大家都说好。 明年再修桥。\n山村道路\n'
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const release = async (words: (segment: string) => string) => {
    for (const { id, version, state } of (await stateOf(workspace, document)).segments.values()) {
      if (state !== 'initial') continue
      const command = { type: 'translate', segment: id, base: version, target: [words(id)] } as const
      given(await changeSegment(workspace, translator, { document, command }))
    }
    for (const { id, version } of (await stateOf(workspace, document)).segments.values()) {
      given(
        await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment: id, base: version } }),
      )
    }
    const { sequence } = await stateOf(workspace, document)
    given(await signOff(workspace, approver, { document, sequence, password }))
    given(await publish(workspace, approver, { document }))
  }
  await release((id) => `Sentence ${id === 'b2.s1' ? 'title' : 'one'}.`)
  given(
    await changeSegment(workspace, translator, {
      document,
      command: { type: 'split', segment: 'b1.s1', base: 3, at: 6 },
    }),
  )
  await release((id) => `Part ${id}.`)

  const [first, second] = await allReleases(workspace)
  assert.deepEqual(first?.errata, [])
  assert.equal(first?.rows[0]?.after, ' ')
  assert.equal(first?.rows[0]?.translated.name, 'Tan Yue')
  assert.equal(first?.rows[0]?.draft, undefined)
  assert.deepEqual(
    second?.errata.map(({ segment, change, before, after }) => [segment, change, before, after]),
    [
      ['b1.s3', 'added', '', 'Part b1.s3.'],
      ['b1.s4', 'added', '', 'Part b1.s4.'],
      ['b1.s1', 'removed', 'Sentence one.', ''],
    ],
  )
})
