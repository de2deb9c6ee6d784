import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { leastFolded } from '../core/fold-snapshots.ts'
import { openWorkspace } from '../core/open.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from './sign-off.ts'

test('nothing is signed over a snapshot that is not what the journal says', async () => {
  const { workspace, world, translator, reviser, approver } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile('山村道路\n')))
  const change = async (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
    given(await changeSegment(workspace, actor, { document, command }))
  await change(translator, { type: 'translate', segment: 'b1.s1', base: 0, target: ['Mountain Road'] })
  await change(reviser, { type: 'revise', segment: 'b1.s1', base: 2 })
  const resolved = Array.from({ length: leastFolded }, (_, at) => {
    const comment = `c${Math.floor(at / 2)}`
    return at % 2 === 0
      ? ({ type: 'comment-added', v: 1, segment: 'b1.s1', comment, text: 'x' } as const)
      : ({ type: 'comment-resolved', v: 1, segment: 'b1.s1', comment } as const)
  })
  given(await workspace.document(document).write(translator.id, () => resolved))
  await workspace.writeFolds()
  const { sequence } = await stateOf(workspace, document)
  const { snapshots } = world
  const text = new TextDecoder().decode((await snapshots.read(`document-${document}`)) ?? assert.fail())
  await snapshots.write(
    `document-${document}`,
    new TextEncoder().encode(text.replaceAll('Mountain Road', 'Valley Road')),
  )

  const misled = openWorkspace(world)
  assert.deepEqual((await stateOf(misled, document)).segments.get('b1.s1')?.target, ['Valley Road'])
  await assert.rejects(signOff(misled, approver, { document, sequence, password }), /not what its journal says/)
  await snapshots.write(`document-${document}`, new TextEncoder().encode(text))
  given(await signOff(openWorkspace(world), approver, { document, sequence, password }))
})
