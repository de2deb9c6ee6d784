import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainQuality } from '../../model/quality.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeSettings } from '../core/settings.ts'
import { codeOf, given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { listDocuments } from './document-list.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { drawSample, markIssue, viewQuality } from './quality.ts'
import { changeSegment } from './segments.ts'

test('a document below the mark is not signed where the office says so, and whoever signs is told', async () => {
  const { workspace, admin, translator, reviser, approver } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile('道路\n修了路。\n')))
  const texts = { 'b1.s1': 'Roads', 'b2.s1': 'The roads were built by =the town.' }
  for (const [segment, text] of Object.entries(texts)) {
    const translate = { type: 'translate', segment, base: 0, target: [text] } as const
    given(await changeSegment(workspace, translator, { document, command: translate }))
    given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment, base: 2 } }))
  }
  given(await drawSample(workspace, reviser, { document, size: { percent: 100 } }))
  assert.equal(codeOf(await drawSample(workspace, translator, { document, size: { count: 1 } })), 'role-missing')
  const issue = { segment: 'b2.s1', base: 3, category: 'accuracy', severity: 'minor', text: '=1+1' } as const
  given(await markIssue(workspace, reviser, { document, ...issue }))
  assert.equal(codeOf(await markIssue(workspace, translator, { document, ...issue })), 'role-missing')
  given(await changeSegment(workspace, reviser, { document, command: { type: 'assess', segment: 'b2.s1', base: 3 } }))
  const view = given(await viewQuality(workspace, translator, { document }))
  assert.deepEqual(view.left, [{ segment: 'b1.s1', number: 1 }])
  assert.deepEqual([view.quality.words, view.quality.penalty, view.quality.passed], [7, 1, null])
  assert.equal(view.names[reviser.id], reviser.name)

  const sheet = async () => given(await signOffSheet(workspace, approver, { document }))
  const toSign = async () => {
    const { documents } = given(await listDocuments(workspace, approver))
    return documents.find(({ id }) => id === document)?.toSign
  }
  assert.deepEqual([(await sheet()).quality, await toSign()], [null, true])
  const quality = { ...plainQuality, passMark: 95, gate: 'warn' } as const
  given(await changeSettings(workspace, admin, { quality }))
  assert.deepEqual([(await sheet()).quality, (await sheet()).refusal], [{ score: 85.7, passMark: 95 }, null])
  given(await changeSettings(workspace, admin, { quality: { ...quality, gate: 'block' } }))
  assert.equal((await sheet()).refusal?.code, 'quality-below')
  assert.equal(await toSign(), false)
  const sign = async () => {
    const { sequence } = await stateOf(workspace, document)
    return signOff(workspace, approver, { document, sequence, password })
  }
  assert.equal(codeOf(await sign()), 'quality-below')
  given(await changeSettings(workspace, admin, { quality: { ...quality, gate: 'block', passMark: 85 } }))
  assert.equal(await toSign(), true)
  given(await sign())

  const file = given(await exportDocument(workspace, translator, { document, format: 'quality' }))
  assert.ok(!isRefusal(file))
  const [head, line] = new TextDecoder().decode(file.content).split('\n')
  assert.match(head ?? '', /number,segment,chinese,english/)
  assert.match(
    line ?? '',
    /^2,b2\.s1,修了路。,The roads were built by =the town\.,present,.*,yes,accuracy,minor,,'=1\+1,/,
  )
})
