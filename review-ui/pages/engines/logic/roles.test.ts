import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { engineNames } from '../../../../src/model/engine.ts'
import { canTake, engineRoles, inOrder, purposeOf, type Roles, roleOf, unagreed, withRole } from './roles.ts'

const services = engineNames.filter((name) => name !== 'memory')
const rolesThereAre = fc
  .tuple(fc.constantFrom(...engineNames), fc.constantFrom(null, ...services), fc.subarray(services))
  .map(([active, wanted, asked]): Roles => {
    const second = active === 'memory' || wanted === active ? null : wanted
    return { active, second, onDemand: asked.filter((engine) => engine !== active && engine !== second) }
  })

test('an engine has the role that it was given, and no other begins to draft by that unless they change places', () => {
  fc.assert(
    fc.property(rolesThereAre, fc.constantFrom(...services), fc.constantFrom(...engineRoles), (roles, engine, role) => {
      fc.pre(canTake(engine, role, roles))
      const after = withRole(engine, role, roles)
      assert.equal(roleOf(engine, after), role)
      assert.notEqual(after.active, after.second)
      if (after.active === 'memory') assert.equal(after.second, null)
      assert.equal(new Set(after.onDemand).size, after.onDemand.length)
      assert.ok(after.onDemand.every((one) => one !== after.active && one !== after.second && one !== 'memory'))
      const begins = services.filter((one) => one !== engine && roleOf(one, roles) !== 'drafts' && one === after.active)
      assert.ok(begins.length === 0 || (role === 'repairs' && roles.second === after.active))
    }),
  )
})

test('the way leads over the memory, then who drafts, then who repairs', () => {
  const roles = { active: 'openai-compatible', second: 'google', onDemand: [] } as const
  assert.deepEqual(inOrder(engineNames, roles).slice(0, 3), ['memory', 'openai-compatible', 'google'])
})

test('texts go to a host only by the word that was given for this host', () => {
  const settings = {
    active: 'memory',
    chosen: true,
    second: null,
    onDemand: [],
    questions: false,
    prices: {},
    consents: [{ to: 'a.example.org', name: 'Li', at: '2026-03-01T00:00:00Z' }],
    offline: { threads: null, model: null },
    google: { project: '', location: '', glossary: '' },
    openai: { baseUrl: 'https://a.example.org/v1', model: '', keySet: false, dialect: 'auto', concurrency: null },
  } as const
  assert.equal(unagreed('openai-compatible', settings), null)
  assert.equal(unagreed('google', settings), 'Google')
  assert.equal(unagreed('memory', settings), null)
  assert.equal(unagreed('offline', settings), null)
  const moved = { ...settings, openai: { ...settings.openai, baseUrl: 'https://b.example.org/v1' } }
  assert.equal(unagreed('openai-compatible', moved), 'b.example.org')
})

test('an engine that drafts nothing may be there for questions alone', () => {
  assert.equal(purposeOf('openai-compatible', 'off', { questions: true }), 'questions')
  assert.equal(purposeOf('openai-compatible', 'asked', { questions: true }), 'asked')
  assert.equal(purposeOf('google', 'off', { questions: true }), 'off')
  assert.equal(purposeOf('openai-compatible', 'off', { questions: false }), 'off')
})
