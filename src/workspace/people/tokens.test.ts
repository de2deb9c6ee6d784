import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenLimits } from '../../model/api-token.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { accountRecord } from './account-record.ts'
import { changePassword } from './accounts.ts'
import { changePerson } from './people.ts'
import { holderOfToken, listTokens, makeToken, revokeToken } from './tokens.ts'

const nightly = { name: ' Nightly import ', scopes: ['documents', 'read'], days: 30 } as const

test('a token is its maker’s, with the scopes in their order, and is stored as a hash', async () => {
  const doors = createMemoryDoors()
  const { workspace, translator } = await openOffice(doors)
  const { token, text } = given(await makeToken(workspace, translator, nightly))
  assert.deepEqual([token.name, token.scopes], ['Nightly import', ['read', 'documents']])
  assert.deepEqual(await holderOfToken(workspace, text), { person: translator, token })
  assert.deepEqual(await listTokens(workspace, translator), { tokens: [token] })
  const stored = JSON.stringify([await doors.settings.get('accounts'), await doors.journals.read('people', 0)])
  assert.ok(!stored.includes(text) && !stored.includes(text.split('_')[2] ?? ''))
  for (const wrong of ['', 'dzt_', `dzt_${token.id}`, `${text}x`, text.slice(0, -1), text.toUpperCase()]) {
    assert.equal(await holderOfToken(workspace, wrong), null, wrong)
  }
})

test('it ends by its day, by its maker, by a new password and while its maker is not active', async () => {
  let now = '2026-03-01T08:00:00.000Z'
  const { workspace, admin, translator, reviser } = await openOffice(createMemoryDoors(), { clock: () => now })
  const make = async (days = 30) => given(await makeToken(workspace, translator, { ...nightly, days }))
  const brief = await make(1)
  now = '2026-03-02T08:00:00.000Z'
  assert.equal(await holderOfToken(workspace, brief.text), null)
  assert.equal(codeOf(await revokeToken(workspace, translator, { token: brief.token.id })), 'token-unknown')

  const ended = await make()
  assert.equal(codeOf(await revokeToken(workspace, reviser, { token: ended.token.id })), 'token-unknown')
  given(await revokeToken(workspace, translator, { token: ended.token.id }))
  assert.equal(await holderOfToken(workspace, ended.text), null)

  const kept = await make()
  const person = { person: translator.id, name: translator.name, roles: translator.roles }
  given(await changePerson(workspace, admin, { ...person, active: false }))
  assert.equal(await holderOfToken(workspace, kept.text), null)
  given(await changePerson(workspace, admin, { ...person, active: true }))
  assert.equal((await holderOfToken(workspace, kept.text))?.token.id, kept.token.id)
  const next = 'lanterns by the old ferry'
  given(await changePassword(workspace, translator, { current: 'a long password', next }))
  assert.equal(await holderOfToken(workspace, kept.text), null)
  assert.deepEqual(await listTokens(workspace, translator), { tokens: [] })

  const { entries } = given(await accountRecord(workspace, admin, { person: translator.id }))
  const acts = entries.map(({ act }) => act).filter((act) => act.startsWith('token'))
  assert.deepEqual(acts, ['token-made', 'token-revoked', 'token-made', 'token-made'])
})

test('a name and a scope are needed, and nobody has more than there may be', async () => {
  const { workspace, translator, reviser } = await openOffice(createMemoryDoors())
  assert.equal(codeOf(await makeToken(workspace, translator, { ...nightly, name: ' ' })), 'bad-request')
  assert.equal(codeOf(await makeToken(workspace, translator, { ...nightly, scopes: [] })), 'bad-request')
  for (let count = 0; count < tokenLimits.each; count++) given(await makeToken(workspace, translator, nightly))
  assert.equal(codeOf(await makeToken(workspace, translator, nightly)), 'tokens-too-many')
  given(await makeToken(workspace, reviser, nightly))
})
