import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { publish } from '../releases/publish.ts'
import { signOff } from '../signing/sign-off.ts'
import { verifyLedger } from './verify.ts'

test('under a clock that was set back work goes on and says so, and nothing is signed or published', async () => {
  const start = Date.UTC(2026, 2, 1, 8)
  const clock = { now: start }
  const office = await openOffice(createMemoryDoors(), { clock: () => new Date(clock.now++).toISOString() })
  const { workspace, world, translator, reviser, approver } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile('山村道路\n')))
  const send = (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
    changeSegment(workspace, actor, { document, command })
  given(await send(translator, { type: 'translate', segment: 'b1.s1', base: 0, target: ['Mountain Road'] }))

  clock.now = start - 400 * 24 * 60 * 60 * 1000
  given(await send(reviser, { type: 'revise', segment: 'b1.s1', base: 2 }))
  const entries = await (await workspace.document(document).read()).entries()
  const [before, revised] = entries.slice(-2)
  assert.equal(revised?.at, before?.at, 'time stands, and never runs backwards')
  assert.match(revised?.clock ?? '', /^2025-01-25/)
  const { sequence } = await stateOf(workspace, document)
  assert.equal(codeOf(await signOff(workspace, approver, { document, sequence, password })), 'clock-behind')

  clock.now = start - 30_000
  given(await signOff(workspace, approver, { document, sequence, password }))
  const signed = (await stateOf(workspace, document)).signOff
  assert.equal(signed?.at, revised?.at, 'half a minute is what two servers may differ by')
  clock.now = start - 90_000
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'clock-behind')
  clock.now = start + 60_000
  given(await publish(workspace, approver, { document }))
  assert.deepEqual(await verifyLedger(world), [])
})
