import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Access } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'
import { personalActs } from '../model/permissions.ts'
import { commandRoutes, issueCommandToken, readCommandToken } from './command-token.ts'
import { testServer } from './testing/server.ts'

test('a token is new at each start, for its owner only, and gone at the end', (t) => {
  const workspace = mkdtempSync(join(tmpdir(), 'duizhao-token-'))
  t.after(() => rmSync(workspace, { recursive: true }))
  const first = issueCommandToken(workspace)
  const second = issueCommandToken(workspace)
  assert.equal(readCommandToken(workspace), second.token)
  assert.equal(statSync(join(workspace, 'command-token')).mode & 0o077, 0)
  assert.ok(second.matches(`Bearer ${second.token}`))
  for (const other of [undefined, '', 'Bearer', second.token, `bearer ${second.token}`, `Bearer ${first.token}`]) {
    assert.ok(!second.matches(other))
  }
  second.remove()
  second.remove()
  assert.equal(readCommandToken(workspace), null)
})

test('the token opens what commands need, as the administrator or who is named, and nothing is judged or signed by it', async (t) => {
  const server = await testServer()
  t.after(() => server.end())
  const bearer = { authorization: `Bearer ${server.commandToken}` }
  const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    server.visitor().send(method, path, body, headers)
  const id = (await send('GET', '/api/documents', bearer)).body.documents[0].id
  assert.equal((await send('GET', '/api/people', bearer)).status, 200)
  assert.equal((await send('GET', '/api/people', { ...bearer, 'x-duizhao-as': ' TRANSLATOR ' })).status, 200)
  for (const name of ['nobody', '', '%zz', '%E6%9D%8E']) {
    assert.equal((await send('GET', '/api/people', { ...bearer, 'x-duizhao-as': name })).status, 401, name)
  }
  const asTranslator = { ...bearer, 'x-duizhao-as': 'translator' }
  const person = { login: 'x', name: 'x', roles: [] }
  assert.equal((await send('POST', '/api/people', asTranslator, person)).body.refusal.code, 'role-missing')
  assert.equal((await send('GET', '/api/people', { authorization: 'Bearer guess' })).status, 401)

  const segment = `/api/documents/${id}/segments/b1.s1`
  for (const [method, path, body] of [
    ['PUT', segment, { base: 0, target: ['x'] }],
    ['POST', `${segment}/translate`, { base: 0 }],
    ['POST', `${segment}/revise`, { base: 0 }],
    ['POST', `${segment}/waivers`, { base: 0, finding: 'x', reason: 'x' }],
    ['POST', `${segment}/figures`, { figures: [{ source: 'x', target: 'x', verdict: 'same' }] }],
    ['POST', `/api/documents/${id}/sign-off`, { sequence: 1, password: 'x' }],
    ['PUT', '/api/single-person', { on: true }],
    ['PUT', '/api/settings/engine', {}],
    ['PUT', '/api/session/password', { current: 'x', next: 'y' }],
  ] as const) {
    assert.equal((await send(method, path, bearer, body)).status, 401, path)
  }
  for (const name of commandRoutes) {
    const access: Access = routes[name].access
    assert.ok(access === 'anyone' || access === 'signed-in' || !personalActs.has(access), name)
  }
  assert.ok(existsSync(join(server.folder, 'command-token')))
  assert.ok(!readFileSync(join(server.folder, 'settings.json'), 'utf8').includes(server.commandToken))
})
