import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainSteps } from '../../model/office-steps.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeSettings } from '../core/settings.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { setAbsence } from './absence.ts'

test('as soon as the office has a step only for those to whom it is given, no administrator stands in by their own word', async () => {
  const { workspace, admin, translator, reviser } = await openOffice(createMemoryDoors())
  const days = { from: '2026-03-01', until: '2026-03-09' }
  const asked = { person: translator.id, away: { ...days, standIn: admin.id } }
  given(await setAbsence(workspace, admin, asked))
  given(await setAbsence(workspace, admin, { ...asked, away: null }))
  const steps = { ...plainSteps, assignedOnly: { ...plainSteps.assignedOnly, translate: true } }
  given(await changeSettings(workspace, admin, { steps }))
  assert.equal(codeOf(await setAbsence(workspace, admin, asked)), 'stand-in-self')
  given(await setAbsence(workspace, admin, { ...asked, away: { ...days, standIn: reviser.id } }))
  given(await setAbsence(workspace, translator, asked))
})
